/* SPDX-License-Identifier: MIT */
/* The plans there are to choose from, and what the one under the cursor would mean. Drawn from values; asks nobody. */
#ifndef CHOOSE_PAGE_H
#define CHOOSE_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/planning.h"

struct choice {
	bool laid_out;
	struct preview preview; /* owned, where it could be laid out */
	char why[240];          /* else why it could not */
};

struct choose_page {
	struct plan_cards cards; /* owned */
	struct choice *choices;  /* owned; one a card */
	struct list list;
};

void choose_page_free(struct choose_page *page);

struct rect choose_page_list(const struct choose_page *page, struct rect area);

void choose_page_draw(const struct choose_page *page, struct canvas *canvas, struct rect area);

/* What starting it means, with its cautions, added to out: for the question that is asked. */
void choose_page_describe(const struct preview *preview, struct str *out);

#endif
