/* SPDX-License-Identifier: MIT */
/*
 * Plan files: each tests/data/plans/bad/NAME.yaml gives exactly the lines of NAME.expected (UPDATE=1 writes them
 * anew, to be read before they are kept); each good one and each preset reads, and is the same plan after being written.
 */
#include "yaml/planfile.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "plan_kit.h"

#define BAD "tests/data/plans/bad"

enum { FILES_MAX = 200 };

struct names {
	char *items[FILES_MAX];
	size_t count;
};

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void names_of(const char *folder, struct names *names)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	assert_non_null(dir);
	names->count = 0;
	while ((entry = readdir(dir)) != NULL) {
		const char *dot = strrchr(entry->d_name, '.');

		if (dot == NULL || strcmp(dot, ".yaml") != 0)
			continue;
		assert_true(names->count < FILES_MAX);
		names->items[names->count++] = mem_dup(entry->d_name);
	}
	closedir(dir);
	qsort(names->items, names->count, sizeof(names->items[0]), by_name);
}

static void names_free(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->items[i]);
}

static void read_expected(const char *path, struct str *out)
{
	char chunk[4096];
	FILE *file = fopen(path, "r");
	size_t got;

	if (file == NULL)
		fail_msg("%s is missing; UPDATE=1 writes it", path);
	while ((got = fread(chunk, 1, sizeof(chunk), file)) > 0)
		str_add_bytes(out, chunk, got);
	fclose(file);
}

static void write_expected(const char *path, const struct str *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text->data, 1, text->len, file), text->len);
	assert_int_equal(fclose(file), 0);
}

static void check_bad(const char *name)
{
	struct plan plan = PLAN_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct str path = STR_INIT, found = STR_INIT, expected = STR_INIT;
	struct err err = {.code = ERR_NONE};

	str_addf(&path, BAD "/%s", name);
	assert_false(planfile_read(path.data, &plan, &problems, &err));
	assert_int_equal(err.code, ERR_FORMAT);
	assert_non_null(strstr(err.msg, name));
	assert_int_equal(plan.phase_count, 0);
	plan_kit_add_problems(&problems, &found);
	str_cut(&path, path.len - strlen("yaml"));
	str_add(&path, "expected");
	if (getenv("UPDATE") != NULL)
		write_expected(path.data, &found);
	read_expected(path.data, &expected);
	if (strcmp(found.data, expected.data) != 0)
		fail_msg("%s\nexpected:\n%sfound:\n%s", name, expected.data, found.data);
	problems_free(&problems);
	str_free(&path);
	str_free(&found);
	str_free(&expected);
}

static void bad_files_name_every_mistake(void **state)
{
	struct names names;

	(void)state;
	names_of(BAD, &names);
	assert_true(names.count >= 50);
	for (size_t i = 0; i < names.count; i++)
		check_bad(names.items[i]);
	names_free(&names);
}

static void good_files_survive_writing(void **state)
{
	static const char *const folders[] = {PLANS_GOOD, PLANS_SHIPPED};

	(void)state;
	for (size_t f = 0; f < 2; f++) {
		struct names names;

		names_of(folders[f], &names);
		assert_true(names.count >= 5);
		for (size_t i = 0; i < names.count; i++) {
			struct plan plan = PLAN_INIT;

			plan_kit_read(folders[f], names.items[i], &plan);
			plan_kit_round_trip(&plan);
			plan_free(&plan);
		}
		names_free(&names);
	}
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
