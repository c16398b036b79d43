/* SPDX-License-Identifier: MIT */
/*
 * The engine's twin: the rules of the design page a second time, day by day, in plain loops over long integers, slow and
 * obvious on purpose. It reads the same plan values and shares no code with the engine. All amounts are nano-units.
 */
#ifndef TESTS_NAIVE_H
#define TESTS_NAIVE_H

#include "engine/plan.h"

struct naive_day {
	int64_t target;
	int64_t ideal;
	int64_t before; /* the unrounded amount before the step this day belongs to */
	int64_t asked;  /* what its rule took off, before any bound */
	int phase;
	const struct written_level *written; /* where the plan writes the amount out */
};

struct naive {
	bool refused;
	int64_t start;
	int days; /* with an amount above the goal */
	struct naive_day day[PLAN_DAY_MAX];
};

/* Fills naive; refused where the page says that there is no such schedule. */
void naive_lay_out(const struct plan *plan, int64_t from, int32_t factor, struct naive *naive);

/* A target into doses, one unit at a time. */
void naive_split(const struct plan *plan, int64_t target, int64_t doses[PLAN_SLOT_MAX]);

/* The largest fall over 28 days in basis points, rounded half up; 0 where no window counts. */
int32_t naive_pace(const struct plan *plan, const struct naive *naive);

/* The largest cut that counts, likewise. */
int32_t naive_largest_cut(const struct plan *plan, const struct naive *naive);

/* All targets added up. */
int64_t naive_total(const struct naive *naive);

#endif
