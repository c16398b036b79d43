/* SPDX-License-Identifier: MIT */
/* Help now as prose: what is most urgent first. Knows the order; the words are the app's. */
#ifndef HELP_WORDS_H
#define HELP_WORDS_H

#include "base/str.h"

#include "app/support.h"
#include "app/urge.h"

/* The first number to call, and what it is; both borrowed from help. */
const struct help_line *help_words_first(const struct help_now *help);

/* Below that number: the signs to call for and the other numbers, added to out. */
void help_words_urgent(const struct help_now *help, struct str *out);

/* What taper knows without anything of the person's: those, and what to do about an overdose; added to out. */
void help_words_shipped(const struct help_now *help, struct str *out);

/* The keys that are named: of the timer, the tools and the signs. */
struct help_keys {
	const char *urge, *tools, *signs;
};

/* The four boxes of pros and cons as prose, added to out; nothing where none has an entry. */
void help_words_balance(const struct own_plan *plan, struct str *out);

/* The rest: waiting, people, what helped, an overdose. stats may have nothing in them. */
void help_words_rest(const struct help_now *help, const struct urge_stats *stats,
		     const struct help_keys *keys, struct str *out);

/* Where the country is from, "" where the person set it. */
const char *help_words_from(enum country_from from);

#endif
