/* SPDX-License-Identifier: MIT */
/*
 * What is saved of stores that began in the first format, and of plans that were stopped.
 */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/care.h"

enum { PAGE = 4096 };

struct fixture {
	struct kit_place place;
	char backups[KIT_PATH_SIZE + 32];
};

static void enter(struct fixture *at)
{
	kit_enter(&at->place);
	snprintf(at->backups, sizeof(at->backups), "%s/backups", at->place.folder);
}

static void enter_first_format(struct fixture *at)
{
	struct str sql = kit_bytes("tests/data/store/schema-1.sql");

	enter(at);
	kit_sql(at->place.path, sql.data);
	str_free(&sql);
}

/* Overwrites so many pages from one on. */
static void spoil_pages(const struct fixture *at, size_t first, size_t count)
{
	struct str bytes = kit_bytes(at->place.path);

	assert_true((first + count) * PAGE <= bytes.len);
	memset(bytes.data + first * PAGE, 0x5A, count * PAGE);
	kit_write(at->place.path, bytes.data, bytes.len);
	str_free(&bytes);
}

static struct store_health examine(const struct fixture *at)
{
	struct store_health health;
	struct err err;

	kit_ok(store_examine(at->place.path, NULL, &health, &err), &err);
	return health;
}

static struct store_rescued rescue(const struct fixture *at)
{
	const struct store_rescue asked = {
		.path = at->place.path, .backups = at->backups, .today = {.n = 20778}};
	struct store_rescued rescued;
	struct err err;

	kit_ok(store_rescue(&asked, &rescued, &err), &err);
	free(rescued.aside);
	rescued.aside = NULL;
	assert_false(examine(at).damaged);
	assert_int_equal(examine(at).references, 0);
	assert_int_equal(examine(at).loose, 0);
	return rescued;
}

static struct str dump(const struct fixture *at)
{
	struct store *store = kit_open(&at->place);
	struct str all = kit_dump(store);

	store_close(store);
	return all;
}

/* What came with the newer format may lie anywhere in such a file. */
static void test_saves_an_updated_store_behind_a_damaged_header(void **state)
{
	struct store_rescued rescued;
	struct str before, after;
	struct fixture at;

	(void)state;
	enter_first_format(&at);
	before = dump(&at);
	spoil_pages(&at, 0, 1);
	assert_true(examine(&at).damaged);
	rescued = rescue(&at);
	assert_int_equal(rescued.doses, 5);
	assert_int_equal(rescued.plans, 1);
	after = dump(&at);
	assert_string_equal(before.data, after.data);
	str_free(&before);
	str_free(&after);
	kit_leave(&at.place);
}

/* The first format knows nothing of a diary, nor of the days of a revision. */
static void test_saves_a_store_of_the_first_format(void **state)
{
	struct store_rescued rescued;
	struct str before, after;
	struct fixture at;

	(void)state;
	enter_first_format(&at);
	assert_false(examine(&at).damaged);
	assert_int_equal(examine(&at).format, 1);
	assert_int_equal(examine(&at).doses, 2);
	rescued = rescue(&at);
	assert_int_equal(rescued.doses, 5);
	assert_int_equal(rescued.plans, 1);
	assert_int_equal(rescued.diary, 0);
	assert_int_equal(rescued.lost, 0);
	after = dump(&at);
	kit_leave(&at.place);
	enter_first_format(&at);
	before = dump(&at);
	assert_string_equal(before.data, after.data);
	str_free(&before);
	str_free(&after);
	kit_leave(&at.place);
}

/* A stop has no levels, and is saved all the same. */
static void test_a_plan_that_was_stopped_stays_stopped(void **state)
{
	struct revision start = kit_revision(1);
	struct revision stop = {.kind = REVISION_STOP, .from = {.n = 20510}, .made_utc = 2};
	struct course course = COURSE_INIT;
	struct fixture at;
	struct store *store;
	struct err err;

	(void)state;
	enter(&at);
	store = kit_open(&at.place);
	kit_ok(store_revision_add(store, &start, 1, "start", &err), &err);
	kit_ok(store_revision_add(store, &stop, 2, "stop", &err), &err);
	store_close(store);
	spoil_pages(&at, 0, 1);
	assert_int_equal(rescue(&at).plans, 2);
	store = kit_open(&at.place);
	kit_ok(store_course(store, &course, &err), &err);
	assert_int_equal(course.count, 2);
	assert_int_equal(course.revisions[1].kind, REVISION_STOP);
	store_close(store);
	course_free(&course);
	revision_free(&start);
	revision_free(&stop);
	kit_leave(&at.place);
}

/* Steps that do not fit their levels are given up, and the plan is kept. */
static void test_a_plan_is_saved_without_its_steps(void **state)
{
	struct revision start = kit_revision(1);
	struct course course = COURSE_INIT;
	struct fixture at;
	struct store *store;
	struct err err;

	(void)state;
	enter(&at);
	store = kit_open(&at.place);
	kit_ok(store_revision_add(store, &start, 1, "start", &err), &err);
	store_close(store);
	kit_sql(at.place.path, "DELETE FROM step;"
			       "INSERT INTO step VALUES(1, 0, 20600, 7, 0, 0, 1, 1, 1, 1, 1)");
	store = kit_open(&at.place);
	kit_refused(store_course(store, &course, &err), &err, ERR_STORE, "damaged");
	store_close(store);
	spoil_pages(&at, 0, 1);
	assert_int_equal(rescue(&at).plans, 1);
	store = kit_open(&at.place);
	kit_ok(store_course(store, &course, &err), &err);
	assert_int_equal(course.count, 1);
	assert_int_equal(course.revisions[0].schedule.level_count, 2);
	assert_int_equal(course.revisions[0].schedule.step_count, 0);
	store_close(store);
	course_free(&course);
	revision_free(&start);
	kit_leave(&at.place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_saves_an_updated_store_behind_a_damaged_header),
		cmocka_unit_test(test_saves_a_store_of_the_first_format),
		cmocka_unit_test(test_a_plan_that_was_stopped_stays_stopped),
		cmocka_unit_test(test_a_plan_is_saved_without_its_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
