/* SPDX-License-Identifier: MIT */
#include "engine/rolling.h"

enum { MILLI = 1000000 };

void rolling_means(const struct day_total *totals, size_t count, struct amount *means, bool *known)
{
	int64_t sum = 0;
	int32_t days = 0;

	for (size_t i = 0; i < count; i++) {
		if (totals[i].entries > 0) {
			sum += totals[i].taken.nano;
			days++;
		}
		if (i >= ROLLING_DAYS && totals[i - ROLLING_DAYS].entries > 0) {
			sum -= totals[i - ROLLING_DAYS].taken.nano;
			days--;
		}
		known[i] = days >= ROLLING_LEAST;
		means[i].nano = 0;
		if (days > 0)
			means[i].nano = (sum / MILLI * 2 + days) / ((int64_t)2 * days) * MILLI;
	}
}
