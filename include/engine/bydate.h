/* SPDX-License-Identifier: MIT */
/*
 * A plan made to end by a date: the gentlest factor on all its cuts with which it does, and what would be gentler. It
 * never chooses for the person; the date is theirs.
 */
#ifndef ENGINE_BYDATE_H
#define ENGINE_BYDATE_H

#include "engine/schedule.h"

enum { BYDATE_FACTOR_MIN = 1, BYDATE_FACTOR_MAX = 100 * FACTOR_ONE };

struct bydate {
	int32_t factor;        /* smallest that reaches the goal in time, in 1/10 000 */
	bool beyond_caution;   /* its pace is past the first caution line */
	bool has_gentle;       /* there is a factor whose pace is not */
	int32_t gentle_factor; /* the largest such one */
	struct day
		gentle_goal; /* the first day at the goal with it: the earliest date without that caution */
};

/*
 * Finds the factor with which a valid plan reaches its goal on or before by; schedule_build lays it out. ERR_INVALID,
 * naming the earliest day there is, where no factor does it; other errors as schedule_build.
 */
MUST_USE bool bydate_find(const struct plan *plan, struct amount from, struct day first,
			  struct day by, struct bydate *found, struct err *err);

#endif
