/* SPDX-License-Identifier: MIT */
/*
 * Where the columns of a table stand, and how high its rows are, so that nothing lies over anything else. Everything is measured;
 * nothing is drawn here.
 */
#ifndef TABLE_FIT_H
#define TABLE_FIT_H

#include "press.h"

struct fit {
	struct face cell, strong, head, line, title;
	bool form;           /* to be filled in by hand: over the whole width, one line a cell */
	size_t lines;        /* of boxes in a row, */
	size_t boxes_a_line; /* so many each */
	size_t line_of[DOCUMENT_COLUMNS_MAX];
	double x[DOCUMENT_COLUMNS_MAX], width[DOCUMENT_COLUMNS_MAX]; /* from the left margin */
	double gap;                                                  /* between columns */
	double box, box_gap;                       /* its side; what is between it and the figure */
	double figure[DOCUMENT_COLUMNS_MAX];       /* of a box: the widest figure behind it, */
	double dose[DOCUMENT_COLUMNS_MAX];         /* and where the figures end */
	double text_height, line_height;           /* of a cell's line; of each line of a row */
	double row_height;                         /* the least */
	double row_usual, row_lowest, row_highest; /* what it may be on a page of its own */
	double band_height;                        /* of a row that is a line of text */
	double title_height, head_height, group_gap;
	size_t most; /* groups on a page, 0: as many as fit */
};

struct fit table_fit(struct press *press, const struct document_table *table);

/*
 * Sets how high the rows of a form are on a page, or what is left of it, that begins with a group, so that it takes as many groups as
 * are wanted where rows can be that low. Returns how many it takes, 0 for as many as fit.
 */
size_t fit_page(struct press *press, struct fit *fit, const struct document_table *table,
		size_t first);

/* What a row, and a group with its title, take. */
double fit_row(struct press *press, const struct fit *fit, const struct document_table *table,
	       const struct document_row *row);
double fit_group(struct press *press, const struct fit *fit, const struct document_table *table,
		 const struct document_group *group);

#endif
