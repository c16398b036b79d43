/* SPDX-License-Identifier: MIT */
#include "copy.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include "part.h"
#include "vault.h"

enum { LOOK_EVERY = 1000, MS_A_SECOND = 1000, NS_A_MS = 1000000 };

static int64_t now_ms(void)
{
	struct timespec now = {.tv_sec = 0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * MS_A_SECOND + now.tv_nsec / NS_A_MS;
}

static int is_late(void *context)
{
	return now_ms() > *(const int64_t *)context;
}

/*
 * SQLite tells trouble with the copy as trouble of the store it is made from. What it could not read
 * is the store's, all else the copy's.
 */
static bool vacuum_refused(sqlite3 *db, const char *part, struct err *err)
{
	int result = sqlite3_extended_errcode(db);
	int number = sqlite3_system_errno(db);

	switch (result & 0xFF) {
	case SQLITE_FULL:
		return part_refused(part, ENOSPC, err);
	case SQLITE_IOERR:
		if (result == SQLITE_IOERR_READ || result == SQLITE_IOERR_SHORT_READ)
			return db_fail(db, err);
		return part_refused(part, number != 0 ? number : EIO, err);
	case SQLITE_CANTOPEN:
		return part_refused(part, number != 0 ? number : EACCES, err);
	default:
		return db_fail(db, err);
	}
}

static bool vacuum_into(sqlite3 *db, const char *part, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	bool ok = sqlite3_prepare_v2(db, "VACUUM INTO ?1", -1, &stmt, NULL) == SQLITE_OK;

	if (ok) {
		db_bind_text(stmt, 1, part);
		ok = sqlite3_step(stmt) == SQLITE_DONE;
	}
	if (!ok)
		vacuum_refused(db, part, err);
	sqlite3_finalize(stmt);
	return ok;
}

bool copy_is_whole(sqlite3 *db, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	bool row = false;
	bool ok = db_prepare(db, "PRAGMA integrity_check(1)", NULL, 0, &stmt, err) &&
		  db_step(stmt, &row, err);

	if (ok && (!row || strcmp(db_text(stmt, 0), "ok") != 0))
		ok = db_damaged(db, err);
	sqlite3_finalize(stmt);
	return ok;
}

static bool read_back(const char *part, int64_t *until, struct err *err)
{
	sqlite3 *copy;
	bool ok;

	if (!db_open_read(part, 0, &copy, err))
		return false;
	if (until != NULL)
		sqlite3_progress_handler(copy, LOOK_EVERY, is_late, until);
	ok = copy_is_whole(copy, err);
	sqlite3_close(copy);
	return ok;
}

static bool fill_locked(sqlite3 *db, const struct vault *vault, const char *part, struct err *err)
{
	struct sealed_header header = vault->header;

	return copy_is_whole(db, err) &&
	       vault_write_part(part, &header, vault->key, image_of(db), err) &&
	       vault_prove_part(part, vault->key, image_of(db), err);
}

bool copy_fill(sqlite3 *db, const struct vault *vault, const char *part, int limit_ms, bool *late,
	       struct err *err)
{
	int64_t until = now_ms() + limit_ms;
	bool limited = limit_ms > 0, ok;

	*late = false;
	if (vault != NULL)
		return fill_locked(db, vault, part, err);
	if (limited)
		sqlite3_progress_handler(db, LOOK_EVERY, is_late, &until);
	ok = vacuum_into(db, part, err);
	sqlite3_progress_handler(db, 0, NULL, NULL);
	ok = ok && read_back(part, limited ? &until : NULL, err) && part_sync(part, err);
	if (!ok && limited && is_late(&until)) {
		*late = true;
		return err_set(err, ERR_IO, "a copy would have taken longer than %d seconds",
			       limit_ms / MS_A_SECOND);
	}
	return ok;
}

bool copy_keep(sqlite3 *db, const struct vault *vault, const char *path, int limit_ms, bool *late,
	       struct err *err)
{
	struct str part = STR_INIT;
	bool ok;

	*late = false;
	ok = part_begin(path, &part, err) && copy_fill(db, vault, part.data, limit_ms, late, err) &&
	     part_end(part.data, path, false, err);
	part_free(&part, ok);
	return ok;
}
