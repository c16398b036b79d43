/* SPDX-License-Identifier: MIT */
/*
 * Copies of a store: those a person asks for, those taper keeps by itself, and the way back.
 */
#include "store_scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/handle.h"
#include "store/place.h"

enum { DAY = 20778, PATH_SIZE = KIT_PATH_SIZE + 128, PAGE = 4096 };

static const struct day today = {.n = DAY};

struct fixture {
	struct kit_place place;
	char backups[KIT_PATH_SIZE + 32];
	struct store *store;
};

static void enter(struct fixture *at)
{
	struct err err;

	kit_enter(&at->place);
	snprintf(at->backups, sizeof(at->backups), "%s/state/backups", at->place.folder);
	kit_ok(store_open(at->place.path, at->backups, &at->store, &err), &err);
}

static void leave(struct fixture *at)
{
	store_close(at->store);
	kit_leave(&at->place);
}

static const char *in(const struct fixture *at, const char *name, char path[PATH_SIZE])
{
	snprintf(path, PATH_SIZE, "%s/%s", at->backups, name);
	return path;
}

static int64_t add(struct fixture *at, int64_t milli)
{
	struct dose dose = kit_dose(60, 0, milli);

	return kit_add(at->store, &dose);
}

static bool there(const char *path)
{
	struct stat found;

	return lstat(path, &found) == 0;
}

static int64_t doses_in(const char *path)
{
	struct err err;
	sqlite3 *db;
	int64_t count = -1;

	kit_ok(db_open_read(path, 0, &db, &err), &err);
	kit_ok(db_number(db, "SELECT count(*) FROM dose", NULL, 0, &count, &err), &err);
	sqlite3_close(db);
	return count;
}

/* Nothing half made is left anywhere. */
static void no_parts(const struct fixture *at)
{
	struct err err;
	int64_t parts = -1;

	kit_ok(store_parts(at->place.path, at->backups, &parts, &err), &err);
	assert_int_equal(parts, 0);
}

static void test_backup(void **state)
{
	struct fixture at;
	struct stat found;
	struct store *copy;
	struct str before, after;
	struct err err;
	char path[PATH_SIZE];
	mode_t mask = umask(0);

	(void)state;
	enter(&at);
	for (int i = 1; i <= 100; i++)
		add(&at, i);
	snprintf(path, sizeof(path), "%s/file:copy?.db", at.place.folder);
	kit_ok(store_backup(at.store, path, false, &err), &err);
	umask(mask);
	assert_int_equal(stat(path, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	no_parts(&at);
	before = kit_dump(at.store);
	kit_ok(store_open(path, NULL, &copy, &err), &err);
	after = kit_dump(copy);
	assert_string_equal(before.data, after.data);
	store_close(copy);
	str_free(&before);
	str_free(&after);
	/* What is there is written over only where that is asked for. */
	add(&at, 7);
	kit_refused(store_backup(at.store, path, false, &err), &err, ERR_IO, "is there already");
	assert_int_equal(doses_in(path), 100);
	kit_ok(store_backup(at.store, path, true, &err), &err);
	assert_int_equal(doses_in(path), 101);
	no_parts(&at);
	leave(&at);
}

static void test_backup_where_it_can_not_be(void **state)
{
	struct fixture at;
	struct err err;
	char path[PATH_SIZE], other[PATH_SIZE + 16];

	(void)state;
	enter(&at);
	add(&at, 1);
	kit_refused(store_backup(at.store, at.place.path, true, &err), &err, ERR_IO,
		    "is the store itself");
	kit_refused(store_backup(at.store, at.place.folder, true, &err), &err, ERR_IO,
		    "is not a file");
	kit_refused(store_backup(at.store, "/dev/null", true, &err), &err, ERR_IO, "is not a file");
	kit_refused(store_backup(at.store, "/proc/taper/x.db", false, &err), &err, ERR_IO,
		    "can't be opened");
	kit_refused(store_backup(at.store, "/proc/x.db", false, &err), &err, ERR_IO,
		    "can't be made");
	kit_refused(store_backup(at.store, "", false, &err), &err, ERR_IO, "is not a file");
	snprintf(path, sizeof(path), "%s/copy.db", at.place.folder);
	assert_int_equal(symlink("/nowhere", path), 0);
	kit_refused(store_backup(at.store, path, true, &err), &err, ERR_IO, "is not a file");
	assert_int_equal(unlink(path), 0);
	/* A journal that waits for a store of that name would be written into the copy. */
	snprintf(other, sizeof(other), "%s-journal", path);
	kit_write(other, "x", 1);
	kit_refused(store_backup(at.store, path, false, &err), &err, ERR_IO, "move it away first");
	assert_false(there(path));
	no_parts(&at);
	leave(&at);
}

static void test_one_copy_a_day(void **state)
{
	struct fixture at;
	struct change change;
	struct err err;
	char path[PATH_SIZE];

	(void)state;
	enter(&at);
	store_keep_daily(at.store, today);
	add(&at, 1);
	/* There was nothing to keep before the first dose of all. */
	assert_false(there(at.backups));
	store_keep_daily(at.store, day_add(today, 1));
	add(&at, 2);
	store_keep_daily(at.store, day_add(today, 1));
	add(&at, 3);
	assert_int_equal(doses_in(in(&at, "day-2026-11-22.db", path)), 1);
	/* Taking something back is a change too. */
	store_keep_daily(at.store, day_add(today, 2));
	kit_ok(store_undo(at.store, &change, &err), &err);
	assert_int_equal(doses_in(in(&at, "day-2026-11-23.db", path)), 3);
	assert_null(store_note(at.store));
	no_parts(&at);
	leave(&at);
}

static void test_keeps_the_last_days_and_what_is_not_its_own(void **state)
{
	static const char *const others[] = {
		"day-2020-01-01.db.old",  "day-2020-02-30.db",
		"day-2020-1-1.db",        "notes.txt",
		"before-0001-lunch.db",   "before-1-import.db",
		"replaced-2020-01-01.db", "damaged-2020-01-01-7.db",
		"xday-2020-01-01.db",
	};
	struct fixture at;
	struct stat found;
	struct err err;
	char path[PATH_SIZE];

	(void)state;
	enter(&at);
	add(&at, 1);
	kit_ok(place_make_folder(at.backups, &err), &err);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		kit_write(in(&at, others[i], path), "mine", 4);
	assert_int_equal(mkdir(in(&at, "day-2019-01-01.db", path), 0700), 0);
	assert_int_equal(symlink("notes.txt", in(&at, "day-2019-01-02.db", path)), 0);
	kit_write(in(&at, "day-2019-01-03.skipped", path), "", 0);
	for (int i = 0; i < 12; i++) {
		store_keep_daily(at.store, day_add(today, i));
		add(&at, i);
	}
	assert_false(there(in(&at, "day-2026-11-25.db", path)));
	assert_true(there(in(&at, "day-2026-11-26.db", path)));
	assert_true(there(in(&at, "day-2026-12-02.db", path)));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_true(there(in(&at, others[i], path)));
	assert_true(there(in(&at, "day-2019-01-01.db", path)));
	assert_true(there(in(&at, "day-2019-01-02.db", path)));
	assert_false(there(in(&at, "day-2019-01-03.skipped", path)));
	/* A clock set back does not make the newest copy the oldest. */
	store_keep_daily(at.store, (struct day){.n = 10000});
	add(&at, 50);
	assert_true(there(in(&at, "day-1997-05-19.db", path)));
	assert_int_equal(stat(in(&at, "day-2026-12-02.db", path), &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	assert_int_equal(stat(at.backups, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0700);
	leave(&at);
}

static void test_a_change_goes_on_without_its_copy(void **state)
{
	struct fixture at;
	struct err err;

	(void)state;
	enter(&at);
	add(&at, 1);
	store_close(at.store);
	kit_ok(store_open(at.place.path, "/proc/taper/backups", &at.store, &err), &err);
	store_keep_daily(at.store, today);
	assert_null(store_note(at.store));
	assert_int_equal(add(&at, 2), 2);
	assert_non_null(strstr(store_note(at.store), "today's automatic backup is missing: "));
	leave(&at);
}

static void test_a_copy_before_every_import(void **state)
{
	struct fixture at;
	struct err err;
	char path[PATH_SIZE];

	(void)state;
	enter(&at);
	kit_ok(scene_import(at.store, 2, &err), &err);
	assert_false(there(at.backups));
	for (int i = 3; i <= 10; i++) {
		kit_ok(scene_import(at.store, i, &err), &err);
		/* The same again brings nothing new and keeps nothing. */
		kit_ok(scene_import(at.store, i, &err), &err);
	}
	assert_false(there(in(&at, "before-0003-import.db", path)));
	assert_int_equal(doses_in(in(&at, "before-0004-import.db", path)), 5);
	assert_int_equal(doses_in(in(&at, "before-0008-import.db", path)), 9);
	assert_false(there(in(&at, "before-0009-import.db", path)));
	store_close(at.store);
	kit_ok(store_open(at.place.path, "/proc/taper/backups", &at.store, &err), &err);
	kit_refused(scene_import(at.store, 11, &err), &err, ERR_IO,
		    "no copy could be kept before the import");
	assert_int_equal(doses_in(at.place.path), 10);
	no_parts(&at);
	leave(&at);
}

static bool bring(const struct fixture *at, const char *path, const char *from, char **aside,
		  struct err *err)
{
	const struct store_restore asked = {
		.path = path, .from = from, .backups = at->backups, .today = today};

	return store_restore(&asked, aside, err);
}

static void test_restore(void **state)
{
	struct fixture at;
	struct store *other;
	struct dose dose = kit_dose(60, 0, 4);
	struct stat found;
	struct err err;
	char copy[PATH_SIZE], path[PATH_SIZE];
	char *aside = NULL;

	(void)state;
	enter(&at);
	add(&at, 1);
	snprintf(copy, sizeof(copy), "%s/copy.db", at.place.folder);
	kit_ok(store_backup(at.store, copy, false, &err), &err);
	add(&at, 2);
	add(&at, 3);
	kit_ok(bring(&at, at.place.path, copy, &aside, &err), &err);
	assert_string_equal(aside, in(&at, "replaced-2026-11-21.db", path));
	assert_int_equal(doses_in(aside), 3);
	assert_int_equal(doses_in(at.place.path), 1);
	assert_int_equal(doses_in(copy), 1);
	assert_int_equal(stat(at.place.path, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	/* Who has the old one open goes on with the new one. */
	assert_int_equal(kit_add(at.store, &dose), 2);
	assert_int_equal(doses_in(at.place.path), 2);
	assert_int_equal(doses_in(aside), 3);
	free(aside);
	/* There and back. */
	kit_ok(bring(&at, at.place.path, path, &aside, &err), &err);
	assert_non_null(strstr(aside, "/replaced-2026-11-21-2.db"));
	assert_int_equal(doses_in(at.place.path), 3);
	free(aside);
	/* Where there was none, nothing is put aside. */
	snprintf(path, sizeof(path), "%s/new/taper.db", at.place.folder);
	kit_ok(bring(&at, path, copy, &aside, &err), &err);
	assert_null(aside);
	kit_ok(store_open(path, NULL, &other, &err), &err);
	store_close(other);
	no_parts(&at);
	leave(&at);
}

static void refuse_restore(struct fixture *at, const char *from, enum err_code code,
			   const char *words)
{
	char *aside = NULL;
	struct str before = kit_bytes(at->place.path), after;
	struct err err;

	kit_refused(bring(at, at->place.path, from, &aside, &err), &err, code, words);
	assert_null(aside);
	after = kit_bytes(at->place.path);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.data, after.data, before.len);
	str_free(&before);
	str_free(&after);
	no_parts(at);
}

static void test_restore_takes_nothing_on_trust(void **state)
{
	struct fixture at;
	struct str bytes;
	struct err err;
	char copy[PATH_SIZE];
	sqlite3 *other;

	(void)state;
	enter(&at);
	for (int i = 1; i <= 300; i++)
		add(&at, i);
	snprintf(copy, sizeof(copy), "%s/copy.db", at.place.folder);
	refuse_restore(&at, copy, ERR_FORMAT, "can't be opened");
	refuse_restore(&at, at.place.path, ERR_FORMAT, "is the store itself");
	refuse_restore(&at, at.place.folder, ERR_FORMAT, "is not a file");
	kit_write(copy, "", 0);
	refuse_restore(&at, copy, ERR_FORMAT, "is empty");
	kit_write(copy, "a letter", 8);
	refuse_restore(&at, copy, ERR_FORMAT, "not a taper store");
	assert_int_equal(unlink(copy), 0);
	kit_sql(copy, "CREATE TABLE bookmark(url)");
	refuse_restore(&at, copy, ERR_FORMAT, "a file of another program");
	assert_int_equal(unlink(copy), 0);
	kit_ok(store_backup(at.store, copy, false, &err), &err);
	bytes = kit_bytes(copy);
	kit_sql(copy, "PRAGMA user_version = 99");
	refuse_restore(&at, copy, ERR_FORMAT, "newer taper");
	/* The first byte of a page says what kind of page it is: no page has one that is of no use. */
	bytes.data[bytes.len / 2 / PAGE * PAGE] ^= 0x55;
	kit_write(copy, bytes.data, bytes.len);
	refuse_restore(&at, copy, ERR_FORMAT, "damaged");
	kit_write(copy, bytes.data, bytes.len - PAGE);
	refuse_restore(&at, copy, ERR_FORMAT, "damaged");
	str_free(&bytes);
	/* A program that is writing is not overtaken. */
	kit_ok(store_backup(at.store, copy, true, &err), &err);
	assert_int_equal(sqlite3_open(at.place.path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	refuse_restore(&at, copy, ERR_STORE, "is in use by another program");
	sqlite3_close(other);
	leave(&at);
}

static void test_restore_over_what_is_damaged(void **state)
{
	static const char *const endings[] = {"-journal", "-wal"};
	struct fixture at;
	struct err err;
	char copy[PATH_SIZE], beside[PATH_SIZE + 16];
	char *aside = NULL;
	struct str bytes;

	(void)state;
	enter(&at);
	add(&at, 1);
	snprintf(copy, sizeof(copy), "%s/copy.db", at.place.folder);
	kit_ok(store_backup(at.store, copy, false, &err), &err);
	/* What was left behind by what was there must not reach the new one. */
	kit_write(at.place.path, "no store any more", 17);
	bytes = kit_bytes(copy);
	for (size_t i = 0; i < 2; i++) {
		snprintf(beside, sizeof(beside), "%s%s", at.place.path, endings[i]);
		kit_write(beside, bytes.data, bytes.len);
	}
	str_free(&bytes);
	kit_ok(bring(&at, at.place.path, copy, &aside, &err), &err);
	for (size_t i = 0; i < 2; i++) {
		snprintf(beside, sizeof(beside), "%s%s", at.place.path, endings[i]);
		assert_false(there(beside));
	}
	assert_int_equal(doses_in(at.place.path), 1);
	for (size_t i = 0; i < 2; i++) {
		snprintf(beside, sizeof(beside), "%s%s", aside, endings[i]);
		assert_true(there(beside));
	}
	bytes = kit_bytes(aside);
	assert_string_equal(bytes.data, "no store any more");
	str_free(&bytes);
	free(aside);
	leave(&at);
}

static void test_looks_at_its_copies(void **state)
{
	struct fixture at;
	struct store_copies copies = STORE_COPIES_INIT;
	struct err err;
	char path[PATH_SIZE];
	int64_t parts = 0;

	(void)state;
	enter(&at);
	kit_ok(store_copies_read(at.backups, NULL, &copies, &err), &err);
	assert_int_equal(copies.count, 0);
	add(&at, 1);
	for (int i = 0; i < 3; i++) {
		store_keep_daily(at.store, day_add(today, i));
		add(&at, i);
	}
	kit_write(in(&at, "day-2026-11-22.db", path), "rubbish", 7);
	kit_write(in(&at, "replaced-2026-11-22.db", path), "rubbish", 7);
	kit_write(in(&at, "day-2026-11-23.db.part-Ab12cd", path), "", 0);
	kit_write(in(&at, "holiday.part-time.db", path), "", 0);
	kit_ok(store_copies_read(at.backups, NULL, &copies, &err), &err);
	assert_int_equal(copies.count, 4);
	assert_true(copies.items[3].aside);
	for (size_t i = 0; i < copies.count; i++) {
		bool rubbish = strstr(copies.items[i].name, "-11-22") != NULL;

		assert_int_equal(copies.items[i].whole, !rubbish);
	}
	store_copies_free(&copies);
	kit_ok(store_parts(at.place.path, at.backups, &parts, &err), &err);
	assert_int_equal(parts, 1);
	/* One that may still be growing stays. */
	kit_ok(store_sweep(at.place.path, at.backups, 0, &parts, &err), &err);
	assert_int_equal(parts, 0);
	kit_ok(store_sweep(at.place.path, at.backups, INT64_C(1) << 40, &parts, &err), &err);
	assert_int_equal(parts, 1);
	assert_true(there(in(&at, "holiday.part-time.db", path)));
	leave(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_backup),
		cmocka_unit_test(test_backup_where_it_can_not_be),
		cmocka_unit_test(test_one_copy_a_day),
		cmocka_unit_test(test_keeps_the_last_days_and_what_is_not_its_own),
		cmocka_unit_test(test_a_change_goes_on_without_its_copy),
		cmocka_unit_test(test_a_copy_before_every_import),
		cmocka_unit_test(test_restore),
		cmocka_unit_test(test_restore_takes_nothing_on_trust),
		cmocka_unit_test(test_restore_over_what_is_damaged),
		cmocka_unit_test(test_looks_at_its_copies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
