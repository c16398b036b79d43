/* SPDX-License-Identifier: MIT */
#include "engine/day.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/style.h"

enum { DAYS_IN_ERA = 146097, DAYS_FROM_ERA_TO_1970 = 719468, YEAR_FIRST = 1600, YEAR_LAST = 9999 };

static const char *const month_names[] = {
	"January", "February", "March",     "April",   "May",      "June",
	"July",    "August",   "September", "October", "November", "December",
};

static const char *const month_shorts[] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

static const char *const weekday_shorts[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/* Years are counted from March, so that the leap day is the last of its year. */
struct day day_from_civil(struct civil civil)
{
	int32_t year, era, year_of_era, day_of_year, day_of_era;

	assert(civil_valid(civil));
	year = civil.month <= 2 ? civil.year - 1 : civil.year;
	era = year / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.mday - 1;
	day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (struct day){.n = era * DAYS_IN_ERA + day_of_era - DAYS_FROM_ERA_TO_1970};
}

struct civil day_to_civil(struct day day)
{
	int32_t n = day.n + DAYS_FROM_ERA_TO_1970;
	int32_t era = (n >= 0 ? n : n - DAYS_IN_ERA + 1) / DAYS_IN_ERA;
	int32_t day_of_era = n - era * DAYS_IN_ERA;
	int32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
			       day_of_era / (DAYS_IN_ERA - 1)) /
			      365;
	int32_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t march_month = (5 * day_of_year + 2) / 153;
	struct civil civil = {
		.mday = day_of_year - (153 * march_month + 2) / 5 + 1,
		.month = march_month < 10 ? march_month + 3 : march_month - 9,
	};

	civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
	return civil;
}

bool civil_valid(struct civil civil)
{
	static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = civil.year % 4 == 0 && (civil.year % 100 != 0 || civil.year % 400 == 0);

	if (civil.year < YEAR_FIRST || civil.year > YEAR_LAST || civil.month < 1 ||
	    civil.month > 12 || civil.mday < 1)
		return false;
	return civil.mday <= lengths[civil.month - 1] + (civil.month == 2 && leap ? 1 : 0);
}

int day_weekday(struct day day)
{
	int weekday = (day.n + 3) % 7;

	return weekday < 0 ? weekday + 7 : weekday;
}

struct day day_add(struct day day, int32_t days)
{
	return (struct day){.n = day.n + days};
}

int32_t day_between(struct day a, struct day b)
{
	return b.n - a.n;
}

/* Exactly count digits; signs and blanks, which the C library would take, are not digits. */
static bool read_digits(const char *text, int count, int32_t *number)
{
	int32_t n = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		n = n * 10 + (text[i] - '0');
	}
	*number = n;
	return true;
}

bool day_read_iso(const char *text, struct day *day, struct err *err)
{
	struct civil civil;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' ||
	    !read_digits(text, 4, &civil.year) || !read_digits(text + 5, 2, &civil.month) ||
	    !read_digits(text + 8, 2, &civil.mday))
		return err_set(err, ERR_INVALID, "'%.60s' is not a date like 2026-11-24", text);
	if (!civil_valid(civil))
		return err_set(err, ERR_INVALID, "'%s' is not in the calendar", text);
	*day = day_from_civil(civil);
	return true;
}

const char *day_iso(struct day day, char *buf)
{
	struct civil civil = day_to_civil(day);
	int32_t parts[] = {civil.year / 100, civil.year % 100, civil.month, civil.mday};
	static const uint8_t places[] = {0, 2, 5, 8};

	memcpy(buf, "0000-00-00", sizeof("0000-00-00"));
	for (size_t i = 0; i < sizeof(places); i++) {
		buf[places[i]] = (char)('0' + parts[i] / 10);
		buf[places[i] + 1] = (char)('0' + parts[i] % 10);
	}
	return buf;
}

/* A table has a date in every row, so they are put together by hand; each returns the end. */
static char *put_word(char *at, const char *word)
{
	while (*word != '\0')
		*at++ = *word++;
	*at = '\0';
	return at;
}

static char *put_number(char *at, int32_t number)
{
	if (number >= 10)
		at = put_number(at, number / 10);
	*at++ = (char)('0' + number % 10);
	*at = '\0';
	return at;
}

/* "24 Nov", "Nov 24" */
static char *put_day(char *at, struct civil civil)
{
	if (style_chosen().dates == DATES_MONTH_DAY)
		return put_number(put_word(put_word(at, month_short(civil.month)), " "),
				  civil.mday);
	at = put_word(put_number(at, civil.mday), " ");
	return put_word(at, month_short(civil.month));
}

const char *day_short(struct day day, char *buf)
{
	char *at = put_word(put_word(buf, weekday_short(day_weekday(day))), " ");
	char iso[DAY_TEXT_SIZE];

	if (style_chosen().dates == DATES_ISO)
		put_word(at, day_iso(day, iso) + sizeof("2026-") - 1);
	else
		put_day(at, day_to_civil(day));
	return buf;
}

const char *day_cell(struct day day, char *buf)
{
	struct civil civil = day_to_civil(day);
	const char *month = month_short(civil.month);
	char *at = put_word(put_word(buf, weekday_short(day_weekday(day))), " ");
	const char *gap = civil.mday < 10 ? " " : "";

	switch (style_chosen().dates) {
	case DATES_COUNT:
	case DATES_DAY_MONTH:
		put_word(put_word(put_number(put_word(at, gap), civil.mday), " "), month);
		break;
	case DATES_MONTH_DAY:
		put_number(put_word(put_word(put_word(at, month), " "), gap), civil.mday);
		break;
	case DATES_ISO:
		day_short(day, buf);
		put_word(buf + strlen(buf), " ");
		break;
	}
	return buf;
}

const char *day_long(struct day day, char *buf)
{
	struct civil civil = day_to_civil(day);

	if (style_chosen().dates == DATES_ISO)
		return day_iso(day, buf);
	put_number(put_word(put_day(buf, civil), " "), civil.year);
	return buf;
}

const char *day_full(struct day day, char *buf)
{
	day_long(day, put_word(put_word(buf, weekday_short(day_weekday(day))), " "));
	return buf;
}

const char *month_short(int month)
{
	assert(month >= 1 && month <= 12);
	return month_shorts[month - 1];
}

const char *month_long(int month)
{
	assert(month >= 1 && month <= 12);
	return month_names[month - 1];
}

const char *weekday_short(int weekday)
{
	assert(weekday >= 0 && weekday <= 6);
	return weekday_shorts[weekday];
}
