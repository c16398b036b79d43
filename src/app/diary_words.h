/* SPDX-License-Identifier: MIT */
/*
 * How entries of the diary are told in the list of changes, and when they were.
 */
#ifndef APP_DIARY_WORDS_H
#define APP_DIARY_WORDS_H

#include "app/app.h"
#include "app/undo.h"
#include "engine/diary.h"

struct diary_stamp {
	int64_t utc;
	int16_t utc_offset;
};

/* "urge of Fri 20 Nov at 15:10", or of a check-in "check-in of Fri 20 Nov", after a verb; what holds APP_WHAT_SIZE. */
void diary_describe(const struct app *app, const char *verb, enum entry_kind kind,
		    struct diary_stamp stamp, char *what);

/* The time as typed, or now where it is NULL or "". */
MUST_USE bool diary_when(const struct app *app, const char *text, int64_t *utc, int16_t *utc_offset,
			 char *said, struct err *err);

/* Puts a copy of text over *field, unless it is NULL. */
void diary_replace(char **field, const char *text);

#endif
