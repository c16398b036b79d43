/* SPDX-License-Identifier: MIT */
/*
 * SQLite in the small: opening a file the careful way, statements, and its result codes as errors
 * in words. Knows no table of taper's. Every call that fails leaves the error of the handle in err,
 * naming the file.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/err.h"

#include <sqlite3.h>
#include <stdint.h>

/*
 * Opens path (absolute, or NULL for memory), made with mode 0600 where missing. Waits timeout_ms
 * for locks. To be closed with sqlite3_close.
 */
MUST_USE bool db_open(const char *path, int timeout_ms, sqlite3 **db, struct err *err);

/* Opens a file that is there, for reading only. Otherwise as db_open. */
MUST_USE bool db_open_read(const char *path, int timeout_ms, sqlite3 **db, struct err *err);

/* The same, for writing too where the system allows it. */
MUST_USE bool db_open_there(const char *path, int timeout_ms, sqlite3 **db, struct err *err);

/*
 * True where a file begins as SQLite's do. What does not is best not given to SQLite, which would
 * tidy up around it.
 */
bool db_begins_well(const char *path);

/* The handle's last error in words. Always false. */
bool db_fail(sqlite3 *db, struct err *err);

/* False, ERR_STORE, where its file has its name no more: another one is in its place. */
MUST_USE bool db_is_there(sqlite3 *db, struct err *err);

/* The store holds something that taper never wrote. Always false. */
bool db_damaged(sqlite3 *db, struct err *err);

/* Runs statements that need no values and give none. */
MUST_USE bool db_exec(sqlite3 *db, const char *sql, struct err *err);

/* Takes an open transaction back; without one it does nothing. */
void db_rollback(sqlite3 *db);

/* Ends a transaction that only read; a statement of a walk around it goes on. */
void db_end_read(sqlite3 *db);

/* Commits, or takes back what can't be committed. */
MUST_USE bool db_commit(sqlite3 *db, struct err *err);

/* A statement with its first values bound, to be finalised. */
MUST_USE bool db_prepare(sqlite3 *db, const char *sql, const int64_t *values, int count,
			 sqlite3_stmt **stmt, struct err *err);

/* One step; *row is false at the end, where the statement is reset. */
MUST_USE bool db_step(sqlite3_stmt *stmt, bool *row, struct err *err);

/* Steps a statement that gives no rows, and resets it. */
MUST_USE bool db_done(sqlite3_stmt *stmt, struct err *err);

/* Runs one statement that gives no rows. */
MUST_USE bool db_run(sqlite3 *db, const char *sql, const int64_t *values, int count,
		     struct err *err);

/*
 * The number in the first column of the first row, or *number untouched where there is no row or a
 * NULL.
 */
MUST_USE bool db_number(sqlite3 *db, const char *sql, const int64_t *values, int count,
			int64_t *number, struct err *err);

/* Binds text (NULL is "") that lives until the statement is reset. */
void db_bind_text(sqlite3_stmt *stmt, int place, const char *text);

/* A column's text, never NULL; borrowed until the next step. */
const char *db_text(sqlite3_stmt *stmt, int column);

#endif
