/* SPDX-License-Identifier: MIT */
#include "csv_when.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

enum { WHEN_SIZE = 48 };

/* One to most digits; moves text behind them. False where there is none, or one more. */
static bool scan_number(const char **text, int most, int32_t *number)
{
	const char *c = *text;
	int32_t n = 0;

	for (; *c >= '0' && *c <= '9' && c - *text < most; c++)
		n = n * 10 + (*c - '0');
	if (c == *text || (*c >= '0' && *c <= '9'))
		return false;
	*text = c;
	*number = n;
	return true;
}

static bool scan_char(const char **text, char c)
{
	if (**text != c)
		return false;
	++*text;
	return true;
}

/* "20.11.2026": with dots the day comes first, everywhere. */
static bool read_dotted(const char *text, struct day *day, struct err *err)
{
	struct civil civil;
	const char *c = text;

	if (!scan_number(&c, 2, &civil.mday) || !scan_char(&c, '.') ||
	    !scan_number(&c, 2, &civil.month) || !scan_char(&c, '.') ||
	    !scan_number(&c, 4, &civil.year) || *c != '\0')
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not a date like 2026-11-20 or 20.11.2026", text);
	if (!civil_valid(civil))
		return err_set(err, ERR_INVALID, "'%.60s' is not in the calendar", text);
	*day = day_from_civil(civil);
	return true;
}

/* Day, month and year in an order that was said, parted by the same mark. */
static bool read_ordered(const char *text, enum csv_dates dates, struct day *day, struct err *err)
{
	static const struct {
		const char *order;
		const char *example;
	} orders[] = {[CSV_DATES_YMD] = {"ymd", "2026-11-20"},
		      [CSV_DATES_DMY] = {"dmy", "20/11/2026"},
		      [CSV_DATES_MDY] = {"mdy", "11/20/2026"}};
	const char *order = orders[dates].order, *c = text;
	struct civil civil = {0};
	char mark = text[strcspn(text, "-./")];
	bool read = mark != '\0';

	assert(order != NULL);
	for (int i = 0; i < 3 && read; i++) {
		int32_t *part = order[i] == 'y'   ? &civil.year
				: order[i] == 'm' ? &civil.month
						  : &civil.mday;

		read = (i == 0 || scan_char(&c, mark)) &&
		       scan_number(&c, order[i] == 'y' ? 4 : 2, part);
	}
	if (!read || *c != '\0' || civil.year < 1000)
		return err_set(err, ERR_INVALID, "'%.60s' is not a date like %s", text,
			       orders[dates].example);
	if (!civil_valid(civil))
		return err_set(err, ERR_INVALID, "'%.60s' is not in the calendar", text);
	*day = day_from_civil(civil);
	return true;
}

bool csv_date_read(const char *text, enum csv_dates dates, struct day *day, struct err *err)
{
	if (dates != CSV_DATES_CLEAR)
		return read_ordered(text, dates, day, err);
	if (strchr(text, '/') != NULL)
		return err_set(err, ERR_INVALID,
			       "'%.60s' could have the day first or the month; write it like "
			       "2026-11-20, or say which with --dates dmy or mdy",
			       text);
	if (strchr(text, '.') != NULL)
		return read_dotted(text, day, err);
	return day_read_iso(text, day, err);
}

/* ":05"; nothing where the half of the day is what follows, as in "8 pm". */
static bool scan_minutes(const char **text, int32_t *minutes)
{
	const char *c = *text;

	if (*c == ' ' || isalpha((unsigned char)*c))
		return c[strspn(c, " ")] != '\0';
	return scan_char(text, ':') && scan_number(text, 2, minutes) && (*text)[-2] != ':' &&
	       *minutes <= 59;
}

/* Seconds and their fraction, both optional; the fraction is dropped. */
static bool scan_seconds(const char **text, int32_t *seconds)
{
	*seconds = 0;
	if (!scan_char(text, ':'))
		return true;
	if (!scan_number(text, 2, seconds))
		return false;
	if (scan_char(text, '.')) {
		while (**text >= '0' && **text <= '9')
			++*text;
	}
	return *seconds < 60;
}

/* What is left after the digits: nothing, "am" or "pm". Brings hours to 0 … 23. */
static bool settle_half(const char *rest, int32_t *hours)
{
	bool am, pm;

	while (*rest == ' ')
		rest++;
	if (*rest == '\0')
		return *hours < 24;
	am = tolower((unsigned char)rest[0]) == 'a';
	pm = tolower((unsigned char)rest[0]) == 'p';
	if ((!am && !pm) || *hours < 1 || *hours > 12)
		return false;
	rest += rest[1] == '.' ? 2 : 1;
	if (tolower((unsigned char)*rest) != 'm' ||
	    strcmp(rest + (rest[1] == '.' ? 2 : 1), "") != 0)
		return false;
	*hours = *hours % 12 + (pm ? 12 : 0);
	return true;
}

bool csv_time_read(const char *text, int32_t *seconds, struct err *err)
{
	int32_t hours = 0, minutes = 0, rest = 0;
	const char *c = text;

	if (!scan_number(&c, 2, &hours) || !scan_minutes(&c, &minutes) ||
	    !scan_seconds(&c, &rest) || !settle_half(c, &hours))
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not a time of day like 08:05, 08:05:30 or 8:05 pm",
			       text);
	*seconds = (hours * 60 + minutes) * 60 + rest;
	return true;
}

bool csv_when_place(const struct csv_source *source, struct day day, int32_t seconds,
		    struct csv_when *when, struct err *err)
{
	struct moment moment = {.day = day, .minute = (int16_t)(seconds / 60)};

	if (!source->local_time(source->context, moment_wall(moment), &moment.utc_offset, err))
		return false;
	when->utc = moment_utc(moment) + seconds % 60;
	when->utc_offset = moment.utc_offset;
	return true;
}

/* Day and time in one text, without an offset. */
static bool read_local(const struct csv_source *source, struct day day, const char *date,
		       const char *time, struct csv_when *when, struct err *err)
{
	int32_t seconds = 0;

	if (*time == '\0')
		return err_set(err, ERR_INVALID, "'%.60s' has no time of day", date);
	return csv_time_read(time, &seconds, err) &&
	       csv_when_place(source, day, seconds, when, err);
}

bool csv_when_read(const struct csv_source *source, const char *text, enum csv_dates dates,
		   struct csv_when *when, struct err *err)
{
	char date[WHEN_SIZE];
	struct day day;
	struct csv_when read;
	const char *time;
	size_t len;

	if (*text == '\0' || !str_copy(date, sizeof(date), text))
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not a time like 2026-11-20T08:05:00+01:00", text);
	len = strcspn(date, " ,Tt");
	time = text + len + strspn(text + len, " ,Tt");
	date[len] = '\0';
	if (strpbrk(time, "+-Zz") == NULL)
		return csv_date_read(date, dates, &day, err) &&
		       read_local(source, day, date, time, when, err);
	if (!moment_read_rfc3339(text, &read.utc, &read.utc_offset, err))
		return false;
	*when = read;
	return true;
}
