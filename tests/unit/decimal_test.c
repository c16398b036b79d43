/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void reads(const char *text, int places, int64_t expected, bool expected_exact)
{
	int64_t number = -77;
	bool exact = !expected_exact;

	assert_true(decimal_read(text, places, &number, &exact));
	assert_int_equal(number, expected);
	assert_int_equal(exact, expected_exact);
}

static void refuses(const char *text)
{
	int64_t number = -77;
	bool exact = true;

	assert_false(decimal_read(text, 3, &number, &exact));
	assert_int_equal(number, -77);
}

static void numbers_are_read_exactly(void **state)
{
	(void)state;
	reads("0", 3, 0, true);
	reads("-0.0", 3, 0, true);
	reads("2.5", 3, 2500, true);
	reads("-2.5", 0, -3, false);
	reads("2.4999999", 0, 2, false);
	reads("0.30000000000000004", 3, 300, false);
	reads("1e3", 3, 1000000, true);
	reads("1.25E+1", 3, 12500, true);
	reads("5e-4", 3, 1, false);
	reads("5e-5", 3, 0, false);
	reads("4e-4", 3, 0, false);
	reads("0e999999999", 9, 0, true);
	reads("1e-999999999", 9, 0, false);
	reads("9223372036854775807", 0, INT64_MAX, true);
}

static void what_is_no_number_is_refused(void **state)
{
	static const char *const bad[] = {"",
					  "-",
					  "+1",
					  "01",
					  ".5",
					  "1.",
					  "1e",
					  "1e+",
					  "0x10",
					  "1,5",
					  " 1",
					  "1 ",
					  "nan",
					  "--1",
					  "1.2.3",
					  "1e2.5",
					  "1e999999999",
					  "9223372036854775808",
					  "99999999999999999999"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		refuses(bad[i]);
}

static void what_is_written_reads_back(void **state)
{
	static const int64_t numbers[] = {0,      1,      -1,        999999999,    1000000000,
					  -25000, 123456, INT64_MAX, INT64_MIN + 1};
	char text[DECIMAL_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		for (int places = 0; places <= DECIMAL_PLACES_MAX; places++)
			reads(decimal_text(numbers[i], places, text), places, numbers[i], true);
	}
	assert_string_equal(decimal_text(2500, 3, text), "2.5");
	assert_string_equal(decimal_text(-5, 3, text), "-0.005");
	assert_string_equal(decimal_text(20, 0, text), "20");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read_exactly),
		cmocka_unit_test(what_is_no_number_is_refused),
		cmocka_unit_test(what_is_written_reads_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
