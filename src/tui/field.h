/* SPDX-License-Identifier: MIT */
/* One field: its text and cursor, or which of its texts is chosen, and what a key does to them. */
#ifndef FIELD_H
#define FIELD_H

#include "base/str.h"
#include "key.h"

enum { FIELD_SAID_SIZE = 200, NO_GOAL = -1 };

/* What is seen of a text of several lines, and broken to so many columns. */
struct sight {
	int rows, columns, top;
};

struct field {
	const char *label;
	const char *hint; /* shown beside it while nothing is wrong */
	int columns;      /* of the box; 0 for all there is */
	struct str text;
	size_t limit;               /* bytes of it */
	size_t cursor;              /* a byte of text where a character begins */
	bool lines;                 /* "\n" parts several of them */
	struct sight sight;         /* of those; set by form_place */
	int goal;                   /* the column that up and down keep to, or NO_GOAL */
	char said[FIELD_SAID_SIZE]; /* what is wrong with it; "" for nothing */
	bool touched;
	bool full;                  /* something typed last did not fit any more */
	bool offered;               /* a suggestion: the first character typed takes its place */
	const char *const *choices; /* what it is one of; NULL where text is typed; borrowed */
	int choice_count, chosen;
};

/* Chooses one of a field's texts by its number, going round. */
void field_choose(struct field *field, int chosen);

/* Types, edits or moves the cursor; false where the key means nothing here, or goes beyond the first or the last row. */
bool field_key(struct field *field, const struct key *key);

/* A line break at the cursor of a field of several lines; a blank in one of one line. */
void field_break(struct field *field);

#endif
