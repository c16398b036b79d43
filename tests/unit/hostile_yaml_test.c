/* SPDX-License-Identifier: MIT */
/*
 * Files meant to hurt a YAML reader: each is refused, with a place and a word that fits, in less than 50 ms of
 * processor time and without a long wait on a pipe or a device.
 */
#include "yaml/planfile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "format: taper-plan/1\nname: mine\ntitle: Mine\nunit: g\nmeasure: 0.1 g\n"
#define PHASES "phases:\n  - {cut: 5 %, every: 7, until: 2 g}\n"

enum {
	MIB = 1 << 20,
	TRIES = 5,
#if defined(__SANITIZE_ADDRESS__)
	LIMIT_MS = 1000,
#else
	LIMIT_MS = 50,
#endif
};

/* head once, part times times, tail once. */
struct hostile {
	const char *head, *part;
	size_t times;
	const char *tail;
	const char *word; /* what the first mistake says */
	int line;
};

static const struct hostile hostiles[] = {
	{HEAD PHASES "a: &a [x,x,x,x,x,x,x,x,x]\n", "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n", 9, "",
	 "'&', '*'", 8},
	{"", "&a ", 300000, "", "'&', '*'", 1},
	{"", "[", 20000, "", "32 deep", 1},
	{"", "{a: ", 20000, "", "32 deep", 1},
	{"", "- ", 500000, "", "32 deep", 1},
	{"", "? ", 500000, "", "where a key is wanted", 1},
	{"", "%TAG !a! tag:x,2000:\n", 49000, "", "directive", 1},
	{HEAD, "%TAG !a! tag:x,2000:\n", 49000, "", "directive", 6},
	{"summary: a\xC2\x85", "%TAG !a! x:\xC2\x85", 50000, "", "control character U+0085", 1},
	{HEAD, "unit: g\n", 24000, "", "'unit' is there twice", 6},
	{HEAD, "sumary: x\n", 24000, "", "did you mean 'summary'?", 6},
	{HEAD "phases:\n", "  - {untl: 1, evry: 2, ct: 3}\n", 6000, "", "did you mean 'until'?", 7},
	{"", "a: 1\n", 60000, "", "more than 50000", 24999},
	{HEAD "summary: ", "x", 1000000, "\n", "more than 4096 bytes", 6},
	{"", "x", MIB, "", "more than 4096 bytes", 1},
	{HEAD "summary: \"", "\\n", 500000, "\"\n", "more than 4096 bytes", 6},
	{"", ",", MIB, "", "a value is wanted", 1},
	{"", ": ", 500000, "", "a key is wanted", 1},
	{"", "\n", MIB, "", "the file is empty", 1},
	{"#", "#", MIB - 1, "", "the file is empty", 1},
	{"- ", "\"a\n", 300000, "", "", 0},
};

static void fill(const struct hostile *hostile, struct str *out)
{
	str_add(out, hostile->head);
	str_add_repeat(out, hostile->part, hostile->times);
	str_add(out, hostile->tail);
}

static double refuse_ms(const struct str *text, struct problems *problems)
{
	struct plan plan = PLAN_INIT;
	struct err err = {.code = ERR_NONE};
	clock_t before = clock();
	bool read = planfile_parse(text->data, text->len, &plan, problems, &err);
	clock_t after = clock();

	assert_false(read);
	assert_int_equal(err.code, ERR_FORMAT);
	return (double)(after - before) * 1000 / CLOCKS_PER_SEC;
}

/* TIME_TIMES says how many times slower everything is here (under valgrind), so that the bound stays one on the work done. */
static double limit_ms(void)
{
	const char *times = getenv("TIME_TIMES");
	long slower = times != NULL ? strtol(times, NULL, 10) : 1;

	return (double)LIMIT_MS * (double)(slower > 0 ? slower : 1);
}

/* The least of some tries: a busy machine slows one down, not what is measured. */
static void hostile_text_is_refused_at_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(hostiles) / sizeof(hostiles[0]); i++) {
		const struct hostile *hostile = &hostiles[i];
		struct str text = STR_INIT;
		double limit = limit_ms(), least = limit + 1;

		fill(hostile, &text);
		for (int k = 0; k < TRIES && least > limit; k++) {
			struct problems problems = PROBLEMS_INIT;
			double ms = refuse_ms(&text, &problems);

			least = ms < least ? ms : least;
			assert_true(problems.count > 0 && problems.count <= PROBLEMS_MAX);
			if (strstr(problems.items[0].text, hostile->word) == NULL ||
			    (hostile->line > 0 && problems.items[0].line != hostile->line))
				fail_msg("%zu: %d:%d: %s", i, problems.items[0].line,
					 problems.items[0].column, problems.items[0].text);
			problems_free(&problems);
		}
		if (least > limit)
			fail_msg("%zu took %f ms", i, least);
		str_free(&text);
	}
}

static void assert_path_refused(const char *path, const char *word)
{
	struct plan plan = PLAN_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	assert_false(planfile_read(path, &plan, &problems, &err));
	assert_int_equal(err.code, ERR_FORMAT);
	assert_non_null(strstr(err.msg, path));
	if (strstr(err.msg, word) == NULL)
		fail_msg("%s", err.msg);
	problems_free(&problems);
}

static void what_is_no_file_is_refused(void **state)
{
	const char *root = getenv("TMPDIR");
	struct str folder = STR_INIT, path = STR_INIT;

	(void)state;
	str_addf(&folder, "%s/taper-hostile-XXXXXX", root != NULL ? root : "/dev/shm");
	assert_non_null(mkdtemp(folder.data));
	assert_path_refused(folder.data, "a folder");
	assert_path_refused("/dev/zero", "a pipe or a device");
	str_addf(&path, "%s/pipe", folder.data);
	assert_int_equal(mkfifo(path.data, 0600), 0);
	assert_path_refused(path.data, "a pipe or a device");
	assert_int_equal(unlink(path.data), 0);
	assert_int_equal(rmdir(folder.data), 0);
	str_free(&folder);
	str_free(&path);
}

/* Sparse, so that it costs no room: only its size is looked at. */
static void huge_file_is_refused_unread(void **state)
{
	const char *root = getenv("TMPDIR");
	struct str path = STR_INIT;
	clock_t before;
	int fd;

	(void)state;
	str_addf(&path, "%s/taper-huge-XXXXXX", root != NULL ? root : "/dev/shm");
	fd = mkstemp(path.data);
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, 100 * (off_t)MIB), 0);
	assert_int_equal(close(fd), 0);
	before = clock();
	assert_path_refused(path.data, "larger than 1 MiB");
	assert_true((double)(clock() - before) * 1000 / CLOCKS_PER_SEC < limit_ms());
	assert_int_equal(unlink(path.data), 0);
	str_free(&path);
}

/* Every prefix of a good file: a half-written file is refused with a word, or is a whole plan. */
static void cut_off_files_are_refused(void **state)
{
	static const char text[] = HEAD "doses: [{at: \"08:00\", name: \"a\\n\"}]\n" PHASES;

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		struct plan plan = PLAN_INIT;
		struct problems problems = PROBLEMS_INIT;
		struct err err;

		if (planfile_parse(text, len, &plan, &problems, &err))
			assert_int_equal(plan.phase_count, 1);
		else
			assert_true(problems.count > 0 && problems.items[0].text[0] != '\0');
		plan_free(&plan);
		problems_free(&problems);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_text_is_refused_at_once),
		cmocka_unit_test(what_is_no_file_is_refused),
		cmocka_unit_test(huge_file_is_refused_unread),
		cmocka_unit_test(cut_off_files_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
