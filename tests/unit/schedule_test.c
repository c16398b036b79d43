/* SPDX-License-Identifier: MIT */
#include "engine/schedule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define FIRST ymd(2026, 12, 1)

/* A level as a test writes it: first day counted from 0, days, target in milli-units. */
struct row {
	int32_t from, days;
	int64_t target;
};

static void check(const struct plan *plan, int64_t from, const struct row *rows, size_t count)
{
	struct schedule schedule = laid_out(plan, from, FIRST);

	assert_int_equal(schedule.level_count, count);
	for (size_t i = 0; i < count; i++) {
		const struct level *level = &schedule.levels[i];

		assert_int_equal(day_between(FIRST, level->first), rows[i].from);
		assert_int_equal(level->days, rows[i].days);
		assert_int_equal(amount_milli(level->target), rows[i].target);
	}
	schedule_free(&schedule);
}

static void refused(const struct plan *plan, int64_t from, const char *word)
{
	struct schedule schedule = SCHEDULE_INIT;
	struct err err = {.code = ERR_NONE};

	assert_false(schedule_build(plan, milli(from), FIRST, FACTOR_ONE, &schedule, &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_non_null(strstr(err.msg, word));
	assert_null(schedule.levels);
	assert_int_equal(schedule.level_count, 0);
}

static void the_first_day_carries_the_first_cut(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_fixed(&plan, 1000, 7, 1000);
	check(&plan, 3000, (struct row[]){{0, 7, 2000}, {7, 7, 1000}, {14, 0, 0}}, 3);
}

static void unless_the_first_phase_is_a_stay(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_stay(&plan, 3);
	plan_cut_fixed(&plan, 1000, 7, 1000);
	plan_stay(&plan, 5);
	check(&plan, 3000, (struct row[]){{0, 3, 3000}, {3, 7, 2000}, {10, 12, 1000}, {22, 0, 0}},
	      4);
}

static void the_start_is_rounded_down_to_the_measure(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 250, 1);

	(void)state;
	plan_stay(&plan, 7);
	check(&plan, 3249, (struct row[]){{0, 7, 3000}, {7, 0, 0}}, 2);
	check(&plan, 250, (struct row[]){{0, 7, 250}, {7, 0, 0}}, 2);
	refused(&plan, 249, "0.249 g");
}

/* 5 × 0.9 = 4.5, 4.05, 3.645 … on a scale of 1: the chain goes on unrounded, equal neighbours are one level. */
static void rounding_never_adds_up(void **state)
{
	struct plan plan = plan_with(UNIT_CAPSULE, 1000, 1);

	(void)state;
	plan_cut_current(&plan, 1000, 7, 2000);
	check(&plan, 5000,
	      (struct row[]){
		      {0, 14, 5000}, {14, 14, 4000}, {28, 28, 3000}, {56, 7, 2000}, {63, 0, 0}},
	      5);
}

static void a_cut_is_at_least_what_least_says(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_current(&plan, 1000, 7, 1000);
	plan.phases[0].least = milli(500);
	check(&plan, 6000,
	      (struct row[]){{0, 7, 5400},
			     {7, 7, 4900},
			     {14, 7, 4400},
			     {21, 7, 3900},
			     {28, 7, 3400},
			     {35, 7, 2900},
			     {42, 7, 2400},
			     {49, 7, 1900},
			     {56, 7, 1400},
			     {63, 7, 1000},
			     {70, 0, 0}},
	      11);
}

static void percent_of_start_is_of_where_the_phase_began(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_fixed(&plan, 4000, 7, 6000);
	plan_cut_start(&plan, 2500, 7, 1000);
	check(&plan, 10000,
	      (struct row[]){{0, 7, 6000},
			     {7, 7, 4500},
			     {14, 7, 3000},
			     {21, 7, 1500},
			     {28, 7, 1000},
			     {35, 0, 0}},
	      6);
}

static void until_as_a_part_of_the_starting_amount(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_fixed(&plan, 2000, 7, 0);
	plan.phases[0].until_part.bp = 3000;
	check(&plan, 8000, (struct row[]){{0, 7, 6000}, {7, 7, 4000}, {14, 7, 2400}, {21, 0, 0}},
	      4);
}

static void a_phase_that_is_behind_us_is_passed_over(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_current(&plan, 500, 7, 5000);
	plan_cut_fixed(&plan, 500, 7, 1000);
	check(&plan, 2000, (struct row[]){{0, 7, 1500}, {7, 7, 1000}, {14, 0, 0}}, 3);
	/* Exactly at until is behind us too. */
	check(&plan, 5000 - 3000, (struct row[]){{0, 7, 1500}, {7, 7, 1000}, {14, 0, 0}}, 3);
}

/* There would be one step only, from the whole amount to the goal. */
static void all_phases_behind_us_is_refused(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_current(&plan, 500, 7, 5000);
	refused(&plan, 4000, "4 g");
	plan_stay(&plan, 7);
	check(&plan, 4000, (struct row[]){{0, 7, 4000}, {7, 0, 0}}, 2);
}

static void a_cut_to_the_goal_or_below_ends_the_plan(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan.goal = milli(5000);
	plan_cut_fixed(&plan, 2000, 7, 1000);
	plan_stay(&plan, 30);
	check(&plan, 10000, (struct row[]){{0, 7, 8000}, {7, 7, 6000}, {14, 0, 5000}}, 3);
	check(&plan, 9000, (struct row[]){{0, 7, 7000}, {7, 0, 5000}}, 2);
	refused(&plan, 5000, "5 g");
	refused(&plan, 3000, "5 g");
}

static void written_levels_stand_as_they_are(void **state)
{
	static const struct rung rungs[] = {{4000, 7}, {4000, 7}, {2500, 1}};
	struct plan plan = plan_with(UNIT_GRAM, 500, 2);

	(void)state;
	plan_levels(&plan, rungs, COUNT(rungs));
	check(&plan, 5000, (struct row[]){{0, 14, 4000}, {14, 1, 2500}, {15, 0, 0}}, 3);
	refused(&plan, 3500, "4 g");
	plan.phases[0].levels[2].has_doses = true;
	plan.phases[0].levels[2].doses[0] = milli(2500);
	struct schedule schedule = laid_out(&plan, 5000, FIRST);
	assert_int_equal(amount_milli(schedule_doses(&schedule, &schedule.levels[1])[0]), 2500);
	assert_int_equal(schedule_doses(&schedule, &schedule.levels[1])[1].nano, 0);
	schedule_free(&schedule);
	plan_free(&plan);
}

/* Worked by hand: K = 10, a step of 20/30/4 = 1/6 from 2/3: 1/2 is 10 g, 1/3 is 5 g, 1/6 is 2 g. */
static void a_curve_in_equal_steps(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_curve(&plan, 5000, 4, 10000, 7, 1000);
	check(&plan, 20000,
	      (struct row[]){{0, 7, 10000}, {7, 7, 5000}, {14, 7, 2000}, {21, 7, 1000}, {28, 0, 0}},
	      5);
}

static void no_cut_of_a_curve_is_above_its_cap(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_curve(&plan, 5000, 4, 1000, 7, 1000);
	struct schedule schedule = laid_out(&plan, 20000, FIRST);
	assert_int_equal(amount_milli(schedule.levels[0].target), 18000);
	assert_int_equal(amount_milli(schedule.levels[1].target), 16200);
	for (size_t i = 0; i + 1 < schedule.step_count; i++) {
		const struct step *step = &schedule.steps[i];
		assert_true((step->before.nano - step->ideal.nano) * 10000 <=
			    step->before.nano * 1000 + 10000);
	}
	schedule_free(&schedule);
}

static void ten_years_and_not_a_day_more(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_stay(&plan, 3650);
	check(&plan, 1000, (struct row[]){{0, 3650, 1000}, {3650, 0, 0}}, 2);
	plan_stay(&plan, 1);
	refused(&plan, 1000, "3650");
}

/* Many short turns that the scale can't tell apart are few levels; many real ones are too many. */
static void two_thousand_levels_are_counted_after_merging(void **state)
{
	struct plan coarse = plan_with(UNIT_MG, 1000000, 1), fine = plan_with(UNIT_MG, 1, 1);

	(void)state;
	plan_cut_fixed(&coarse, 1, 1, 3997500);
	check(&coarse, 4000000, (struct row[]){{0, 2500, 4000000}, {2500, 0, 0}}, 2);
	plan_cut_fixed(&fine, 1, 1, 1997);
	struct schedule schedule = laid_out(&fine, 3990, FIRST);
	assert_int_equal(schedule.level_count, 1994);
	schedule_free(&schedule);
	refused(&fine, 4020, "2000");
}

static void days_are_looked_up_from_the_first_to_for_ever(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_fixed(&plan, 1000, 7, 1000);
	struct schedule schedule = laid_out(&plan, 3000, FIRST);
	assert_null(schedule_at(&schedule, day_add(FIRST, -1)));
	assert_null(schedule_step_at(&schedule, day_add(FIRST, -1)));
	assert_ptr_equal(schedule_at(&schedule, FIRST), &schedule.levels[0]);
	assert_ptr_equal(schedule_at(&schedule, day_add(FIRST, 6)), &schedule.levels[0]);
	assert_ptr_equal(schedule_at(&schedule, day_add(FIRST, 7)), &schedule.levels[1]);
	assert_ptr_equal(schedule_at(&schedule, ymd(9999, 12, 31)), &schedule.levels[2]);
	assert_null(schedule_next(&schedule, &schedule.levels[2]));
	assert_int_equal(schedule_last_day(&schedule).n, FIRST.n + 13);
	assert_int_equal(schedule_days(&schedule), 14);
	assert_int_equal(amount_milli(schedule_total(&schedule, FIRST)), 21000);
	assert_int_equal(amount_milli(schedule_total(&schedule, day_add(FIRST, 6))), 9000);
	assert_int_equal(amount_milli(schedule_total(&schedule, day_add(FIRST, 13))), 1000);
	assert_int_equal(schedule_total(&schedule, day_add(FIRST, 14)).nano, 0);
	assert_int_equal(amount_milli(schedule_total(&schedule, day_add(FIRST, -50))), 21000);
	schedule_free(&schedule);
	assert_null(schedule.levels);
}

static void the_largest_cuts_times_the_largest_factor(void **state)
{
	struct plan plan = plan_with(UNIT_MG, 1000, 1);
	struct schedule schedule = SCHEDULE_INIT;
	struct err err;

	(void)state;
	plan_cut_fixed(&plan, 10000000, 7, 1000);
	assert_true(schedule_build(&plan, (struct amount){.nano = AMOUNT_MAX}, FIRST,
				   100 * FACTOR_ONE, &schedule, &err));
	assert_int_equal(amount_milli(schedule.levels[0].target), 1000);
	schedule_free(&schedule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_day_carries_the_first_cut),
		cmocka_unit_test(unless_the_first_phase_is_a_stay),
		cmocka_unit_test(the_start_is_rounded_down_to_the_measure),
		cmocka_unit_test(rounding_never_adds_up),
		cmocka_unit_test(a_cut_is_at_least_what_least_says),
		cmocka_unit_test(percent_of_start_is_of_where_the_phase_began),
		cmocka_unit_test(until_as_a_part_of_the_starting_amount),
		cmocka_unit_test(a_phase_that_is_behind_us_is_passed_over),
		cmocka_unit_test(all_phases_behind_us_is_refused),
		cmocka_unit_test(a_cut_to_the_goal_or_below_ends_the_plan),
		cmocka_unit_test(written_levels_stand_as_they_are),
		cmocka_unit_test(a_curve_in_equal_steps),
		cmocka_unit_test(no_cut_of_a_curve_is_above_its_cap),
		cmocka_unit_test(ten_years_and_not_a_day_more),
		cmocka_unit_test(two_thousand_levels_are_counted_after_merging),
		cmocka_unit_test(days_are_looked_up_from_the_first_to_for_ever),
		cmocka_unit_test(the_largest_cuts_times_the_largest_factor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
