/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs of several kinds below each other, broken to the width there is. A line is a paragraph, and how it begins says its
 * kind: "# " a heading, "! " danger to life, "* " something to mind (and "> " all that is said of it), "~ " what matters less, "KEY\t" hangs beside the key, and
 * everything else is plain words; an empty line is a row of air.
 */
#ifndef PROSE_H
#define PROSE_H

#include "canvas.h"

/* Draws the rows in sight, top rows being above it. Returns all rows there are; canvas may be NULL to count them. */
int prose_draw(struct canvas *canvas, struct rect place, int top, const char *text);

/* The nearest row that may be the first in sight, of so many with room for so many. */
int prose_top(int top, int rows, int room);

/* Adds "3–20 of 31", the rows in sight of all of them. */
void prose_where(int top, int rows, int room, struct str *out);

/* Draws it at the right end of a line where not all rows are in sight; returns the columns that takes, with the gap before it. */
int prose_draw_where(struct canvas *canvas, struct rect line, int top, int rows, int room);

/* prose_where in so many columns: "20/31" where that is all there is room for, else nothing. */
void prose_where_in(int columns, int top, int rows, int room, struct str *out);

#endif
