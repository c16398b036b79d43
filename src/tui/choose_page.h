/* SPDX-License-Identifier: MIT */
/* The plans there are to choose from, and what the one under the cursor would mean. Drawn from values; asks nobody. */
#ifndef CHOOSE_PAGE_H
#define CHOOSE_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/planning.h"

struct keymap;

struct choice {
	bool laid_out;
	bool no_baseline;       /* it could be, from an amount that is asked for */
	struct preview preview; /* owned, where it could be laid out */
	char why[240];          /* else why it could not */
};

struct choose_page {
	struct plan_cards cards; /* owned */
	struct choice *choices;  /* owned; one a card */
	struct list list;
	int marked;                 /* the card to compare with, counted from 1; 0 for none */
	const struct plan_now *now; /* the plan in use, borrowed; NULL for none */
	const struct keymap *keys;  /* borrowed; NULL for the list's own */
};

void choose_page_free(struct choose_page *page);

struct rect choose_page_list(const struct choose_page *page, struct rect area);

void choose_page_draw(const struct choose_page *page, struct canvas *canvas, struct rect area);

/* All there is to say about the plan under the cursor, as a page to read; added to out. */
void choose_page_describe(const struct choose_page *page, struct str *out);

#endif
