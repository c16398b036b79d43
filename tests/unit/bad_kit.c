/* SPDX-License-Identifier: MIT */
#include "bad_kit.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "plan_kit.h"

static void write_expected(const char *path, const struct str *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text->data, 1, text->len, file), text->len);
	assert_int_equal(fclose(file), 0);
}

static void read_expected(const char *path, struct str *out)
{
	FILE *file = fopen(path, "r");
	char chunk[4096];
	size_t got;

	if (file == NULL)
		fail_msg("%s is missing; UPDATE=1 writes it", path);
	while ((got = fread(chunk, 1, sizeof(chunk), file)) > 0)
		str_add_bytes(out, chunk, got);
	fclose(file);
}

static void check(const char *folder, const char *name, bad_reader *reader)
{
	struct problems problems = PROBLEMS_INIT;
	struct str path = STR_INIT, found = STR_INIT, expected = STR_INIT;
	struct err err = {.code = ERR_NONE};

	str_addf(&path, "%s/%s", folder, name);
	if (reader(path.data, &problems, &err))
		fail_msg("%s was taken", path.data);
	assert_int_equal(err.code, ERR_FORMAT);
	assert_non_null(strstr(err.msg, name));
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

void bad_kit_walk(const char *folder, size_t least, bad_reader *reader)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	size_t count = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		const char *dot = strrchr(entry->d_name, '.');

		if (dot == NULL || strcmp(dot, ".yaml") != 0)
			continue;
		check(folder, entry->d_name, reader);
		count++;
	}
	closedir(dir);
	assert_true(count >= least);
}
