/* SPDX-License-Identifier: MIT */
/*
 * A file made beside the name it is to have, and given that name when it is whole.
 */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "base/str.h"
#include "db.h"

struct vault;

/* An empty file (0600) beside path, for what is to become path; adds its name to part. */
MUST_USE bool copy_begin(const char *path, struct str *part, struct err *err);

/*
 * Copies db, which has no transaction open, into the file part that copy_begin made, locked as vault
 * is (NULL: not at all), reads the copy back and finds it whole. Above 0, limit_ms is the longest it
 * may take; *late tells where that was the reason to stop.
 */
MUST_USE bool copy_fill(sqlite3 *db, const struct vault *vault, const char *part, int limit_ms,
			bool *late, struct err *err);

/* All that SQLite can find wrong in a file; ERR_STORE says the first of it. */
MUST_USE bool copy_is_whole(sqlite3 *db, struct err *err);

/*
 * Gives part its name, for good once it is true. Without replace nothing that has the name already
 * is touched: ERR_IO.
 */
MUST_USE bool copy_end(const char *part, const char *path, bool replace, struct err *err);

/* Removes what copy_begin made, and says so to nobody; a part without a name is none. */
void copy_drop(struct str *part);

/* begin, fill and end without replacing. */
MUST_USE bool copy_keep(sqlite3 *db, const struct vault *vault, const char *path, int limit_ms,
			bool *late, struct err *err);

/* Makes the names in the folder of a file last. */
MUST_USE bool copy_settle(const char *path, struct err *err);

#endif
