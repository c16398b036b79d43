/* SPDX-License-Identifier: MIT */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tui/watch.h"

static char folder[64];

static const char *in_folder(const char *name, char *buf)
{
	snprintf(buf, 128, "%s/%s", folder, name);
	return buf;
}

static void write_file(const char *name)
{
	char path[128];
	FILE *out = fopen(in_folder(name, path), "w");

	assert_non_null(out);
	fputs("x", out);
	fclose(out);
}

static bool told(const struct watch *watch)
{
	struct pollfd wait = {.fd = watch_fd(watch), .events = POLLIN};

	return poll(&wait, 1, 0) == 1;
}

static int make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/taper-watch-XXXXXX");
	return mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
	static const char *const names[] = {"deep/er/log.db", "deep/er",        "deep",
					    "log.db",         "log.db-journal", "other"};
	char path[128];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(in_folder(names[i], path));
	return rmdir(folder);
}

static void changes_of_the_file_are_told_and_no_others(void **state)
{
	char path[128], other[128];
	struct watch *watch = watch_new(in_folder("log.db", path));

	(void)state;
	if (watch_fd(watch) < 0) {
		watch_free(watch);
		skip();
	}
	assert_false(told(watch));
	write_file("other");
	assert_false(watch_take(watch));
	write_file("log.db");
	assert_true(watch_take(watch));
	while (told(watch))
		watch_take(watch);
	/* From here on nothing beside it so much as wakes the loop, and to look at it is no news. */
	write_file("other");
	write_file("log.db-journal");
	fclose(fopen(path, "r"));
	assert_false(told(watch));
	write_file("log.db");
	assert_true(told(watch));
	assert_true(watch_take(watch));
	/* A restored log takes its place. */
	assert_int_equal(rename(in_folder("other", other), path), 0);
	assert_true(watch_take(watch));
	while (told(watch))
		watch_take(watch);
	write_file("log.db");
	assert_true(watch_take(watch));
	assert_int_equal(remove(path), 0);
	assert_true(watch_take(watch));
	write_file("log.db");
	assert_true(watch_take(watch));
	watch_free(watch);
}

static void a_folder_may_be_made_later(void **state)
{
	char path[128];
	struct watch *watch = watch_new(in_folder("deep/er/log.db", path));

	(void)state;
	if (watch_fd(watch) < 0) {
		watch_free(watch);
		skip();
	}
	assert_int_equal(mkdir(in_folder("deep", path), 0700), 0);
	assert_true(watch_take(watch));
	assert_int_equal(mkdir(in_folder("deep/er", path), 0700), 0);
	assert_true(watch_take(watch));
	while (told(watch))
		watch_take(watch);
	write_file("deep/er/log.db");
	assert_true(told(watch));
	assert_true(watch_take(watch));
	watch_free(watch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(changes_of_the_file_are_told_and_no_others,
						make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_folder_may_be_made_later, make_folder,
						remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
