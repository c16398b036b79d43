/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "revise_kit.h"

static struct plan steady(void)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 4);

	plan_cut_current(&plan, 500, 7, 2000);
	plan_cut_fixed(&plan, 250, 7, 500);
	return plan;
}

static void refused(const struct course *course, const struct plan *plan,
		    const struct revise_ask *ask, const char *words)
{
	struct revision revision;
	struct err err = {.code = ERR_NONE};

	assert_false(revise_build(course, plan, ask, &revision, &err));
	assert_non_null(strstr(err.msg, words));
}

static const int64_t start_milli = 20000;

struct scene {
	struct plan plan;
	struct course course;
	struct day first, today; /* day 19 of the plan, in its third level */
};

static struct scene scene_of(void)
{
	struct scene scene = {.plan = steady(), .first = ymd(2026, 12, 1)};

	scene.today = day_add(scene.first, 18);
	revise_add_start(&scene.course, &scene.plan, start_milli, scene.first);
	return scene;
}

static void scene_end(struct scene *scene)
{
	course_free(&scene->course);
	plan_free(&scene->plan);
}

static void every_past_day_as(const struct course *course, const int64_t *targets, struct day first,
			      int32_t days)
{
	for (int32_t i = 0; i < days; i++)
		assert_int_equal(revise_target_on(course, day_add(first, i)), targets[i]);
}

static void k5_a_new_pace_rewrites_no_past_target(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_REPLAN, scene.today, true);
	int64_t past[19];

	(void)state;
	for (int32_t i = 0; i < 19; i++)
		past[i] = revise_target_on(&scene.course, day_add(scene.first, i));
	ask.from = milli(15000);
	ask.start = day_add(scene.today, 1);
	ask.factor = 3000;
	revise_made(&scene.course, &scene.plan, &ask);
	every_past_day_as(&scene.course, past, scene.first, 19);
	assert_int_equal(revise_target_on(&scene.course, ask.start), 14800 * AMOUNT_MILLI);
	scene_end(&scene);
}

static void peers_36_hold_shifts_all_later_dates(void **state)
{
	struct scene scene = scene_of();
	struct schedule before = revise_whole_of(&scene.course, scene.today), after;

	(void)state;
	revise_hold(&scene.course, NULL, scene.today, 9);
	after = revise_whole_of(&scene.course, scene.today);
	assert_int_equal(after.level_count, before.level_count);
	for (size_t i = 0; i < before.level_count; i++) {
		bool later = before.levels[i].first.n > scene.today.n;

		assert_int_equal(after.levels[i].target.nano, before.levels[i].target.nano);
		assert_int_equal(after.levels[i].first.n,
				 before.levels[i].first.n + (later ? 9 : 0));
	}
	assert_int_equal(schedule_last_day(&after).n, schedule_last_day(&before).n + 9);
	schedule_free(&before);
	schedule_free(&after);
	scene_end(&scene);
}

static void peers_41_past_frozen(void **state)
{
	static const enum revision_kind kinds[] = {REVISION_HOLD, REVISION_SLOW,   REVISION_BACK,
						   REVISION_HOLD, REVISION_RESUME, REVISION_STOP};
	struct scene scene = scene_of();
	int64_t past[80];
	int32_t days = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct revise_ask ask = revise_ask_of(kinds[i], scene.today, true);
		struct day last = scene.today;

		for (; days <= day_between(scene.first, last); days++)
			past[days] = revise_target_on(&scene.course, day_add(scene.first, days));
		ask.factor = scene.course.revisions[scene.course.count - 1].factor / 2;
		revise_made(&scene.course, &scene.plan, &ask);
		every_past_day_as(&scene.course, past, scene.first, days);
		scene.today = day_add(scene.today, 5);
	}
	assert_int_equal(revise_target_on(&scene.course, scene.today), -1);
	scene_end(&scene);
}

static void peers_38_step_back(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_BACK, scene.today, true);
	struct day first = day_add(scene.today, 1);
	int64_t level_before = revise_target_on(&scene.course, day_add(scene.first, 7));
	const struct revision *back;

	(void)state;
	revise_made(&scene.course, &scene.plan, &ask);
	back = &scene.course.revisions[1];
	assert_int_equal(back->factor, FACTOR_ONE / 2);
	assert_int_equal(back->days, 14);
	for (int32_t i = 0; i < 14; i++)
		assert_int_equal(revise_target_on(&scene.course, day_add(first, i)), level_before);
	/* 18.05 is the exact amount of that level; half of 5 % of it comes off. */
	assert_int_equal(back->schedule.steps[0].ideal.nano, INT64_C(18050000000));
	assert_int_equal(back->schedule.steps[1].ideal.nano, INT64_C(17598750000));
	assert_int_equal(revise_target_on(&scene.course, day_add(first, 14)), 17600 * AMOUNT_MILLI);
	scene_end(&scene);
}

static void at_the_first_level_a_step_back_is_to_the_start(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_BACK, scene.first, true);

	(void)state;
	revise_made(&scene.course, &scene.plan, &ask);
	assert_int_equal(revise_target_on(&scene.course, scene.first), 19000 * AMOUNT_MILLI);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.first, 1)),
			 20000 * AMOUNT_MILLI);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.first, 14)),
			 20000 * AMOUNT_MILLI);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.first, 15)),
			 19500 * AMOUNT_MILLI);
	ask.today = day_add(scene.first, 2);
	refused(&scene.course, &scene.plan, &ask, "began with");
	scene_end(&scene);
}

static void a_step_back_never_leaves_the_plan_it_is_in(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_REPLAN, scene.today, true);

	(void)state;
	ask.from = milli(9000);
	ask.start = day_add(scene.today, 1);
	ask.factor = FACTOR_ONE;
	revise_made(&scene.course, &scene.plan, &ask);
	ask = revise_ask_of(REVISION_BACK, day_add(scene.today, 3), true);
	revise_made(&scene.course, &scene.plan, &ask);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.today, 4)),
			 9000 * AMOUNT_MILLI);
	scene_end(&scene);
}

static void two_steps_back_go_two_levels(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_BACK, scene.today, true);

	(void)state;
	revise_made(&scene.course, &scene.plan, &ask);
	revise_made(&scene.course, &scene.plan, &ask);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.today, 1)),
			 19000 * AMOUNT_MILLI);
	assert_int_equal(scene.course.revisions[2].factor, FACTOR_ONE / 4);
	scene_end(&scene);
}

static void after_the_goal_a_step_back_is_for_a_week_only(void **state)
{
	struct scene scene = scene_of();
	struct schedule whole = revise_whole_of(&scene.course, scene.today);
	struct day last = schedule_last_day(&whole);
	struct revise_ask ask = revise_ask_of(REVISION_BACK, day_add(last, 8), true);

	(void)state;
	schedule_free(&whole);
	refused(&scene.course, &scene.plan, &ask, "hit much harder");
	ask.today = day_add(last, 7);
	revise_made(&scene.course, &scene.plan, &ask);
	assert_int_equal(revise_target_on(&scene.course, day_add(last, 8)), 500 * AMOUNT_MILLI);
	scene_end(&scene);
}

static void a_new_plan_is_never_above_the_present_target(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_REPLAN, scene.today, true);

	(void)state;
	ask.from = milli(17300);
	ask.start = day_add(scene.today, 1);
	ask.factor = FACTOR_ONE;
	assert_int_equal(revise_target_on(&scene.course, scene.today), 17200 * AMOUNT_MILLI);
	refused(&scene.course, &scene.plan, &ask, "17.3 g is above the 17.2 g");
	ask.from = milli(17200);
	ask.start = day_add(scene.today, 30);
	refused(&scene.course, &scene.plan, &ask, "is above the");
	ask.start = scene.today;
	refused(&scene.course, &scene.plan, &ask, "keeps its target");
	scene_end(&scene);
}

/* A second one in the morning would cut twice, or go back above what is planned: the first is taken back instead. */
static void a_second_new_plan_before_a_dose_is_refused(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_REPLAN, scene.today, false);
	struct amount limit;
	struct err err;

	(void)state;
	ask.from = milli(17000);
	ask.start = scene.today;
	ask.factor = FACTOR_ONE;
	revise_made(&scene.course, &scene.plan, &ask);
	ask.from = milli(16200);
	refused(&scene.course, &scene.plan, &ask, "'taper undo' takes it back");
	ask.start = day_add(scene.today, 1);
	assert_true(revise_limit(&scene.course, &ask, &limit, &err));
	assert_int_equal(limit.nano, 16200 * AMOUNT_MILLI);
	ask.begun = true;
	assert_true(revise_limit(&scene.course, &ask, &limit, &err));
	assert_int_equal(limit.nano, 16200 * AMOUNT_MILLI);
	revise_made(&scene.course, &scene.plan, &ask);
	scene_end(&scene);
}

static void slower_keeps_the_present_level_and_makes_the_cuts_smaller(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_SLOW, scene.today, true);

	(void)state;
	ask.factor = 5000;
	revise_made(&scene.course, &scene.plan, &ask);
	/* 17.1475 until the 21st day, then 2.5 % off. */
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.first, 20)),
			 17200 * AMOUNT_MILLI);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.first, 21)),
			 16800 * AMOUNT_MILLI);
	ask.factor = 5000;
	refused(&scene.course, &scene.plan, &ask, "below 1");
	scene_end(&scene);
}

static void a_hold_without_an_end_waits_and_shows_going_on_tomorrow(void **state)
{
	struct scene scene = scene_of();
	struct schedule before = revise_whole_of(&scene.course, scene.today), shown;
	struct day later = day_add(scene.today, 100);
	struct revise_ask ask = revise_ask_of(REVISION_RESUME, later, true);

	(void)state;
	revise_hold(&scene.course, NULL, scene.today, 0);
	assert_int_equal(revise_target_on(&scene.course, day_add(scene.today, 4000)),
			 17200 * AMOUNT_MILLI);
	assert_true(course_projected(&scene.course, later, &shown));
	assert_int_equal(schedule_last_day(&shown).n, schedule_last_day(&before).n + 100);
	revise_made(&scene.course, NULL, &ask);
	schedule_free(&shown);
	shown = revise_whole_of(&scene.course, later);
	assert_int_equal(schedule_last_day(&shown).n, schedule_last_day(&before).n + 100);
	assert_false(course_hold_at(&scene.course, later).on);
	refused(&scene.course, NULL, &ask, "not on hold");
	schedule_free(&shown);
	schedule_free(&before);
	scene_end(&scene);
}

static void a_plan_that_waits_or_has_ended_is_not_changed(void **state)
{
	struct scene scene = scene_of();
	struct revise_ask ask = revise_ask_of(REVISION_HOLD, day_add(scene.first, -1), true);

	(void)state;
	refused(&scene.course, NULL, &ask, "begins on");
	ask = revise_ask_of(REVISION_STOP, scene.today, true);
	revise_made(&scene.course, NULL, &ask);
	ask.kind = REVISION_HOLD;
	refused(&scene.course, NULL, &ask, "ends with today");
	ask.today = day_add(scene.today, 1);
	refused(&scene.course, NULL, &ask, "no plan is in use");
	scene_end(&scene);
}

static void written_levels_are_not_slowed(void **state)
{
	static const struct rung rungs[] = {{14000, 7}, {12000, 7}, {10000, 7}};
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);
	struct course course = COURSE_INIT;
	struct day first = ymd(2027, 3, 1);
	struct revise_ask ask = revise_ask_of(REVISION_SLOW, day_add(first, 2), true);

	(void)state;
	plan_levels(&plan, rungs, 3);
	revise_add_start(&course, &plan, 15000, first);
	ask.factor = 5000;
	refused(&course, &plan, &ask, "written out");
	course_free(&course);
	plan_free(&plan);
}

/* Every level after the change lies as many days later as it was held, with the same amounts. */
static void moved_by(const struct schedule *before, const struct schedule *after, struct day from,
		     int32_t days)
{
	assert_int_equal(after->level_count, before->level_count);
	for (size_t i = 0; i < before->level_count; i++) {
		int32_t shift = before->levels[i].first.n >= from.n ? days : 0;

		assert_int_equal(after->levels[i].target.nano, before->levels[i].target.nano);
		assert_int_equal(after->levels[i].first.n, before->levels[i].first.n + shift);
	}
}

static void holds_add_up(void **state)
{
	struct scene scene = scene_of();
	struct schedule before = revise_whole_of(&scene.course, scene.today), after;
	struct revise_ask ask = revise_ask_of(REVISION_RESUME, day_add(scene.today, 7), true);

	(void)state;
	revise_hold(&scene.course, NULL, scene.today, 5);
	revise_hold(&scene.course, NULL, day_add(scene.today, 2), 9);
	after = revise_whole_of(&scene.course, scene.today);
	moved_by(&before, &after, day_add(scene.today, 1), 14);
	schedule_free(&after);
	revise_made(&scene.course, NULL, &ask);
	after = revise_whole_of(&scene.course, scene.today);
	moved_by(&before, &after, day_add(scene.today, 1), 7);
	schedule_free(&after);
	schedule_free(&before);
	scene_end(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(k5_a_new_pace_rewrites_no_past_target),
		cmocka_unit_test(peers_36_hold_shifts_all_later_dates),
		cmocka_unit_test(peers_41_past_frozen),
		cmocka_unit_test(peers_38_step_back),
		cmocka_unit_test(at_the_first_level_a_step_back_is_to_the_start),
		cmocka_unit_test(a_step_back_never_leaves_the_plan_it_is_in),
		cmocka_unit_test(two_steps_back_go_two_levels),
		cmocka_unit_test(after_the_goal_a_step_back_is_for_a_week_only),
		cmocka_unit_test(a_new_plan_is_never_above_the_present_target),
		cmocka_unit_test(a_second_new_plan_before_a_dose_is_refused),
		cmocka_unit_test(slower_keeps_the_present_level_and_makes_the_cuts_smaller),
		cmocka_unit_test(a_hold_without_an_end_waits_and_shows_going_on_tomorrow),
		cmocka_unit_test(a_plan_that_waits_or_has_ended_is_not_changed),
		cmocka_unit_test(written_levels_are_not_slowed),
		cmocka_unit_test(holds_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
