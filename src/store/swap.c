/* SPDX-License-Identifier: MIT */
#include "swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names.h"
#include "part.h"
#include "place.h"
#include "sealed_at.h"
#include "vault.h"

enum { WAIT_MS = 5000, BLOCK = 65536 };

const char *const swap_companions[] = {"-journal", "-wal", "-shm", NULL};

bool swap_is_alone(const char *path, struct err *err)
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

static bool refused(const char *path, struct err *err)
{
	return err_set(err, ERR_IO, "'%.300s' can't be put aside: %s", path, strerror(errno));
}

/* Nobody may write to what is about to go. What is damaged can't be locked, nor written to. */
static bool lock(const char *path, sqlite3 **db, int *held, struct err *err)
{
	struct err tried;
	sqlite3 *opened;

	*db = NULL;
	*held = -1;
	if (sealed_is(path))
		return vault_wait(path, WAIT_MS, held, err);
	if (!db_begins_well(path) || !db_open_there(path, WAIT_MS, &opened, &tried))
		return true;
	if (db_exec(opened, "BEGIN EXCLUSIVE", &tried)) {
		*db = opened;
		return true;
	}
	if (sqlite3_errcode(opened) == SQLITE_BUSY) {
		*err = tried;
		sqlite3_close(opened);
		return false;
	}
	sqlite3_close(opened);
	return true;
}

static bool copy_bytes(int from, int to)
{
	static const size_t size = BLOCK;
	char block[BLOCK];

	for (;;) {
		ssize_t got = read(from, block, size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0 && fsync(to) == 0;
		for (ssize_t at = 0; at < got;) {
			ssize_t put = write(to, block + at, (size_t)(got - at));

			if (put < 0 && errno != EINTR)
				return false;
			at += put > 0 ? put : 0;
		}
	}
}

/*
 * Another name for the same file; on another file system a copy, byte for byte. from stays open in
 * *held as long as the lock is needed: closing any descriptor of a file ends all its locks.
 */
static bool give_name(const char *from, const char *to, int *held, struct err *err)
{
	bool ok;
	int fd;

	*held = -1;
	if (link(from, to) == 0)
		return true;
	*held = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (*held < 0)
		return refused(from, err);
	fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return refused(to, err);
	ok = copy_bytes(*held, fd);
	if (!ok)
		refused(to, err);
	if (close(fd) != 0 && ok)
		ok = refused(to, err);
	if (!ok)
		unlink(to);
	return ok;
}

static void let_go(int held)
{
	if (held >= 0)
		close(held);
}

/* A journal left behind goes with the file it belongs to. */
static bool move_companions(const char *from, const char *to, struct err *err)
{
	for (size_t i = 0; swap_companions[i] != NULL; i++) {
		struct str old = STR_INIT, new = STR_INIT;
		struct stat found;
		bool ok = true;
		int held = -1;

		str_addf(&old, "%s%s", from, swap_companions[i]);
		str_addf(&new, "%s%s", to, swap_companions[i]);
		if (lstat(old.data, &found) == 0) {
			ok = give_name(old.data, new.data, &held, err);
			if (ok)
				unlink(old.data);
			let_go(held);
		}
		str_free(&old);
		str_free(&new);
		if (!ok)
			return false;
	}
	return true;
}

static bool exchange(const struct swap *swap, const char *aside, struct err *err)
{
	struct err ignored;
	int held = -1;
	bool ok = give_name(swap->path, aside, &held, err);

	if (ok && (!part_settle(aside, err) || !move_companions(swap->path, aside, err) ||
		   !part_end(swap->part, swap->path, true, err))) {
		ok = false;
		/* Its journal must not stay away from a store that stays. */
		if (move_companions(aside, swap->path, &ignored))
			unlink(aside);
	}
	if (ok)
		chmod(aside, 0600);
	let_go(held);
	return ok;
}

static bool is_as_seen(const struct swap *swap, struct err *err)
{
	const struct stat *seen = swap->seen;
	struct stat now;

	if (seen == NULL)
		return true;
	if (lstat(swap->path, &now) == 0 && now.st_ino == seen->st_ino &&
	    now.st_size == seen->st_size && now.st_mtim.tv_sec == seen->st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == seen->st_mtim.tv_nsec)
		return true;
	return err_set(err, ERR_STORE, "the store '%s' was changed by another program; try again",
		       swap->path);
}

bool swap_in(const struct swap *swap, char **aside, struct err *err)
{
	struct str name = STR_INIT;
	struct stat found;
	sqlite3 *db;
	int held;
	bool ok;

	if (lstat(swap->path, &found) != 0) {
		*aside = NULL;
		return part_end(swap->part, swap->path, false, err);
	}
	if (!place_make_folder(swap->backups, err) || !lock(swap->path, &db, &held, err))
		return false;
	name_add_aside(&name, swap->backups, swap->word, swap->today);
	ok = is_as_seen(swap, err) && exchange(swap, name.data, err);
	if (db != NULL)
		db_rollback(db);
	sqlite3_close(db);
	let_go(held);
	if (ok)
		*aside = str_take(&name);
	else
		str_free(&name);
	return ok;
}
