/* SPDX-License-Identifier: MIT */
/*
 * Which day something counts for: a day begins when the person's does, and changing that setting applies to the whole past.
 */
#ifndef APP_DAYS_H
#define APP_DAYS_H

#include "engine/day.h"
#include "engine/dose.h"

struct app;

/* Now, as minutes on the wall since 1970-01-01. */
int64_t app_now_wall(const struct app *app);

/* The day that now counts for. */
struct day app_today_day(const struct app *app);

/* The day a dose counts for, and a moment of the diary. */
struct day app_dose_day(const struct app *app, const struct dose *dose);
struct day app_diary_day(const struct app *app, int64_t utc, int16_t utc_offset);

#endif
