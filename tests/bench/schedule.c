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

enum { ROUNDS = 300, LOOKUPS = 10000, FIRST = 20000 };

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

static struct schedule build(const struct plan *plan)
{
	struct amount from = {.nano = 187 * AMOUNT_UNIT / 10};
	struct day first = {.n = FIRST};
	struct schedule schedule;
	struct err err;

	if (!schedule_build(plan, from, first, FACTOR_ONE, &schedule, &err)) {
		fprintf(stderr, "%s\n", err.msg);
		exit(EXIT_FAILURE);
	}
	return schedule;
}

static int64_t best_build(const struct plan *plan)
{
	int64_t best = INT64_MAX;

	for (int round = 0; round < ROUNDS; round++) {
		int64_t begin = now_ns(), took;
		struct schedule schedule = build(plan);

		took = now_ns() - begin;
		best = took < best ? took : best;
		schedule_free(&schedule);
	}
	return best;
}

static double best_look(const struct schedule *schedule)
{
	int64_t best = INT64_MAX, sum = 0;

	for (int round = 0; round < ROUNDS; round++) {
		int64_t begin = now_ns(), took;

		for (int i = 0; i < LOOKUPS; i++)
			sum += schedule_at(schedule, (struct day){.n = FIRST + i % PLAN_DAY_MAX})
				       ->target.nano;
		took = now_ns() - begin;
		best = took < best ? took : best;
	}
	return sum > 0 ? (double)best / LOOKUPS : 0.0;
}

/*
 * Every round of the first has its memory from the system anew, page by page. With a schedule kept behind it, the memory of the
 * one before is used again, and the arithmetic is what is left.
 */
int main(void)
{
	struct plan plan = ten_years();
	int64_t fresh = best_build(&plan), again;
	struct schedule before = build(&plan), kept = build(&plan);

	schedule_free(&before);
	again = best_build(&plan);
	printf("schedule of a ten-year plan: %.1f us, in fresh memory %.1f us; a day looked up: "
	       "%.1f ns\n",
	       (double)again / 1000.0, (double)fresh / 1000.0, best_look(&kept));
	schedule_free(&kept);
	return EXIT_SUCCESS;
}
