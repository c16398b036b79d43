/* SPDX-License-Identifier: MIT */
/*
 * A day's total into doses: by the Sainte-Laguë method (divisors 1, 3, 5, …), which never lets a dose rise when
 * the total falls, and whose parts add up exactly.
 */
#ifndef ENGINE_SPLIT_H
#define ENGINE_SPLIT_H

#include "engine/plan.h"

/*
 * Shares target (a multiple of the plan's measure) among its slots by their shares; a tie goes to the slot that shrinks
 * later. With plan->smallest, slots close in shrink order and get 0. doses has room for slot_count.
 */
void split_target(const struct plan *plan, struct amount target, struct amount doses[]);

#endif
