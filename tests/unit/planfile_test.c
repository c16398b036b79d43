/* SPDX-License-Identifier: MIT */
/*
 * Plan files: each tests/data/plans/bad/NAME.yaml gives exactly the lines of NAME.expected (UPDATE=1 writes them
 * anew, to be read before they are kept); each good one and each preset reads, and is the same plan after being written.
 */
#include "yaml/planfile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "bad_kit.h"
#include "file_kit.h"
#include "plan_kit.h"

#define BAD "tests/data/plans/bad"

static bool read_bad(const char *path, void *into, struct problems *problems, struct err *err)
{
	struct plan plan = PLAN_INIT;
	bool taken = planfile_read(path, &plan, problems, err);

	(void)into;
	assert_int_equal(plan.phase_count, 0);
	return taken;
}

static void bad_files_name_every_mistake(void **state)
{
	(void)state;
	bad_kit_walk(BAD, 50, read_bad);
}

static void check_good(const char *folder, const char *name, void *context)
{
	struct plan plan = PLAN_INIT;

	(void)context;
	plan_kit_read(folder, name, &plan);
	plan_kit_round_trip(&plan);
	plan_free(&plan);
}

static void good_files_survive_writing(void **state)
{
	(void)state;
	assert_true(kit_walk(PLANS_GOOD, ".yaml", check_good, NULL) >= 5);
	assert_true(kit_walk(PLANS_SHIPPED, ".yaml", check_good, NULL) >= 5);
}

static void every_key_means_what_it_says(void **state)
{
	struct plan plan = PLAN_INIT;

	(void)state;
	plan_kit_read(PLANS_GOOD, "every-key.yaml", &plan);
	assert_string_equal(plan.summary, "Two lines of one text.");
	assert_string_equal(plan.suits, "Nobody in particular.");
	assert_int_equal(plan.slots[0].share.nano, 2 * AMOUNT_UNIT);
	assert_int_equal(plan.slots[1].minute, 13 * 60);
	assert_int_equal(plan.slots[2].minute, -1);
	assert_int_equal(plan.shrink[0], 0);
	assert_int_equal(plan.shrink[1], 1);
	assert_int_equal(plan.smallest.nano, AMOUNT_UNIT / 2);
	assert_int_equal(plan.goal.nano, AMOUNT_UNIT);
	assert_int_equal(plan.phase_count, 6);
	assert_int_equal(plan.phases[0].kind, PHASE_STAY);
	assert_int_equal(plan.phases[1].kind, PHASE_CUT_CURRENT);
	assert_int_equal(plan.phases[1].least.nano, AMOUNT_UNIT / 2);
	assert_int_equal(plan.phases[2].kind, PHASE_CUT_START);
	assert_int_equal(plan.phases[2].until_part.bp, 5000);
	assert_int_equal(plan.phases[3].kind, PHASE_CURVE);
	assert_int_equal(plan.phases[3].cap.bp, 750);
	assert_int_equal(plan.phases[4].kind, PHASE_CUT_FIXED);
	assert_int_equal(plan.phases[5].level_count, 2);
	assert_true(plan.phases[5].levels[0].has_doses);
	assert_false(plan.phases[5].levels[1].has_doses);
	plan_free(&plan);
}

static void decimal_comma_is_a_point(void **state)
{
	struct plan plan = PLAN_INIT;

	(void)state;
	plan_kit_read(PLANS_GOOD, "decimal-comma.yaml", &plan);
	assert_int_equal(plan.measure.nano, AMOUNT_UNIT / 10);
	assert_int_equal(plan.smallest.nano, AMOUNT_UNIT / 2);
	assert_int_equal(plan.phases[0].cut_rate.bp, 750);
	assert_int_equal(plan.phases[0].until.nano, 5 * AMOUNT_UNIT / 2);
	assert_int_equal(plan.phases[1].cut_amount.nano, AMOUNT_UNIT / 4);
	plan_free(&plan);
}

static void file_that_is_not_there_is_unreadable(void **state)
{
	struct plan plan = PLAN_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_false(planfile_read(PLANS_GOOD "/not-there.yaml", &plan, &problems, &err));
	assert_int_equal(err.code, ERR_FORMAT);
	assert_non_null(strstr(err.msg, "not-there.yaml"));
	assert_int_equal(problems.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bad_files_name_every_mistake),
		cmocka_unit_test(good_files_survive_writing),
		cmocka_unit_test(every_key_means_what_it_says),
		cmocka_unit_test(decimal_comma_is_a_point),
		cmocka_unit_test(file_that_is_not_there_is_unreadable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
