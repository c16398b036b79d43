/* SPDX-License-Identifier: MIT */
/*
 * The safety questions (safety.yaml, format taper-safety/1) and the self-check (self-check.yaml, format
 * taper-self-check/1). Does not know where the files are kept.
 */
#ifndef YAML_SAFETY_H
#define YAML_SAFETY_H

#include "base/problems.h"
#include "engine/safety.h"
#include "engine/selfcheck.h"

/* Both read a file; ERR_FORMAT with all mistakes in problems, none where it can't be opened. On false the book is untouched. */
MUST_USE bool safety_book_read(const char *path, struct safety_book *book,
			       struct problems *problems, struct err *err);
MUST_USE bool selfcheck_book_read(const char *path, struct selfcheck_book *book,
				  struct problems *problems, struct err *err);

/*
 * What tells the safety questions of one file from those of any other: the same for the same bytes, without reading what they say. mark
 * has SAFETY_MARK_SIZE; ERR_NOT_FOUND or ERR_IO where the file can't be opened.
 */
MUST_USE bool safety_book_mark(const char *path, char *mark, struct err *err);

#endif
