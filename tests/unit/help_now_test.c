/* SPDX-License-Identifier: MIT */
/*
 * Help now as the app gives it: the country's numbers, the person's own words, and something to say even where no shipped file can
 * be read. And the country as the locale and the settings tell it.
 */
#include "app/support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define NOW                                                                                        \
	(struct clock)                                                                             \
	{                                                                                          \
		.fixed = true, .fixed_utc = 1795270200                                             \
	}

static char folder[128];

static void place(const char *data, const char *lang)
{
	static const char *const unset[] = {"LC_ALL", "LC_MESSAGES", "TAPER_DB"};

	for (size_t i = 0; i < sizeof(unset) / sizeof(unset[0]); i++)
		assert_int_equal(unsetenv(unset[i]), 0);
	assert_int_equal(setenv("HOME", folder, 1), 0);
	assert_int_equal(setenv("XDG_CONFIG_HOME", folder, 1), 0);
	assert_int_equal(setenv("XDG_DATA_HOME", folder, 1), 0);
	assert_int_equal(setenv("TAPER_DATA", data, 1), 0);
	assert_int_equal(setenv("LANG", lang, 1), 0);
}

static void path_of(const char *name, struct str *path)
{
	str_reset(path);
	str_addf(path, "%s/taper/%s", folder, name);
}

static void write_own(const char *name, const char *text)
{
	struct str path = STR_INIT;
	FILE *file;

	str_addf(&path, "%s/taper", folder);
	mkdir(path.data, 0700);
	path_of(name, &path);
	file = fopen(path.data, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	str_free(&path);
}

static int make_folder(void **state)
{
	const char *root = getenv("TMPDIR");

	(void)state;
	snprintf(folder, sizeof(folder), "%s/taper-help-XXXXXX", root != NULL ? root : "/dev/shm");
	return mkdtemp(folder) != NULL ? 0 : 1;
}

static int remove_folder(void **state)
{
	struct str command = STR_INIT;
	int status;

	(void)state;
	str_addf(&command, "rm -rf '%s'", folder);
	status = system(command.data);
	str_free(&command);
	return status;
}

static struct app *open_app(void)
{
	struct app *app;
	struct err err;

	if (!app_open(NOW, &app, &err))
		fail_msg("%s", err.msg);
	return app;
}

static void numbers_signs_tools_and_own_words_are_there(void **state)
{
	struct help_now help;
	struct app *app;

	(void)state;
	write_own("support.yaml", "format: taper-support/1\nreasons: [my mornings]\n"
				  "people: [{name: Ana, number: 12}]\n");
	place("data", "de_DE.UTF-8");
	app = open_app();
	app_help_now(app, &help);
	assert_false(help.stand_in);
	assert_int_equal(help.support.from, COUNTRY_LOCALE);
	assert_string_equal(help.support.country->code, "DE");
	assert_string_equal(help.support.country->lines[0].number, "112");
	assert_true(help.texts.sign_count > 0 && help.texts.overdose_count > 0);
	assert_non_null(help_tool_find(&help.texts, "sighing"));
	assert_string_equal(own_plan_entry(&help.support.mine.plan, OWN_REASON, 0)->text,
			    "my mornings");
	assert_string_equal(own_plan_entry(&help.support.mine.plan, OWN_PERSON, 0)->detail, "12");
	help_now_free(&help);
	app_close(app);
}

static void without_data_there_is_still_something_to_say(void **state)
{
	struct help_now help;
	struct app *app;

	(void)state;
	write_own("support.yaml", "format: taper-support/1\nreasons: [my mornings]\n");
	place("/no/such/folder", "de_DE.UTF-8");
	app = open_app();
	app_help_now(app, &help);
	assert_true(help.stand_in);
	assert_int_equal(help.texts.signs[0].when, SIGN_EMERGENCY);
	assert_string_equal(help.support.country->lines[0].number, "your local emergency number");
	assert_int_equal(help.texts.overdose_count, 1);
	assert_int_equal(own_plan_count(&help.support.mine.plan, OWN_REASON), 1);
	help_now_free(&help);
	app_close(app);
}

static void a_broken_own_file_hides_no_number(void **state)
{
	struct help_now help;
	struct app *app;

	(void)state;
	write_own("support.yaml", "format: taper-support/1\nresons: []\nsigns: x\n");
	place("data", "en_GB.UTF-8");
	app = open_app();
	app_help_now(app, &help);
	assert_false(help.stand_in);
	assert_string_equal(help.support.country->lines[0].number, "999");
	assert_int_equal(help.support.mine.problems.count, 2);
	assert_int_equal(help.support.mine.plan.count, 0);
	help_now_free(&help);
	app_close(app);
}

static void the_country_comes_from_the_settings_before_the_locale(void **state)
{
	static const struct {
		const char *lang, *config, *code;
		enum country_from from;
	} known[] = {
		{"en_US.UTF-8", "", "US", COUNTRY_LOCALE},
		{"en_US.UTF-8", "country: NZ\n", "NZ", COUNTRY_SETTINGS},
		{"pt_PT@euro", "", "EU", COUNTRY_LOCALE},
		{"ja_JP.UTF-8", "", "ANY", COUNTRY_NONE},
		{"C.UTF-8", "", "ANY", COUNTRY_NONE},
		{"es_419", "", "ANY", COUNTRY_NONE},
		{"_", "", "ANY", COUNTRY_NONE},
		{"", "", "ANY", COUNTRY_NONE},
	};

	(void)state;
	write_own("support.yaml", "format: taper-support/1\n");
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct str config = STR_INIT;
		struct support support;
		struct app *app;
		struct err err;

		str_addf(&config, "format: taper-config/1\n%s", known[i].config);
		write_own("config.yaml", config.data);
		place("data", known[i].lang);
		app = open_app();
		assert_true(app_support(app, NULL, &support, &err));
		assert_string_equal(support.country->code, known[i].code);
		assert_int_equal(support.from, known[i].from);
		support_free(&support);
		app_close(app);
		str_free(&config);
	}
}

static void a_plan_for_a_tag_is_found(void **state)
{
	struct str out = STR_INIT;
	struct app *app;

	(void)state;
	write_own(
		"support.yaml",
		"format: taper-support/1\nplans:\n  - {tag: stress, if: a hard call, then: walk}\n"
		"  - {tag: stress, then: breathe}\n  - {tag: tired, then: lie down}\n");
	place("data", "C");
	app = open_app();
	assert_true(app_if_then(app, "stress", &out));
	assert_string_equal(out.data, "a hard call: walk\nbreathe");
	str_reset(&out);
	assert_false(app_if_then(app, "str", &out));
	assert_string_equal(out.data, "");
	write_own("support.yaml", "format: taper-support/1\nplans: no\n");
	assert_false(app_if_then(app, "stress", &out));
	app_close(app);
	str_free(&out);
}

static void a_file_written_by_hand_is_kept_each_time(void **state)
{
	struct own_entry entry = {.part = OWN_REASON, .text = "quiet"};
	const struct own_place first = {.part = OWN_REASON, .number = 1};
	struct app *app;
	struct own_done done;
	struct err err;

	(void)state;
	place("data", "C");
	app = open_app();
	write_own("support.yaml", "format: taper-support/1\n# one\nreasons: [sleep]\n");
	assert_true(app_my_plan_add(app, &entry, &done, NULL, &err));
	assert_non_null(strstr(done.kept, "support.yaml.by-hand"));
	free(done.kept);
	assert_true(app_my_plan_remove(app, &first, &done, NULL, &err));
	assert_null(done.kept);
	assert_string_equal(done.entry.text, "sleep");
	write_own("support.yaml", "format: taper-support/1\n# two\nreasons: [peace]\n");
	assert_true(app_my_plan_add(app, &entry, &done, NULL, &err));
	assert_non_null(strstr(done.kept, "support.yaml.by-hand-2"));
	free(done.kept);
	app_close(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_signs_tools_and_own_words_are_there),
		cmocka_unit_test(without_data_there_is_still_something_to_say),
		cmocka_unit_test(a_broken_own_file_hides_no_number),
		cmocka_unit_test(the_country_comes_from_the_settings_before_the_locale),
		cmocka_unit_test(a_plan_for_a_tag_is_found),
		cmocka_unit_test(a_file_written_by_hand_is_kept_each_time),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
