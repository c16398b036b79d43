/* SPDX-License-Identifier: MIT */
/*
 * The copies taper keeps by itself; see store/care.h for their names and when they go.
 */
#ifndef STORE_KEEP_H
#define STORE_KEEP_H

#include "base/str.h"
#include "handle.h"

/* Before a change, outside any transaction: the copy of the day, where one is wanted. */
void keep_day(struct store *store);

/*
 * Keeps a copy before something large, in a folder made where missing, and adds its name to made.
 * keep_end follows: with done the oldest of such copies go, without it this one.
 */
MUST_USE bool keep_before(sqlite3 *db, const struct vault *vault, const char *folder,
			  const char *word, struct str *made, struct err *err);
void keep_end(const char *folder, bool done, struct str *made);

/* keep_before where the store has a folder for backups and anything to copy; else made stays "". */
MUST_USE bool keep_before_change(struct store *store, const char *word, struct str *made,
				 struct err *err);

#endif
