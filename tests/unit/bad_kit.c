/* SPDX-License-Identifier: MIT */
#include "bad_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "file_kit.h"
#include "plan_kit.h"

struct walk {
	bad_reader *reader;
};

static void check(const char *folder, const char *name, void *context)
{
	const struct walk *walk = context;
	struct problems problems = PROBLEMS_INIT;
	struct str path = STR_INIT, found = STR_INIT;
	struct err err = {.code = ERR_NONE};

	str_addf(&path, "%s/%s", folder, name);
	if (walk->reader(path.data, NULL, &problems, &err))
		fail_msg("%s was taken", path.data);
	assert_int_equal(err.code, ERR_FORMAT);
	assert_non_null(strstr(err.msg, name));
	plan_kit_add_problems(&problems, &found);
	kit_expect_beside(path.data, &found);
	problems_free(&problems);
	str_free(&path);
	str_free(&found);
}

void bad_kit_walk(const char *folder, size_t least, bad_reader *reader)
{
	struct walk walk = {reader};

	assert_true(kit_walk(folder, ".yaml", check, &walk) >= least);
}

bool bad_kit_text(const char *text, bad_reader *reader, void *into, struct str *found)
{
	struct problems problems = PROBLEMS_INIT;
	struct str path = STR_INIT;
	struct err err;
	bool taken;

	kit_temp(text, &path);
	taken = reader(path.data, into, &problems, &err);
	if (!taken)
		assert_int_equal(err.code, ERR_FORMAT);
	plan_kit_add_problems(&problems, found);
	assert_int_equal(unlink(path.data), 0);
	problems_free(&problems);
	str_free(&path);
	return taken;
}
