/* SPDX-License-Identifier: MIT */
/*
 * What check-ins say around a cut: the days just before it against the days after it. It compares a person with their
 * own other days; it does not know what was cut, nor whether the cut is the reason.
 */
#ifndef ENGINE_TREND_H
#define ENGINE_TREND_H

#include "base/err.h"

#include <stdint.h>

/* taper's own settings: so many days are looked at, and so many of them have to have been rated. */
enum {
	TREND_BEFORE = 3,
	TREND_BEFORE_LEAST = 2,
	TREND_AFTER = 7,
	TREND_AFTER_LEAST = 4,
	TREND_TELLS = 50, /* hundredths; a smaller change is not told as one */
	TREND_NONE = -1,  /* a day that was not rated */
};

/* Means in hundredths of a point, rounded half up. */
struct trend {
	int before, after;
	int change; /* after - before */
};

/*
 * values: hundredths of a point or TREND_NONE, one for each day. cut: the day of the cut, which may lie outside; next: that of the
 * next one, or count; days from it on belong to that one. False where too few days were rated.
 */
MUST_USE bool trend_at_cut(const int16_t *values, int32_t count, int32_t cut, int32_t next,
			   struct trend *trend);

#endif
