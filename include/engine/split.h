/* SPDX-License-Identifier: MIT */
/*
 * A day's total into doses: by the Sainte-Laguë method (divisors 1, 3, 5, …), which never lets a dose rise when
 * the total falls, and whose parts add up exactly.
 */
#ifndef ENGINE_SPLIT_H
#define ENGINE_SPLIT_H

#include "engine/plan.h"

/* What a plan says about it, looked up once for many targets. */
struct split {
	size_t count;
	size_t equal;                 /* so many at the front have the same share */
	uint8_t slots[PLAN_SLOT_MAX]; /* the plan's slots, the one that shrinks last at the front */
	int64_t shares[PLAN_SLOT_MAX]; /* theirs, in milli-units */
	struct amount measure;
	struct amount smallest;
};

struct split split_of(const struct plan *plan);

/*
 * Shares target (a multiple of the plan's measure) among its slots by their shares; a tie goes to the slot that shrinks
 * later. With plan->smallest, slots close in shrink order and get 0. doses has room for the plan's slot_count.
 */
void split_target(const struct split *split, struct amount target, struct amount doses[]);

#endif
