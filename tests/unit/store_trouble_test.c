/* SPDX-License-Identifier: MIT */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/handle.h"

enum { PAGE = 4096 };

static bool try_open(const char *path, struct err *err)
{
	struct store *store = NULL;
	bool ok = store_open(path, NULL, &store, err);

	store_close(store);
	return ok;
}

static void expect_bytes(const char *path, const struct str *before)
{
	struct str after = kit_bytes(path);

	assert_int_equal(after.len, before->len);
	assert_memory_equal(after.data, before->data, before->len);
	str_free(&after);
}

static void test_locked(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);
	struct err err;
	sqlite3 *other;
	int64_t id = 77;

	(void)state;
	kit_enter(&place);
	kit_ok(handle_open(place.path, NULL, 20, NULL, &store, &err), &err);
	assert_int_equal(sqlite3_open(place.path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	kit_refused(store_dose_add(store, &dose, 1, "log", &id, &err), &err, ERR_STORE,
		    "is in use by another program");
	assert_int_equal(id, 77);
	/* Reading goes on beside a writer. */
	kit_refused(store_dose_get(store, 1, &dose, &err), &err, ERR_NOT_FOUND, "no dose 1");
	assert_int_equal(
		sqlite3_exec(other, "COMMIT; BEGIN; SELECT * FROM change", NULL, NULL, NULL),
		SQLITE_OK);
	/* A reader that does not end lets nobody commit, and what was tried is taken back. */
	kit_refused(store_dose_add(store, &dose, 1, "log", &id, &err), &err, ERR_STORE,
		    "is in use by another program");
	assert_int_equal(sqlite3_close(other), SQLITE_OK);
	assert_int_equal(kit_add(store, &dose), 1);
	store_close(store);
	kit_leave(&place);
}

static void test_rubbish(void **state)
{
	static const char *const rubbish[] = {
		"this is a letter, not a store\n",
		"SQLite format 3",
		"format: taper-plan/1\nname: steady\n",
	};
	struct kit_place place;
	struct str before;
	struct err err;

	(void)state;
	kit_enter(&place);
	for (size_t i = 0; i < sizeof(rubbish) / sizeof(rubbish[0]); i++) {
		kit_write(place.path, rubbish[i], strlen(rubbish[i]));
		before = kit_bytes(place.path);
		kit_refused(try_open(place.path, &err), &err, ERR_STORE,
			    "is damaged or not a taper store");
		expect_bytes(place.path, &before);
		str_free(&before);
	}
	kit_leave(&place);
}

static void test_cut_short(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);
	struct str whole;
	struct err err;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	for (int i = 0; i < 100; i++)
		kit_add(store, &dose);
	store_close(store);
	whole = kit_bytes(place.path);
	for (size_t len = 2; len + PAGE <= whole.len; len += 997) {
		bool ok;

		kit_write(place.path, whole.data, len);
		ok = store_open(place.path, NULL, &store, &err);
		if (ok) {
			ok = store_dose_add(store, &dose, 1, "log", &dose.id, &err);
			store_close(store);
		}
		kit_refused(ok, &err, ERR_STORE, "is damaged");
	}
	str_free(&whole);
	kit_leave(&place);
}

static void see_total(void *context, const struct day_total *total)
{
	(void)context;
	assert_true(total->entries > 0);
}

/* Whatever byte is wrong: an answer or an error, and no crash. */
static void test_bytes_turned(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);
	struct revision revision = kit_revision(1);
	struct str whole, turned = STR_INIT;
	unsigned seed = 4;
	struct err err;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	for (int i = 0; i < 20; i++)
		kit_add(store, &dose);
	kit_ok(store_revision_add(store, &revision, 1, "start", &err), &err);
	store_close(store);
	whole = kit_bytes(place.path);
	for (int round = 0; round < 300; round++) {
		struct course course = COURSE_INIT;
		struct change change;

		str_reset(&turned);
		str_add_bytes(&turned, whole.data, whole.len);
		for (int i = 0; i < 8; i++)
			turned.data[(size_t)rand_r(&seed) % turned.len] = (char)rand_r(&seed);
		kit_write(place.path, turned.data, turned.len);
		if (!store_open(place.path, NULL, &store, &err))
			assert_int_not_equal(err.code, ERR_NONE);
		else {
			if (store_course(store, &course, &err))
				course_free(&course);
			if (!store_day_totals(store,
					      (struct gather){.span = kit_all,
							      .day_starts = 240,
							      .unit = UNIT_GRAM},
					      see_total, NULL, &err))
				assert_int_not_equal(err.code, ERR_NONE);
			if (store_undo(store, &change, &err))
				assert_true(strlen(change.what) < sizeof(change.what));
			store_close(store);
		}
	}
	str_free(&whole);
	str_free(&turned);
	revision_free(&revision);
	kit_leave(&place);
}

static void test_of_another_program(void **state)
{
	struct kit_place place;
	struct str before;
	struct err err;

	(void)state;
	kit_enter(&place);
	kit_sql(place.path, "CREATE TABLE bookmark(url)");
	before = kit_bytes(place.path);
	kit_refused(try_open(place.path, &err), &err, ERR_STORE, "is not a taper store");
	expect_bytes(place.path, &before);
	str_free(&before);
	kit_sql(place.path, "PRAGMA application_id = 77; PRAGMA user_version = 1");
	kit_refused(try_open(place.path, &err), &err, ERR_STORE, "is not a taper store");
	kit_leave(&place);
}

static void test_from_a_newer_taper(void **state)
{
	struct kit_place place;
	struct str before;
	struct err err;

	(void)state;
	kit_enter(&place);
	store_close(kit_open(&place));
	kit_sql(place.path, "PRAGMA user_version = 99; ALTER TABLE dose ADD COLUMN mood TEXT");
	before = kit_bytes(place.path);
	kit_refused(try_open(place.path, &err), &err, ERR_STORE,
		    "was written by a newer taper (format 99");
	expect_bytes(place.path, &before);
	str_free(&before);
	kit_leave(&place);
}

static void test_places_that_can_not_be(void **state)
{
	struct kit_place place;
	struct err err;
	char path[KIT_PATH_SIZE + 64], link[KIT_PATH_SIZE + 64];

	(void)state;
	kit_enter(&place);
	kit_refused(try_open(place.folder, &err), &err, ERR_IO, "is not a file");
	kit_refused(try_open("", &err), &err, ERR_IO, "is not a file");
	kit_refused(try_open("/", &err), &err, ERR_IO, "is not a file");
	kit_write(place.path, "", 0);
	snprintf(path, sizeof(path), "%s/below/taper.db", place.path);
	kit_refused(try_open(path, &err), &err, ERR_IO, "folder");
	kit_refused(try_open("/proc/taper/taper.db", &err), &err, ERR_IO, "can't be made");
	snprintf(path, sizeof(path), "%s/pipe", place.folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	kit_refused(try_open(path, &err), &err, ERR_IO, "is not a file");
	snprintf(path, sizeof(path), "%s/link.db", place.folder);
	assert_int_equal(symlink(place.path, path), 0);
	kit_refused(try_open(path, &err), &err, ERR_IO, "is a symbolic link");
	/* People do keep their folders elsewhere: those may be links. */
	snprintf(path, sizeof(path), "%s/elsewhere", place.folder);
	assert_int_equal(symlink(place.folder, path), 0);
	snprintf(link, sizeof(link), "%s/elsewhere/taper.db", place.folder);
	kit_ok(try_open(link, &err), &err);
	kit_leave(&place);
}

static void test_replaced_while_open(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100), read;
	struct err err;
	char aside[KIT_PATH_SIZE + 64];
	int64_t before, after, id = 0;

	(void)state;
	kit_enter(&place);
	snprintf(aside, sizeof(aside), "%s.aside", place.path);
	store = kit_open(&place);
	kit_add(store, &dose);
	kit_ok(store_version(store, &before, &err), &err);
	assert_int_equal(rename(place.path, aside), 0);
	kit_refused(store_dose_add(store, &dose, 1, "log", &id, &err), &err, ERR_STORE,
		    "was moved or removed while it was open");
	kit_refused(store_version(store, &after, &err), &err, ERR_STORE, "was moved or removed");
	store_close(kit_open(&place));
	kit_ok(store_version(store, &after, &err), &err);
	assert_int_not_equal(before, after);
	kit_refused(store_dose_get(store, 1, &read, &err), &err, ERR_NOT_FOUND, "no dose 1");
	kit_add(store, &dose);
	kit_add(store, &dose);
	assert_int_equal(rename(aside, place.path), 0);
	kit_ok(store_dose_get(store, 1, &read, &err), &err);
	dose_free(&read);
	kit_refused(store_dose_get(store, 2, &read, &err), &err, ERR_NOT_FOUND, "no dose 2");
	kit_write(aside, "rubbish", 7);
	assert_int_equal(rename(aside, place.path), 0);
	kit_refused(store_dose_get(store, 1, &read, &err), &err, ERR_STORE, "is damaged");
	store_close(store);
	kit_leave(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_locked),
		cmocka_unit_test(test_rubbish),
		cmocka_unit_test(test_cut_short),
		cmocka_unit_test(test_bytes_turned),
		cmocka_unit_test(test_of_another_program),
		cmocka_unit_test(test_from_a_newer_taper),
		cmocka_unit_test(test_places_that_can_not_be),
		cmocka_unit_test(test_replaced_while_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
