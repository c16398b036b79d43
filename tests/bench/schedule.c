/* SPDX-License-Identifier: MIT */
/*
 * How long the schedule of a ten-year plan takes, and the look-up of a day in it: the best of many rounds, in nanoseconds.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/schedule.h"

enum { ROUNDS = 300, LOOKUPS = 100000 };

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* A cut every second day for ten years: 1 820 levels of four doses. */
static struct plan ten_years(void)
{
	struct plan plan = {.unit = UNIT_GRAM, .measure = {.nano = AMOUNT_UNIT / 100}};

	plan.slot_count = 4;
	for (int i = 0; i < 4; i++)
		plan.slots[i] = (struct slot){.minute = (int16_t)(480 + 240 * i),
					      .share = {.nano = AMOUNT_UNIT}};
	plan_default_shrink(&plan);
	plan.phases[plan.phase_count++] = (struct phase){.kind = PHASE_CUT_FIXED,
							 .every_days = 2,
							 .cut_amount = {.nano = AMOUNT_UNIT / 100},
							 .until = {.nano = AMOUNT_UNIT / 2}};
	return plan;
}

int main(void)
{
	struct plan plan = ten_years();
	struct amount from = {.nano = 187 * AMOUNT_UNIT / 10};
	struct day first = {.n = 20000};
	int64_t best_build = INT64_MAX, best_look = INT64_MAX, sum = 0;
	struct schedule schedule;
	struct err err;

	for (int round = 0; round < ROUNDS; round++) {
		int64_t begin = now_ns(), built, looked;

		if (!schedule_build(&plan, from, first, FACTOR_ONE, &schedule, &err)) {
			fprintf(stderr, "%s\n", err.msg);
			return EXIT_FAILURE;
		}
		built = now_ns();
		for (int i = 0; i < LOOKUPS; i++)
			sum += schedule_at(&schedule, day_add(first, i % 3650))->target.nano;
		looked = now_ns();
		best_build = built - begin < best_build ? built - begin : best_build;
		best_look = looked - built < best_look ? looked - built : best_look;
		schedule_free(&schedule);
	}
	printf("schedule of a ten-year plan: %.1f us; a day looked up: %.1f ns (%d)\n",
	       (double)best_build / 1000.0, (double)best_look / LOOKUPS, sum > 0);
	return EXIT_SUCCESS;
}
