/* SPDX-License-Identifier: MIT */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

static void same_level(const struct level *a, const struct level *b)
{
	assert_int_equal(a->first.n, b->first.n);
	assert_int_equal(a->days, b->days);
	assert_int_equal(a->phase, b->phase);
	assert_int_equal(a->target.nano, b->target.nano);
	assert_int_equal(a->ideal.nano, b->ideal.nano);
	assert_int_equal(a->asked.nano, b->asked.nano);
	assert_int_equal(a->asked_rate.bp, b->asked_rate.bp);
	assert_int_equal(a->cut.nano, b->cut.nano);
}

static void same_step(const struct step *a, const struct step *b)
{
	assert_int_equal(a->first.n, b->first.n);
	assert_int_equal(a->days, b->days);
	assert_int_equal(a->phase, b->phase);
	assert_int_equal(a->turn, b->turn);
	assert_int_equal(a->phase_start.nano, b->phase_start.nano);
	assert_int_equal(a->before.nano, b->before.nano);
	assert_int_equal(a->asked.nano, b->asked.nano);
	assert_int_equal(a->ideal.nano, b->ideal.nano);
	assert_int_equal(a->target.nano, b->target.nano);
}

static void same_schedule(const struct schedule *a, const struct schedule *b)
{
	assert_int_equal(a->unit, b->unit);
	assert_int_equal(a->measure.nano, b->measure.nano);
	assert_int_equal(a->from.nano, b->from.nano);
	assert_int_equal(a->start.nano, b->start.nano);
	assert_int_equal(a->goal.nano, b->goal.nano);
	assert_int_equal(a->slot_count, b->slot_count);
	for (size_t i = 0; i < a->slot_count; i++) {
		assert_int_equal(a->slots[i].minute, b->slots[i].minute);
		assert_int_equal(a->slots[i].share.nano, b->slots[i].share.nano);
		assert_string_equal(a->slots[i].name, b->slots[i].name);
	}
	assert_int_equal(a->level_count, b->level_count);
	for (size_t i = 0; i < a->level_count; i++)
		same_level(&a->levels[i], &b->levels[i]);
	for (size_t i = 0; i < a->level_count * a->slot_count; i++)
		assert_int_equal(a->doses[i].nano, b->doses[i].nano);
	assert_int_equal(a->step_count, b->step_count);
	for (size_t i = 0; i < a->step_count; i++)
		same_step(&a->steps[i], &b->steps[i]);
}

static void same_revision(const struct revision *a, const struct revision *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->from.n, b->from.n);
	assert_int_equal(a->made_utc, b->made_utc);
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->plan_text, b->plan_text);
	assert_string_equal(a->reason, b->reason);
	assert_string_equal(a->acknowledged, b->acknowledged);
	assert_int_equal(a->factor, b->factor);
	assert_int_equal(a->days, b->days);
	same_schedule(&a->schedule, &b->schedule);
}

static void test_comes_back_as_it_went(void **state)
{
	struct kit_place place;
	struct store *store;
	struct revision start = kit_revision(70000);
	struct revision stop = {.kind = REVISION_STOP, .from = {.n = 20600}, .made_utc = 80000};
	struct course course = COURSE_INIT;
	struct err err;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	kit_ok(store_course(store, &course, &err), &err);
	assert_int_equal(course.count, 0);
	kit_ok(store_revision_add(store, &start, 70000, "start steady", &err), &err);
	kit_ok(store_revision_add(store, &stop, 80000, "stop", &err), &err);
	store_close(store);
	store = kit_open(&place);
	kit_ok(store_course(store, &course, &err), &err);
	assert_int_equal(course.count, 2);
	same_revision(&course.revisions[0], &start);
	stop.plan_text = stop.reason = stop.acknowledged = str_empty;
	same_revision(&course.revisions[1], &stop);
	assert_true(course.revisions[0].id != course.revisions[1].id);
	course_free(&course);
	revision_free(&start);
	store_close(store);
	kit_leave(&place);
}

/* A plan as long and as finely parted as there can be. */
static void test_the_longest_one(void **state)
{
	struct revision revision = kit_revision(70000);
	struct schedule *schedule = &revision.schedule;
	struct course course = COURSE_INIT;
	struct store *store;
	struct err err;

	(void)state;
	free(schedule->levels);
	free(schedule->doses);
	schedule->level_count = PLAN_LEVEL_MAX;
	schedule->levels = mem_alloc(PLAN_LEVEL_MAX, sizeof(schedule->levels[0]));
	schedule->step_count = PLAN_LEVEL_MAX;
	schedule->steps = mem_alloc(PLAN_LEVEL_MAX, sizeof(schedule->steps[0]));
	schedule->slot_count = PLAN_SLOT_MAX;
	schedule->doses =
		mem_alloc((size_t)PLAN_LEVEL_MAX * PLAN_SLOT_MAX, sizeof(schedule->doses[0]));
	for (int i = 0; i < PLAN_LEVEL_MAX; i++) {
		schedule->levels[i].first.n = 20500 + i;
		schedule->levels[i].days = i + 1 < PLAN_LEVEL_MAX ? 1 : LEVEL_OPEN;
		schedule->levels[i].target.nano = AMOUNT_MAX - i;
		schedule->steps[i] = (struct step){
			.first = schedule->levels[i].first,
			.days = schedule->levels[i].days,
			.before.nano = AMOUNT_MAX,
			.asked.nano = i,
			.ideal.nano = AMOUNT_MAX - i,
			.target.nano = AMOUNT_MAX - i,
			.phase_start.nano = AMOUNT_MAX - 1,
			.phase = (int16_t)(i % PLAN_PHASE_MAX - 1),
			.turn = (int16_t)(i - 2),
		};
		for (int j = 0; j < PLAN_SLOT_MAX; j++)
			schedule->doses[i * PLAN_SLOT_MAX + j].nano = i * PLAN_SLOT_MAX + j;
	}
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_ok(store_revision_add(store, &revision, 70000, "start", &err), &err);
	kit_ok(store_course(store, &course, &err), &err);
	assert_int_equal(course.count, 1);
	same_revision(&course.revisions[0], &revision);
	course_free(&course);
	revision_free(&revision);
	store_close(store);
}

static void test_rows_that_make_no_sense(void **state)
{
	static const char *const harm[] = {
		"UPDATE level SET idx = 7 WHERE idx = 1",
		"UPDATE revision SET kind = 'dance'",
		"UPDATE part SET slot = 9 WHERE slot = 1",
		"UPDATE part SET level = 90 WHERE level = 1",
		"PRAGMA ignore_check_constraints = 1; UPDATE revision SET name = hex(zeroblob(60))",
		"PRAGMA ignore_check_constraints = 1; UPDATE slot SET name = hex(zeroblob(60))",
		"DELETE FROM slot WHERE idx = 0",
		"UPDATE level SET days = 8 WHERE idx = 0",
		"UPDATE level SET days = 1 WHERE idx = 1",
		"UPDATE revision SET from_day = from_day + 1",
		"INSERT INTO step VALUES(1, 0, 20500, 0, 0, 0, 0, 0, 0, 0, 7)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(harm) / sizeof(harm[0]); i++) {
		struct kit_place place;
		struct revision revision = kit_revision(70000);
		struct course course = COURSE_INIT;
		struct store *store;
		struct err err;

		kit_enter(&place);
		store = kit_open(&place);
		kit_ok(store_revision_add(store, &revision, 70000, "start", &err), &err);
		kit_sql(place.path, harm[i]);
		kit_refused(store_course(store, &course, &err), &err, ERR_STORE, "is damaged");
		assert_int_equal(course.count, 0);
		store_close(store);
		revision_free(&revision);
		kit_leave(&place);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_comes_back_as_it_went),
		cmocka_unit_test(test_the_longest_one),
		cmocka_unit_test(test_rows_that_make_no_sense),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
