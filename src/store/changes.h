/* SPDX-License-Identifier: MIT */
/*
 * The list of changes: what every writing verb goes through, so that undo and redo know nothing of
 * doses or plans. Rows are never overwritten: they come (with a number from change_row) and go
 * (change_remove).
 */
#ifndef STORE_CHANGES_H
#define STORE_CHANGES_H

#include "handle.h"

/* The tables whose rows come and go. Each has row, died and live, see steps.c. */
enum subject {
	SUBJECT_DOSE,
	SUBJECT_REVISION,
	SUBJECT_CHECKIN,
	SUBJECT_URGE,
	SUBJECT_NOTE,
	SUBJECT_ANSWERS,
	SUBJECT_COUNT
};

/* Their names, for statements that go over all of them. */
#define SUBJECT_TABLES(EACH)                                                                       \
	EACH("dose") EACH("revision") EACH("checkin") EACH("urge") EACH("note") EACH("answers")

/* A change being made. */
struct change_pen {
	struct store *store;
	int64_t id;
	int64_t first, next; /* row numbers */
};

/*
 * Opens a transaction with a new entry in the list; what is undone can't be redone after it. After
 * success exactly one of change_commit and change_cancel follows.
 */
MUST_USE bool change_begin(struct store *store, int64_t now_utc, const char *what,
			   struct change_pen *pen, struct err *err);

/* The number of the next row this change brings. */
int64_t change_row(struct change_pen *pen);

/* Takes one living row away. */
MUST_USE bool change_remove(struct change_pen *pen, enum subject subject, int64_t row,
			    struct err *err);

/* On false nothing was changed. */
MUST_USE bool change_commit(struct change_pen *pen, struct err *err);
void change_cancel(struct change_pen *pen);

/* change_commit where ok, else change_cancel. */
MUST_USE bool change_end(struct change_pen *pen, bool ok, struct err *err);

#endif
