/* SPDX-License-Identifier: MIT */
/*
 * Dates as people type them: tomorrow, +3d, mon, 24.11. and 24.11.2026, 24/11 or 11/24. Which number is the day is said by
 * base/style; where nothing says it, only what can be meant in one way is read. Nothing is guessed but the year.
 */
#ifndef ENGINE_DAY_TYPED_H
#define ENGINE_DAY_TYPED_H

#include "engine/day.h"

/* Which year a date typed without one is meant in: 24.11. of a dose is over, that of a plan is to come. */
enum day_year { DAY_YEAR_PAST, DAY_YEAR_AHEAD, DAY_YEAR_NEAREST };

/*
 * Reads 2026-11-24, today, yesterday, tomorrow, +3d, -1w, mon … sunday (the next such day, never today itself), 24.11.
 * 24.11.2026 24/11 24/11/2026 or, month first, 11/24 11/24/2026. A year that is left out is the one which year asks for.
 * Fails with ERR_INVALID, naming the text and a form that is understood.
 */
MUST_USE bool day_read_in(const char *text, struct day today, enum day_year year, struct day *day,
			  struct err *err);

/* The same with DAY_YEAR_PAST: for what is over or is going on. */
MUST_USE bool day_read(const char *text, struct day today, struct day *day, struct err *err);

/* Whether the text has the shape of 24.11. or 11/24, in the calendar or not. */
bool day_is_typed(const char *text);

#endif
