/* SPDX-License-Identifier: MIT */
/* The days behind, newest first, and the doses of the one under the cursor. Drawn from values; asks nobody. */
#ifndef HISTORY_PAGE_H
#define HISTORY_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/history.h"

enum { HISTORY_WORDS_SIZE = 240 };

struct history_page {
	struct history_days days;   /* owned; oldest first, as asked for */
	struct history_doses doses; /* owned; of the day that the cursor rested on */
	struct day doses_day;
	int doses_item;
	bool has_doses; /* doses are those of doses_day, a line of the list */
	int64_t most;   /* of a day, in nano-units: see history_page_most */
	struct list list;
	char words[HISTORY_WORDS_SIZE]; /* the filter; "" for none */
};

void history_page_free(struct history_page *page);

/* The day of a line of the list. */
const struct history_day *history_page_day(const struct history_page *page, int item);

/* Where the list goes, and the panel beside it (without rows where there is no room). */
struct rect history_page_list(const struct history_page *page, struct rect area,
			      struct rect *panel);

/* The most that was taken or planned on any day, at least 1: what all bars are measured against. */
int64_t history_page_most(const struct history_page *page);

void history_page_draw(const struct history_page *page, struct canvas *canvas, struct rect area);

#endif
