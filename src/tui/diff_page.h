/* SPDX-License-Identifier: MIT */
/* Two changes or plans compared: the days they plan differently, and both as lines where there is room. Drawn from values; asks nobody. */
#ifndef DIFF_PAGE_H
#define DIFF_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/revising.h"

struct diff_page {
	const char *title;     /* static */
	struct plan_diff diff; /* owned */
	struct list list;
	struct day first; /* of the lines */
	size_t days;
	int64_t *a, *b; /* owned; milli-units of each day; CHART_NO_DATA where it plans nothing */
};

void diff_page_free(struct diff_page *page);

/* Fills in the list and the lines from the diff. */
void diff_page_build(struct diff_page *page);

/* Where the rows of the list go. */
struct rect diff_page_list(const struct diff_page *page, struct rect area);

/* What a row reads as: for finding it. */
void diff_page_line(const struct diff_page *page, int item, struct str *out);

void diff_page_draw(const struct diff_page *page, struct canvas *canvas, struct rect area);

#endif
