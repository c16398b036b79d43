/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

enum { FROM = 1, NOTE, DRY_RUN, JSON };

static const struct option_spec own[] = {
	{FROM, 'f', "from", "AMOUNT", ""},
	{NOTE, 'n', "note", "TEXT", ""},
	{DRY_RUN, 'd', "dry-run", NULL, ""},
	{.name = NULL},
};
static const struct option_spec common[] = {
	{JSON, 'j', "json", NULL, ""},
	{.name = NULL},
};
static const struct option_set set = {.own = own, .common = common};

/* A command line, what comes out of it (words and options in one text), or the error it gives. */
struct line {
	const char *argv[6];
	const char *expected;
	const char *error;
};

static const struct line lines[] = {
	{{"2.5g", "@08:05"}, "[2.5g][@08:05]", NULL},
	{{"--from=20g"}, "1=20g ", NULL},
	{{"--from", "20g", "steady"}, "1=20g [steady]", NULL},
	{{"steady", "--from", "20g"}, "1=20g [steady]", NULL},
	{{"-f20g", "-n", "long call"}, "1=20g 2=long call ", NULL},
	{{"-dj", "-f", "20"}, "3 4 1=20 ", NULL},
	{{"-djf", "20"}, "3 4 1=20 ", NULL},
	{{"--note="}, "2= ", NULL},
	{{"--note", ""}, "2= ", NULL},
	{{"--note", "-x"}, "2=-x ", NULL},
	{{"--note=--json"}, "2=--json ", NULL},
	{{"-5", "-.5", "-30m", "-,5"}, "[-5][-.5][-30m][-,5]", NULL},
	{{"--from", "-5"}, "1=-5 ", NULL},
	{{"-", "--json"}, "4 [-]", NULL},
	{{"--", "--json", "-x"}, "[--json][-x]", NULL},
	{{"--json", "--json"}, "4 4 ", NULL},
	{{""}, "[]", NULL},
	{{"--jsn"}, NULL, "there is no option '--jsn'; did you mean '--json'?"},
	{{"--fro=20"}, NULL, "there is no option '--fro'; did you mean '--from'?"},
	{{"--whatever"}, NULL, "there is no option '--whatever'"},
	{{"-x"}, NULL, "there is no option '-x'"},
	{{"-dx"}, NULL, "'-dx' is not all short options"},
	{{"--from"}, NULL, "option '--from' needs a value; write --from=AMOUNT"},
	{{"--from", "--json"}, NULL, "option '--from' needs a value; write --from=AMOUNT"},
	{{"-f", "-d"}, NULL, "option '--from' needs a value; write --from=AMOUNT"},
	{{"--json=1"}, NULL, "option '--json' takes no value"},
	{{"---"}, NULL, "there is no option '---'"},
};

static size_t count_of(const char *const *argv)
{
	size_t count = 0;

	while (count < 6 && argv[count] != NULL)
		count++;
	return count;
}

/* The reader takes an argv as main has it, of texts that may be changed. */
static void copy_argv(const struct line *line, char buffer[6][32], char *argv[6])
{
	for (size_t i = 0; i < count_of(line->argv); i++) {
		assert_true(str_copy(buffer[i], sizeof(buffer[i]), line->argv[i]));
		argv[i] = buffer[i];
	}
}

static void read_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct options options = OPTIONS_INIT;
		struct err err = {.code = ERR_NONE};
		struct str got = STR_INIT;
		char buffer[6][32], *argv[6];
		bool read;

		copy_argv(&lines[i], buffer, argv);
		read = options_read(&options, set, count_of(lines[i].argv), argv, &err);
		for (size_t n = 0; n < options.given_count; n++) {
			str_addf(&got, "%d", options.given[n].id);
			if (options.given[n].value != NULL)
				str_addf(&got, "=%s", options.given[n].value);
			str_add_char(&got, ' ');
		}
		for (size_t n = 0; n < options.word_count; n++)
			str_addf(&got, "[%s]", options.words[n]);
		if (lines[i].error != NULL) {
			assert_false(read);
			assert_int_equal(err.code, ERR_USAGE);
			assert_string_equal(err.msg, lines[i].error);
		} else {
			assert_true(read);
			assert_string_equal(got.data, lines[i].expected);
		}
		str_free(&got);
		options_free(&options);
	}
}

static void leading_stops_before_the_first_argument(void **state)
{
	char json[] = "--json", number[] = "-5", log[] = "log", unknown[] = "--unknown";
	char *with_word[] = {json, log, unknown};
	char *with_number[] = {number, unknown};
	struct options options = OPTIONS_INIT;
	struct err err;
	size_t used = 99;

	(void)state;
	assert_true(options_read_leading(&options, set, 3, with_word, &used, &err));
	assert_int_equal(used, 1);
	assert_true(options_has(&options, JSON));
	assert_int_equal(options.word_count, 0);
	assert_true(options_read_leading(&options, set, 2, with_number, &used, &err));
	assert_int_equal(used, 0);
	assert_true(options_read_leading(&options, set, 0, with_number, &used, &err));
	assert_int_equal(used, 0);
	options_free(&options);
}

static void the_last_value_counts(void **state)
{
	char first[] = "--from=1", second[] = "-f2";
	char *argv[] = {first, second};
	struct options options = OPTIONS_INIT;
	struct err err;

	(void)state;
	assert_null(options_value(&options, FROM));
	assert_true(options_read(&options, set, 2, argv, &err));
	assert_string_equal(options_value(&options, FROM), "2");
	assert_false(options_has(&options, NOTE));
	options_free(&options);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_lines),
		cmocka_unit_test(leading_stops_before_the_first_argument),
		cmocka_unit_test(the_last_value_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
