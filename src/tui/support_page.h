/* SPDX-License-Identifier: MIT */
/*
 * The Support screen as items in one or two columns: the own plan for hard moments, questions to oneself, the country's lines and
 * groups. Knows what is shown and where, not what keys do.
 */
#ifndef SUPPORT_PAGE_H
#define SUPPORT_PAGE_H

#include "blocks.h"

#include "app/practice.h"
#include "app/safety.h"
#include "app/support.h"

struct keymap;

struct support_shown {
	struct support support;     /* owned; without a country where its lines can't be read */
	struct practices practices; /* owned; those of the plan, with their last days */
	struct str trouble;         /* why not; "" where they can */
	bool after;                 /* the last step is behind: what to do after use comes first */
	struct str safety;          /* how the safety questions stand, in a few words */
	const struct keymap *keys;  /* borrowed; NULL for the list's own */
};

void support_shown_free(struct support_shown *shown);

enum support_kind { SUPPORT_OWN, SUPPORT_EMPTY, SUPPORT_SAFETY, SUPPORT_SELF_CHECK, SUPPORT_LINE };

/* What an item is. */
struct support_item {
	enum support_kind kind;
	struct own_place place; /* of SUPPORT_OWN and SUPPORT_EMPTY, the latter with number 0 */
};

struct support_page {
	struct support_item *items; /* owned; down the first column, then the second */
	size_t count, cap;
	struct blocks columns[2];
	struct rect places[2]; /* of the columns; the second without columns where there is one */
	struct rect head;      /* the line on top; with one column whom to talk to below it */
	bool airy;             /* there is room for a line between the parts */
};

void support_page_free(struct support_page *page);

/* Lays out what is shown in an area; cursor is an item, and is in sight afterwards. */
void support_page_lay(struct support_page *page, const struct support_shown *shown,
		      struct rect area, int cursor);

void support_page_draw(const struct support_page *page, const struct support_shown *shown,
		       struct canvas *canvas);

/* What an item reads as: for finding it. */
void support_page_line(const struct support_page *page, int item, struct str *out);

/* The item at a place of the screen, or -1. */
int support_page_at(const struct support_page *page, int row, int column);

/* What the parts of the page share: the newest item as what it is, a heading in a column, and one of a part. */
void support_page_item(struct support_page *page, enum support_kind kind, struct own_place place);
void support_page_head(struct blocks *blocks, int columns, const char *text);
void support_page_part(const struct support_page *page, struct blocks *blocks, int columns,
		       const char *text);

/* Words that can't be gone to, with the keys they name. */
void support_page_say(const struct support_shown *shown, struct blocks *blocks, struct block block,
		      const char *text);

/* Adds where the lines and groups come from, and when they were looked at, for a page to read. */
MUST_USE bool support_page_sources(struct app *app, const struct support_shown *shown,
				   struct str *text, struct err *err);

#endif
