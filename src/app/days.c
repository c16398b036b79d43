/* SPDX-License-Identifier: MIT */
#include "app/days.h"

#include "app_private.h"
#include "engine/diary.h"

int64_t app_now_utc(const struct app *app)
{
	int64_t utc;
	int16_t offset;

	clock_now(&app->clock, &utc, &offset);
	return utc;
}

int64_t app_now_wall(const struct app *app)
{
	int64_t utc;
	int16_t offset;

	clock_now(&app->clock, &utc, &offset);
	return moment_wall(moment_from_utc(utc, offset));
}

struct day app_today_day(const struct app *app)
{
	return moment_counts_for(app_now_wall(app), app->settings.day_starts);
}

int64_t app_day_begins(const struct app *app, struct day day)
{
	return (int64_t)day.n * MINUTES_A_DAY + app->settings.day_starts;
}

struct span app_span(const struct app *app, struct day first, struct day last)
{
	return (struct span){.from = app_day_begins(app, first),
			     .to = app_day_begins(app, day_add(last, 1))};
}

struct day app_dose_day(const struct app *app, const struct dose *dose)
{
	return moment_counts_for(dose_wall(dose), app->settings.day_starts);
}

struct day app_diary_day(const struct app *app, int64_t utc, int16_t utc_offset)
{
	return moment_counts_for(diary_wall(utc, utc_offset), app->settings.day_starts);
}
