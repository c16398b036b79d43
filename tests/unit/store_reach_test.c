/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_plan.h"
#include "revise_kit.h"
#include "store_kit.h"

enum { LIVES = 12, CHANGES = 24, FIRST = 20000 };

static const struct course_reach all_days = {
	.first = {.n = INT32_MIN}, .last = {.n = INT32_MAX}, .doses = true, .steps = true};

static struct course read_reach(struct store *store, struct course_reach reach)
{
	struct course course = COURSE_INIT;
	struct err err;

	kit_ok(store_course_reach(store, reach, &course, &err), &err);
	return course;
}

static void same_level(const struct level *a, const struct level *b)
{
	assert_int_equal(a->first.n, b->first.n);
	assert_int_equal(a->days, b->days);
	assert_int_equal(a->phase, b->phase);
	assert_int_equal(a->target.nano, b->target.nano);
	assert_int_equal(a->ideal.nano, b->ideal.nano);
	assert_int_equal(a->asked.nano, b->asked.nano);
	assert_int_equal(a->cut.nano, b->cut.nano);
}

static void same_step(const struct step *a, const struct step *b)
{
	assert_int_equal(a->first.n, b->first.n);
	assert_int_equal(a->days, b->days);
	assert_int_equal(a->turn, b->turn);
	assert_int_equal(a->before.nano, b->before.nano);
	assert_int_equal(a->ideal.nano, b->ideal.nano);
	assert_int_equal(a->target.nano, b->target.nano);
	assert_int_equal(a->phase_start.nano, b->phase_start.nano);
}

/* What is read of some days says of each what the whole says, and of the doses too. */
static void same_on_days(struct store *store, const struct course *whole, struct day first,
			 struct day last)
{
	struct course_reach reach = {.first = first, .last = last, .doses = true};
	struct course part = read_reach(store, reach);

	for (struct day day = first; day.n <= last.n; day = day_add(day, 1)) {
		const struct level *level = course_level_at(whole, day);
		const struct level *found = course_level_at(&part, day);
		const struct schedule *schedule, *of_part;

		assert_true((level == NULL) == (found == NULL));
		if (level == NULL)
			continue;
		schedule = &course_revision_at(whole, day)->schedule;
		of_part = &course_revision_at(&part, day)->schedule;
		same_level(level, found);
		assert_memory_equal(schedule_doses(schedule, level), schedule_doses(of_part, found),
				    schedule->slot_count * sizeof(struct amount));
	}
	course_free(&part);
}

static void same_schedule(const struct schedule *a, const struct schedule *b)
{
	assert_int_equal(a->level_count, b->level_count);
	assert_int_equal(a->step_count, b->step_count);
	for (size_t i = 0; i < a->level_count; i++)
		same_level(&a->levels[i], &b->levels[i]);
	for (size_t i = 0; i < a->step_count; i++)
		same_step(&a->steps[i], &b->steps[i]);
	assert_memory_equal(a->doses, b->doses, a->level_count * a->slot_count * sizeof(*a->doses));
}

static void same_projected(struct store *store, const struct course *whole, struct day today)
{
	struct course followed = read_reach(store, all_days);
	struct schedule expected, found;
	struct day begins;

	assert_int_equal(followed.count, whole->count);
	if (course_projected(whole, today, &expected)) {
		assert_true(course_projected(&followed, today, &found));
		same_schedule(&expected, &found);
		assert_true(course_begins(whole, today, &begins));
		assert_int_equal(begins.n, schedule_first_day(&expected).n);
		schedule_free(&expected);
		schedule_free(&found);
	} else {
		assert_false(course_projected(&followed, today, &found));
	}
	course_free(&followed);
}

static bool change(struct random *random, const struct course *course, const struct plan *plan,
		   struct day today, struct revision *revision)
{
	static const enum revision_kind kinds[] = {REVISION_HOLD, REVISION_RESUME, REVISION_SLOW,
						   REVISION_BACK, REVISION_HOLD};
	enum revision_kind kind = kinds[random_between(random, 0, 4)];
	struct revise_ask ask = revise_ask_of(kind, today, random_between(random, 0, 1) == 0);
	struct err refused;

	if (kind == REVISION_HOLD)
		ask.days = (int32_t)random_between(random, 0, 2) * 5;
	return revise_build(course, plan, &ask, revision, &refused);
}

static void add(struct store *store, const struct revision *revision)
{
	struct err err;

	kit_ok(store_revision_add(store, revision, FIRST, "change", &err), &err);
}

static void live(struct random *random, struct store *store)
{
	struct course course = COURSE_INIT;
	struct plan plan = PLAN_INIT;
	struct day today = {.n = FIRST};
	struct schedule schedule;
	struct amount from;
	struct err err;

	do {
		plan_free(&plan);
		from = random_plan(random, &plan);
		from.nano = from.nano / AMOUNT_MILLI * AMOUNT_MILLI;
	} while (!schedule_build(&plan, from, today, FACTOR_ONE, &schedule, &err));
	schedule_free(&schedule);

	revise_add_start(&course, &plan, from.nano / AMOUNT_MILLI, today);
	add(store, &course.revisions[0]);
	for (int i = 0; i < CHANGES; i++) {
		struct revision revision;

		today = day_add(today, 1 + (int32_t)random_between(random, 0, 8));
		if (change(random, &course, &plan, today, &revision)) {
			add(store, &revision);
			course_add(&course, &revision);
		}
		same_projected(store, &course, today);
		same_on_days(store, &course, today, today);
		same_on_days(store, &course, day_add(today, -20), day_add(today, 20));
	}
	course_free(&course);
	plan_free(&plan);
}

static void a_part_says_what_the_whole_says(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= LIVES; seed++) {
		struct random random = random_seeded("parts of a plan in use", seed);
		struct kit_place place;
		struct store *store;

		kit_enter(&place);
		store = kit_open(&place);
		live(&random, store);
		store_close(store);
		kit_leave(&place);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_says_what_the_whole_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
