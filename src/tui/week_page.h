/* SPDX-License-Identifier: MIT */
/* A week of a sheet from paper as a table one types into. Drawn from values; asks nobody. */
#ifndef WEEK_PAGE_H
#define WEEK_PAGE_H

#include "canvas.h"
#include "keymap.h"

#include "app/week.h"

struct week_page {
	struct week week;
	struct week_cells *cells; /* owned; never NULL */
	struct week_typed typed[WEEK_DAYS][WEEK_COLUMNS];
	bool wrong[WEEK_DAYS][WEEK_COLUMNS];          /* what is typed there can't be read */
	char said[sizeof(((struct err *)NULL)->msg)]; /* why not, of the cell the cursor is in */
	int row, column;                              /* the cursor */
	int left;                                     /* the first column in sight */
	bool passes; /* the cursor goes on from cell to cell: nothing is said of one */
	const struct keymap *keys; /* borrowed */
};

/* Columns that are in sight beside the date in an area. */
int week_page_columns(const struct week_page *page, struct rect area);

void week_page_draw(const struct week_page *page, struct canvas *canvas, struct rect area);

/* The cell at a place of the screen; false where there is none. */
bool week_page_at(const struct week_page *page, struct rect area, int row, int column, int *day,
		  int *cell);

#endif
