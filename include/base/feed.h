/* SPDX-License-Identifier: MIT */
/*
 * Bytes that come piece by piece, so that what is long need not be held whole. Knows nothing of files: who has one makes a
 * feed of it.
 */
#ifndef BASE_FEED_H
#define BASE_FEED_H

#include "base/err.h"

#include <stddef.h>

/* Up to cap bytes, which is not 0, into buffer; a *len of 0 is the end. Any error of reading. */
typedef bool feed_read(void *context, char *buffer, size_t cap, size_t *len, struct err *err);

struct feed {
	feed_read *read;
	void *context;
};

/* A text in memory, borrowed, handed out from at on. */
struct feed_text {
	const char *text;
	size_t len, at;
};

struct feed feed_of_text(struct feed_text *text);

#endif
