/* SPDX-License-Identifier: MIT */
/* A month as a map, a sign a day, and what the day under the cursor was. Drawn from values; asks nobody. */
#ifndef MONTH_PAGE_H
#define MONTH_PAGE_H

#include "canvas.h"

#include "app/history.h"

struct month_page {
	struct day first, last; /* of the month */
	struct day at, today;
	struct history_days days; /* owned; from first to last, or to today */
	struct history_days
		past; /* owned; the months before, from the first entry on, where they are known */
	struct history_doses doses; /* owned; of the day at */
	bool passes; /* the cursor goes on from day to day: the doses are not asked for */
};

void month_page_free(struct month_page *page);

void month_page_draw(const struct month_page *page, struct canvas *canvas, struct rect area);

/* The day at a place of the screen; false where there is none. */
bool month_page_day_at(const struct month_page *page, struct rect area, int row, int column,
		       struct day *day);

#endif
