/* SPDX-License-Identifier: MIT */
/* What the Support screen is made of: what is shown, the items and columns it becomes, and the pieces that its parts share. */
#ifndef SUPPORT_PARTS_H
#define SUPPORT_PARTS_H

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
	struct str reached;         /* milestones of times before the plan in use; "" for none */
	struct str safety;          /* how the safety questions stand, in a few words */
	const struct keymap *keys;  /* borrowed; NULL for the list's own */
};

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
	struct rect area;      /* it was laid out for; nothing for not at all */
	bool airy;             /* there is room for a line between the parts */
};

/* The newest item as what it is, a heading in a column, and one of a part. */
void support_parts_item(struct support_page *page, enum support_kind kind, struct own_place place);
void support_parts_head(struct blocks *blocks, int columns, const char *text);
void support_parts_part(const struct support_page *page, struct blocks *blocks, int columns,
			const char *text);

/* Words that can't be gone to, with the keys they name. */
void support_parts_say(const struct support_shown *shown, struct blocks *blocks, struct block block,
		       const char *text);

#endif
