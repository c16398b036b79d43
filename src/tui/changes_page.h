/* SPDX-License-Identifier: MIT */
/* Every change of the plan as a list. Drawn from values; asks nobody. */
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

/* What a change reads as: for finding it. */
void changes_page_line(const struct changes_page *page, int item, struct str *out);

void changes_page_draw(const struct changes_page *page, struct canvas *canvas, struct rect area);

#endif
