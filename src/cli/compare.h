/* SPDX-License-Identifier: MIT */
/*
 * Plans side by side: laid out from the same amount and day, one column a plan. Knows how they are told apart in figures
 * and short words; cmd_compare.c finds them.
 */
#ifndef COMPARE_H
#define COMPARE_H

#include "looks.h"

#include "app/receipts.h"
#include "base/json.h"

struct candidate {
	const char *word; /* as it was asked for; borrowed */
	bool laid_out;
	struct err err;         /* why not, where it is not */
	struct preview preview; /* owned */
	bool replayed;
	struct err replay_err; /* why not, where it was asked for and is not */
	struct replay replay;
};

struct compare {
	struct candidate *items; /* owned; in the order asked for */
	size_t count;
	bool by_date;
	struct day by;
	bool with_replay;
};

/* Adds everything: what they begin from, the columns in as many blocks as the width asks for, and why a plan has no column. */
void compare_text(const struct compare *compare, const struct looks *looks, struct str *out);

/* Adds the same as one document. */
void compare_json(const struct compare *compare, struct json *json);

/* The first plan that could be laid out, or NULL. */
const struct candidate *compare_first(const struct compare *compare);

/* A blank that lines are not broken at, in what the two below add. */
#define COMPARE_JOINED "\u00a0"

/* Adds text with common blanks in place of those. */
void compare_add_plain(const char *text, struct str *out);

/*
 * Adds a plan's speed, one phase a line: "5 % / 14 d", "1, ½, ¼ g / 7 d". A phase that begins below a tenth of the starting amount is
 * passed over, and so is a time without a cut before the first one.
 */
void compare_speed(const struct preview *preview, bool ascii, struct str *out);

/* Adds the cautions in a few words, one a line: "above 20 %", "needs a yes". */
void compare_notes(const struct pace *pace, struct str *out);

#endif
