/* SPDX-License-Identifier: MIT */
/*
 * Mistakes that other taper calculators were seen to make, each kept out by a test of its own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "engine/course.h"
#include "engine/moment.h"
#include "store_kit.h"
#include "support.h"

static int64_t target_on(const struct schedule *schedule, struct day day)
{
	const struct level *level = schedule_at(schedule, day);

	assert_non_null(level);
	return amount_milli(level->target);
}

static void in_new_york(void)
{
	setenv("TZ", "America/New_York", 1);
	tzset();
}

static void back_in_utc(void)
{
	setenv("TZ", "UTC", 1);
	tzset();
}

/* One tablet and a half was printed as one, so that the dose on paper rose from one step to the next. */
static void k1_printed_doses_add_up_and_never_rise(void **state)
{
	static const int64_t targets[] = {3500, 3000, 2500, 2000, 0};
	struct plan plan = plan_with(UNIT_MG, 500, 2);
	int64_t before = 4000;

	(void)state;
	plan_cut_fixed(&plan, 500, 7, 2000);
	struct schedule schedule = laid_out(&plan, 4000, ymd(2026, 3, 2));
	assert_int_equal(schedule.level_count, 5);
	for (size_t i = 0; i < schedule.level_count; i++) {
		const struct level *level = &schedule.levels[i];
		int64_t printed = 0;

		for (size_t slot = 0; slot < schedule.slot_count; slot++) {
			char text[AMOUNT_TEXT_SIZE];
			struct amount dose = {0};
			struct err err;

			amount_with_unit(schedule_doses(&schedule, level)[slot], UNIT_MG, text);
			assert_true(amount_read_in(text, UNIT_MG, &dose, &err));
			printed += amount_milli(dose);
		}
		assert_int_equal(amount_milli(level->target), targets[i]);
		assert_int_equal(printed, targets[i]);
		assert_true(printed < before);
		before = printed;
	}
	schedule_free(&schedule);
}

/* A slow plan of more than fifty steps was quietly made a faster one, to keep the table short. */
static void k2_a_long_plan_is_not_sped_up(void **state)
{
	struct plan plan = plan_with(UNIT_MG, 100, 1);

	(void)state;
	plan_cut_current(&plan, 500, 21, 500);
	struct schedule schedule = laid_out(&plan, 40000, ymd(2026, 3, 2));
	assert_true(schedule.level_count > 50);
	assert_true(schedule_days(&schedule) > 945);
	for (size_t i = 0; i + 1 < schedule.step_count; i++) {
		const struct step *step = &schedule.steps[i];

		assert_int_equal(step->days, 21);
		assert_true(step->asked.nano * 10000 <= step->before.nano * 500 + 10000);
	}
	schedule_free(&schedule);
}

/* A plan that could not end within the limits is refused, and says why. */
static void k2_a_plan_too_long_is_refused(void **state)
{
	struct plan plan = plan_with(UNIT_MG, 100, 1);
	struct schedule schedule = SCHEDULE_INIT;
	struct err err = {.code = ERR_NONE};

	(void)state;
	plan_cut_current(&plan, 100, 30, 500);
	assert_false(
		schedule_build(&plan, milli(40000), ymd(2026, 3, 2), FACTOR_ONE, &schedule, &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_non_null(strstr(err.msg, "3650"));
	assert_int_equal(schedule.level_count, 0);
}

/* After the clocks went forward every step came a day late: 10 March was still 1000. */
static void k3_no_step_is_late_after_the_clocks_go_forward(void **state)
{
	struct plan plan = plan_with(UNIT_MG, 1000, 1);

	(void)state;
	in_new_york();
	plan_stay(&plan, 7);
	plan_cut_current(&plan, 1000, 7, 100000);
	struct schedule schedule = laid_out(&plan, 1000000, ymd(2025, 3, 3));
	assert_int_equal(target_on(&schedule, ymd(2025, 3, 9)), 1000000);
	assert_int_equal(target_on(&schedule, ymd(2025, 3, 10)), 900000);
	assert_int_equal(target_on(&schedule, ymd(2025, 3, 16)), 900000);
	assert_int_equal(target_on(&schedule, ymd(2025, 3, 17)), 810000);
	schedule_free(&schedule);
	back_in_utc();
}

/* March counted 29 days between its ends, and the 8th and the 9th shared a target. */
static void k4_each_day_of_march_counts_once(void **state)
{
	struct plan plan = plan_with(UNIT_MG, 1000, 1);

	(void)state;
	in_new_york();
	assert_int_equal(day_between(ymd(2025, 3, 1), ymd(2025, 3, 31)), 30);
	plan_cut_fixed(&plan, 1000, 1, 1000);
	struct schedule schedule = laid_out(&plan, 32000, ymd(2025, 3, 1));
	for (int32_t mday = 1; mday <= 31; mday++)
		assert_int_equal(target_on(&schedule, ymd(2025, 3, mday)), 1000 * (32 - mday));
	assert_int_equal(schedule_days(&schedule), 31);
	schedule_free(&schedule);
	back_in_utc();
}

/* Half past midnight on the 10th, in a day that begins at four, landed on the 8th. */
static void k4_half_past_midnight_is_the_day_before(void **state)
{
	struct moment moment = {.day = ymd(2025, 3, 10), .minute = 30, .utc_offset = -240};

	(void)state;
	in_new_york();
	assert_int_equal(moment_counts_for(moment_wall(moment), 240).n, ymd(2025, 3, 9).n);
	assert_int_equal(moment_counts_for(moment_wall(moment), 0).n, ymd(2025, 3, 10).n);
	assert_int_equal(moment_counts_for(moment_wall(moment), 30).n, ymd(2025, 3, 10).n);
	assert_int_equal(moment_counts_for(moment_wall(moment), 31).n, ymd(2025, 3, 9).n);
	back_in_utc();
}

/* A new baseline or speed rewrote every target of the past, and with them which days had been above plan. */
static void k5_a_new_plan_leaves_the_past_as_it_was(void **state)
{
	struct plan first = plan_with(UNIT_GRAM, 100, 1), second = plan_with(UNIT_GRAM, 100, 1);
	struct course course = COURSE_INIT;
	struct revision revision = REVISION_INIT;
	struct day begins = ymd(2026, 3, 2), changed = ymd(2026, 4, 10);
	int64_t before[40];

	(void)state;
	plan_cut_current(&first, 500, 7, 2000);
	plan_cut_current(&second, 1000, 14, 2000);
	revision.from = begins;
	revision.schedule = laid_out(&first, 20000, begins);
	course_add(&course, &revision);
	for (int32_t i = 0; i < 40; i++)
		before[i] = amount_milli(course_level_at(&course, day_add(begins, i))->target);
	revision.from = changed;
	revision.schedule = laid_out(&second, 12000, changed);
	course_add(&course, &revision);
	assert_int_equal(day_between(begins, changed), 39);
	for (int32_t i = 0; i < 39; i++)
		assert_int_equal(amount_milli(course_level_at(&course, day_add(begins, i))->target),
				 before[i]);
	assert_int_equal(amount_milli(course_level_at(&course, changed)->target), 10800);
	assert_true(before[39] != 10800);
	course_free(&course);
}

struct two_doses {
	struct dose doses[2];
	size_t at;
};

static bool next_of_two(void *context, struct dose *dose, struct err *err)
{
	struct two_doses *two = context;

	(void)err;
	if (two->at == 2)
		return false;
	*dose = two->doses[two->at++];
	return true;
}

/* An import replaced everything there was, without a look at it first and without a way back. */
static void k6_an_import_adds_and_can_be_looked_at_and_taken_back(void **state)
{
	struct two_doses two = {.doses = {kit_dose(1000, 60, 2500), kit_dose(90000, 60, 3000)}};
	struct dose_import import = {.source = next_of_two,
				     .context = &two,
				     .now_utc = 100000,
				     .what = "import",
				     .dry_run = true};
	struct dose kept = kit_dose(1000, 60, 2500);
	struct store *store;
	struct change change;
	struct str before, after;
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_add(store, &kept);
	before = kit_dump(store);
	kit_ok(store_dose_import(store, &import, &err), &err);
	assert_int_equal(import.added, 1);
	assert_int_equal(import.skipped, 1);
	after = kit_dump(store);
	assert_string_equal(after.data, before.data);
	str_free(&after);
	two.at = 0;
	import.dry_run = false;
	kit_ok(store_dose_import(store, &import, &err), &err);
	after = kit_dump(store);
	assert_true(str_starts(after.data, before.data));
	assert_true(after.len > before.len);
	str_free(&after);
	kit_ok(store_undo(store, &change, &err), &err);
	after = kit_dump(store);
	assert_string_equal(after.data, before.data);
	str_free(&after);
	str_free(&before);
	store_close(store);
}

/* Percent steps were rounded down, so that every cut was deeper than what was asked for. */
static void k7_rounding_never_deepens_a_cut(void **state)
{
	static const int64_t measures[] = {100, 250, 500, 1000};

	(void)state;
	for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
		struct plan plan = plan_with(UNIT_GRAM, measures[i], 3);

		plan_cut_current(&plan, 1000, 7, 2000);
		struct schedule schedule = laid_out(&plan, 20000, ymd(2026, 3, 2));
		int64_t unrounded = schedule.start.nano;
		for (size_t s = 0; s + 1 < schedule.step_count; s++) {
			unrounded = (unrounded * 9000 + 5000) / 10000;
			if (unrounded < 2 * AMOUNT_UNIT)
				unrounded = 2 * AMOUNT_UNIT;
			assert_int_equal(schedule.steps[s].ideal.nano, unrounded);
			assert_true(schedule.steps[s].target.nano >= unrounded);
		}
		schedule_free(&schedule);
	}
}

/*
 * A table said to run 40 days ran 70, and said to need 294 tablets it summed to 266. Whatever a title says, days and
 * total come from the rows (these rows have the same sums).
 */
static void k8_days_and_total_are_counted_from_the_rows(void **state)
{
	static const struct rung rungs[] = {
		{7000, 14}, {5000, 14}, {4000, 14}, {2000, 14}, {1000, 14}};
	struct plan plan = plan_with(UNIT_TABLET, 1000, 1);

	(void)state;
	snprintf(plan.title, sizeof plan.title, "40 days, 294 tablets");
	plan_levels(&plan, rungs, sizeof rungs / sizeof rungs[0]);
	struct schedule schedule = laid_out(&plan, 8000, ymd(2026, 3, 2));
	assert_int_equal(schedule_days(&schedule), 70);
	assert_int_equal(amount_milli(schedule_total(&schedule, ymd(2026, 3, 2))), 266000);
	schedule_free(&schedule);
	plan_free(&plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(k1_printed_doses_add_up_and_never_rise),
		cmocka_unit_test(k2_a_long_plan_is_not_sped_up),
		cmocka_unit_test(k2_a_plan_too_long_is_refused),
		cmocka_unit_test(k3_no_step_is_late_after_the_clocks_go_forward),
		cmocka_unit_test(k4_each_day_of_march_counts_once),
		cmocka_unit_test(k4_half_past_midnight_is_the_day_before),
		cmocka_unit_test(k5_a_new_plan_leaves_the_past_as_it_was),
		cmocka_unit_test(k6_an_import_adds_and_can_be_looked_at_and_taken_back),
		cmocka_unit_test(k7_rounding_never_deepens_a_cut),
		cmocka_unit_test(k8_days_and_total_are_counted_from_the_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
