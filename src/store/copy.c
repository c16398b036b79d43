/* SPDX-License-Identifier: MIT */
#include "copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "names.h"
#include "place.h"
#include "store/unfinished.h"
#include "vault.h"

enum { LOOK_EVERY = 1000, MS_A_SECOND = 1000, NS_A_MS = 1000000 };

static bool refused(const char *path, int number, struct err *err)
{
	if (number == ENOSPC || number == EDQUOT || number == EFBIG)
		return err_set(err, ERR_IO, "'%.300s' can't be made: there is no space left", path);
	return err_set(err, ERR_IO, "'%.300s' can't be made: %s", path, strerror(number));
}

bool copy_begin(const char *path, struct str *part, struct err *err)
{
	struct str name = STR_INIT;
	int fd;

	str_addf(&name, "%s" NAME_PART_ENDING, path);
	fd = unfinished_make(name.data);
	if (fd < 0) {
		str_free(&name);
		return refused(path, errno, err);
	}
	close(fd);
	str_add(part, name.data);
	str_free(&name);
	return true;
}

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
		return refused(part, ENOSPC, err);
	case SQLITE_IOERR:
		if (result == SQLITE_IOERR_READ || result == SQLITE_IOERR_SHORT_READ)
			return db_fail(db, err);
		return refused(part, number != 0 ? number : EIO, err);
	case SQLITE_CANTOPEN:
		return refused(part, number != 0 ? number : EACCES, err);
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

static bool settle_file(const char *path, int flags, struct err *err)
{
	int fd = open(path, flags | O_CLOEXEC);
	/* Some file systems have no fsync for folders, and say EINVAL. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || (errno == EINVAL && (flags & O_DIRECTORY) != 0));

	if (!ok)
		err_set(err, ERR_IO, "'%.300s' can't be written: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
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

bool copy_fill(sqlite3 *db, const struct vault *vault, const char *part, int limit_ms, bool *late,
	       struct err *err)
{
	int64_t until = now_ms() + limit_ms;
	bool limited = limit_ms > 0, ok;

	*late = false;
	if (vault != NULL)
		return vault_copy(vault, db, part, err);
	if (limited)
		sqlite3_progress_handler(db, LOOK_EVERY, is_late, &until);
	ok = vacuum_into(db, part, err);
	sqlite3_progress_handler(db, 0, NULL, NULL);
	ok = ok && read_back(part, limited ? &until : NULL, err) && settle_file(part, O_RDWR, err);
	if (!ok && limited && is_late(&until)) {
		*late = true;
		return err_set(err, ERR_IO, "a copy would have taken longer than %d seconds",
			       limit_ms / MS_A_SECOND);
	}
	return ok;
}

bool copy_settle(const char *path, struct err *err)
{
	struct str folder = STR_INIT;
	const char *name;
	bool ok;

	place_split(path, &folder, &name);
	ok = settle_file(folder.data, O_RDONLY | O_DIRECTORY, err);
	str_free(&folder);
	return ok;
}

/* Not every file system has hard links; there, two programs at the same moment are not kept apart. */
static bool rename_to_free(const char *part, const char *path)
{
	struct stat found;

	if (link(part, path) == 0) {
		unlink(part);
		return true;
	}
	if (errno == EEXIST)
		return false;
	if (lstat(path, &found) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(part, path) == 0;
}

bool copy_end(const char *part, const char *path, bool replace, struct err *err)
{
	if (!(replace ? rename(part, path) == 0 : rename_to_free(part, path)))
		return errno == EEXIST ? err_set(err, ERR_IO, "'%.300s' is there already", path)
				       : refused(path, errno, err);
	unfinished_forget(part);
	return copy_settle(path, err);
}

void copy_drop(struct str *part)
{
	if (part->len > 0) {
		unlink(part->data);
		unfinished_forget(part->data);
	}
	str_free(part);
}

bool copy_keep(sqlite3 *db, const struct vault *vault, const char *path, int limit_ms, bool *late,
	       struct err *err)
{
	struct str part = STR_INIT;
	bool ok;

	*late = false;
	ok = copy_begin(path, &part, err) && copy_fill(db, vault, part.data, limit_ms, late, err) &&
	     copy_end(part.data, path, false, err);
	if (ok)
		str_free(&part);
	else
		copy_drop(&part);
	return ok;
}
