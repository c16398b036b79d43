/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "app/days.h"
#include "app/log.h"
#include "app/undo.h"
#include "app_private.h"
#include "engine/day_typed.h"

static int16_t minute_of(int64_t wall)
{
	return (int16_t)(wall - (int64_t)moment_counts_for(wall, 0).n * MINUTES_A_DAY);
}

/* "-30m", "-2h", "-1h30m" into minutes before now. */
static bool read_ago(const char *text, int64_t *minutes)
{
	int64_t total = 0;

	if (*text++ != '-' || *text == '\0')
		return false;
	while (*text != '\0') {
		int64_t number = 0;
		int digits = 0;

		for (; *text >= '0' && *text <= '9' && digits < 5; text++, digits++)
			number = number * 10 + (*text - '0');
		if (digits == 0 || (*text != 'm' && *text != 'h'))
			return false;
		total += *text++ == 'h' ? number * 60 : number;
	}
	*minutes = total;
	return true;
}

/*
 * A time alone lies in the day that now counts for, which may reach past midnight; a time after midnight that has not
 * come yet is the one of the night that is over.
 */
static int64_t wall_today(const struct app *app, int16_t minute)
{
	struct day day = app_today_day(app);
	int64_t wall = (int64_t)day.n * MINUTES_A_DAY + minute;

	if (minute < app->settings.day_starts && wall + MINUTES_A_DAY <= app_now_wall(app))
		wall += MINUTES_A_DAY;
	return wall;
}

/* A day alone means its noon, which is said; of today it means now. */
static int64_t wall_of_day(const struct app *app, struct day day, char *said)
{
	int64_t now = app_now_wall(app);

	if (day.n == app_today_day(app).n)
		return now;
	snprintf(said, APP_WHAT_SIZE, "no time was given, so it is logged at 12:00");
	return (int64_t)day.n * MINUTES_A_DAY + MINUTES_A_DAY / 2;
}

/* "08:05", "yesterday", or a day and a time: "yesterday 23:00", "2026-11-20 08:05". */
static bool read_wall(const struct app *app, const char *text, int64_t *wall, char *said,
		      struct err *err)
{
	struct day calendar = moment_counts_for(app_now_wall(app), 0);
	const char *blank = strrchr(text, ' ');
	struct err ignored;
	char word[32];
	struct day day;
	int16_t minute;

	if (blank == NULL || (size_t)(blank - text) >= sizeof(word)) {
		if (minute_read(text, &minute, &ignored)) {
			*wall = wall_today(app, minute);
			return true;
		}
		if (day_read(text, calendar, &day, err)) {
			*wall = wall_of_day(app, day, said);
			return true;
		}
		if (day_is_typed(text))
			return false;
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not a time like now, 08:05, -30m or 'yesterday 23:00'",
			       text);
	}
	memcpy(word, text, (size_t)(blank - text));
	word[blank - text] = '\0';
	if (!day_read(word, calendar, &day, err) || !minute_read(blank + 1, &minute, err))
		return false;
	*wall = (int64_t)day.n * MINUTES_A_DAY + minute;
	return true;
}

static void say_clock_change(enum wall_kind kind, int64_t wall, int64_t utc, int16_t offset,
			     char *said)
{
	int64_t real = moment_wall(moment_from_utc(utc, offset));
	char asked[MOMENT_TEXT_SIZE], taken[MOMENT_TEXT_SIZE];

	minute_text(minute_of(wall), asked);
	minute_text(minute_of(real), taken);
	if (kind == WALL_SKIPPED)
		snprintf(said, 160, "the clock skipped %s that night; it is logged at %s", asked,
			 taken);
	else if (kind == WALL_DOUBLED)
		snprintf(said, 160,
			 "the clock showed %s twice that night; it is logged at the first of the "
			 "two",
			 asked);
}

/* A time that was skipped means a later one, which may be still to come. */
static bool not_future(const struct app *app, int64_t utc, int16_t utc_offset, bool skipped,
		       const char *text, struct err *err)
{
	char now[MOMENT_TEXT_SIZE], means[MOMENT_TEXT_SIZE];
	int64_t wall = app_now_wall(app);

	if (utc <= app_now_utc(app))
		return true;
	minute_text(minute_of(wall), now);
	if (skipped)
		return err_set(err, ERR_INVALID,
			       "the clock skipped '%.60s' that night, so it means %s, which is in "
			       "the future; it is %s now",
			       text, minute_text(moment_from_utc(utc, utc_offset).minute, means),
			       now);
	return err_set(err, ERR_INVALID, "'%.60s' is in the future; it is %s now", text, now);
}

/* A year mistyped, or a clock that was never set, is no dose of a person's log. */
static bool not_long_ago(int64_t utc, const char *text, struct err *err)
{
	static const int64_t year_2000 = 946684800;

	return utc >= year_2000 ||
	       err_set(err, ERR_INVALID,
		       "'%.60s' is long ago; taper keeps days from the year 2000 on", text);
}

bool app_when(const struct app *app, const char *text, int64_t *utc, int16_t *utc_offset,
	      char *said, struct err *err)
{
	struct err ignored;
	int64_t read_utc, wall = 0, minutes;
	int16_t read_offset;
	enum wall_kind kind = WALL_PLAIN;

	said[0] = '\0';
	if (text == NULL || text[0] == '\0' || strcmp(text, "now") == 0) {
		clock_now(&app->clock, utc, utc_offset);
		return true;
	}
	if (read_ago(text, &minutes)) {
		read_utc = app_now_utc(app) - minutes * 60;
		read_offset = clock_offset_at(&app->clock, read_utc);
	} else if (!moment_read_rfc3339(text, &read_utc, &read_offset, &ignored)) {
		if (!read_wall(app, text, &wall, said, err))
			return false;
		kind = clock_from_wall(&app->clock, wall, &read_utc, &read_offset);
		say_clock_change(kind, wall, read_utc, read_offset, said);
	}
	if (!not_future(app, read_utc, read_offset, kind == WALL_SKIPPED, text, err) ||
	    !not_long_ago(read_utc, text, err))
		return false;
	*utc = read_utc;
	*utc_offset = read_offset;
	return true;
}
