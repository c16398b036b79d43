/* SPDX-License-Identifier: MIT */
#include "engine/trend.h"

/* The mean of the rated days from first to before end, and how many they are. */
static int mean_of(const int16_t *values, int32_t first, int32_t end, int *rated)
{
	int sum = 0, count = 0;

	for (int32_t i = first; i < end; i++) {
		if (values[i] == TREND_NONE)
			continue;
		sum += values[i];
		count++;
	}
	*rated = count;
	return count == 0 ? 0 : (2 * sum + count) / (2 * count);
}

bool trend_at_cut(const int16_t *values, int32_t count, int32_t cut, int32_t next,
		  struct trend *trend)
{
	int32_t end = cut + TREND_AFTER;
	int before, after, rated_before, rated_after;

	if (cut < TREND_BEFORE || cut >= count)
		return false;
	if (end > next)
		end = next;
	if (end > count)
		end = count;
	before = mean_of(values, cut - TREND_BEFORE, cut, &rated_before);
	after = mean_of(values, cut, end, &rated_after);
	if (rated_before < TREND_BEFORE_LEAST || rated_after < TREND_AFTER_LEAST)
		return false;
	*trend = (struct trend){before, after, after - before};
	return true;
}
