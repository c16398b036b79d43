/* SPDX-License-Identifier: MIT */
/*
 * A text of several lines in so many columns: which of its bytes stand in which row. It is broken between words as canvas_wrap
 * breaks it, but every byte has its place, blanks at the end of a row and an empty last line too. Knows no keys.
 */
#ifndef TEXT_BOX_H
#define TEXT_BOX_H

#include "canvas.h"

struct text_spot {
	int row, column;
};

/* Rows it takes, at least one. */
int text_box_rows(const char *text, int columns);

/* Where a byte of it stands; a blank that hangs over the end of its row stands in the column behind it. */
struct text_spot text_box_spot(const char *text, int columns, size_t at);

/* The byte nearest to a place: in its row, or the end of the text below the last one. */
size_t text_box_at(const char *text, int columns, struct text_spot spot);

/* Draws its rows from top on, as many as the place has. */
void text_box_draw(struct canvas *canvas, struct rect place, int ink, const char *text, int top);

#endif
