/* SPDX-License-Identifier: MIT */
/*
 * Where things go: rectangles cut from rectangles, and columns of a table that fold away when there is no room.
 * Knows numbers only.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

struct rect {
	int row, column, rows, columns;
};

/* Below this nothing is drawn but a sentence; from PANEL_COLUMNS on there is a panel at the side. */
enum { LEAST_ROWS = 12, LEAST_COLUMNS = 40, PANEL_COLUMNS = 100 };

/* Cut a strip off one side (at most what is there) and give it back; *from is what is left. */
struct rect rect_take_top(struct rect *from, int rows);
struct rect rect_take_bottom(struct rect *from, int rows);
struct rect rect_take_left(struct rect *from, int columns);
struct rect rect_take_right(struct rect *from, int columns);

/* One row of an area, from a column of it to its right edge; empty where it lies outside. */
struct rect rect_line(struct rect area, int row, int column);

/* The area without so many rows above and below and columns left and right. */
struct rect rect_inset(struct rect area, int rows, int columns);

/* A box of at most that size in the middle of the area. */
struct rect rect_centre(struct rect area, int rows, int columns);

bool rect_has(struct rect area, int row, int column);

/* A column of a table. The one with the highest fold goes first when room is short; 0 stays. */
struct column {
	const char *title;
	int width;
	int fold;
	bool right; /* aligned to the right */
};

enum { COLUMNS_MAX = 12, COLUMN_GAP = 2 };

/* Sets at[i] to where each column begins, or -1 where it is folded away; returns the width taken. */
int columns_fit(const struct column *columns, size_t count, int width, int *at);

#endif
