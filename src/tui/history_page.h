/* SPDX-License-Identifier: MIT */
/* The days behind, newest first, and the doses of the one under the cursor. Drawn from values; asks nobody. */
#ifndef HISTORY_PAGE_H
#define HISTORY_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/history.h"

struct history_page {
	struct history_days days;   /* owned; oldest first, as asked for */
	struct history_doses doses; /* owned; of the day under the cursor */
	struct day doses_day;
	bool has_doses; /* doses are those of doses_day */
	struct list list;
};

void history_page_free(struct history_page *page);

/* The day of a line of the list. */
const struct history_day *history_page_day(const struct history_page *page, int item);

/* Where the list goes, and the panel beside it (without rows where there is no room). */
struct rect history_page_list(struct rect area, struct rect *panel);

void history_page_draw(const struct history_page *page, struct canvas *canvas, struct rect area);

/* The doses of the day as text for a page of its own, added to out. */
void history_page_describe(const struct history_page *page, struct str *out);

#endif
