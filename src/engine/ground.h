/* SPDX-License-Identifier: MIT */
/*
 * Where a change of a plan in use begins from: which plan, from which day, and what is taken now.
 */
#ifndef GROUND_H
#define GROUND_H

#include "engine/revise.h"

/* Where a change begins from. */
struct ground {
	struct course_part part;
	const struct revision *last;  /* the newest change of the plan */
	const struct revision *begun; /* the start or replan it goes back to */
	struct course_hold hold;
	struct day first;           /* the change counts from it */
	struct schedule whole;      /* owned; start and from are those of begun */
	const struct step *present; /* of whole: what is taken now */
	bool at_goal;
};

/* Finds it; to be left again. Errors as revise_build. */
MUST_USE bool ground_stand(const struct course *course, const struct revise_ask *ask,
			   struct ground *ground, struct err *err);
void ground_leave(struct ground *ground);

/* What follows from its first day on without any holding; to be freed. */
void ground_going(const struct course *course, const struct ground *ground, struct schedule *going);

/* Days of holding that are still to come; none where it has no end. */
int32_t ground_held_days(const struct ground *ground);

/* The most a replan goes on from: what is planned for today, or for the day before it begins where that is less. */
struct amount ground_limit(const struct ground *ground, const struct revise_ask *ask);

/* The first day a change can count for, whatever was changed before. */
struct day ground_soonest(const struct revise_ask *ask);

/* ERR_NOT_FOUND. Always false. */
bool ground_no_plan(struct err *err);

#endif
