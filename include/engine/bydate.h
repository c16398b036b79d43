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
 * Lays a valid plan out so that its goal is reached on or before by. ERR_INVALID, naming the earliest day there is, where no
 * factor does it; other errors as schedule_build. The schedule is to be freed.
 */
MUST_USE bool schedule_by_date(const struct plan *plan, struct amount from, struct day first,
			       struct day by, struct bydate *found, struct schedule *schedule,
			       struct err *err);

#endif
