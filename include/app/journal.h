/* SPDX-License-Identifier: MIT */
/*
 * The journal: notes in a person's own words.
 */
#ifndef APP_JOURNAL_H
#define APP_JOURNAL_H

#include "app/app.h"
#include "engine/diary.h"

struct noted {
	struct note note; /* to be freed; with its id */
	char said[160];   /* as in struct logged */
};

/* Adds a note; when as for a dose, NULL for now. ERR_INVALID names what can't be kept. */
MUST_USE bool app_journal_add(struct app *app, const char *text, const char *when,
			      struct noted *noted, struct err *err);

/* Replaces what is not NULL. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_journal_edit(struct app *app, int64_t id, const char *text, const char *when,
			       struct noted *noted, struct err *err);

/* One to look at, to be freed. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_journal_get(struct app *app, int64_t id, struct note *note, struct err *err);

struct notes {
	struct note *items; /* owned; by time */
	size_t count, cap;
};

#define NOTES_INIT                                                                                 \
	{                                                                                          \
		.items = NULL                                                                      \
	}

/* Those that count for the days from first to last, to be freed. */
MUST_USE bool app_journal(struct app *app, struct day first, struct day last, struct notes *notes,
			  struct err *err);
void notes_free(struct notes *notes);

#endif
