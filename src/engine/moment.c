/* SPDX-License-Identifier: MIT */
#include "engine/moment.h"

#include <stdio.h>
#include <string.h>

enum { SECONDS_A_MINUTE = 60 };

/* Division that goes down for negative numbers too. */
static int64_t floor_div(int64_t number, int64_t by)
{
	return number / by - (number % by < 0 ? 1 : 0);
}

int64_t moment_wall(struct moment moment)
{
	return (int64_t)moment.day.n * MINUTES_A_DAY + moment.minute;
}

int64_t moment_utc(struct moment moment)
{
	return (moment_wall(moment) - moment.utc_offset) * SECONDS_A_MINUTE;
}

struct moment moment_from_utc(int64_t utc, int16_t utc_offset)
{
	int64_t wall = floor_div(utc, SECONDS_A_MINUTE) + utc_offset;
	int64_t day = floor_div(wall, MINUTES_A_DAY);

	return (struct moment){
		.day = {.n = (int32_t)day},
		.minute = (int16_t)(wall - day * MINUTES_A_DAY),
		.utc_offset = utc_offset,
	};
}

struct day moment_counts_for(int64_t wall, int16_t day_starts)
{
	return (struct day){.n = (int32_t)floor_div(wall - day_starts, MINUTES_A_DAY)};
}

static bool two_digits(const char *text, int *number)
{
	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return false;
	*number = (text[0] - '0') * 10 + (text[1] - '0');
	return true;
}

bool minute_read(const char *text, int16_t *minute, struct err *err)
{
	char padded[8] = "0";
	size_t len = strlen(text);
	int hours, minutes;

	if (len == 4 && text[1] == ':')
		memcpy(padded + 1, text, len + 1);
	else if (len == 5 || len == 4)
		memcpy(padded, text, len + 1);
	else
		padded[0] = '\0';
	len = strlen(padded);
	if ((len != 5 && len != 4) || (len == 5 && padded[2] != ':') ||
	    !two_digits(padded, &hours) || !two_digits(padded + len - 2, &minutes) || hours > 23 ||
	    minutes > 59)
		return err_set(err, ERR_INVALID, "'%.60s' is not a time of day like 08:05", text);
	*minute = (int16_t)(hours * 60 + minutes);
	return true;
}

/* "Z", "+01:00", "-0330"; false where it is anything else. */
static bool read_offset(const char *text, int16_t *utc_offset)
{
	size_t len = strlen(text);
	int hours, minutes;

	if (strcmp(text, "Z") == 0 || strcmp(text, "z") == 0) {
		*utc_offset = 0;
		return true;
	}
	if ((text[0] != '+' && text[0] != '-') || (len != 6 && len != 5) ||
	    (len == 6 && text[3] != ':') || !two_digits(text + 1, &hours) ||
	    !two_digits(text + len - 2, &minutes) || minutes > 59 ||
	    hours * 60 + minutes > MOMENT_OFFSET_MAX)
		return false;
	*utc_offset = (int16_t)(hours * 60 + minutes);
	if (text[0] == '-')
		*utc_offset = (int16_t) - *utc_offset;
	return true;
}

bool moment_read_rfc3339(const char *text, int64_t *utc, int16_t *utc_offset, struct err *err)
{
	struct moment moment;
	struct err ignored;
	char date[11] = "", time[6] = "";
	int seconds = 0;
	size_t len = strlen(text), at = 16;

	if (len >= 17) {
		memcpy(date, text, 10);
		memcpy(time, text + 11, 5);
		if (text[at] == ':' && two_digits(text + 17, &seconds))
			at = 19;
	}
	if (at == 19 && text[at] == '.') {
		at++;
		while (text[at] >= '0' && text[at] <= '9')
			at++;
	}
	if (len < 17 || len > 40 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') ||
	    time[2] != ':' || !minute_read(time, &moment.minute, &ignored) || seconds > 60 ||
	    !read_offset(text + at, &moment.utc_offset))
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not a time like 2026-11-20T08:05:00+01:00", text);
	if (!day_read_iso(date, &moment.day, err))
		return false;
	*utc = moment_utc(moment) + (seconds == 60 ? 59 : seconds);
	*utc_offset = moment.utc_offset;
	return true;
}

const char *moment_rfc3339(int64_t utc, int16_t utc_offset, char *buf)
{
	struct moment moment = moment_from_utc(utc, utc_offset);
	int seconds = (int)(utc - floor_div(utc, SECONDS_A_MINUTE) * SECONDS_A_MINUTE);
	int east = utc_offset < 0 ? -utc_offset : utc_offset;
	char day[DAY_TEXT_SIZE];

	snprintf(buf, MOMENT_TEXT_SIZE, "%.10sT%02d:%02d:%02d%c%02d:%02d", day_iso(moment.day, day),
		 moment.minute / 60, moment.minute % 60, seconds, utc_offset < 0 ? '-' : '+',
		 east / 60, east % 60);
	return buf;
}

static char *put_two(char *at, int number)
{
	*at++ = (char)('0' + number / 10);
	*at++ = (char)('0' + number % 10);
	return at;
}

/* By hand: tables and calendars hold thousands of them. */
const char *minute_text(int16_t minute, char *buf)
{
	char *at = put_two(buf, minute / 60 % 24);

	*at++ = ':';
	*put_two(at, minute % 60) = '\0';
	return buf;
}
