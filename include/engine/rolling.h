/* SPDX-License-Identifier: MIT */
/* The mean of the week up to each day, for a line that shows which way things go. Pure arithmetic over day totals. */
#ifndef ENGINE_ROLLING_H
#define ENGINE_ROLLING_H

#include "engine/baseline.h"

enum { ROLLING_DAYS = 7, ROLLING_LEAST = 4 };

/*
 * For each of the totals (a day each, without gaps) the mean of the days with an entry among it and the 6 before it, rounded half up to a
 * milli-unit, into means; known[i] is false where fewer than 4 of them have one.
 */
void rolling_means(const struct day_total *totals, size_t count, struct amount *means, bool *known);

#endif
