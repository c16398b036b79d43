/* SPDX-License-Identifier: MIT */
/*
 * Files of rules: a person's changes to the shipped ones, and every mistake in such a file. What the shipped rules say is
 * readiness_test.c's.
 */
#include "yaml/guidance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "bad_kit.h"
#include "base/str.h"

static struct rules read_good(const char *path, const struct rules *shipped)
{
	struct problems problems = PROBLEMS_INIT;
	struct rules rules;
	struct err err;

	if (!guidance_read(path, shipped, &rules, &problems, &err))
		fail_msg("%s", err.msg);
	problems_free(&problems);
	return rules;
}

static void changes_build_on_the_shipped_rules(void **state)
{
	struct rules shipped = read_good("data/guidance.yaml", NULL);
	struct rules own = read_good("tests/data/guidance/good/changes.yaml", &shipped);
	const struct rule *urges;
	size_t at;

	(void)state;
	assert_int_equal(own.count, shipped.count);
	assert_false(rules_find(&own, "short-sleep", &at));
	assert_int_equal(own.needs, 2);
	assert_int_equal(own.needs_of, 5);
	assert_string_equal(own.note, shipped.note);
	assert_true(rules_find(&own, "rough-nights", &at));
	assert_int_equal(own.items[at].terms[0].tests[0].value, 390);
	assert_true(rules_find(&own, "many-urges", &at));
	urges = &own.items[at];
	assert_int_equal(urges->say, VERDICT_HOLD);
	assert_true(urges->any);
	assert_int_equal(urges->term_count, 2);
	assert_int_equal(urges->terms[0].test_count, 2);
	assert_false(urges->terms[0].any);
	assert_int_equal(urges->terms[0].days, 2);
	assert_int_equal(urges->terms[0].of, 4);
	assert_int_equal(urges->terms[0].tests[1].comparison, COMPARE_ABOVE);
	assert_int_equal(urges->terms[0].tests[1].value, 250);
	assert_int_equal(urges->terms[1].tests[0].comparison, COMPARE_AT_MOST);
	assert_int_equal(urges->terms[1].tests[0].value, 0);
	rules_free(&own);
	rules_free(&shipped);
}

static void rules_of_ones_own_take_their_place(void **state)
{
	static const char text[] = "format: taper-guidance/1\nrules:\n  - {id: one, say: hold, "
				   "because: Once., all: [{signal: urges, above: 0}]}\n";
	struct rules shipped = read_good("data/guidance.yaml", NULL), own;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_true(guidance_parse(text, sizeof(text) - 1, &shipped, &own, &problems, &err));
	assert_int_equal(own.count, 1);
	assert_int_equal(own.needs, 3);
	assert_string_equal(own.note, "");
	assert_int_equal(own.items[0].terms[0].days, 1);
	rules_free(&own);
	rules_free(&shipped);
}

static bool read_bad(const char *path, void *into, struct problems *problems, struct err *err)
{
	struct rules shipped = read_good("data/guidance.yaml", NULL), rules = RULES_INIT;
	bool taken = guidance_read(path, &shipped, &rules, problems, err);

	(void)into;
	rules_free(&rules);
	rules_free(&shipped);
	return taken;
}

static void bad_files_name_every_mistake(void **state)
{
	(void)state;
	bad_kit_walk("tests/data/guidance/bad", 7, read_bad);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes_build_on_the_shipped_rules),
		cmocka_unit_test(rules_of_ones_own_take_their_place),
		cmocka_unit_test(bad_files_name_every_mistake),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
