/* SPDX-License-Identifier: MIT */
#include "file_kit.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct str kit_bytes(const char *path)
{
	struct str out = STR_INIT;
	char part[4096];
	FILE *file = fopen(path, "rb");
	size_t len;

	if (file == NULL)
		fail_msg("%s can't be opened", path);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_bytes(&out, part, len);
	fclose(file);
	return out;
}

void kit_write(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

void kit_temp(const char *text, struct str *path)
{
	const char *root = getenv("TMPDIR");
	int fd;

	str_reset(path);
	str_addf(path, "%s/taper-test-XXXXXX", root != NULL ? root : "/dev/shm");
	fd = mkstemp(path->data);
	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
	kit_write(path->data, text, strlen(text));
}

size_t kit_walk(const char *folder, const char *ending, kit_visit *visit, void *context)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	size_t count = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		const char *dot = strrchr(entry->d_name, '.');

		if (dot == NULL || strcmp(dot, ending) != 0)
			continue;
		visit(folder, entry->d_name, context);
		count++;
	}
	closedir(dir);
	return count;
}

void kit_expect_beside(const char *path, const struct str *found)
{
	struct str beside = STR_INIT, expected;

	str_add_bytes(&beside, path, (size_t)(strrchr(path, '.') - path));
	str_add(&beside, ".expected");
	if (getenv("UPDATE") != NULL)
		kit_write(beside.data, found->data, found->len);
	expected = kit_bytes(beside.data);
	if (strcmp(found->data, expected.data) != 0)
		fail_msg("%s\nexpected:\n%sfound:\n%s", path, expected.data, found->data);
	str_free(&beside);
	str_free(&expected);
}
