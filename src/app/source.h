/* SPDX-License-Identifier: MIT */
/*
 * A text a person names, to be read in pieces and more than once: a file, what comes through standard input, or a text in memory.
 */
#ifndef APP_SOURCE_H
#define APP_SOURCE_H

#include "base/feed.h"
#include "base/str.h"

#include <stdint.h>

struct source {
	const char *name; /* borrowed; for messages */
	int fd;           /* -1 where the text is in memory */
	bool is_mine;     /* fd is to be closed */
	bool off_disk;    /* what can't be read twice is not to touch it */
	int64_t begin;    /* where in the file it begins */
	int64_t read;     /* so many bytes so far */
	struct str held;  /* owned */
	struct feed_text text;
};

/*
 * A regular file, "-" for standard input, or text where it is not NULL, borrowed; to be closed. What can't be read twice (a pipe)
 * is taken in whole: the first MiB into memory, more than that into a file that has no name; with off_disk (the log is locked) one
 * of memory, and ERR_IO on a system without such. ERR_FORMAT where it can't be read.
 */
MUST_USE bool source_open(const char *path, const char *text, bool off_disk, struct source *source,
			  struct err *err);
void source_close(struct source *source);

/* From the beginning; of at most 1 GiB. Good until the next one, or the end of source. */
MUST_USE bool source_feed(struct source *source, struct feed *feed, struct err *err);

#endif
