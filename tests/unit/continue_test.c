/* SPDX-License-Identifier: MIT */
#include "engine/schedule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "random_plan.h"

#define FIRST ymd(2026, 12, 1)

#if defined(__SANITIZE_ADDRESS__)
enum { PLANS = 2000 };
#else
enum { PLANS = 40000 };
#endif

static void same_step(const struct step *a, const struct step *b, int32_t later)
{
	assert_int_equal(a->first.n, b->first.n + later);
	assert_int_equal(a->days, b->days);
	assert_int_equal(a->before.nano, b->before.nano);
	assert_int_equal(a->asked.nano, b->asked.nano);
	assert_int_equal(a->ideal.nano, b->ideal.nano);
	assert_int_equal(a->target.nano, b->target.nano);
	assert_int_equal(a->phase_start.nano, b->phase_start.nano);
	assert_int_equal(a->phase, b->phase);
	assert_int_equal(a->turn, b->turn);
}

/* Levels after the first: all is as it was, but for the days they were moved by. */
static void same_level(const struct schedule *rest, const struct schedule *base, size_t i,
		       size_t from, int32_t later)
{
	const struct level *a = &rest->levels[i], *b = &base->levels[from + i];

	assert_int_equal(a->first.n, b->first.n + later);
	assert_int_equal(a->days, b->days);
	assert_int_equal(a->target.nano, b->target.nano);
	assert_int_equal(a->ideal.nano, b->ideal.nano);
	assert_int_equal(a->asked.nano, b->asked.nano);
	assert_int_equal(a->cut.nano, b->cut.nano);
	assert_int_equal(a->asked_rate.bp, b->asked_rate.bp);
	assert_int_equal(a->phase, b->phase);
	assert_memory_equal(schedule_doses(rest, a), schedule_doses(base, b),
			    rest->slot_count * sizeof(rest->doses[0]));
}

/* The level a schedule begins with where it stays: what was left of the old one, without a cut. */
static void same_first_level(const struct schedule *rest, const struct level *level,
			     const struct step *at, int32_t later)
{
	const struct level *first = &rest->levels[0];

	assert_int_equal(first->first.n, at->first.n);
	assert_int_equal(first->days, level->first.n + level->days - at->first.n + later);
	assert_int_equal(first->target.nano, level->target.nano);
	assert_int_equal(first->ideal.nano, at->ideal.nano);
	assert_int_equal(first->asked.nano, at->asked.nano);
	assert_int_equal(first->cut.nano, 0);
	assert_int_equal(first->phase, at->phase);
}

static void goes_on_from(const struct plan *plan, const struct schedule *base, size_t k,
			 int32_t later)
{
	const struct step *at = &base->steps[k];
	const struct level *level = schedule_at(base, at->first);
	size_t from = (size_t)(level - base->levels);
	struct schedule rest = SCHEDULE_INIT;
	struct err err;

	if (!schedule_continue(plan,
			       &(struct going_on){.base = base,
						  .at = at,
						  .stay_days = at->days + later,
						  .first = at->first,
						  .factor = FACTOR_ONE},
			       &rest, &err)) {
		assert_true(schedule_days(base) + later > PLAN_DAY_MAX);
		return;
	}
	assert_int_equal(rest.step_count, base->step_count - k);
	assert_int_equal(rest.steps[0].days, at->days + later);
	for (size_t i = 1; i < rest.step_count; i++)
		same_step(&rest.steps[i], at + i, later);
	assert_int_equal(rest.level_count, base->level_count - from);
	same_first_level(&rest, level, at, later);
	assert_memory_equal(rest.doses, schedule_doses(base, level),
			    rest.slot_count * sizeof(rest.doses[0]));
	for (size_t i = 1; i < rest.level_count; i++)
		same_level(&rest, base, i, from, later);
	assert_int_equal(rest.start.nano, base->start.nano);
	assert_int_equal(rest.from.nano, base->from.nano);
	schedule_free(&rest);
}

/* Held or not, the rest of a plan is the rest of it: only the days move. */
static void what_is_left_is_the_rest_of_it(void **state)
{
	struct random random = random_seeded("going on", 707);
	int checked = 0;

	(void)state;
	for (int i = 0; i < PLANS; i++) {
		struct plan plan;
		struct schedule base;
		struct err err;
		struct amount from = random_plan(&random, &plan);
		int32_t later = (int32_t)random_between(&random, 0, 60);

		if (schedule_build(&plan, from, FIRST, FACTOR_ONE, &base, &err)) {
			/* The last step is the goal, of which nothing is left. */
			if (base.step_count > 1) {
				size_t k = (size_t)random_between(&random, 0,
								  (int64_t)base.step_count - 2);

				goes_on_from(&plan, &base, k, 0);
				goes_on_from(&plan, &base, k, later);
				checked++;
			}
			schedule_free(&base);
		}
		plan_free(&plan);
	}
	assert_true(checked > PLANS / 2);
}

static void without_a_stay_the_next_turn_is_the_first(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 2);
	struct schedule rest;
	struct err err;

	(void)state;
	plan_cut_current(&plan, 1000, 7, 2000);
	plan_cut_fixed(&plan, 500, 7, 500);
	struct schedule base = laid_out(&plan, 10000, FIRST);
	for (size_t k = 0; k + 1 < base.step_count; k++) {
		const struct step *at = &base.steps[k];

		assert_true(schedule_continue(&plan,
					      &(struct going_on){.base = &base,
								 .at = at,
								 .stay_days = 0,
								 .first = at[1].first,
								 .factor = FACTOR_ONE},
					      &rest, &err));
		assert_int_equal(rest.step_count, base.step_count - k - 1);
		for (size_t i = 0; i < rest.step_count; i++)
			same_step(&rest.steps[i], at + 1 + i, 0);
		assert_int_equal(rest.levels[0].cut.nano, at->target.nano - at[1].target.nano);
		schedule_free(&rest);
	}
	schedule_free(&base);
}

/* 10 g less 1 g a week, of where the phase began; from 7 g on half of that, whatever the amount is by then. */
static void half_the_cuts_from_here_on(void **state)
{
	static const int64_t targets[] = {7000, 6500, 6000, 5500, 5000, 0};
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);
	struct schedule rest;
	struct err err;

	(void)state;
	plan_cut_start(&plan, 1000, 7, 5000);
	struct schedule base = laid_out(&plan, 10000, FIRST);
	assert_int_equal(amount_milli(base.steps[2].target), 7000);
	assert_true(schedule_continue(&plan,
				      &(struct going_on){.base = &base,
							 .at = &base.steps[2],
							 .stay_days = 14,
							 .first = ymd(2027, 1, 1),
							 .factor = FACTOR_ONE / 2},
				      &rest, &err));
	assert_int_equal(rest.level_count, sizeof(targets) / sizeof(targets[0]));
	for (size_t i = 0; i < rest.level_count; i++)
		assert_int_equal(amount_milli(rest.levels[i].target), targets[i]);
	assert_int_equal(rest.levels[1].first.n, ymd(2027, 1, 15).n);
	assert_int_equal(rest.levels[2].first.n, ymd(2027, 1, 22).n);
	schedule_free(&rest);
	schedule_free(&base);
}

/* As it comes from the store, base has no steps; the step is one like its own. */
static void the_steps_need_not_be_there(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 3);
	struct schedule rest;
	struct step at;
	struct err err;

	(void)state;
	plan_cut_fixed(&plan, 1000, 7, 1000);
	struct schedule base = laid_out(&plan, 6000, FIRST);
	at = base.steps[1];
	free(base.steps);
	base.steps = NULL;
	base.step_count = base.step_cap = 0;
	assert_true(schedule_continue(&plan,
				      &(struct going_on){.base = &base,
							 .at = &at,
							 .stay_days = 7,
							 .first = at.first,
							 .factor = FACTOR_ONE},
				      &rest, &err));
	assert_int_equal(rest.level_count, base.level_count - 1);
	assert_memory_equal(rest.doses, base.doses + 3, 3 * sizeof(base.doses[0]));
	schedule_free(&rest);
	schedule_free(&base);
}

static void refused(const struct plan *plan, const struct schedule *base, const struct step *at,
		    int32_t stay_days, const char *word)
{
	struct schedule rest = SCHEDULE_INIT;
	struct err err = {.code = ERR_NONE};

	assert_false(schedule_continue(plan,
				       &(struct going_on){.base = base,
							  .at = at,
							  .stay_days = stay_days,
							  .first = FIRST,
							  .factor = FACTOR_ONE},
				       &rest, &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_non_null(strstr(err.msg, word));
	assert_null(rest.levels);
}

static void the_goal_and_more_than_ten_years_are_refused(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_fixed(&plan, 1000, 7, 1000);
	struct schedule base = laid_out(&plan, 3000, FIRST);
	refused(&plan, &base, &base.steps[base.step_count - 1], 7, "goal");
	refused(&plan, &base, &base.steps[0], PLAN_DAY_MAX - 6, "3650 days");
	refused(&plan, &base, &base.steps[1], INT32_MAX, "3650 days");
	schedule_free(&base);
}

static void neighbours_that_are_alike_become_one(void **state)
{
	struct schedule schedule = {.measure = milli(100), .start = milli(3000), .slot_count = 2};
	struct amount even[] = {milli(1000), milli(1000)}, other[] = {milli(800), milli(1200)};
	struct step step = {
		.first = FIRST, .days = 7, .before = milli(3000), .target = milli(2000)};

	(void)state;
	schedule_append(&schedule, &step, even);
	step.first = day_add(FIRST, 7);
	schedule_append(&schedule, &step, even);
	step.first = day_add(FIRST, 14);
	schedule_append(&schedule, &step, other);
	step.first = day_add(FIRST, 21);
	step.days = LEVEL_OPEN;
	schedule_append(&schedule, &step, other);
	assert_int_equal(schedule.step_count, 4);
	assert_int_equal(schedule.level_count, 3);
	assert_int_equal(schedule.levels[0].days, 14);
	assert_int_equal(amount_milli(schedule.levels[0].cut), 1000);
	assert_int_equal(schedule.levels[1].cut.nano, 0);
	assert_int_equal(amount_milli(schedule_doses(&schedule, &schedule.levels[1])[1]), 1200);
	assert_int_equal(schedule.levels[2].days, LEVEL_OPEN);
	schedule_free(&schedule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_left_is_the_rest_of_it),
		cmocka_unit_test(without_a_stay_the_next_turn_is_the_first),
		cmocka_unit_test(half_the_cuts_from_here_on),
		cmocka_unit_test(the_steps_need_not_be_there),
		cmocka_unit_test(the_goal_and_more_than_ten_years_are_refused),
		cmocka_unit_test(neighbours_that_are_alike_become_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
