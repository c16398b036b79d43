/* SPDX-License-Identifier: MIT */
/* What the journal lists: notes and urges together, the newest first. Knows no keys. */
#ifndef JOURNAL_PAGE_H
#define JOURNAL_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/journal.h"
#include "app/urge.h"

struct keymap;

/* One of the two, borrowed from the page; the other is NULL. */
struct journal_item {
	const struct note *note;
	const struct urge *urge;
};

struct journal_page {
	struct notes notes;
	struct urges urges;
	struct journal_item *items; /* owned; the newest first */
	struct list list;
};

#define JOURNAL_PAGE_INIT                                                                          \
	{                                                                                          \
		.notes = NOTES_INIT, .urges = URGES_INIT                                           \
	}

/* Asks for all there is; on failure what was there stays. */
MUST_USE bool journal_page_load(struct journal_page *page, struct app *app, struct err *err);
void journal_page_free(struct journal_page *page);

/* Under the cursor; both NULL where there is none. */
struct journal_item journal_page_selected(const struct journal_page *page);

/* Its id, and when it was, on the wall there. */
int64_t journal_item_id(const struct journal_item *item);
struct moment journal_item_moment(const struct journal_item *item);

/* Adds all of it on one line or more, as it is read and looked through. */
void journal_item_words(const struct journal_item *item, struct str *out);

/* Where the list stands, and the rows it shows. */
struct rect journal_page_list(struct rect area);
void journal_page_draw(const struct journal_page *page, const struct keymap *keys,
		       struct canvas *canvas, struct rect area);

#endif
