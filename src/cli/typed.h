/* SPDX-License-Identifier: MIT */
/*
 * What was typed after a command that writes an entry, put together from words and options. Knows that @ begins a time;
 * nothing of what is written.
 */
#ifndef TYPED_H
#define TYPED_H

#include "session.h"

struct typed {
	struct str text;   /* all words but the time, one blank apart */
	struct str when;   /* "yesterday 23:00" */
	struct str tags;   /* of all -t */
	const char **list; /* owned; the words of text, borrowed from the command line */
	size_t count;
};

/* Empty, to be filled or freed. */
struct typed typed_none(void);
void typed_free(struct typed *typed);

/* Reads the words from number first on. ERR_USAGE where the time is given twice. To be freed in any case. */
MUST_USE bool typed_read(const struct session *session, size_t first, struct typed *typed,
			 struct err *err);

/* The text, or NULL where it is empty. Borrowed. */
const char *typed_or_null(const struct str *text);

/* The tags, or NULL where no -t was given; "" takes them away. Borrowed. */
const char *typed_tags(const struct session *session, const struct typed *typed);

#endif
