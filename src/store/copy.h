/* SPDX-License-Identifier: MIT */
/*
 * A copy of an open database, whole or not at all, read back before anybody counts on it.
 */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "db.h"

struct vault;

/*
 * Copies db, which has no transaction open, into the file part that part_begin made, locked as vault
 * is (NULL: not at all), reads the copy back and finds it whole. Above 0, limit_ms is the longest it
 * may take; *late tells where that was the reason to stop.
 */
MUST_USE bool copy_fill(sqlite3 *db, const struct vault *vault, const char *part, int limit_ms,
			bool *late, struct err *err);

/* All that SQLite can find wrong in a file; ERR_STORE says the first of it. */
MUST_USE bool copy_is_whole(sqlite3 *db, struct err *err);

/* The same from part_begin to part_end, without replacing. */
MUST_USE bool copy_keep(sqlite3 *db, const struct vault *vault, const char *path, int limit_ms,
			bool *late, struct err *err);

#endif
