/* SPDX-License-Identifier: MIT */
#include "engine/day_typed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/style.h"
#include "support.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool is_leap(int32_t year)
{
	if (year % 400 == 0)
		return true;
	return year % 4 == 0 && year % 100 != 0;
}

static int32_t month_days(int32_t year, int32_t month)
{
	static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

static void check_day(struct civil civil, int32_t n, int weekday)
{
	struct day day = day_from_civil(civil);
	struct civil back = day_to_civil(day);

	if (day.n != n || back.year != civil.year || back.month != civil.month ||
	    back.mday != civil.mday || day_weekday(day) != weekday || !civil_valid(civil))
		fail_msg("%d-%02d-%02d is day %d, wanted %d", civil.year, civil.month, civil.mday,
			 day.n, n);
}

/* The whole calendar by counting on its fingers: 1 January 1600 was a Saturday, 135 140 days before 1970. */
static void every_day_from_1600_to_9999_both_ways(void **state)
{
	struct civil civil = {.year = 1600, .month = 1, .mday = 1};
	int32_t n = -135140;
	int weekday = 5;

	(void)state;
	while (civil.year <= 9999) {
		check_day(civil, n++, weekday);
		weekday = (weekday + 1) % 7;
		if (++civil.mday > month_days(civil.year, civil.month)) {
			civil.mday = 1;
			civil.month++;
		}
		if (civil.month > 12) {
			civil.month = 1;
			civil.year++;
		}
	}
}

static void dates_that_are_known(void **state)
{
	(void)state;
	assert_int_equal(ymd(1970, 1, 1).n, 0);
	assert_int_equal(ymd(2000, 1, 1).n, 10957);
	assert_int_equal(ymd(2000, 3, 1).n, 11017);
	assert_int_equal(day_weekday(ymd(1970, 1, 1)), 3);
	assert_int_equal(day_weekday(ymd(2026, 11, 21)), 5);
	assert_int_equal(day_between(ymd(2026, 12, 1), ymd(2027, 11, 22)), 356);
	assert_int_equal(day_between(ymd(2027, 1, 1), ymd(2026, 1, 1)), -365);
	assert_int_equal(day_add(ymd(2028, 2, 28), 1).n, ymd(2028, 2, 29).n);
	assert_int_equal(day_add(ymd(2027, 3, 1), -1).n, ymd(2027, 2, 28).n);
	/* Apia had no such day on its clocks; the calendar has it. */
	assert_int_equal(day_between(ymd(2011, 12, 29), ymd(2011, 12, 31)), 2);
}

static void what_is_no_date(void **state)
{
	static const struct civil bad[] = {{2026, 2, 29},     {2026, 2, 30},
					   {1900, 2, 29},     {2100, 2, 29},
					   {2026, 4, 31},     {2026, 0, 1},
					   {2026, 13, 1},     {2026, 1, 0},
					   {2026, 1, 32},     {1599, 12, 31},
					   {10000, 1, 1},     {-1, 1, 1},
					   {2026, -1, 1},     {2026, 1, -1},
					   {INT32_MAX, 1, 1}, {INT32_MIN, INT32_MIN, INT32_MIN}};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(civil_valid(bad[i]));
	assert_true(civil_valid((struct civil){2000, 2, 29}));
	assert_true(civil_valid((struct civil){1600, 2, 29}));
	assert_true(civil_valid((struct civil){9999, 12, 31}));
}

/* Saturday, 21 November 2026. */
#define TODAY ymd(2026, 11, 21)

static void words(void **state)
{
	static const struct {
		const char *text;
		int32_t from_today;
	} cases[] = {{"2026-11-24", 3}, {"today", 0}, {"yesterday", -1}, {"tomorrow", 1},
		     {"+3d", 3},        {"-3d", -3},  {"+1w", 7},        {"-1w", -7},
		     {"+52w", 364},     {"sun", 1},   {"sunday", 1},     {"mon", 2},
		     {"monday", 2},     {"tue", 3},   {"wed", 4},        {"wednesday", 4},
		     {"thu", 5},        {"fri", 6},   {"friday", 6},     {"sat", 7},
		     {"saturday", 7}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct day day = {.n = INT32_MIN};
		struct err err;

		if (!day_read(cases[i].text, TODAY, &day, &err))
			fail_msg("'%s' is refused: %s", cases[i].text, err.msg);
		assert_int_equal(day_between(TODAY, day), cases[i].from_today);
	}
}

static const char *const no_days[] = {
	"",
	" ",
	"2026-02-30",
	"2026-02-29",
	"2026-13-01",
	"2026-00-10",
	"2026-11-00",
	"1599-12-31",
	"10000-01-01",
	"26-11-24",
	"2026-11",
	"2026",
	"2026/11/24",
	"2026.11.24",
	"24.11",
	"24.11.26",
	"24.11.2026.",
	"24.11/2026",
	"24/11.",
	"24/11/",
	"024.11.",
	"24..11.",
	"24.-1.",
	"31.2.",
	"29.2.",
	"0.11.",
	"24.0.",
	"13/13",
	"24.11.1599",
	"24.11.99999999999",
	"20261124",
	"2026-11-24x",
	"2026-11-24 ",
	"2026-11-24T00:00",
	"-2026-11-24",
	"+2026-11-24",
	"2026--1-24",
	"2026-+1-24",
	"2026- 1-24",
	"\357\274\222026-11-24",
	"+d",
	"+3",
	"3d",
	"+3m",
	"+3dd",
	"+ 3d",
	"+-3d",
	"+3.5d",
	"+0x3d",
	"+99999999999999999999d",
	"+2147483648d",
	"+9999999d",
	"-9999999w",
	"-400000w",
	"noday",
	"m",
	"mo",
	"mondayish",
	"todayx",
	"now",
	"\033[2Jtoday",
};

static void what_is_no_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(no_days); i++) {
		struct day day = {.n = 77};
		struct err err = {.code = ERR_NONE};

		if (day_read(no_days[i], TODAY, &day, &err))
			fail_msg("'%s' is accepted as %d", no_days[i], day.n);
		assert_int_equal(err.code, ERR_INVALID);
		assert_int_equal(day.n, 77);
		assert_false(day_read_iso(no_days[i], &day, &err));
		assert_int_equal(day.n, 77);
	}
}

struct typed_case {
	enum typed_style style;
	enum day_year year;
	const char *text, *means; /* NULL: refused */
};

/* Around TODAY; each with the setting, and the side a missing year is looked for on. */
static const struct typed_case typed_cases[] = {
	{TYPED_CLEAR, DAY_YEAR_PAST, "20.11.", "2026-11-20"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "21.11.", "2026-11-21"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "22.11.", "2025-11-22"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "1.2.2026", "2026-02-01"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "11/20", "2026-11-20"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "20/11", "2026-11-20"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "11/11", "2026-11-11"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "29/2/2028", "2028-02-29"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "2/29/2028", "2028-02-29"},
	{TYPED_CLEAR, DAY_YEAR_PAST, "11/12", NULL},
	{TYPED_CLEAR, DAY_YEAR_PAST, "3/4/2026", NULL},
	{TYPED_CLEAR, DAY_YEAR_PAST, "11.24.", NULL},
	{TYPED_CLEAR, DAY_YEAR_PAST, "24.11.0000", NULL},
	{TYPED_DAY_MONTH, DAY_YEAR_PAST, "24/11/0000", NULL},
	{TYPED_CLEAR, DAY_YEAR_AHEAD, "20.11.", "2027-11-20"},
	{TYPED_CLEAR, DAY_YEAR_AHEAD, "21.11.", "2026-11-21"},
	{TYPED_CLEAR, DAY_YEAR_AHEAD, "1.1.", "2027-01-01"},
	{TYPED_CLEAR, DAY_YEAR_NEAREST, "20.11.", "2026-11-20"},
	{TYPED_CLEAR, DAY_YEAR_NEAREST, "1.3.", "2027-03-01"},
	{TYPED_CLEAR, DAY_YEAR_NEAREST, "1.8.", "2026-08-01"},
	{TYPED_DAY_MONTH, DAY_YEAR_PAST, "11/10", "2026-10-11"},
	{TYPED_DAY_MONTH, DAY_YEAR_AHEAD, "11/12", "2026-12-11"},
	{TYPED_DAY_MONTH, DAY_YEAR_PAST, "24.11.2025", "2025-11-24"},
	{TYPED_DAY_MONTH, DAY_YEAR_PAST, "3/4/2026", "2026-04-03"},
	{TYPED_DAY_MONTH, DAY_YEAR_PAST, "11/24", NULL},
	{TYPED_MONTH_DAY, DAY_YEAR_PAST, "11/10", "2026-11-10"},
	{TYPED_MONTH_DAY, DAY_YEAR_PAST, "3/4/2026", "2026-03-04"},
	{TYPED_MONTH_DAY, DAY_YEAR_PAST, "24/11", NULL},
	{TYPED_MONTH_DAY, DAY_YEAR_PAST, "10.11.", NULL},
	{TYPED_ISO, DAY_YEAR_PAST, "20.11.", NULL},
	{TYPED_ISO, DAY_YEAR_PAST, "11/20/2026", NULL},
	{TYPED_ISO, DAY_YEAR_PAST, "2026-11-20", "2026-11-20"},
	{TYPED_MONTH_DAY, DAY_YEAR_PAST, "2026-11-20", "2026-11-20"},
};

static void check_typed(const struct typed_case *one)
{
	struct day day = {.n = INT32_MIN};
	char text[DAY_TEXT_SIZE];
	struct err err;
	bool read;

	style_choose((struct style){.typed = one->style});
	read = day_read_in(one->text, TODAY, one->year, &day, &err);
	style_choose((struct style){.typed = TYPED_CLEAR});
	if (read != (one->means != NULL))
		fail_msg("'%s' in style %d is %s", one->text, one->style, read ? "read" : err.msg);
	if (read)
		assert_string_equal(day_iso(day, text), one->means);
	else
		assert_non_null(strstr(err.msg, "2026-"));
	assert_true(read || day.n == INT32_MIN);
}

static void dates_as_people_type_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(typed_cases); i++)
		check_typed(&typed_cases[i]);
}

/* Whichever way is chosen, a date with its year comes back as itself on every day of a leap year. */
static void typed_dates_are_the_day_they_say(void **state)
{
	static const struct {
		enum typed_style style;
		char mark;
		bool month_first;
	} forms[] = {{TYPED_DAY_MONTH, '.', false},
		     {TYPED_DAY_MONTH, '/', false},
		     {TYPED_MONTH_DAY, '/', true},
		     {TYPED_CLEAR, '.', false}};

	(void)state;
	for (size_t i = 0; i < COUNT(forms); i++) {
		style_choose((struct style){.typed = forms[i].style});
		for (int32_t n = ymd(2028, 1, 1).n; n <= ymd(2028, 12, 31).n; n++) {
			struct civil civil = day_to_civil((struct day){.n = n});
			struct day day = {.n = 0};
			struct err err;
			char text[40];

			snprintf(text, sizeof(text), "%d%c%d%c2028",
				 forms[i].month_first ? civil.month : civil.mday, forms[i].mark,
				 forms[i].month_first ? civil.mday : civil.month, forms[i].mark);
			assert_true(day_read(text, TODAY, &day, &err));
			assert_int_equal(day.n, n);
		}
	}
	style_choose((struct style){.typed = TYPED_CLEAR});
}

static void words_do_not_leave_the_calendar(void **state)
{
	static const char *const over[] = {"tomorrow", "+1d", "+1w", "mon", "friday"};
	struct day last = ymd(9999, 12, 31), first = ymd(1600, 1, 1), day = {.n = 77};
	struct err err;

	(void)state;
	for (size_t i = 0; i < COUNT(over); i++)
		assert_false(day_read(over[i], last, &day, &err));
	assert_false(day_read("yesterday", first, &day, &err));
	assert_false(day_read("-1d", first, &day, &err));
	assert_int_equal(day.n, 77);
	assert_true(day_read("-1d", last, &day, &err));
	assert_true(day_read("today", last, &day, &err));
	assert_int_equal(day.n, last.n);
}

static void iso_reads_dates_only(void **state)
{
	struct day day = {.n = 77};
	struct err err;

	(void)state;
	assert_false(day_read_iso("today", &day, &err));
	assert_false(day_read_iso("+3d", &day, &err));
	assert_false(day_read_iso("mon", &day, &err));
	assert_int_equal(day.n, 77);
	assert_true(day_read_iso("1600-01-01", &day, &err));
	assert_int_equal(day.n, -135140);
	assert_true(day_read_iso("9999-12-31", &day, &err));
	assert_int_equal(day.n, ymd(9999, 12, 31).n);
	assert_false(day_read_iso("2026-02-30", &day, &err));
	assert_string_equal(err.msg, "'2026-02-30' is not in the calendar");
}

static void as_text(void **state)
{
	char text[DAY_TEXT_SIZE];
	struct day day = ymd(2026, 11, 24);

	(void)state;
	assert_string_equal(day_iso(day, text), "2026-11-24");
	assert_string_equal(day_short(day, text), "Tue 24 Nov");
	assert_string_equal(day_long(day, text), "24 Nov 2026");
	assert_string_equal(day_full(day, text), "Tue 24 Nov 2026");
	assert_string_equal(day_iso(ymd(1600, 1, 1), text), "1600-01-01");
	assert_string_equal(day_long(ymd(2028, 10, 2), text), "2 Oct 2028");
	assert_string_equal(day_full(ymd(9999, 12, 31), text), "Fri 31 Dec 9999");
	assert_string_equal(month_short(1), "Jan");
	assert_string_equal(month_short(12), "Dec");
	assert_string_equal(month_long(11), "November");
	assert_string_equal(weekday_short(0), "Mon");
	assert_string_equal(weekday_short(6), "Sun");
}

static void every_text_reads_back(void **state)
{
	char text[DAY_TEXT_SIZE];

	(void)state;
	for (struct day day = ymd(1600, 1, 1); day.n <= ymd(9999, 12, 31).n;
	     day = day_add(day, 97)) {
		struct day back = {.n = INT32_MIN};
		struct err err;

		assert_true(day_read_iso(day_iso(day, text), &back, &err));
		assert_int_equal(back.n, day.n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_from_1600_to_9999_both_ways),
		cmocka_unit_test(dates_that_are_known),
		cmocka_unit_test(what_is_no_date),
		cmocka_unit_test(words),
		cmocka_unit_test(what_is_no_day),
		cmocka_unit_test(dates_as_people_type_them),
		cmocka_unit_test(typed_dates_are_the_day_they_say),
		cmocka_unit_test(words_do_not_leave_the_calendar),
		cmocka_unit_test(iso_reads_dates_only),
		cmocka_unit_test(as_text),
		cmocka_unit_test(every_text_reads_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
