/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */

#include "store/care.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "copy.h"
#include "handle.h"
#include "migrate.h"
#include "place.h"
#include "swap.h"

static bool is_same_file(const char *a, const char *b)
{
	struct stat left, right;

	return a != NULL && stat(a, &left) == 0 && stat(b, &right) == 0 &&
	       left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

/* What lies beside a file that was there would be written into the copy. */
static bool is_alone(const char *path, struct err *err)
{
	for (size_t i = 0; swap_companions[i] != NULL; i++) {
		struct str beside = STR_INIT;
		struct stat found;
		bool there;

		str_addf(&beside, "%s%s", path, swap_companions[i]);
		there = lstat(beside.data, &found) == 0;
		if (there)
			err_set(err, ERR_IO,
				"'%.300s' belongs to a store that was there; move it away first",
				beside.data);
		str_free(&beside);
		if (there)
			return false;
	}
	return true;
}

static bool may_be_made(const struct store *store, const char *path, bool replace, struct err *err)
{
	struct stat found;

	if (lstat(path, &found) != 0)
		return errno == ENOENT ||
		       err_set(err, ERR_IO, "'%.300s' can't be made: %s", path, strerror(errno));
	if (is_same_file(store->path, path))
		return err_set(err, ERR_IO, "'%.300s' is the store itself", path);
	if (!S_ISREG(found.st_mode))
		return err_set(err, ERR_IO, "'%.300s' is not a file", path);
	return replace ||
	       err_set(err, ERR_IO, "'%.300s' is there already; --force writes over it", path);
}

bool store_backup(struct store *store, const char *path, bool replace, struct err *err)
{
	struct str part = STR_INIT;
	char *resolved = NULL;
	bool late, ok;

	if (!handle_ready(store, err) || !place_resolve(path, &resolved, err))
		return false;
	ok = may_be_made(store, resolved, replace, err) && is_alone(resolved, err) &&
	     copy_begin(resolved, &part, err) && copy_fill(store->db, part.data, 0, &late, err) &&
	     copy_end(part.data, resolved, replace, err);
	if (ok)
		str_free(&part);
	else
		copy_drop(&part);
	free(resolved);
	return ok;
}

/* Nothing is taken on trust: not the name, not the header, not a page. */
static bool prove(sqlite3 *db, struct err *err)
{
	int64_t row = 0;

	if (!migrate_knows(db, &store_steps, err) || !copy_is_whole(db, err) ||
	    !db_number(db, "SELECT 1 FROM pragma_foreign_key_check LIMIT 1", NULL, 0, &row, err))
		return false;
	return row == 0 || db_damaged(db, err);
}

static bool open_source(const char *from, sqlite3 **db, struct err *err)
{
	struct stat found;
	char *real = realpath(from, NULL);
	bool ok;

	if (real == NULL || stat(real, &found) != 0) {
		free(real);
		return err_set(err, ERR_FORMAT, "'%.300s' can't be opened: %s", from,
			       strerror(errno));
	}
	if (!S_ISREG(found.st_mode))
		ok = err_set(err, ERR_FORMAT, "'%.300s' is not a file", from);
	else
		ok = db_open_read(real, 0, db, err);
	if (ok && !prove(*db, err)) {
		sqlite3_close(*db);
		ok = false;
	}
	free(real);
	return ok;
}

bool store_restore(const char *path, const char *from, const char *backups, struct day today,
		   char **aside, struct err *err)
{
	struct str part = STR_INIT;
	char *resolved = NULL;
	sqlite3 *source;
	bool late, ok;

	if (is_same_file(path, from))
		return err_set(err, ERR_FORMAT, "'%.300s' is the store itself", from);
	if (!open_source(from, &source, err)) {
		err->code = ERR_FORMAT;
		return false;
	}
	ok = place_find(path, &resolved, err) && copy_begin(resolved, &part, err) &&
	     copy_fill(source, part.data, 0, &late, err);
	sqlite3_close(source);
	if (ok) {
		const struct swap swap = {
			.path = resolved,
			.part = part.data,
			.backups = backups,
			.word = "replaced",
			.today = today,
		};

		ok = swap_in(&swap, aside, err);
	}
	if (ok)
		str_free(&part);
	else
		copy_drop(&part);
	free(resolved);
	return ok;
}
