/* SPDX-License-Identifier: MIT */
#include "copy.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "place.h"

enum { COPIES_MAX = 1000 };

static bool is_whole(const char *path, struct err *err)
{
	sqlite3 *db;
	sqlite3_stmt *stmt = NULL;
	bool row = false, ok;

	if (!db_open(path, 0, &db, err))
		return false;
	ok = db_prepare(db, "PRAGMA integrity_check(1)", NULL, 0, &stmt, err) &&
	     db_step(stmt, &row, err);
	if (ok && (!row || strcmp(db_text(stmt, 0), "ok") != 0))
		ok = db_damaged(db, err);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return ok;
}

static bool vacuum_into(sqlite3 *db, const char *path, struct err *err)
{
	sqlite3_stmt *stmt;
	mode_t mask = umask(077);
	bool ok = db_prepare(db, "VACUUM INTO ?1", NULL, 0, &stmt, err);

	if (ok)
		db_bind_text(stmt, 1, path);
	ok = ok && db_done(stmt, err);
	sqlite3_finalize(stmt);
	umask(mask);
	return ok;
}

static bool settle(const char *folder, struct err *err)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some file systems have no fsync for folders, and say EINVAL. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (!ok)
		err_set(err, ERR_IO, "the folder '%s' can't be written: %s", folder,
			strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

static void free_name(const char *folder, int64_t version, struct str *name)
{
	struct stat found;

	str_addf(name, "%s/before-format-%" PRId64 ".db", folder, version);
	for (int i = 2; i < COPIES_MAX && lstat(name->data, &found) == 0; i++) {
		str_reset(name);
		str_addf(name, "%s/before-format-%" PRId64 "-%d.db", folder, version, i);
	}
}

bool copy_keep(sqlite3 *db, const char *folder, int64_t version, struct err *err)
{
	struct str name = STR_INIT, part = STR_INIT;
	bool ok = place_make_folder(folder, err);

	free_name(folder, version, &name);
	str_addf(&part, "%s.part", name.data);
	unlink(part.data);
	ok = ok && vacuum_into(db, part.data, err) && is_whole(part.data, err);
	if (ok && rename(part.data, name.data) != 0)
		ok = err_set(err, ERR_IO, "'%s' can't be made: %s", name.data, strerror(errno));
	ok = ok && settle(folder, err);
	if (!ok) {
		unlink(part.data);
		err_wrap(err, "no copy could be kept before the update");
	}
	str_free(&part);
	str_free(&name);
	return ok;
}
