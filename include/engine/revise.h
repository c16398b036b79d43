/* SPDX-License-Identifier: MIT */
/*
 * Changes to a plan in use: from the course so far and what is asked, the next revision. Never changes a day that has begun,
 * never makes a plan faster, never goes above what was planned. Knows no clock and no log.
 */
#ifndef ENGINE_REVISE_H
#define ENGINE_REVISE_H

#include "engine/course.h"
#include "engine/verify.h"

enum {
	HOLD_DAYS_MAX = 365,
	HOLD_PROMPT_DAYS = 28,  /* of holding, after which the choices are told */
	BACK_DAYS = 14,         /* at the level before */
	BACK_FACTOR = 5000,     /* on the cuts that follow */
	BACK_AGAIN_DAYS = 28,   /* a second step back within these asks for a word about help */
	BACK_FROM_GOAL_DAYS = 7 /* how long the last level may be behind */
};

/* What is asked. */
struct revise_ask {
	enum revision_kind kind; /* any but a start */
	struct day today;
	bool begun;     /* today has an entry, so it keeps its target */
	int32_t days;   /* hold: 1 to HOLD_DAYS_MAX, or 0 until resumed */
	int32_t factor; /* slow and replan: on all cuts from now on; slow: below the present one */
	struct amount from; /* replan: the amount to go on from */
	struct day start;   /* replan: the first day of the new plan */
};

/*
 * The revision that does it, with kind, day, days, factor and schedule, and the names and texts of the plan it continues;
 * to be freed. plan is the one in use (slow, back) or the new one (replan), else NULL. ERR_NOT_FOUND where no plan is in
 * use; ERR_INVALID, with what to do instead, where it can't be done.
 */
MUST_USE bool revise_build(const struct course *course, const struct plan *plan,
			   const struct revise_ask *ask, struct revision *revision,
			   struct err *err);

/* The first day a change counts for: today or tomorrow, or the day a change begins that was made already. Errors as above. */
MUST_USE bool revise_first_day(const struct course *course, const struct revise_ask *ask,
			       struct day *first, struct err *err);

/* The most a replan that begins on start may go on from: the target of the day before, or of today. Errors as above. */
MUST_USE bool revise_limit(const struct course *course, const struct revise_ask *ask,
			   struct amount *limit, struct err *err);

/* The revision at index, made once more from those before it; to be freed. plan as above. False where the course does not give it. */
MUST_USE bool revise_again(const struct course *course, size_t index, const struct plan *plan,
			   struct revision *again);

/*
 * Proves one revision of a course as schedule_verify proves a plan: its first day against the one before it, and that
 * revise_again gives it. Not for a stop. plan is the one it was laid out with. True where all proofs hold.
 */
bool revise_verify(const struct course *course, size_t index, const struct plan *plan,
		   struct proof *proofs);

#endif
