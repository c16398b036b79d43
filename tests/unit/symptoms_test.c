/* SPDX-License-Identifier: MIT */
/*
 * The list of check-ins: the shipped one, a person's changes to it, and every mistake in such a file.
 */
#include "yaml/symptoms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "bad_kit.h"
#include "base/str.h"
#include "yaml/content.h"

#define SHIPPED "data/symptoms.yaml"

/* What a one-minute check-in can ask. */
enum { SHOWN_MOST = 12 };

static struct symptoms read_good(const char *path, const struct symptoms *shipped)
{
	struct problems problems = PROBLEMS_INIT;
	struct symptoms symptoms;
	struct err err;

	if (!symptoms_read(path, shipped, &symptoms, &problems, &err))
		fail_msg("%s", err.msg);
	problems_free(&problems);
	return symptoms;
}

static void shipped_list_is_short_and_sourced(void **state)
{
	struct symptoms symptoms = read_good(SHIPPED, NULL);
	bool groups[SYMPTOM_GROUP_COUNT] = {false};
	struct problems problems = PROBLEMS_INIT;
	struct sources sources;
	size_t shown = 0;
	struct err err;

	(void)state;
	assert_true(sources_read("data/sources.yaml", &sources, &problems, &err));
	assert_in_range(symptoms.count, 14, 18);
	for (size_t i = 0; i < symptoms.count; i++) {
		const struct symptom *symptom = &symptoms.items[i];

		shown += symptom->hidden ? 0 : 1;
		groups[symptom->group] = groups[symptom->group] || !symptom->hidden;
		assert_true(symptom->source_count > 0);
		for (size_t s = 0; s < symptom->source_count; s++)
			assert_non_null(sources_find(&sources, symptom->sources[s]));
		assert_true(i == 0 || symptoms.items[i - 1].group <= symptom->group);
	}
	assert_true(shown <= SHOWN_MOST);
	for (size_t i = 0; i < SYMPTOM_GROUP_COUNT; i++)
		assert_true(groups[i]);
	sources_free(&sources);
	symptoms_free(&symptoms);
}

static void changes_build_on_the_shipped_list(void **state)
{
	struct symptoms shipped = read_good(SHIPPED, NULL);
	struct symptoms own = read_good("tests/data/symptoms/good/changes.yaml", &shipped);

	(void)state;
	assert_int_equal(own.count, shipped.count + 1);
	assert_true(symptoms_find(&own, "stomach")->hidden);
	assert_false(symptoms_find(&own, "low-energy")->hidden);
	assert_true(symptoms_find(&shipped, "low-energy")->hidden);
	assert_string_equal(symptoms_find(&own, "aches")->name, "My back");
	assert_int_equal(symptoms_find(&own, "headache")->group, SYMPTOM_BODY);
	assert_int_equal(symptoms_find(&own, "headache")[1].group, SYMPTOM_RESTLESS);
	symptoms_free(&own);
	symptoms_free(&shipped);
}

static void a_list_of_ones_own_takes_its_place(void **state)
{
	struct symptoms shipped = read_good(SHIPPED, NULL);
	struct symptoms own = read_good("tests/data/symptoms/good/whole.yaml", &shipped);

	(void)state;
	assert_int_equal(own.count, 2);
	assert_string_equal(own.items[0].id, "back");
	assert_string_equal(own.items[1].name, "Vivid dreams");
	assert_null(symptoms_find(&own, "craving"));
	symptoms_free(&own);
	symptoms_free(&shipped);
}

static bool read_bad(const char *path, void *into, struct problems *problems, struct err *err)
{
	struct symptoms shipped = read_good(SHIPPED, NULL);
	struct symptoms symptoms = SYMPTOMS_INIT;
	bool taken = symptoms_read(path, &shipped, &symptoms, problems, err);

	(void)into;
	symptoms_free(&symptoms);
	symptoms_free(&shipped);
	return taken;
}

static void bad_files_name_every_mistake(void **state)
{
	(void)state;
	bad_kit_walk("tests/data/symptoms/bad", 7, read_bad);
}

static void no_list_holds_more_than_its_most(void **state)
{
	struct symptoms shipped = read_good(SHIPPED, NULL), symptoms = SYMPTOMS_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct str text = STR_INIT;
	struct err err;

	(void)state;
	str_add(&text, "format: taper-symptoms/1\nadd:\n");
	for (size_t i = shipped.count; i < SYMPTOM_MAX; i++)
		str_addf(&text, "  - {id: a%zu, name: N, group: mood}\n", i);
	assert_true(symptoms_parse(text.data, text.len, &shipped, &symptoms, &problems, &err));
	assert_int_equal(symptoms.count, SYMPTOM_MAX);
	symptoms_free(&symptoms);
	str_add(&text, "  - {id: one-more, name: N, group: mood}\n");
	assert_false(symptoms_parse(text.data, text.len, &shipped, &symptoms, &problems, &err));
	assert_non_null(strstr(err.msg, "more than 64"));
	problems_free(&problems);
	str_free(&text);
	symptoms_free(&shipped);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_list_is_short_and_sourced),
		cmocka_unit_test(changes_build_on_the_shipped_list),
		cmocka_unit_test(a_list_of_ones_own_takes_its_place),
		cmocka_unit_test(bad_files_name_every_mistake),
		cmocka_unit_test(no_list_holds_more_than_its_most),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
