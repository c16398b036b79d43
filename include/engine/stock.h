/* SPDX-License-Identifier: MIT */
/*
 * From a stash to zero: what a schedule still needs, and until when what is there lasts.
 */
#ifndef ENGINE_STOCK_H
#define ENGINE_STOCK_H

#include "engine/schedule.h"

struct stock {
	struct amount needed;   /* from the day on to the last day above the goal */
	bool enough;            /* the stash covers that */
	struct amount short_by; /* what is missing; 0 where enough */
	struct day
		lasts_to; /* where not enough: the last day it covers whole; the day before the first where it covers none */
};

/* What the schedule needs from a day (included), with a stash in its unit. A goal above zero goes on and is not counted. */
struct stock stock_of(const struct schedule *schedule, struct day from, struct amount stash);

#endif
