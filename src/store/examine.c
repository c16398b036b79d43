/* SPDX-License-Identifier: MIT */
#include "store/care.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copy.h"
#include "image.h"
#include "migrate.h"
#include "place.h"
#include "sealed_at.h"

enum { WAIT_MS = 5000 };

static bool bytes_are_wrong(sqlite3 *db)
{
	int result = sqlite3_errcode(db) & 0xFF;

	return result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
}

struct question {
	const char *sql;
	size_t offset; /* of the int64_t in struct store_health; added to it for since > 1 */
	int64_t since; /* the first format that has its tables */
};

/* Rows of a table that no change brought, that an undone one left, or that are there though they died. */
#define LOOSE(table)                                                                               \
	" + (SELECT count(*) FROM " table " WHERE row > l)"                                        \
	" + (SELECT count(*) FROM change c CROSS JOIN " table " r ON r.row BETWEEN c.first AND"    \
	" c.last WHERE c.undone <> 0 AND r.live = 1)"                                              \
	" + (SELECT count(*) FROM " table " r JOIN change c ON c.id = r.died"                      \
	" WHERE r.live = 1 AND c.undone = 0)"
#define LOOSE_AFTER " FROM (SELECT coalesce(max(last), 0) AS l FROM change)"

static const struct question questions[] = {
	{"PRAGMA user_version", offsetof(struct store_health, format), 0},
	{"SELECT count(*) FROM pragma_foreign_key_check", offsetof(struct store_health, references),
	 1},
	{"SELECT 0" LOOSE("dose") LOOSE("revision") LOOSE_AFTER,
	 offsetof(struct store_health, loose), 1},
	{"SELECT 0" LOOSE("checkin") LOOSE("urge") LOOSE("note") LOOSE("answers") LOOSE_AFTER,
	 offsetof(struct store_health, loose), 2},
	{"SELECT count(*) FROM dose WHERE live = 1", offsetof(struct store_health, doses), 1},
	{"SELECT max(utc) FROM dose WHERE live = 1", offsetof(struct store_health, newest_utc), 1},
	{"SELECT max(at) FROM change", offsetof(struct store_health, changed_utc), 1},
};

static bool ask_all(sqlite3 *db, struct store_health *health, struct err *err)
{
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
		const struct question *question = &questions[i];
		int64_t *answer = (int64_t *)((char *)health + question->offset);
		int64_t before = question->since > 1 ? *answer : 0;

		if (question->since > health->format)
			continue;
		if (!db_number(db, question->sql, NULL, 0, answer, err))
			return false;
		*answer += before;
	}
	return true;
}

/* A header that lies about whose file it is, over tables that are ours. */
static bool has_our_tables(sqlite3 *db)
{
	struct err ignored;
	int64_t count = 0;

	return db_number(db,
			 "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
			 " AND name IN ('change', 'product', 'dose', 'revision')",
			 NULL, 0, &count, &ignored) &&
	       count == 4;
}

/* The system refused: that says nothing of the bytes. */
static bool is_hindered(sqlite3 *db)
{
	static const int results[] = {SQLITE_BUSY, SQLITE_LOCKED,   SQLITE_IOERR, SQLITE_CANTOPEN,
				      SQLITE_PERM, SQLITE_READONLY, SQLITE_FULL};

	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		if ((sqlite3_errcode(db) & 0xFF) == results[i])
			return true;
	}
	return false;
}

static void look_into(sqlite3 *db, struct store_health *health)
{
	struct err *err = &health->opened;

	if (!migrate_knows(db, &store_steps, err)) {
		health->damaged = bytes_are_wrong(db) ||
				  (strstr(err->msg, "newer") == NULL && has_our_tables(db));
		return;
	}
	err = &health->whole;
	if (!copy_is_whole(db, err) || !ask_all(db, health, err))
		health->damaged = !is_hindered(db);
}

/* A key that is wrong or missing says nothing of the bytes. */
static void examine_locked(const char *path, struct keychain *keys, struct store_health *health)
{
	struct image image;
	sqlite3 *db;

	health->locked = true;
	health->journal = false;
	if (!image_read(path, keys, &image, &health->opened)) {
		health->damaged = health->opened.code == ERR_STORE &&
				  strstr(health->opened.msg, "is damaged") != NULL;
		return;
	}
	if (!image_open(&image, &db, &health->opened))
		return;
	look_into(db, health);
	image_wipe(db);
	sqlite3_close(db);
}

bool store_examine(const char *path, struct keychain *keys, struct store_health *health,
		   struct err *err)
{
	struct store_health found = {.newest_utc = INT64_MIN, .changed_utc = INT64_MIN};
	struct str journal = STR_INIT;
	char *resolved = NULL;
	struct stat file;
	sqlite3 *db;

	if (lstat(path, &file) != 0) {
		if (errno != ENOENT && errno != ENOTDIR)
			return err_set(err, ERR_IO, "the store '%s' can't be opened: %s", path,
				       strerror(errno));
		*health = found;
		return true;
	}
	if (!place_find(path, &resolved, err))
		return false;
	found.there = true;
	found.size = (int64_t)file.st_size;
	str_addf(&journal, "%s-journal", resolved);
	found.journal = lstat(journal.data, &file) == 0 && file.st_size > 0;
	str_free(&journal);
	if (sealed_is(resolved)) {
		examine_locked(resolved, keys, &found);
	} else if (found.size > 0 && !db_begins_well(resolved)) {
		found.damaged = access(resolved, R_OK) == 0;
		found.locked = sealed_was(resolved);
		err_set(&found.opened, ERR_STORE, "the store '%s' %s", resolved,
			!found.damaged ? "can't be read"
			: found.locked ? "is damaged: its lock can't be read"
				       : "is damaged or not a taper store");
	} else if (db_open_there(resolved, WAIT_MS, &db, &found.opened)) {
		look_into(db, &found);
		sqlite3_close(db);
	}
	found.any = found.changed_utc != INT64_MIN;
	free(resolved);
	*health = found;
	return true;
}
