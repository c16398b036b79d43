/* SPDX-License-Identifier: MIT */
/*
 * What is shipped in data/: the eleven plans and the sources they name, and the days and grams the plans are known for.
 */
#include "yaml/content.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/schedule.h"
#include "plan_kit.h"

#define SOURCES "data/sources.yaml"

/* From 20 g on 2026-12-01. */
struct known {
	const char *name;
	int32_t days;
	int64_t total_milli;
};

static const struct known plans[] = {
	{"gentle", 672, 4868500}, {"steady", 357, 2458400},   {"fortnight", 350, 2335900},
	{"brisk", 252, 1619800},  {"short-use", 189, 924000}, {"bands", 266, 1856400},
	{"even", 273, 2730000},   {"wiki", 322, 2347100},     {"curve", 504, 2487800},
	{"lower", 378, 4006800},  {"by-hand", 413, 2886800},
};

static void read_plan(const struct known *known, struct plan *plan)
{
	struct str file = STR_INIT;

	str_addf(&file, "%s.yaml", known->name);
	plan_kit_read(PLANS_SHIPPED, file.data, plan);
	assert_string_equal(plan->name, known->name);
	str_free(&file);
}

static void shipped_plans_give_what_they_are_known_for(void **state)
{
	struct err err;
	struct day first;

	(void)state;
	assert_true(day_read_iso("2026-12-01", &first, &err));
	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++) {
		struct plan plan = PLAN_INIT;
		struct schedule schedule = SCHEDULE_INIT;

		read_plan(&plans[i], &plan);
		assert_true(schedule_build(&plan, amount_from_milli(20000), first, FACTOR_ONE,
					   &schedule, &err));
		assert_int_equal(schedule_days(&schedule), plans[i].days);
		assert_int_equal(amount_milli(schedule_total(&schedule, first)),
				 plans[i].total_milli);
		schedule_free(&schedule);
		plan_free(&plan);
	}
}

static void shipped_plans_name_sources_that_exist(void **state)
{
	struct sources sources;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	if (!sources_read(SOURCES, &sources, &problems, &err))
		fail_msg("%s", err.msg);
	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++) {
		struct plan plan = PLAN_INIT;

		read_plan(&plans[i], &plan);
		assert_true(plan.summary[0] != '\0' && plan.suits[0] != '\0');
		assert_true(plan.source_count > 0);
		for (size_t k = 0; k < plan.source_count; k++) {
			if (sources_find(&sources, plan.sources[k]) == NULL)
				fail_msg("%s: no source %s", plan.name, plan.sources[k]);
		}
		plan_free(&plan);
	}
	sources_free(&sources);
}

static void a_source_is_found_by_its_id(void **state)
{
	struct sources sources;
	struct problems problems = PROBLEMS_INIT;
	const struct source *source;
	struct err err;

	(void)state;
	assert_true(sources_read(SOURCES, &sources, &problems, &err));
	source = sources_find(&sources, "huestis-2024");
	assert_non_null(source);
	assert_int_equal(source->year, 2024);
	assert_int_equal(source->mark, SOURCE_READ);
	assert_non_null(strstr(source->where, "10.3390/molecules29050984"));
	assert_int_equal(sources_find(&sources, "cdc-2022")->mark, SOURCE_REPORTED);
	assert_null(sources_find(&sources, "nobody-1999"));
	assert_null(sources_find(&sources, ""));
	sources_free(&sources);
}

static void bad_sources_name_every_mistake(void **state)
{
	static const char *const expected[] = {
		"'mark' is 'seen'; allowed are: read, reported",
		"'year' is 20; 1800 to 2200 are allowed",
		"'where' is missing",
		"a source called 'a' is there already",
	};
	struct sources sources = SOURCES_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_false(sources_read("tests/data/plans/sources-bad.yaml", &sources, &problems, &err));
	assert_int_equal(err.code, ERR_FORMAT);
	assert_int_equal(sources.count, 0);
	assert_int_equal(problems.count, sizeof(expected) / sizeof(expected[0]));
	for (size_t i = 0; i < problems.count; i++)
		assert_string_equal(problems.items[i].text, expected[i]);
	problems_free(&problems);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_plans_give_what_they_are_known_for),
		cmocka_unit_test(shipped_plans_name_sources_that_exist),
		cmocka_unit_test(a_source_is_found_by_its_id),
		cmocka_unit_test(bad_sources_name_every_mistake),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
