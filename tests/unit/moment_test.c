/* SPDX-License-Identifier: MIT */
#include "engine/moment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void utc_and_wall(void **state)
{
	struct moment moment = {.day = ymd(2026, 11, 20), .minute = 485, .utc_offset = 60};

	(void)state;
	assert_int_equal(moment_utc(moment), INT64_C(1795158300));
	assert_int_equal(moment_wall(moment), INT64_C(1795158300) / 60 + 60);
	moment.utc_offset = -570;
	assert_int_equal(moment_utc(moment), INT64_C(1795158300) + 630 * 60);
	assert_int_equal(moment_wall(moment), INT64_C(1795158300) / 60 + 60);
	assert_int_equal(moment_utc((struct moment){.day = {0}, .minute = 0, .utc_offset = 60}),
			 -3600);
}

/* Before 1970 too, at every kind of offset: there and back, and the seconds within the minute are dropped. */
static void from_utc_and_back(void **state)
{
	static const int16_t offsets[] = {0, 60, -60, 345, -570, 630, 840, -720, 1080, -1080};
	struct random random = random_seeded("moments", 11);

	(void)state;
	for (int i = 0; i < 20000; i++) {
		int64_t utc = random_between(&random, -INT64_C(11670000000), INT64_C(250000000000));
		int16_t offset = offsets[random_between(&random, 0, (int64_t)COUNT(offsets) - 1)];
		struct moment moment = moment_from_utc(utc, offset);

		assert_in_range(moment.minute, 0, 1439);
		assert_int_equal(moment.utc_offset, offset);
		assert_true(moment_utc(moment) <= utc && utc < moment_utc(moment) + 60);
		assert_int_equal(moment_wall(moment), (int64_t)moment.day.n * 1440 + moment.minute);
	}
	struct moment moment = moment_from_utc(-1, 0);
	assert_int_equal(moment.day.n, -1);
	assert_int_equal(moment.minute, 1439);
}

static void the_day_a_moment_counts_for(void **state)
{
	static const struct {
		int64_t wall;
		int16_t day_starts;
		int32_t day;
	} cases[] = {
		{0, 0, 0},        {1439, 0, 0},     {1440, 0, 1},   {-1, 0, -1},
		{-1440, 0, -1},   {-1441, 0, -2},   {0, 240, -1},   {239, 240, -1},
		{240, 240, 0},    {1679, 240, 0},   {1680, 240, 1}, {-1, 240, -1},
		{-1200, 240, -1}, {-1201, 240, -2}, {0, 1439, -1},  {1438, 1439, -1},
		{1439, 1439, 0},  {-1440, 1, -2},   {-1439, 1, -1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (moment_counts_for(cases[i].wall, cases[i].day_starts).n != cases[i].day)
			fail_msg("wall minute %lld, day from %d: %d, wanted %d",
				 (long long)cases[i].wall, cases[i].day_starts,
				 moment_counts_for(cases[i].wall, cases[i].day_starts).n,
				 cases[i].day);
}

static void times_of_day(void **state)
{
	static const struct {
		const char *text;
		int16_t minute;
	} good[] = {{"8:05", 485}, {"08:05", 485},  {"0805", 485},  {"0:00", 0},   {"00:00", 0},
		    {"0000", 0},   {"23:59", 1439}, {"2359", 1439}, {"12:00", 720}};
	static const char *const bad[] = {
		"",         ":",      "8",     "8:5",   "8:60",  "24:00",
		"2400",     "2360",   "-1:00", "8:005", "08:5",  "08.05",
		"08:05:00", "008:05", "8:05x", "x8:05", "08 05", "8:+5",
		"8:-5",     "+8:05",  "25:00", "99999", "99:99", "\xef\xbc\x98:05",
		"8:05\033"};
	char text[MOMENT_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		int16_t minute = -1;
		struct err err;

		if (!minute_read(good[i].text, &minute, &err))
			fail_msg("'%s' is refused: %s", good[i].text, err.msg);
		assert_int_equal(minute, good[i].minute);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		int16_t minute = 77;
		struct err err = {.code = ERR_NONE};

		if (minute_read(bad[i], &minute, &err))
			fail_msg("'%s' is accepted as %d", bad[i], minute);
		assert_int_equal(err.code, ERR_INVALID);
		assert_int_equal(minute, 77);
	}
	assert_string_equal(minute_text(485, text), "08:05");
	assert_string_equal(minute_text(0, text), "00:00");
	assert_string_equal(minute_text(1439, text), "23:59");
}

static void rfc_3339(void **state)
{
	static const struct {
		const char *text;
		int64_t utc;
		int16_t offset;
	} good[] = {
		{"2026-11-20T08:05:30+01:00", INT64_C(1795158330), 60},
		{"2026-11-20 08:05:30+01:00", INT64_C(1795158330), 60},
		{"2026-11-20T07:05:30Z", INT64_C(1795158330), 0},
		{"2026-11-20T08:05+01:00", INT64_C(1795158300), 60},
		{"2026-11-20 07:05Z", INT64_C(1795158300), 0},
		{"2026-11-19T21:35:30-09:30", INT64_C(1795158330), -570},
		{"2026-11-20T12:50:30+05:45", INT64_C(1795158330), 345},
		{"1970-01-01T00:00:00Z", 0, 0},
		{"1970-01-01T00:00:00+18:00", -64800, 1080},
		{"1970-01-01T00:00:00-18:00", 64800, -1080},
		{"1969-12-31T23:59:59Z", -1, 0},
		{"2024-02-29T00:00:00+00:00", INT64_C(1709164800), 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		int64_t utc = 77;
		int16_t offset = 77;
		struct err err;

		if (!moment_read_rfc3339(good[i].text, &utc, &offset, &err))
			fail_msg("'%s' is refused: %s", good[i].text, err.msg);
		assert_int_equal(utc, good[i].utc);
		assert_int_equal(offset, good[i].offset);
	}
}

static const char *const no_moments[] = {
	"",
	"2026-11-20",
	"2026-11-20T",
	"2026-11-20T08:05:30",
	"2026-11-20T08:05",
	"2026-11-20T08:05:30+",
	"2026-11-20T08:05:30+1",
	"2026-11-20T08:05:30+01",
	"2026-11-20T08:05:30+01:0",
	"2026-11-20T08:05:30+1:00",
	"2026-11-20T08:05:30+01:60",
	"2026-11-20T08:05:30+18:01",
	"2026-11-20T08:05:30-18:01",
	"2026-11-20T08:05:30+24:00",
	"2026-11-20T08:05:30+99:99",
	"2026-11-20T08:05:30Z ",
	"2026-11-20T08:05:30ZZ",
	"2026-11-20T08:05:30Z+01:00",
	"2026-11-20T08:05:30+01:00x",
	" 2026-11-20T08:05:30Z",
	"2026-11-20  08:05:30Z",
	"2026-11-20X08:05:30Z",
	"2026-11-20T24:00:00Z",
	"2026-11-20T23:60:00Z",
	"2026-11-20T23:59:61Z",
	"2026-11-20T8:05:30Z",
	"2026-11-20T08:5:30Z",
	"2026-11-20T08:05:3Z",
	"2026-11-20T-8:05:30Z",
	"2026-11-20T08:-5:30Z",
	"2026-11-20T08:05:-3Z",
	"2026-02-30T08:05:30Z",
	"2026-02-29T08:05:30Z",
	"2026-13-20T08:05:30Z",
	"2026-00-20T08:05:30Z",
	"1599-12-31T08:05:30Z",
	"10000-01-01T08:05:30Z",
	"26-11-20T08:05:30Z",
	"20261120T080530Z",
	"2026-11-20T08:05:30\342\210\22201:00",
	"2026-11-20T08:05:30Z\n",
	"\357\274\222026-11-20T08:05:30Z",
	"today",
};

static void what_is_no_moment(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(no_moments); i++) {
		int64_t utc = 77;
		int16_t offset = 78;
		struct err err = {.code = ERR_NONE};

		if (moment_read_rfc3339(no_moments[i], &utc, &offset, &err))
			fail_msg("'%s' is accepted as %lld", no_moments[i], (long long)utc);
		assert_int_equal(err.code, ERR_INVALID);
		assert_int_equal(utc, 77);
		assert_int_equal(offset, 78);
	}
}

static void written_and_read_again(void **state)
{
	struct random random = random_seeded("written moments", 12);
	char text[MOMENT_TEXT_SIZE];

	(void)state;
	assert_string_equal(moment_rfc3339(INT64_C(1795158330), 60, text),
			    "2026-11-20T08:05:30+01:00");
	assert_string_equal(moment_rfc3339(INT64_C(1795158330), -570, text),
			    "2026-11-19T21:35:30-09:30");
	for (int i = 0; i < 20000; i++) {
		int64_t utc = random_between(&random, -INT64_C(11670000000), INT64_C(250000000000));
		int16_t offset = (int16_t)random_between(&random, -1080, 1080);
		int64_t back = 0;
		int16_t back_offset = 0;
		struct err err;

		if (!moment_read_rfc3339(moment_rfc3339(utc, offset, text), &back, &back_offset,
					 &err))
			fail_msg("'%s' is refused: %s", text, err.msg);
		assert_int_equal(back, utc);
		assert_int_equal(back_offset, offset);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(utc_and_wall),
		cmocka_unit_test(from_utc_and_back),
		cmocka_unit_test(the_day_a_moment_counts_for),
		cmocka_unit_test(times_of_day),
		cmocka_unit_test(rfc_3339),
		cmocka_unit_test(what_is_no_moment),
		cmocka_unit_test(written_and_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
