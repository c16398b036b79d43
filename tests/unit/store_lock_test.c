/* SPDX-License-Identifier: MIT */
/*
 * A locked store: the same store to everyone who has its key, nothing to anyone else.
 */
#include "lock_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/handle.h"
#include "store/migrate.h"
#include "store/ring.h"
#include "store_scene.h"

static void test_there_and_back(void **state)
{
	struct keychain *keys = kit_keys(), *others;
	struct secret *typed = kit_secret(LOCK_WORD);
	struct store_lock asked;
	struct store_locked told;
	struct str before, after, bytes;
	struct store *store;
	struct lock_scene at;
	struct stat found;
	struct err err;

	(void)state;
	lock_enter(&at);
	asked = lock_asked(&at, keys, typed);
	before = kit_dump_locked(at.place.path, NULL);
	assert_true(kit_folder_has(at.place.folder, LOCK_NOTE));
	kit_ok(store_lock(&asked, &told, &err), &err);
	assert_true(store_is_locked(at.place.path));
	assert_true(store_is_locked(told.kept));
	assert_non_null(strstr(told.kept, "-lock.db"));
	assert_int_equal(told.left, 0);
	assert_false(told.linked);
	free(told.kept);
	assert_false(kit_folder_has(at.place.folder, LOCK_NOTE));
	assert_int_equal(stat(at.place.path, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	kit_refused(store_lock(&asked, &told, &err), &err, ERR_NOT_FOUND, "locked already");
	after = kit_dump_locked(at.place.path, keys);
	assert_string_equal(before.data, after.data);
	str_free(&after);
	/* Another program, by the passphrase. */
	others = kit_keys_of(at.place.path, LOCK_WORD);
	after = kit_dump_locked(at.place.path, others);
	assert_string_equal(before.data, after.data);
	keychain_free(others);
	str_free(&after);
	kit_refused(store_open(at.place.path, NULL, &store, &err), &err, ERR_LOCKED, "is locked");
	kit_refused(store_unlock(&asked, &told, &err), &err, ERR_LOCKED, "has to be typed");
	kit_refused(store_relock(&asked, &told, &err), &err, ERR_LOCKED, "has to be typed");
	kit_ok(keychain_prove(keys, at.place.path, typed, &err), &err);
	kit_ok(store_unlock(&asked, &told, &err), &err);
	bytes = kit_bytes(at.place.path);
	assert_memory_equal(bytes.data, "SQLite format 3", 16);
	str_free(&bytes);
	after = kit_dump_locked(at.place.path, NULL);
	assert_string_equal(before.data, after.data);
	assert_int_equal(told.copies, 2);
	str_free(&before);
	str_free(&after);
	kit_refused(store_unlock(&asked, &told, &err), &err, ERR_NOT_FOUND, "not locked");
	kit_refused(store_relock(&asked, &told, &err), &err, ERR_NOT_FOUND, "not locked");
	secret_free(typed);
	keychain_free(keys);
	lock_leave(&at);
}

/* Every kind of change, with the file read by another program after each. */
static void test_changes_are_in_the_file(void **state)
{
	struct keychain *keys, *others;
	struct store *one, *two;
	struct dose dose = kit_dose(120, 0, 700);
	struct change change;
	struct str left, right;
	int64_t version, later;
	struct lock_scene at;
	struct err err;

	(void)state;
	lock_enter(&at);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	others = kit_keys_of(at.place.path, LOCK_WORD);
	kit_ok(store_open_with(at.place.path, at.backups, keys, &one, &err), &err);
	kit_ok(store_open_with(at.place.path, at.backups, others, &two, &err), &err);
	kit_ok(store_version(two, &version, &err), &err);
	for (int i = 0; i < 6; i++) {
		struct store *by = i % 2 == 0 ? one : two;

		dose.amount = amount_from_milli(1000 + i);
		kit_add(by, &dose);
		if (i == 2)
			kit_ok(store_undo(by, &change, &err), &err);
		if (i == 4)
			kit_ok(scene_import(by, 60, &err), &err);
		left = kit_dump(one);
		right = kit_dump(two);
		assert_string_equal(left.data, right.data);
		str_free(&right);
		right = kit_dump_locked(at.place.path, others);
		assert_string_equal(left.data, right.data);
		str_free(&left);
		str_free(&right);
		kit_ok(store_version(two, &later, &err), &err);
		assert_true(later != version);
		version = later;
	}
	/* Nothing has happened: nothing is news. */
	kit_ok(store_version(two, &later, &err), &err);
	assert_true(later == version);
	store_close(one);
	store_close(two);
	keychain_free(keys);
	keychain_free(others);
	assert_false(kit_folder_has(at.place.folder, LOCK_NOTE));
	lock_leave(&at);
}

/* What one program locks, unlocks or gives another passphrase is seen by one that has it open. */
static void test_lock_under_an_open_store(void **state)
{
	struct keychain *keys = kit_keys(), *mine = kit_keys();
	struct secret *typed = kit_secret(LOCK_WORD),
		      *other = kit_secret("another one that is long");
	struct dose dose = kit_dose(120, 0, 700);
	struct store_lock asked;
	struct store_locked told;
	struct store *store;
	struct str dump;
	struct lock_scene at;
	struct err err;
	int64_t id;

	(void)state;
	lock_enter(&at);
	asked = lock_asked(&at, keys, typed);
	kit_ok(store_open_with(at.place.path, NULL, mine, &store, &err), &err);
	kit_add(store, &dose);
	kit_ok(store_lock(&asked, &told, &err), &err);
	free(told.kept);
	kit_refused(store_dose_add(store, &dose, 1, "log", &id, &err), &err, ERR_LOCKED,
		    "is locked");
	kit_ok(keychain_try(mine, at.place.path, typed, &err), &err);
	kit_add(store, &dose);
	asked.passphrase = other;
	kit_ok(keychain_prove(keys, at.place.path, typed, &err), &err);
	kit_ok(store_relock(&asked, &told, &err), &err);
	kit_refused(store_dose_add(store, &dose, 1, "log", &id, &err), &err, ERR_LOCKED,
		    "is locked");
	lock_refuse(&at, LOCK_WORD, "wrong passphrase");
	kit_ok(keychain_try(mine, at.place.path, other, &err), &err);
	kit_add(store, &dose);
	/* A proof is good for one change. */
	kit_refused(store_unlock(&asked, &told, &err), &err, ERR_LOCKED, "has to be typed");
	kit_ok(keychain_prove(keys, at.place.path, other, &err), &err);
	kit_ok(store_unlock(&asked, &told, &err), &err);
	kit_add(store, &dose);
	dump = kit_dump(store);
	store_close(store);
	store = kit_open(&at.place);
	{
		struct str plain = kit_dump(store);

		assert_string_equal(plain.data, dump.data);
		str_free(&plain);
	}
	store_close(store);
	str_free(&dump);
	secret_free(typed);
	secret_free(other);
	keychain_free(keys);
	keychain_free(mine);
	lock_leave(&at);
}

static void test_copies_follow(void **state)
{
	struct keychain *keys = kit_keys();
	struct secret *typed = kit_secret(LOCK_WORD);
	struct dose dose = kit_dose(120, 0, 700);
	struct store_copies copies;
	struct store_lock asked;
	struct store_locked told;
	struct store *store;
	struct lock_scene at;
	char path[LOCK_BACKUPS_SIZE + 64];
	struct err err;

	(void)state;
	lock_enter(&at);
	asked = lock_asked(&at, keys, typed);
	kit_ok(store_open(at.place.path, at.backups, &store, &err), &err);
	store_keep_daily(store, scene_today);
	kit_add(store, &dose);
	kit_ok(scene_import(store, 45, &err), &err);
	store_close(store);
	/* Somebody else's, and one that is damaged. */
	snprintf(path, sizeof(path), "%s/letter.txt", at.backups);
	kit_write(path, LOCK_NOTE, sizeof(LOCK_NOTE));
	snprintf(path, sizeof(path), "%s/damaged-2026-11-20.db", at.backups);
	kit_write(path, "rubbish", 7);
	kit_ok(store_lock(&asked, &told, &err), &err);
	free(told.kept);
	assert_int_equal(told.left, 0);
	/* day-, before-0001-import, the same of the first import, damaged-. */
	assert_int_equal(told.copies, 4);
	assert_true(store_is_locked(path));
	snprintf(path, sizeof(path), "%s/letter.txt", at.backups);
	assert_true(unlink(path) == 0);
	assert_false(kit_folder_has(at.place.folder, LOCK_NOTE));
	kit_ok(store_copies_read(at.backups, keys, &copies, &err), &err);
	assert_int_equal(copies.count, 5);
	for (size_t i = 0; i < copies.count; i++) {
		assert_true(copies.items[i].locked && !copies.items[i].hidden);
		assert_int_equal(copies.items[i].whole, !copies.items[i].aside);
	}
	store_copies_free(&copies);
	kit_ok(store_copies_read(at.backups, NULL, &copies, &err), &err);
	assert_true(copies.items[0].hidden);
	store_copies_free(&copies);
	/* New ones are locked too. */
	kit_ok(store_open_with(at.place.path, at.backups, keys, &store, &err), &err);
	store_keep_daily(store, (struct day){.n = scene_today.n + 1});
	kit_add(store, &dose);
	snprintf(path, sizeof(path), "%s/mine.db", at.place.folder);
	kit_ok(store_backup(store, path, false, &err), &err);
	assert_true(store_is_locked(path));
	assert_null(store_note(store));
	store_close(store);
	assert_false(kit_folder_has(at.place.folder, LOCK_NOTE));
	snprintf(path, sizeof(path), "%s/damaged-2026-11-20.db", at.backups);
	kit_ok(keychain_prove(keys, at.place.path, typed, &err), &err);
	kit_ok(store_unlock(&asked, &told, &err), &err);
	assert_false(store_is_locked(path));
	secret_free(typed);
	keychain_free(keys);
	lock_leave(&at);
}

static void bring(const struct lock_scene *at, struct keychain *keys, const char *from)
{
	const struct store_restore asked = {.path = at->place.path,
					    .from = from,
					    .backups = at->backups,
					    .today = scene_today,
					    .keys = keys};
	char *aside = NULL;
	struct err err;

	kit_ok(store_restore(&asked, &aside, &err), &err);
	free(aside);
}

/* A plain copy that comes back to a locked store is locked; one that is locked keeps its own lock. */
static void test_restore(void **state)
{
	char plain[LOCK_BACKUPS_SIZE], sealed[LOCK_BACKUPS_SIZE];
	struct keychain *keys, *none = kit_keys();
	struct str before, after;
	struct lock_scene at;
	struct err err;

	(void)state;
	lock_enter(&at);
	snprintf(plain, sizeof(plain), "%s/plain.db", at.place.folder);
	snprintf(sealed, sizeof(sealed), "%s/sealed.db", at.place.folder);
	before = kit_bytes(at.place.path);
	kit_write(plain, before.data, before.len);
	str_free(&before);
	before = kit_dump_locked(at.place.path, NULL);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	after = kit_bytes(at.place.path);
	kit_write(sealed, after.data, after.len);
	str_free(&after);
	bring(&at, keys, plain);
	assert_true(store_is_locked(at.place.path));
	after = kit_dump_locked(at.place.path, keys);
	assert_string_equal(before.data, after.data);
	str_free(&after);
	unlink(at.place.path);
	bring(&at, keys, sealed);
	assert_true(store_is_locked(at.place.path));
	after = kit_dump_locked(at.place.path, keys);
	assert_string_equal(before.data, after.data);
	{
		const struct store_restore asked = {.path = at.place.path,
						    .from = sealed,
						    .backups = at.backups,
						    .today = scene_today,
						    .keys = none};
		char *aside = NULL;

		kit_refused(store_restore(&asked, &aside, &err), &err, ERR_LOCKED, "is locked");
	}
	str_free(&before);
	str_free(&after);
	keychain_free(keys);
	keychain_free(none);
	lock_leave(&at);
}

static void test_update(void **state)
{
	struct keychain *keys;
	struct store *store;
	struct lock_scene at;
	struct err err;
	int64_t format = 0;
	sqlite3 *db;

	(void)state;
	kit_enter(&at.place);
	snprintf(at.backups, sizeof(at.backups), "%s/backups", at.place.folder);
	{
		const struct steps old = {.sql = store_steps.sql, .count = 1};

		kit_ok(db_open(at.place.path, 0, &db, &err), &err);
		kit_ok(migrate(db, &old, NULL, &err), &err);
		sqlite3_close(db);
	}
	kit_lock(&at.place, at.backups, LOCK_WORD);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	for (int i = 0; i < 2; i++) {
		kit_ok(store_open_with(at.place.path, at.backups, keys, &store, &err), &err);
		kit_ok(db_number(store->db, "PRAGMA user_version", NULL, 0, &format, &err), &err);
		assert_int_equal(format, (int64_t)store_steps.count);
		store_close(store);
	}
	{
		struct store_copies copies;

		kit_ok(store_copies_names(at.backups, &copies, &err), &err);
		assert_int_equal(copies.count, 2);
		store_copies_free(&copies);
	}
	keychain_free(keys);
	lock_leave(&at);
}

static void test_kernel_keeps_a_key(void **state)
{
	const struct lock_stay stay = {.until = LOCK_FOR_MINUTES, .minutes = 1};
	struct keychain *keys, *others = kit_keys();
	struct lock_scene at;
	struct err err;

	(void)state;
	lock_enter(&at);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	assert_false(keychain_has(others, at.place.path));
	if (!keychain_stay(keys, at.place.path, stay, &err)) {
		/* Some containers forbid it: then that is said, and nothing is kept. */
		assert_int_equal(err.code, ERR_IO);
		assert_non_null(strstr(err.msg, "keeps no keys"));
		assert_false(keychain_leave(at.place.path));
	} else {
		assert_true(keychain_has(others, at.place.path));
		assert_true(keychain_leave(at.place.path));
		assert_false(keychain_leave(at.place.path));
		keychain_free(others);
		others = kit_keys();
		assert_false(keychain_has(others, at.place.path));
	}
	keychain_free(keys);
	keychain_free(others);
	lock_leave(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_changes_are_in_the_file),
		cmocka_unit_test(test_lock_under_an_open_store),
		cmocka_unit_test(test_copies_follow),
		cmocka_unit_test(test_restore),
		cmocka_unit_test(test_update),
		cmocka_unit_test(test_kernel_keeps_a_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
