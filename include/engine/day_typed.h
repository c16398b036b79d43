/* SPDX-License-Identifier: MIT */
/*
 * Dates as people type them: 24.11. and 24.11.2026, 24/11 or 11/24. Which number is the day is said by base/style; where
 * nothing says it, only what can be meant in one way is read. Nothing is guessed but the year.
 */
#ifndef ENGINE_DAY_TYPED_H
#define ENGINE_DAY_TYPED_H

#include "engine/day.h"

/* Whether the text has the shape of such a date, in the calendar or not. */
bool day_is_typed(const char *text);

/*
 * Reads 24.11. 24.11.2026 24/11 24/11/2026 or, month first, 11/24 11/24/2026. A year that is left out is the one which year
 * asks for. Fails with ERR_INVALID and words that name the ISO form.
 */
MUST_USE bool day_typed_read(const char *text, struct day today, enum day_year year,
			     struct day *day, struct err *err);

#endif
