/* SPDX-License-Identifier: MIT */
/* Something for each day, counted: one missed day costs one day and nothing more. */
#include "engine/practice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct day today = {20000};

static struct practices two(void)
{
	struct own_plan plan = OWN_PLAN_INIT;
	struct practices practices;
	const char *const names[] = {"Walk", "breathing"};
	struct err err;

	for (size_t i = 0; i < 2; i++) {
		struct own_entry entry = {.part = OWN_PRACTICE};

		snprintf(entry.head, sizeof(entry.head), "%s", names[i]);
		assert_true(own_plan_add(&plan, &entry, &err));
	}
	practices_of(&plan, &practices);
	own_plan_free(&plan);
	return practices;
}

static void one_missed_day_costs_one_day(void **state)
{
	struct practices practices = two();
	struct str out = STR_INIT;

	(void)state;
	for (int32_t ago = 0; ago < 30; ago++) {
		if (ago != 3)
			practices_mark(&practices, "Walk", day_add(today, -ago), today);
	}
	practices_mark(&practices, "Walk", today, today);
	practices_mark(&practices, "Walk", day_add(today, 1), today);
	practices_mark(&practices, "jog", today, today);
	assert_int_equal(practice_count(&practices.items[0]), PRACTICE_DAYS - 1);
	assert_true(practice_today(&practices.items[0]));
	assert_int_equal(practice_count(&practices.items[1]), 0);
	practice_tell(&practices.items[0], &out);
	assert_string_equal(out.data, "13 of the last 14 days");
	str_free(&out);
	practices_free(&practices);
}

static void one_is_found_by_name_or_number(void **state)
{
	struct practices practices = two();

	(void)state;
	assert_ptr_equal(practices_find(&practices, "walk"), &practices.items[0]);
	assert_ptr_equal(practices_find(&practices, "2"), &practices.items[1]);
	assert_null(practices_find(&practices, "3"));
	assert_null(practices_find(&practices, ""));
	practices_free(&practices);
}

static void a_name_is_there_once(void **state)
{
	struct own_plan plan = OWN_PLAN_INIT;
	struct own_entry entry = {.part = OWN_PRACTICE, .head = "walk", .text = "at seven"};
	struct err err;

	(void)state;
	assert_true(own_plan_add(&plan, &entry, &err));
	snprintf(entry.text, sizeof(entry.text), "at eight");
	assert_false(own_plan_add(&plan, &entry, &err));
	assert_int_equal(err.code, ERR_INVALID);
	own_plan_free(&plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_missed_day_costs_one_day),
		cmocka_unit_test(one_is_found_by_name_or_number),
		cmocka_unit_test(a_name_is_there_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
