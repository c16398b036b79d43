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

#include "store/diary.h"
#include "store/handle.h"
#include "store/migrate.h"

static struct str query(sqlite3 *db, const char *sql)
{
	struct str out = STR_INIT;
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		str_addf(&out, "%s\n", db_text(stmt, 0));
	sqlite3_finalize(stmt);
	return out;
}

static void same_answer(sqlite3 *a, sqlite3 *b, const char *sql)
{
	struct str left = query(a, sql), right = query(b, sql);

	assert_string_not_equal(left.data, "");
	assert_string_equal(left.data, right.data);
	str_free(&left);
	str_free(&right);
}

static void expect_answer(sqlite3 *db, const char *sql, const char *wanted)
{
	struct str answer = query(db, sql);

	assert_string_equal(answer.data, wanted);
	str_free(&answer);
}

/* A store as an older taper left it. */
static void restore(const struct kit_place *place, const char *dump)
{
	struct str sql = kit_bytes(dump);

	kit_sql(place->path, sql.data);
	str_free(&sql);
}

static void test_every_released_format_comes_up_to_date(void **state)
{
	static const char *const dumps[] = {"tests/data/store/schema-1.sql"};

	(void)state;
	for (size_t i = 0; i < sizeof(dumps) / sizeof(dumps[0]); i++) {
		struct kit_place place;
		struct store *fresh, *store;
		struct change change;
		struct str dump;
		struct err err;

		kit_enter(&place);
		restore(&place, dumps[i]);
		store = kit_open(&place);
		kit_ok(store_open(NULL, NULL, &fresh, &err), &err);
		same_answer(store->db, fresh->db,
			    "SELECT type || ' ' || name || ' ' || coalesce(sql, '')"
			    " FROM sqlite_schema ORDER BY type, name");
		same_answer(store->db, fresh->db, "PRAGMA user_version");
		same_answer(store->db, fresh->db, "PRAGMA application_id");
		expect_answer(store->db, "PRAGMA integrity_check", "ok\n");
		expect_answer(store->db, "PRAGMA foreign_key_check", "");
		dump = kit_dump(store);
		assert_string_equal(dump.data, "1 1795600800 60 2500000000 g leaf [stress work] "
					       "[after 'lunch' — ünï]\n"
					       "3 1795618800 540 4000000000 capsule leaf [] []\n"
					       "revision 5 start 1795620000\n");
		str_free(&dump);
		kit_ok(store_redo(store, &change, &err), &err);
		for (int n = 0; n < 7; n++)
			kit_ok(store_undo(store, &change, &err), &err);
		kit_refused(store_undo(store, &change, &err), &err, ERR_NOT_FOUND, "nothing");
		store_close(store);
		store_close(fresh);
		kit_leave(&place);
	}
}

/* As a person meets it: a copy of what was there is kept, and what is new can be written at once. */
static void test_the_first_format_takes_what_is_new(void **state)
{
	struct checkin checkin = {.utc = 1795630000, .utc_offset = 60, .sleep_minutes = 390};
	struct kit_place place;
	struct store *store;
	struct change change;
	struct str before, after;
	struct err err;
	char backups[KIT_PATH_SIZE + 32], copy[KIT_PATH_SIZE + 64];
	int64_t id = 0;
	sqlite3 *db;

	(void)state;
	kit_enter(&place);
	snprintf(backups, sizeof(backups), "%s/backups", place.folder);
	snprintf(copy, sizeof(copy), "%s/before-0001-update.db", backups);
	restore(&place, "tests/data/store/schema-1.sql");
	kit_ok(store_open(place.path, backups, &store, &err), &err);
	before = kit_dump(store);
	checkin_set(&checkin, "craving", 3);
	kit_ok(checkin_valid(&checkin, &err), &err);
	kit_ok(store_checkin_add(store, &checkin, 1, "check-in", &id, &err), &err);
	assert_int_equal(id, 7);
	kit_ok(store_undo(store, &change, &err), &err);
	assert_string_equal(change.what, "check-in");
	after = kit_dump(store);
	assert_string_equal(before.data, after.data);
	kit_ok(store_redo(store, &change, &err), &err);
	store_close(store);
	kit_ok(db_open_read(copy, 0, &db, &err), &err);
	expect_answer(db, "PRAGMA user_version", "1\n");
	expect_answer(db, "PRAGMA integrity_check", "ok\n");
	expect_answer(db, "SELECT count(*) FROM dose", "5\n");
	sqlite3_close(db);
	checkin_free(&checkin);
	str_free(&before);
	str_free(&after);
	kit_leave(&place);
}

/* Steps that are still to come, after those of today. */
enum { NOW_STEPS = 2, LATER = NOW_STEPS + 2 };
static const char mood_column[] = "ALTER TABLE dose ADD COLUMN mood TEXT";

static struct steps later(const char *sql[LATER], const char *last)
{
	assert_int_equal(store_steps.count, NOW_STEPS);
	for (size_t i = 0; i < NOW_STEPS; i++)
		sql[i] = store_steps.sql[i];
	sql[NOW_STEPS] = mood_column;
	sql[NOW_STEPS + 1] = last;
	return (struct steps){.sql = sql, .count = LATER};
}

static struct steps tomorrow(const char *sql[LATER])
{
	return later(sql, "CREATE TABLE mood(id INTEGER PRIMARY KEY) STRICT");
}

static sqlite3 *reopen(const struct kit_place *place)
{
	struct err err;
	sqlite3 *db;

	kit_ok(db_open(place->path, 100, &db, &err), &err);
	return db;
}

static void test_keeps_a_copy_before_an_update(void **state)
{
	const char *sql[LATER];
	const struct steps steps = tomorrow(sql);
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);
	struct stat found;
	struct err err;
	char backups[KIT_PATH_SIZE + 32], copy[KIT_PATH_SIZE + 64];
	sqlite3 *db;

	(void)state;
	kit_enter(&place);
	snprintf(backups, sizeof(backups), "%s/state/backups", place.folder);
	snprintf(copy, sizeof(copy), "%s/before-0001-update.db", backups);
	store = kit_open(&place);
	kit_add(store, &dose);
	store_close(store);
	db = reopen(&place);
	kit_ok(migrate(db, &steps, backups, &err), &err);
	expect_answer(db, "PRAGMA user_version", "4\n");
	expect_answer(db, "SELECT count(mood) FROM dose", "0\n");
	expect_answer(db, "SELECT count(*) FROM mood", "0\n");
	kit_ok(migrate(db, &steps, backups, &err), &err);
	sqlite3_close(db);
	assert_int_equal(stat(copy, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	/* The copy is a store of its own; an update of it keeps the copy that is there. */
	assert_int_equal(rename(copy, place.path), 0);
	kit_write(copy, "", 0);
	db = reopen(&place);
	expect_answer(db, "PRAGMA user_version", "2\n");
	kit_ok(migrate(db, &steps, backups, &err), &err);
	expect_answer(db, "SELECT count(*) FROM dose", "1\n");
	sqlite3_close(db);
	snprintf(copy, sizeof(copy), "%s/before-0002-update.db", backups);
	assert_int_equal(stat(copy, &found), 0);
	assert_true(found.st_size > 0);
	kit_leave(&place);
}

static void test_an_update_that_stops_changes_nothing(void **state)
{
	const char *sql[LATER];
	const struct steps steps = later(sql, "CREATE TABLE mood(");
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);
	struct str before, after;
	struct err err;
	sqlite3 *db;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	kit_add(store, &dose);
	store_close(store);
	before = kit_bytes(place.path);
	db = reopen(&place);
	kit_refused(migrate(db, &steps, place.folder, &err), &err, ERR_STORE,
		    "update to format 4: ");
	sqlite3_close(db);
	after = kit_bytes(place.path);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.data, after.data, before.len);
	str_free(&before);
	str_free(&after);
	store = kit_open(&place);
	kit_ok(store_dose_get(store, 1, &dose, &err), &err);
	dose_free(&dose);
	store_close(store);
	kit_leave(&place);
}

static void test_no_update_without_its_copy(void **state)
{
	const char *sql[LATER];
	const struct steps steps = tomorrow(sql);
	struct kit_place place;
	struct err err;
	sqlite3 *db;

	(void)state;
	kit_enter(&place);
	store_close(kit_open(&place));
	db = reopen(&place);
	kit_refused(migrate(db, &steps, "/proc/taper/backups", &err), &err, ERR_IO,
		    "no copy could be kept before the update: ");
	expect_answer(db, "PRAGMA user_version", "2\n");
	sqlite3_close(db);
	kit_leave(&place);
}

static void test_no_update_while_another_writes(void **state)
{
	const char *sql[LATER];
	const struct steps steps = tomorrow(sql);
	struct kit_place place;
	struct err err;
	sqlite3 *db, *other;

	(void)state;
	kit_enter(&place);
	store_close(kit_open(&place));
	other = reopen(&place);
	kit_ok(db_exec(other, "BEGIN IMMEDIATE", &err), &err);
	db = reopen(&place);
	kit_refused(migrate(db, &steps, NULL, &err), &err, ERR_STORE,
		    "is in use by another program");
	kit_ok(db_exec(other, "COMMIT", &err), &err);
	kit_ok(migrate(db, &steps, NULL, &err), &err);
	sqlite3_close(other);
	sqlite3_close(db);
	kit_leave(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_released_format_comes_up_to_date),
		cmocka_unit_test(test_the_first_format_takes_what_is_new),
		cmocka_unit_test(test_keeps_a_copy_before_an_update),
		cmocka_unit_test(test_an_update_that_stops_changes_nothing),
		cmocka_unit_test(test_no_update_without_its_copy),
		cmocka_unit_test(test_no_update_while_another_writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
