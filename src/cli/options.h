/* SPDX-License-Identifier: MIT */
/*
 * Reads options and arguments against a static table. Knows how a command line is written (--name=value, -nvalue,
 * "--" ends the options); does not know what any option means. Names are never guessed from their first letters.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "base/err.h"

#include <stddef.h>

struct option_spec {
	int id;            /* the caller's own, from 1 */
	char letter;       /* the short form; 0 for none */
	const char *name;  /* "from"; NULL ends a table */
	const char *value; /* what its value is, for usage: "AMOUNT"; NULL where it takes none */
	const char *help;  /* one line */
};

/* What is understood: the options of a command and those of all of them. Either may be NULL. */
struct option_set {
	const struct option_spec *own;
	const struct option_spec *common;
	bool negates; /* a minus sign, a name and a colon are no option: -tag:work */
};

struct option_given {
	int id;
	const char *value; /* borrowed from the command line; NULL where it takes none */
};

struct options {
	struct option_given *given; /* owned; in the order they were given */
	size_t given_count, given_cap;
	const char **words; /* owned; the arguments, borrowed from the command line */
	size_t word_count, word_cap;
};

#define OPTIONS_INIT                                                                               \
	{                                                                                          \
		.given = NULL                                                                      \
	}

void options_free(struct options *options);

/*
 * Adds all options and arguments of argv[0] to argv[count - 1]. An argument such as -5 or -30m, or a lone "-", is no
 * option. ERR_USAGE names the option, and the nearest known one.
 */
MUST_USE bool options_read(struct options *options, struct option_set set, size_t count,
			   char *const *argv, struct err *err);

/* The same, but stops before the first argument; *used is how many of argv were read. */
MUST_USE bool options_read_leading(struct options *options, struct option_set set, size_t count,
				   char *const *argv, size_t *used, struct err *err);

/* The option a word is (--from, --from=x, -f), or NULL; *value, where it is not NULL, says whether the value is in it. */
const struct option_spec *option_of_word(const struct option_set *set, const char *word,
					 bool *value);

/* True where it was given. */
bool options_has(const struct options *options, int id);

/* Its value, the last one where it was given more than once; NULL where it was not given. */
const char *options_value(const struct options *options, int id);

#endif
