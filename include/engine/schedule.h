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

/*
 * One turn of a phase, before neighbours with the same target are merged: the receipt for explain. It says enough to go on
 * from.
 */
struct step {
	struct day first;
	int32_t days;         /* LEVEL_OPEN for the goal */
	struct amount before; /* unrounded amount before this turn */
	struct amount
		asked; /* what the rule takes off, at most all there is; until and goal may bound it */
	struct amount ideal;       /* unrounded amount after */
	struct amount target;      /* ideal rounded up to the measure */
	struct amount phase_start; /* unrounded amount at which its phase began */
	int16_t phase; /* index into the plan's phases; -1 for the goal when the phases are used up */
	int16_t turn; /* turns of its phase before it */
};

/* What is shown and followed: days with one target. Its doses: schedule_doses. */
struct level {
	struct day first;
	int32_t days; /* LEVEL_OPEN for the last one, the goal */
	struct amount target;
	struct amount ideal; /* of its first step */
	struct amount asked; /* of its first step */
	struct amount cut; /* from the target before (at first: the starting amount) to this one */
	struct rate asked_rate; /* asked as a part of the unrounded amount before it */
	int16_t phase;          /* of its first step */
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
	size_t level_count, level_cap;
	struct amount *doses; /* owned; slot_count for each level, in their order */
	size_t dose_cap;
	struct step *steps; /* owned; none where the schedule was read from the store */
	size_t step_count, step_cap;
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

/* From where, when and how fast a schedule goes on. */
struct going_on {
	const struct schedule *base; /* laid out from the same plan; borrowed */
	const struct step *at;       /* one of base's steps, or one equal to it; borrowed */
	int32_t stay_days;           /* at its amounts first; 0: none */
	struct day first;
	int32_t factor; /* on all cuts, see FACTOR_ONE */
};

/*
 * What is left of a schedule: the amounts of base on the day of at for stay_days, then the turns after it to the goal.
 * start, slots and units are base's. The first level's cut is from the target of at. ERR_INVALID where at is the
 * goal, or where schedule_build gives it. The schedule is to be freed.
 */
MUST_USE bool schedule_continue(const struct plan *plan, const struct going_on *on,
				struct schedule *schedule, struct err *err);

/*
 * Adds a step behind the last one, whose last day is the one before step->first, and a level with its doses (one for each
 * slot, not the schedule's own); a step with the target and doses of the last level makes that one longer instead, unless
 * it is the goal.
 */
void schedule_append(struct schedule *schedule, const struct step *step,
		     const struct amount *doses);

/* The doses of one of the schedule's own levels, one for each slot, adding up to its target. Borrowed until the schedule changes. */
const struct amount *schedule_doses(const struct schedule *schedule, const struct level *level);

/* The level of a day, or NULL before the first day. The goal goes on for ever. Borrowed likewise. */
const struct level *schedule_at(const struct schedule *schedule, struct day day);

/* The level after this one, or NULL after the goal. Borrowed likewise. */
const struct level *schedule_next(const struct schedule *schedule, const struct level *level);

/* The step of a day, or NULL before the first day or without steps. Borrowed likewise. */
const struct step *schedule_step_at(const struct schedule *schedule, struct day day);

struct day schedule_first_day(const struct schedule *schedule);

/* The last day with an amount above the goal. */
struct day schedule_last_day(const struct schedule *schedule);

/* True where every level begins on the same day with the same amount. */
bool schedule_same(const struct schedule *a, const struct schedule *b);

/* Days from the first to the last, both counted. */
int32_t schedule_days(const struct schedule *schedule);

/* All targets above the goal added up, from a day (included) to the last. */
struct amount schedule_total(const struct schedule *schedule, struct day from);

#endif
