/* SPDX-License-Identifier: MIT */
/*
 * The settings file: the defaults where there is none, every key, and files with mistakes that change nothing.
 */
#include "yaml/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "bad_kit.h"

#define FORMAT "format: taper-config/1\n"

static bool read_settings(const char *path, void *into, struct problems *problems, struct err *err)
{
	return settings_read(path, into, problems, err);
}

static bool read_text(const char *text, struct settings *settings, struct str *found)
{
	return bad_kit_text(text, read_settings, settings, found);
}

static void defaults_are_as_told(void **state)
{
	struct settings settings = settings_default();

	(void)state;
	assert_int_equal(settings.day_starts, 240);
	assert_string_equal(settings.product, "leaf");
	assert_int_equal(settings.unit, UNIT_GRAM);
	assert_int_equal(settings.measure.nano, 0);
	assert_false(settings.plain || settings.ascii || settings.light);
}

static void no_file_means_the_defaults(void **state)
{
	struct settings settings = {.day_starts = 99, .light = true};
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_true(settings_read("tests/no/such/config.yaml", &settings, &problems, &err));
	assert_int_equal(settings.day_starts, 240);
	assert_false(settings.light);
}

static void every_key_is_read(void **state)
{
	struct settings settings = {.day_starts = 0};
	struct str found = STR_INIT;

	(void)state;
	assert_true(read_text(FORMAT "day_starts: \"05:30\"\nproduct: green tea\nunit: caps\n"
				     "measure: 1 cap\nplain: yes\nascii: true\nlight: no\n",
			      &settings, &found));
	assert_string_equal(found.data, "");
	assert_int_equal(settings.day_starts, 330);
	assert_string_equal(settings.product, "green tea");
	assert_int_equal(settings.unit, UNIT_CAPSULE);
	assert_int_equal(settings.measure.nano, AMOUNT_UNIT);
	assert_true(settings.plain);
	assert_true(settings.ascii);
	assert_false(settings.light);
}

static void what_is_not_said_stays_the_default(void **state)
{
	struct settings settings = {.day_starts = 99};
	struct str found = STR_INIT;

	(void)state;
	assert_true(read_text(FORMAT "measure: 0,25\n", &settings, &found));
	assert_int_equal(settings.day_starts, 240);
	assert_int_equal(settings.measure.nano, AMOUNT_UNIT / 4);
}

struct bad {
	const char *text, *found;
};

static const struct bad bads[] = {
	{"", "1:1: the file is empty\n"},
	{"plain: yes\n", "1:1: 'format' is missing\n"},
	{"format: taper-plan/1\nname: x\n",
	 "1:9: 'format' is 'taper-plan/1'; taper-config/1 is wanted\n"},
	{FORMAT "day_starts: 24:00\nplain: on\nascii: 1\nlght: yes\n",
	 "2:13: '24:00' is not a time of day like 08:05\n"
	 "3:8: 'plain' is 'on'; allowed are: no, yes, false, true\n"
	 "4:8: 'ascii' is '1'; allowed are: no, yes, false, true\n"
	 "5:1: unknown key 'lght'; did you mean 'light'?\n"},
	{FORMAT "unit: ml\nmeasure: 0.1 g\n", "3:10: '0.1 g' is in g, but the unit here is ml\n"},
	{FORMAT "light:\nproduct: \"\\e[2J\"\n", "3:10: a text with a control character in it\n"},
	{FORMAT "light:\n", "2:7: 'light' is empty\n"},
};

static void mistakes_change_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bads) / sizeof(bads[0]); i++) {
		struct settings settings = {.day_starts = 99, .product = "kept"};
		struct str found = STR_INIT;

		assert_false(read_text(bads[i].text, &settings, &found));
		assert_string_equal(found.data, bads[i].found);
		assert_int_equal(settings.day_starts, 99);
		assert_string_equal(settings.product, "kept");
		str_free(&found);
	}
}

static void a_folder_is_no_settings_file(void **state)
{
	struct settings settings = {.day_starts = 99};
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_false(settings_read("data", &settings, &problems, &err));
	assert_int_equal(err.code, ERR_FORMAT);
	assert_int_equal(settings.day_starts, 99);
}

static void products_are_read(void **state)
{
	struct settings settings = settings_default();
	struct str found = STR_INIT;

	(void)state;
	assert_true(read_text(FORMAT "products:\n"
				     "  - {name: green caps, unit: capsule, holds: \"0,5 g\"}\n"
				     "  - {name: shot, unit: ml}\n",
			      &settings, &found));
	assert_int_equal(settings.product_count, 2);
	assert_string_equal(settings.products[0].name, "green caps");
	assert_int_equal(settings.products[0].unit, UNIT_CAPSULE);
	assert_int_equal(settings.products[0].holds.nano, AMOUNT_UNIT / 2);
	assert_int_equal(settings.products[1].unit, UNIT_ML);
	assert_int_equal(settings.products[1].holds.nano, 0);
	str_free(&found);
}

static void products_with_mistakes_are_refused(void **state)
{
	struct settings settings = settings_default();
	struct str found = STR_INIT;

	(void)state;
	assert_false(read_text(FORMAT "products:\n"
				      "  - {name: shot, unit: ml, holds: 2 g}\n"
				      "  - {name: shot, unit: pint}\n",
			       &settings, &found));
	assert_non_null(strstr(found.data, "3:35: 'holds' is the grams of leaf in one capsule"));
	assert_non_null(strstr(found.data, "4:5: the product 'shot' is there already"));
	assert_non_null(strstr(found.data, "4:24: 'unit' is 'pint'"));
	assert_int_equal(settings.product_count, 0);
	str_free(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_as_told),
		cmocka_unit_test(no_file_means_the_defaults),
		cmocka_unit_test(every_key_is_read),
		cmocka_unit_test(what_is_not_said_stays_the_default),
		cmocka_unit_test(mistakes_change_nothing),
		cmocka_unit_test(a_folder_is_no_settings_file),
		cmocka_unit_test(products_are_read),
		cmocka_unit_test(products_with_mistakes_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
