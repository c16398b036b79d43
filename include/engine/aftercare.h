/* SPDX-License-Identifier: MIT */
/*
 * The time after the last step of a plan: how long it is, what came of it, and when the next check-in is due. Milestones
 * are counted from the last step and stay whatever comes after. Pure arithmetic of days; knows no clock and no words.
 */
#ifndef ENGINE_AFTERCARE_H
#define ENGINE_AFTERCARE_H

#include "base/str.h"
#include "engine/baseline.h"

enum {
	AFTERCARE_DAILY_DAYS = 14, /* so long a check-in each day is asked for, then each week */
	AFTERCARE_RECENT_DAYS = 7,
	AFTERCARE_MILESTONES = 7, /* up to a year; then each year */
};

/* What is known. */
struct aftercare_facts {
	struct day since, today;        /* the first day at the goal */
	const struct day_total *totals; /* a day each from since to today, or fewer; borrowed */
	size_t count;
	struct amount goal;
	bool has_checkin;
	struct day checkin; /* the newest one, since or before */
};

struct aftercare {
	struct day since;
	struct amount goal; /* 0, or the amount to stay at */
	int32_t days;       /* gone by since; 0 on that day */
	int32_t counted; /* days that tell: all of them for a goal of 0, else those with an entry */
	int32_t above;   /* days with more than the goal since */
	bool any_above;  /* then above_last is the newest of them */
	struct day above_last;
	int32_t recent; /* of the last AFTERCARE_RECENT_DAYS days, today included, with more than the goal */
	struct amount recent_mean; /* taken on these; 0 where there are none */
	int32_t reached;           /* milestones behind */
	int32_t next_days;         /* days from since to the next one */
	int32_t every;             /* days from check-in to check-in */
	bool checkin_due;          /* today; no check-in is younger */
	struct day next_checkin;   /* today where it is due */
};

struct aftercare aftercare_of(const struct aftercare_facts *facts);

/* Days from the last step to milestone number i, from 0. */
int32_t aftercare_milestone(int32_t i);

/* Adds its name: "1 week", "30 days", "2 years". */
void aftercare_milestone_name(int32_t i, struct str *out);

#endif
