/* SPDX-License-Identifier: MIT */
/* Every change of the plan as a list, and two of them compared. Drawn from values; asks nobody. */
#ifndef CHANGES_PAGE_H
#define CHANGES_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/revising.h"

struct changes_page {
	struct plan_events events; /* owned */
	struct list list;
	int marked; /* the change to compare with; -1 for the one before */
};

/* Where the rows of the list go. */
struct rect changes_page_list(const struct changes_page *page, struct rect area);

/* What a change, and a row of two compared, reads as: for finding it. */
void changes_page_line(const struct changes_page *page, int item, struct str *out);

void changes_page_draw(const struct changes_page *page, struct canvas *canvas, struct rect area);

struct diff_page {
	struct plan_diff diff; /* owned */
	struct list list;
};

struct rect diff_page_list(const struct diff_page *page, struct rect area);

void diff_page_line(const struct diff_page *page, int item, struct str *out);
void diff_page_draw(const struct diff_page *page, struct canvas *canvas, struct rect area);

#endif
