/* SPDX-License-Identifier: MIT */
#include "engine/amount.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

struct reading {
	const char *text;
	int64_t milli;
	enum unit unit;
};

static const struct reading readings[] = {
	{"0", 0, UNIT_NONE},
	{"0 g", 0, UNIT_GRAM},
	{"0.000", 0, UNIT_NONE},
	{"0.001", 1, UNIT_NONE},
	{"2.5", 2500, UNIT_NONE},
	{"2,5", 2500, UNIT_NONE},
	{"2.5 g", 2500, UNIT_GRAM},
	{"2,5g", 2500, UNIT_GRAM},
	{"2.500 g", 2500, UNIT_GRAM},
	{"2.05g", 2050, UNIT_GRAM},
	{"007 g", 7000, UNIT_GRAM},
	{"14 grams", 14000, UNIT_GRAM},
	{"5 caps", 5000, UNIT_CAPSULE},
	{"3 ml", 3000, UNIT_ML},
	{"1 tablet", 1000, UNIT_TABLET},
	{"15 mg", 15000, UNIT_MG},
	{"10000", 10000000, UNIT_NONE},
	{"10000.000 g", 10000000, UNIT_GRAM},
	{"9999,999", 9999999, UNIT_NONE},
	/* One mark is always the decimal mark: there are no thousands marks to mistake it for. */
	{"1,000", 1000, UNIT_NONE},
};

static void every_accepted_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(readings); i++) {
		struct amount amount = {.nano = -1};
		enum unit unit = UNIT_COUNT;
		struct err err = {.code = ERR_NONE};

		if (!amount_read(readings[i].text, &amount, &unit, &err))
			fail_msg("'%s' is refused: %s", readings[i].text, err.msg);
		assert_int_equal(amount.nano, readings[i].milli * AMOUNT_MILLI);
		assert_int_equal(unit, readings[i].unit);
	}
}

static const char *const refused[] = {
	"",
	" ",
	"g",
	"-1",
	"-0",
	"+1",
	"1.",
	".",
	",",
	"1.2345",
	"1.0000",
	"0.0001",
	"1.2.3",
	"1,2,3",
	"1.000,5",
	"1,000.5",
	"1'000",
	"1 000",
	"1_000",
	"1e3",
	"1E3",
	"0x10",
	"nan",
	"inf",
	"infinity",
	"10000.001",
	"10001",
	"99999999999999999999999999999999999999",
	"18446744073709551617",
	"9223372036854775808 g",
	"2.5 kg",
	"2.5 stone",
	"2.5 g g",
	"2.5 g x",
	"2.5g2",
	"2 .5",
	"2. 5",
	"two",
	"2.5\xc2\xa0g", /* a no-break space is no blank */
	"\302\2402.5",
	"\xef\xbc\x92", /* a full-width digit */
	"\xc2\xbd",     /* one half */
	"\xd9\xa2",     /* an Arabic digit */
	"2\331\2535",   /* an Arabic decimal mark */
	"2.5 \xff",
	"2.5\033[2J",
	"\342\210\2221", /* a minus sign that is no hyphen */
};

static void every_refused_form_is_named_and_leaves_the_outputs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct amount amount = {.nano = 77};
		enum unit unit = UNIT_ML;
		struct err err = {.code = ERR_NONE};

		if (amount_read(refused[i], &amount, &unit, &err))
			fail_msg("'%s' is accepted as %lld", refused[i], (long long)amount.nano);
		assert_int_equal(err.code, ERR_INVALID);
		assert_true(err.msg[0] != '\0');
		assert_int_equal(amount.nano, 77);
		assert_int_equal(unit, UNIT_ML);
	}
}

static void the_message_names_the_text(void **state)
{
	struct amount amount;
	enum unit unit;
	struct err err;

	(void)state;
	assert_false(amount_read("2.5 stone", &amount, &unit, &err));
	assert_non_null(strstr(err.msg, "2.5 stone"));
}

static void a_very_long_text_is_refused(void **state)
{
	static char digits[100001];
	struct amount amount = {.nano = 77};
	enum unit unit = UNIT_ML;
	struct err err;

	(void)state;
	memset(digits, '9', sizeof digits - 1);
	assert_false(amount_read(digits, &amount, &unit, &err));
	memset(digits, '0', sizeof digits - 2);
	assert_true(!amount_read(digits, &amount, &unit, &err) || amount.nano == 9 * AMOUNT_UNIT);
	assert_true(memchr(err.msg, '\0', sizeof err.msg) != NULL);
}

static void the_named_unit_has_to_be_the_expected_one(void **state)
{
	struct amount amount = {.nano = 77};
	struct err err;

	(void)state;
	assert_true(amount_read_in("2.5", UNIT_GRAM, &amount, &err));
	assert_int_equal(amount.nano, 2500 * AMOUNT_MILLI);
	assert_true(amount_read_in("3 g", UNIT_GRAM, &amount, &err));
	assert_int_equal(amount.nano, 3 * AMOUNT_UNIT);
	assert_false(amount_read_in("2.5 mg", UNIT_GRAM, &amount, &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_false(amount_read_in("5 caps", UNIT_TABLET, &amount, &err));
	assert_int_equal(amount.nano, 3 * AMOUNT_UNIT);
}

static void the_locale_changes_nothing(void **state)
{
	static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"};
	struct amount amount;
	enum unit unit;
	struct err err;
	char text[AMOUNT_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(locales); i++) {
		if (!setlocale(LC_ALL, locales[i]))
			continue;
		assert_true(amount_read("2.5", &amount, &unit, &err));
		assert_int_equal(amount.nano, 2500 * AMOUNT_MILLI);
		assert_true(amount_read("2,5", &amount, &unit, &err));
		assert_int_equal(amount.nano, 2500 * AMOUNT_MILLI);
		assert_string_equal(amount_text(amount, text), "2.5");
	}
	setlocale(LC_ALL, "C");
}

static void rates(void **state)
{
	static const struct {
		const char *text;
		int32_t bp;
	} good[] = {{"5 %", 500},  {"5%", 500},      {"7.5%", 750},       {"0,25 %", 25},
		    {"0.01 %", 1}, {"100 %", 10000}, {"100.00 %", 10000}, {"12.34 %", 1234}};
	static const char *const bad[] = {"",
					  "5",
					  "%",
					  " %",
					  "0 %",
					  "0.00 %",
					  "-5 %",
					  "+5 %",
					  "100.01 %",
					  "101 %",
					  "5.125 %",
					  "0.001 %",
					  "5 % %",
					  "5 percent",
					  "five %",
					  "5 %x",
					  "1e1 %",
					  "5 g",
					  "0x5 %",
					  "5.1.1 %",
					  "99999999999999999999 %",
					  "4294967301 %",
					  "5\xc2\xa0%"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		struct rate rate = {.bp = -1};
		struct err err = {.code = ERR_NONE};

		if (!rate_read(good[i].text, &rate, &err))
			fail_msg("'%s' is refused: %s", good[i].text, err.msg);
		assert_int_equal(rate.bp, good[i].bp);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct rate rate = {.bp = 77};
		struct err err = {.code = ERR_NONE};

		if (rate_read(bad[i], &rate, &err))
			fail_msg("'%s' is accepted as %d", bad[i], rate.bp);
		assert_int_equal(err.code, ERR_INVALID);
		assert_int_equal(rate.bp, 77);
	}
}

static void as_text(void **state)
{
	static const struct {
		int64_t nano;
		const char *text;
	} cases[] = {{0, "0"},
		     {1, "0.000000001"},
		     {INT64_C(2500000000), "2.5"},
		     {INT64_C(20000000000), "20"},
		     {INT64_C(13966700000), "13.9667"},
		     {INT64_C(100000000), "0.1"},
		     {AMOUNT_MAX, "10000"},
		     {AMOUNT_MAX - 1, "9999.999999999"}};
	char text[AMOUNT_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(amount_text((struct amount){.nano = cases[i].nano}, text),
				    cases[i].text);
}

static void with_fixed_decimals_half_up(void **state)
{
	static const struct {
		int64_t nano;
		int decimals;
		const char *text;
	} cases[] = {{INT64_C(2345000000), 2, "2.35"},
		     {INT64_C(2344999999), 2, "2.34"},
		     {INT64_C(50000000), 1, "0.1"},
		     {INT64_C(49999999), 1, "0.0"},
		     {INT64_C(9999000000), 2, "10.00"},
		     {INT64_C(500000000), 0, "1"},
		     {INT64_C(499999999), 0, "0"},
		     {0, 3, "0.000"},
		     {1, 9, "0.000000001"},
		     {AMOUNT_MAX - 1, 3, "10000.000"},
		     /* A sum may be as large as it gets. */
		     {INT64_MAX, 0, "9223372037"},
		     {INT64_C(9223372036850000000), 2, "9223372036.85"}};
	char text[AMOUNT_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(amount_fixed((struct amount){.nano = cases[i].nano},
						 cases[i].decimals, text),
				    cases[i].text);
}

static void with_units(void **state)
{
	char text[AMOUNT_TEXT_SIZE];
	struct amount amount = {.nano = INT64_C(2500000000)}, five = {.nano = 5 * AMOUNT_UNIT};

	(void)state;
	assert_string_equal(amount_with_unit(amount, UNIT_GRAM, text), "2.5 g");
	assert_string_equal(amount_with_unit(five, UNIT_CAPSULE, text), "5 capsules");
	assert_string_equal(amount_with_unit(amount, UNIT_ML, text), "2.5 ml");
	assert_string_equal(amount_with_unit(five, UNIT_TABLET, text), "5 tablets");
	assert_string_equal(amount_with_unit(five, UNIT_MG, text), "5 mg");
	assert_string_equal(amount_fixed_with_unit(amount, 2, UNIT_GRAM, text), "2.50 g");
	assert_string_equal(rate_text((struct rate){.bp = 750}, text), "7.5 %");
	assert_string_equal(rate_text((struct rate){.bp = 25}, text), "0.25 %");
	assert_string_equal(rate_text((struct rate){.bp = 10000}, text), "100 %");
}

static void straight_into_a_text(void **state)
{
	struct amount amount = {.nano = INT64_C(2500000000)}, five = {.nano = 5 * AMOUNT_UNIT};
	struct str out = STR_INIT;

	(void)state;
	amount_add_fixed(&out, amount, 2, UNIT_GRAM);
	str_add_char(&out, '|');
	amount_add_fixed(&out, five, 0, UNIT_NONE);
	str_add_char(&out, '|');
	amount_add_right(&out, amount, 2, 6);
	str_add_char(&out, '|');
	amount_add_right(&out, amount, 3, 2);
	assert_string_equal(out.data, "2.50 g|5|  2.50|2.500");
	str_free(&out);
}

static void the_longest_texts_fit(void **state)
{
	char text[AMOUNT_TEXT_SIZE];
	struct amount longest = {.nano = AMOUNT_MAX - 1};

	(void)state;
	for (int unit = UNIT_GRAM; unit < UNIT_COUNT; unit++) {
		amount_with_unit(longest, (enum unit)unit, text);
		assert_true(strlen(text) < sizeof text);
		assert_non_null(strstr(text, "9999.999999999 "));
		amount_fixed_with_unit(longest, 9, (enum unit)unit, text);
		assert_non_null(strstr(text, "9999.999999999 "));
	}
}

static void every_amount_reads_back(void **state)
{
	(void)state;
	for (int64_t milli = 0; milli <= 10000000; milli += milli < 20000 ? 1 : 997) {
		char text[AMOUNT_TEXT_SIZE];
		struct amount amount = amount_from_milli(milli), back = {.nano = -1};
		struct err err;

		assert_int_equal(amount_milli(amount), milli);
		amount_with_unit(amount, UNIT_CAPSULE, text);
		assert_true(amount_read_in(text, UNIT_CAPSULE, &back, &err));
		assert_int_equal(back.nano, amount.nano);
	}
}

static void decimals_of_a_measure(void **state)
{
	static const struct {
		int64_t milli;
		int decimals;
	} cases[] = {{100, 1}, {250, 2},  {15000, 0}, {1, 3},
		     {500, 1}, {1000, 0}, {10, 2},    {125, 3}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(amount_decimals(amount_from_milli(cases[i].milli)),
				 cases[i].decimals);
}

static void rounding_to_a_measure(void **state)
{
	struct amount measure = amount_from_milli(100);

	(void)state;
	for (int64_t nano = 0; nano < 3 * measure.nano; nano += 999999) {
		int64_t down = amount_round_down((struct amount){.nano = nano}, measure).nano;
		int64_t up = amount_round_up((struct amount){.nano = nano}, measure).nano;

		assert_true(down <= nano && nano < down + measure.nano && down % measure.nano == 0);
		assert_true(up >= nano && up < nano + measure.nano && up % measure.nano == 0);
	}
	assert_int_equal(amount_round_up((struct amount){.nano = 1}, measure).nano, measure.nano);
	assert_int_equal(amount_round_up(measure, measure).nano, measure.nano);
	assert_int_equal(amount_round_down(measure, measure).nano, measure.nano);
	assert_int_equal(amount_round_up((struct amount){.nano = AMOUNT_MAX - 1}, measure).nano,
			 AMOUNT_MAX);
}

static void ratios_half_up(void **state)
{
	static const int64_t cases[][3] = {{1, 20, 500},
					   {1, 3, 3333},
					   {2, 3, 6667},
					   {1, 20000, 1},
					   {1, 20001, 0},
					   {0, 5, 0},
					   {5, 5, 10000},
					   {3, 40000, 1},
					   {AMOUNT_MAX, AMOUNT_MAX, 10000},
					   {AMOUNT_MAX / 2, AMOUNT_MAX, 5000}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(amount_ratio((struct amount){.nano = cases[i][0]},
					      (struct amount){.nano = cases[i][1]})
					 .bp,
				 cases[i][2]);
}

static void units_by_word(void **state)
{
	(void)state;
	for (int unit = UNIT_GRAM; unit < UNIT_COUNT; unit++)
		assert_int_equal(unit_from_text(unit_name((enum unit)unit)), unit);
	assert_int_equal(unit_from_text("grams"), UNIT_GRAM);
	assert_int_equal(unit_from_text("caps"), UNIT_CAPSULE);
	assert_int_equal(unit_from_text("kg"), UNIT_NONE);
	assert_int_equal(unit_from_text(""), UNIT_NONE);
	assert_string_equal(unit_name(UNIT_GRAM), "g");
	assert_string_equal(unit_name(UNIT_CAPSULE), "capsule");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_accepted_form),
		cmocka_unit_test(every_refused_form_is_named_and_leaves_the_outputs),
		cmocka_unit_test(the_message_names_the_text),
		cmocka_unit_test(a_very_long_text_is_refused),
		cmocka_unit_test(the_named_unit_has_to_be_the_expected_one),
		cmocka_unit_test(the_locale_changes_nothing),
		cmocka_unit_test(rates),
		cmocka_unit_test(as_text),
		cmocka_unit_test(with_fixed_decimals_half_up),
		cmocka_unit_test(with_units),
		cmocka_unit_test(straight_into_a_text),
		cmocka_unit_test(the_longest_texts_fit),
		cmocka_unit_test(every_amount_reads_back),
		cmocka_unit_test(decimals_of_a_measure),
		cmocka_unit_test(rounding_to_a_measure),
		cmocka_unit_test(ratios_half_up),
		cmocka_unit_test(units_by_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
