/* SPDX-License-Identifier: MIT */
#include "engine/pace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define FIRST ymd(2026, 12, 1)
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { NONE = -1 };

/* The pace of written levels, on a fine scale. */
static struct pace pace_from(enum unit unit, int64_t from, const struct rung *rungs, size_t count)
{
	struct plan plan = plan_with(unit, 10, 1);

	plan_levels(&plan, rungs, count);
	struct schedule schedule = laid_out(&plan, from, FIRST);
	struct pace pace = pace_of(&schedule);
	schedule_free(&schedule);
	plan_free(&plan);
	return pace;
}

/* The level of a caution, or NONE. Whatever there is has a sentence, a name and a source. */
static int level_of(const struct pace *pace, enum caution_id id)
{
	int level = NONE;

	for (size_t i = 0; i < pace->caution_count; i++) {
		const struct caution *caution = &pace->cautions[i];

		assert_true(strlen(caution->text) > 10);
		assert_true(strlen(caution_name(caution->id)) > 0);
		assert_true(strlen(caution_source(caution->id)) > 0);
		if (caution->id == id) {
			assert_int_equal(level, NONE);
			level = (int)caution->level;
		}
	}
	return level;
}

/* Four weeks from 20 g down to an amount in four cuts, then four weeks there and a gentle end. */
static struct pace four_weeks_to(int64_t amount)
{
	int64_t fall = (20000 - amount) / 40 * 10;
	const struct rung rungs[] = {
		{20000 - fall, 7}, {20000 - 2 * fall, 7}, {20000 - 3 * fall, 7}, {amount, 28}};

	return pace_from(UNIT_GRAM, 20000, rungs, COUNT(rungs));
}

static void twenty_and_thirty_percent_exactly_are_not_above(void **state)
{
	static const struct {
		int64_t to;
		int level;
		int32_t bp;
	} cases[] = {{16010, NONE, 1995},           {16000, NONE, 2000},
		     {15990, CAUTION_NOTICE, 2005}, {14010, CAUTION_NOTICE, 2995},
		     {14000, CAUTION_NOTICE, 3000}, {13990, CAUTION_ACKNOWLEDGE, 3005}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pace pace = four_weeks_to(cases[i].to);

		assert_int_equal(level_of(&pace, CAUTION_PACE), cases[i].level);
		assert_int_equal(pace.steepest.bp, cases[i].bp);
	}
}

/* Measured on every day: a fall on day 29 no longer shares a window with one on day 1. */
static void the_window_is_28_days(void **state)
{
	static const struct rung together[] = {{18000, 27}, {16000, 60}},
				 apart[] = {{18000, 28}, {16000, 60}};
	struct pace pace = pace_from(UNIT_GRAM, 20000, together, COUNT(together));

	(void)state;
	assert_int_equal(pace.steepest.bp, 2000);
	assert_int_equal(pace.on.n, day_add(FIRST, 27).n);
	pace = pace_from(UNIT_GRAM, 20000, apart, COUNT(apart));
	assert_int_equal(pace.steepest.bp, 1111);
}

static void ten_and_twenty_five_percent_exactly_are_no_larger_cuts(void **state)
{
	static const struct {
		int64_t to;
		int level;
		int32_t bp;
	} cases[] = {{18000, NONE, 1000},
		     {17990, CAUTION_NOTICE, 1005},
		     {15000, CAUTION_NOTICE, 2500},
		     {14990, CAUTION_ACKNOWLEDGE, 2505}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct rung rungs[] = {{cases[i].to, 28}};
		struct pace pace = pace_from(UNIT_GRAM, 20000, rungs, 1);

		assert_int_equal(level_of(&pace, CAUTION_CUT), cases[i].level);
		assert_int_equal(pace.largest_cut.bp, cases[i].bp);
	}
}

/* A window that drops no more than 1 g has no pace, and a cut of no more than a quarter of that is never large. */
static void the_tail_is_exempt(void **state)
{
	static const struct rung gram[] = {{1750, 7}, {1500, 7}, {1250, 7}, {1000, 28}},
				 more[] = {{1750, 7}, {1500, 7}, {1250, 7}, {990, 28}};
	struct pace pace = pace_from(UNIT_GRAM, 2000, gram, COUNT(gram));

	(void)state;
	assert_int_equal(pace.steepest.bp, 0);
	assert_int_equal(pace.largest_cut.bp, 0);
	assert_int_equal(pace.caution_count, 0);
	pace = pace_from(UNIT_GRAM, 2000, more, COUNT(more));
	assert_int_equal(pace.steepest.bp, 5050);
	assert_int_equal(pace.largest_cut.bp, 2080);
	assert_int_equal(level_of(&pace, CAUTION_PACE), CAUTION_ACKNOWLEDGE);
	assert_int_equal(level_of(&pace, CAUTION_CUT), CAUTION_NOTICE);
}

/* In other units the tail is 5 % of the starting amount: 5 of 100 capsules, a quarter of it 1.25. */
static void the_tail_of_other_units(void **state)
{
	static const struct rung five[] = {
		{50000, 60}, {48750, 7}, {47500, 7}, {46250, 7}, {45000, 60}};
	static const struct rung low[] = {{10000, 60}, {8750, 7}, {7500, 7}, {6250, 7}, {5000, 60}};
	static const struct rung more[] = {
		{10000, 60}, {8740, 7}, {7500, 7}, {6250, 7}, {4990, 60}};
	struct pace pace = pace_from(UNIT_CAPSULE, 100000, five, COUNT(five));

	(void)state;
	assert_int_equal(pace.steepest.bp, 5000); /* the first level alone */
	assert_int_equal(pace.largest_cut.bp, 5000);
	pace = pace_from(UNIT_CAPSULE, 100000, low, COUNT(low));
	assert_int_equal(pace.steepest.bp, 9000);
	assert_int_equal(level_of(&pace, CAUTION_LAST_STEP), NONE);
	pace = pace_from(UNIT_CAPSULE, 100000, more, COUNT(more));
	assert_int_equal(level_of(&pace, CAUTION_LAST_STEP), NONE);
}

/* From 20 g: up to 1 g is the tail, up to a quarter of the start a notice, more than that asks for a yes. */
static void the_last_step_is_not_counted_but_has_its_own_line(void **state)
{
	static const struct {
		int64_t last;
		int level;
	} cases[] = {{1000, NONE},
		     {1010, CAUTION_NOTICE},
		     {5000, CAUTION_NOTICE},
		     {5010, CAUTION_ACKNOWLEDGE},
		     {20000, CAUTION_ACKNOWLEDGE}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct rung rungs[] = {{20000, 28}, {cases[i].last, 28}};
		struct pace pace = pace_from(UNIT_GRAM, 20000, rungs, 2);
		int64_t fall = 20000 - cases[i].last;

		assert_int_equal(level_of(&pace, CAUTION_LAST_STEP), cases[i].level);
		assert_int_equal(pace.steepest.bp, fall / 2);
		assert_int_equal(pace.largest_cut.bp, fall / 2);
	}
}

/* Only the step to 0 is apart: one to an amount to stay at is a cut like any other. */
static void a_fall_to_an_amount_to_stay_at_counts(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan.goal = milli(2000);
	plan_stay(&plan, 14);
	struct schedule schedule = laid_out(&plan, 20000, FIRST);
	struct pace pace = pace_of(&schedule);
	assert_int_equal(level_of(&pace, CAUTION_PACE), CAUTION_ACKNOWLEDGE);
	assert_int_equal(level_of(&pace, CAUTION_CUT), CAUTION_ACKNOWLEDGE);
	assert_int_equal(level_of(&pace, CAUTION_LAST_STEP), NONE);
	assert_int_equal(pace.steepest.bp, 9000);
	schedule_free(&schedule);
}

static void the_last_step_in_other_units(void **state)
{
	static const struct rung small[] = {{100000, 28}, {5000, 28}},
				 large[] = {{100000, 28}, {5010, 28}};
	struct pace pace = pace_from(UNIT_CAPSULE, 100000, small, COUNT(small));

	(void)state;
	assert_int_equal(level_of(&pace, CAUTION_LAST_STEP), NONE);
	pace = pace_from(UNIT_CAPSULE, 100000, large, COUNT(large));
	assert_int_equal(level_of(&pace, CAUTION_LAST_STEP), CAUTION_NOTICE);
}

static void an_amount_to_stay_at_is_no_last_step(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan.goal = milli(5000);
	plan_cut_current(&plan, 500, 14, 5000);
	struct schedule schedule = laid_out(&plan, 10000, FIRST);
	struct pace pace = pace_of(&schedule);
	assert_int_equal(pace.caution_count, 0);
	schedule_free(&schedule);
}

static void levels_shorter_than_a_week(void **state)
{
	static const struct rung week[] = {{19000, 7}, {18000, 7}},
				 short_one[] = {{19000, 7}, {18000, 6}};
	struct pace pace = pace_from(UNIT_GRAM, 20000, week, COUNT(week));

	(void)state;
	assert_int_equal(level_of(&pace, CAUTION_SHORT_LEVELS), NONE);
	pace = pace_from(UNIT_GRAM, 20000, short_one, COUNT(short_one));
	assert_int_equal(level_of(&pace, CAUTION_SHORT_LEVELS), CAUTION_NOTICE);
}

/* A quarter of a gram a week rounds to cuts of 0.3 and 0.2 on a 0.1 g scale; that makes none of them large. */
static void rounding_alone_makes_no_cut_large(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_fixed(&plan, 250, 7, 500);
	struct schedule schedule = laid_out(&plan, 2000, FIRST);
	struct pace pace = pace_of(&schedule);
	assert_int_equal(level_of(&pace, CAUTION_CUT), NONE);
	schedule_free(&schedule);
}

static void stable_words(void **state)
{
	(void)state;
	assert_string_equal(caution_name(CAUTION_PACE), "pace");
	assert_string_equal(caution_name(CAUTION_CUT), "cut");
	assert_string_equal(caution_name(CAUTION_LAST_STEP), "last-step");
	assert_string_equal(caution_name(CAUTION_SHORT_LEVELS), "short-levels");
	assert_string_equal(caution_level_name(CAUTION_NOTICE), "notice");
	assert_string_equal(caution_level_name(CAUTION_ACKNOWLEDGE), "acknowledge");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twenty_and_thirty_percent_exactly_are_not_above),
		cmocka_unit_test(the_window_is_28_days),
		cmocka_unit_test(ten_and_twenty_five_percent_exactly_are_no_larger_cuts),
		cmocka_unit_test(the_tail_is_exempt),
		cmocka_unit_test(the_tail_of_other_units),
		cmocka_unit_test(the_last_step_is_not_counted_but_has_its_own_line),
		cmocka_unit_test(a_fall_to_an_amount_to_stay_at_counts),
		cmocka_unit_test(the_last_step_in_other_units),
		cmocka_unit_test(an_amount_to_stay_at_is_no_last_step),
		cmocka_unit_test(levels_shorter_than_a_week),
		cmocka_unit_test(rounding_alone_makes_no_cut_large),
		cmocka_unit_test(stable_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
