/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/clock.h"

struct scene {
	char path[64], value[80];
};

static void write_now(const struct scene *scene, const char *text)
{
	FILE *file = fopen(scene->path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static int begin(void **state)
{
	static struct scene scene;
	int fd;

	snprintf(scene.path, sizeof(scene.path), "/tmp/taper-clock-XXXXXX");
	fd = mkstemp(scene.path);
	if (fd < 0 || close(fd) != 0)
		return -1;
	snprintf(scene.value, sizeof(scene.value), "@%s", scene.path);
	setenv("TZ", "Europe/Berlin", 1);
	setenv("TAPER_NOW", scene.value, 1);
	*state = &scene;
	return 0;
}

static int end(void **state)
{
	const struct scene *scene = *state;

	return unlink(scene->path);
}

static void now_is_what_the_file_says_each_time(void **state)
{
	struct clock clock;
	struct err err;
	int64_t first, later;
	int16_t offset;

	write_now(*state, "2026-11-21T15:10:00+01:00\n");
	assert_true(clock_from_environment(&clock, &err));
	assert_true(clock.fixed);
	clock_now(&clock, &first, &offset);
	assert_int_equal(offset, 60);
	write_now(*state, "2026-11-21T15:10:07+01:00");
	clock_now(&clock, &later, &offset);
	assert_int_equal(later - first, 7);
}

static void a_file_that_says_no_time_leaves_the_first_one(void **state)
{
	struct clock clock;
	struct err err;
	int64_t first, later;
	int16_t offset;

	write_now(*state, "2026-11-21T15:10:00+01:00");
	assert_true(clock_from_environment(&clock, &err));
	clock_now(&clock, &first, &offset);
	write_now(*state, "");
	clock_now(&clock, &later, &offset);
	assert_int_equal(later, first);
}

static void a_file_that_cannot_be_read_is_said_at_once(void **state)
{
	struct clock clock;
	struct err err;

	write_now(*state, "soon");
	assert_false(clock_from_environment(&clock, &err));
	assert_int_equal(err.code, ERR_USAGE);
	setenv("TAPER_NOW", "@/nowhere/at/all", 1);
	assert_false(clock_from_environment(&clock, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.msg, "TAPER_NOW: /nowhere/at/all: can't be read");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(now_is_what_the_file_says_each_time, begin, end),
		cmocka_unit_test_setup_teardown(a_file_that_says_no_time_leaves_the_first_one,
						begin, end),
		cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_is_said_at_once, begin,
						end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
