/* SPDX-License-Identifier: MIT */
#include "engine/day_typed.h"

#include <ctype.h>
#include <string.h>

#include "base/style.h"

/* "24.11." and "11/24" as their two numbers, before it is known which of them is the day. */
struct typed {
	int32_t first, second;
	int32_t year; /* or NO_YEAR */
	char mark;    /* '.' or '/' */
};

enum { NO_YEAR = -1 };

static const char *read_number(const char *text, int least, int most, int32_t *number)
{
	int digits = 0;

	*number = 0;
	for (; *text >= '0' && *text <= '9' && digits <= most; text++, digits++)
		*number = *number * 10 + (*text - '0');
	return digits >= least && digits <= most ? text : NULL;
}

/* A dot after the month is part of the date, so that 8.05 stays a time or an amount; a stroke is not. */
static bool take_apart(const char *text, struct typed *typed)
{
	typed->year = NO_YEAR;
	text = read_number(text, 1, 2, &typed->first);
	if (text == NULL || (*text != '.' && *text != '/'))
		return false;
	typed->mark = *text;
	text = read_number(text + 1, 1, 2, &typed->second);
	if (text == NULL)
		return false;
	if (*text == '\0')
		return typed->mark == '/';
	if (*text++ != typed->mark)
		return false;
	if (*text == '\0')
		return typed->mark == '.';
	text = read_number(text, 4, 4, &typed->year);
	return text != NULL && *text == '\0';
}

bool day_is_typed(const char *text)
{
	struct typed typed;

	return take_apart(text, &typed);
}

static bool fits(enum day_year year, int32_t away)
{
	switch (year) {
	case DAY_YEAR_PAST:
		return away <= 0;
	case DAY_YEAR_AHEAD:
		return away >= 0;
	case DAY_YEAR_NEAREST:
		break;
	}
	return true;
}

/* Without a year the nearest such day on the side that is meant, in this year or one beside it. */
static bool place(struct civil civil, struct day today, enum day_year year, struct day *day)
{
	int32_t this_year = day_to_civil(today).year, best = INT32_MAX;

	if (civil.year != NO_YEAR) {
		if (civil_valid(civil))
			*day = day_from_civil(civil);
		return civil_valid(civil);
	}
	for (civil.year = this_year - 1; civil.year <= this_year + 1; civil.year++) {
		int32_t away = civil_valid(civil) ? day_between(today, day_from_civil(civil)) : 0;
		int32_t far = away < 0 ? -away : away;

		if (!civil_valid(civil) || !fits(year, away) || far >= best)
			continue;
		best = far;
		*day = day_from_civil(civil);
	}
	return best != INT32_MAX;
}

/* Nothing says which number is the day: dots say it, and strokes where only one way is in the calendar. */
static bool read_clear(const char *text, const struct typed *typed, const struct day *day_first,
		       const struct day *month_first, struct day *day, struct err *err)
{
	char one[DAY_TEXT_SIZE], other[DAY_TEXT_SIZE];

	if (typed->mark == '.')
		month_first = NULL;
	if (day_first == NULL && month_first == NULL)
		return err_set(err, ERR_INVALID,
			       "'%s' is not in the calendar; 2026-11-24 is always understood",
			       text);
	if (day_first != NULL && month_first != NULL && day_first->n != month_first->n)
		return err_set(err, ERR_INVALID,
			       "'%s' can be %s or %s; write it in one of these ways, or choose "
			       "with the setting 'dates'",
			       text, day_iso(*day_first, one), day_iso(*month_first, other));
	*day = day_first != NULL ? *day_first : *month_first;
	return true;
}

static bool read_typed(const char *text, struct day today, enum day_year year, struct day *day,
		       struct err *err)
{
	struct day day_first, month_first;
	bool as_day_month, as_month_day;
	struct typed typed;

	take_apart(text, &typed);
	as_day_month = place((struct civil){typed.year, typed.second, typed.first}, today, year,
			     &day_first);
	as_month_day = place((struct civil){typed.year, typed.first, typed.second}, today, year,
			     &month_first);
	switch (style_chosen().typed) {
	case TYPED_CLEAR:
		break;
	case TYPED_DAY_MONTH:
		if (!as_day_month)
			return err_set(err, ERR_INVALID,
				       "'%s' is no date with the day first, as the setting 'dates' "
				       "has it; 2026-11-24 is always understood",
				       text);
		*day = day_first;
		return true;
	case TYPED_MONTH_DAY:
		if (typed.mark == '.' || !as_month_day)
			return err_set(err, ERR_INVALID,
				       "'%s' is no date with the month first, such as 11/24, as "
				       "the setting 'dates' has it; 2026-11-24 is always "
				       "understood",
				       text);
		*day = month_first;
		return true;
	case TYPED_ISO:
		return err_set(err, ERR_INVALID,
			       "'%s' is not written as the setting 'dates' has it; 2026-11-24 is",
			       text);
	}
	return read_clear(text, &typed, as_day_month ? &day_first : NULL,
			  as_month_day ? &month_first : NULL, day, err);
}

/* "+3d", "-1w": a sign, one to four digits, d or w. */
static bool read_offset(const char *text, int32_t *days)
{
	const char *unit = *text == '+' || *text == '-' ? read_number(text + 1, 1, 4, days) : NULL;

	if (unit == NULL || (strcmp(unit, "d") != 0 && strcmp(unit, "w") != 0))
		return false;
	*days *= (*unit == 'w' ? 7 : 1) * (*text == '-' ? -1 : 1);
	return true;
}

static const char *const weekday_names[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

static bool read_weekday(const char *text, int *weekday)
{
	size_t len = strlen(text);
	char lower[16];

	if (len < 3 || len >= sizeof(lower))
		return false;
	for (size_t i = 0; i <= len; i++)
		lower[i] = (char)tolower((unsigned char)text[i]);
	for (int i = 0; i < 7; i++) {
		if (strcmp(lower, weekday_names[i]) == 0 ||
		    (len == 3 && strncmp(lower, weekday_names[i], 3) == 0)) {
			*weekday = i;
			return true;
		}
	}
	return false;
}

static bool within_calendar(const char *text, struct day read, struct day *day, struct err *err)
{
	if (!civil_valid(day_to_civil(read)))
		return err_set(err, ERR_INVALID, "'%.60s' is not in the calendar", text);
	*day = read;
	return true;
}

bool day_read_in(const char *text, struct day today, enum day_year year, struct day *day,
		 struct err *err)
{
	static const struct {
		const char *word;
		int32_t days;
	} words[] = {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}};
	int32_t days;
	int weekday;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(text, words[i].word) == 0) {
			return within_calendar(text, day_add(today, words[i].days), day, err);
		}
	}
	if (read_offset(text, &days))
		return within_calendar(text, day_add(today, days), day, err);
	if (read_weekday(text, &weekday))
		return within_calendar(
			text, day_add(today, (weekday - day_weekday(today) + 6) % 7 + 1), day, err);
	if (day_is_typed(text))
		return read_typed(text, today, year, day, err);
	if (*text >= '0' && *text <= '9')
		return day_read_iso(text, day, err);
	return err_set(err, ERR_INVALID,
		       "'%.60s' is not a day; 2026-11-24, today, yesterday, +3d, -1w or mon are",
		       text);
}

bool day_read(const char *text, struct day today, struct day *day, struct err *err)
{
	return day_read_in(text, today, DAY_YEAR_PAST, day, err);
}
