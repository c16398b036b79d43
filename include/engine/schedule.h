/* SPDX-License-Identifier: MIT */
/*
 * From a plan, a starting amount and a first day to levels: what to take on each day, with the arithmetic kept
 * beside every number. The rules are those of design page "The taper engine"; they are exact in integers, so the
 * same plan gives the same days everywhere. Does not know whether the plan is in use.
 */
#ifndef ENGINE_SCHEDULE_H
#define ENGINE_SCHEDULE_H

#include "engine/plan.h"

/* Days of a level that has no end. */
enum { LEVEL_OPEN = 0 };

/* One turn of a phase, before neighbours with the same target are merged: the receipt for explain. */
struct step {
	struct day first;
	int32_t days; /* LEVEL_OPEN for the goal */
	int16_t phase; /* index into the plan's phases; -1 for the goal when the phases are used up */
	struct amount before; /* unrounded amount before this turn */
	struct amount
		asked; /* what the rule takes off, at most all there is; until and goal may bound it */
	struct amount ideal;  /* unrounded amount after */
	struct amount target; /* ideal rounded up to the measure */
};

/* What is shown and followed: days with one target. */
struct level {
	struct day first;
	int32_t days;  /* LEVEL_OPEN for the last one, the goal */
	int16_t phase; /* of its first step */
	struct amount target;
	struct amount ideal;    /* of its first step */
	struct amount asked;    /* of its first step */
	struct rate asked_rate; /* asked as a part of the unrounded amount before it */
	struct amount cut; /* from the target before (at first: the starting amount) to this one */
	struct amount doses[PLAN_SLOT_MAX]; /* one for each slot, adding up to target */
};

struct schedule {
	enum unit unit;
	struct amount measure;
	struct amount from;  /* the starting amount as given */
	struct amount start; /* from rounded down to the measure: A0 */
	struct amount goal;
	struct slot slots[PLAN_SLOT_MAX];
	size_t slot_count;
	struct level *levels; /* owned; contiguous, the last one is the goal */
	size_t level_count;
	struct step *steps; /* owned; none where the schedule was read from the store */
	size_t step_count;
};

#define SCHEDULE_INIT                                                                              \
	{                                                                                          \
		.level_count = 0                                                                   \
	}

/* How fast to go: all cuts × factor/10 000. 10 000 is the plan as it is written. */
enum { FACTOR_ONE = 10000 };

/* Frees what the schedule owns; it is empty and can be used again. */
void schedule_free(struct schedule *schedule);

/*
 * Lays out a valid plan from an amount a day, first day first. ERR_INVALID where the amount is not above the goal,
 * a written level is above the one before, or the plan is longer than 3 650 days or 2 000 levels; nothing is ever
 * made faster to fit. The schedule is to be freed.
 */
MUST_USE bool schedule_build(const struct plan *plan, struct amount from, struct day first,
			     int32_t factor, struct schedule *schedule, struct err *err);

/* The level of a day, or NULL before the first day. The goal goes on for ever. Borrowed until the schedule changes. */
const struct level *schedule_at(const struct schedule *schedule, struct day day);

/* The level after this one, or NULL after the goal. Borrowed likewise. */
const struct level *schedule_next(const struct schedule *schedule, const struct level *level);

/* The step of a day, or NULL before the first day or without steps. Borrowed likewise. */
const struct step *schedule_step_at(const struct schedule *schedule, struct day day);

struct day schedule_first_day(const struct schedule *schedule);

/* The last day with an amount above the goal. */
struct day schedule_last_day(const struct schedule *schedule);

/* Days from the first to the last, both counted. */
int32_t schedule_days(const struct schedule *schedule);

/* All targets above the goal added up, from a day (included) to the last. */
struct amount schedule_total(const struct schedule *schedule, struct day from);

#endif
