/* SPDX-License-Identifier: MIT */
/*
 * How fast a schedule goes, and what to say about it before it begins. Never changes a schedule.
 */
#ifndef ENGINE_PACE_H
#define ENGINE_PACE_H

#include "engine/schedule.h"

enum caution_id {
	CAUTION_PACE,
	CAUTION_CUT,
	CAUTION_LAST_STEP,
	CAUTION_SHORT_LEVELS,
	CAUTION_COUNT
};

enum caution_level { CAUTION_NOTICE, CAUTION_ACKNOWLEDGE };

struct caution {
	enum caution_id id;
	enum caution_level level;
	struct day on;  /* where it is worst */
	char text[320]; /* one sentence with its figures */
};

struct pace {
	struct rate steepest; /* largest fall over 28 days, as a part; 0 where no window counts */
	struct day on;        /* last day of that window */
	struct rate
		largest_cut; /* largest single cut that counts, as a part of the target before */
	struct caution cautions[CAUTION_COUNT];
	size_t caution_count;
};

/*
 * Measures a schedule; the tail and the step to the goal are exempt as the design page says. A cut counts as the smaller
 * of what is really taken off and what the unrounded amounts fall by, so that rounding alone makes no cut large.
 */
struct pace pace_of(const struct schedule *schedule);

/* The same of the levels that begin on since or later: what is ahead of a plan whose past can't be changed. */
struct pace pace_since(const struct schedule *schedule, struct day since);

/* True where one of the cautions asks for an explicit yes. */
bool pace_needs_acknowledgement(const struct pace *pace);

/* "pace", "cut", "last-step", "short-levels": stable words for JSON. */
const char *caution_name(enum caution_id id);

/* "notice" or "acknowledge". */
const char *caution_level_name(enum caution_level level);

/* Id of the source the caution rests on, as in data/sources.yaml. */
const char *caution_source(enum caution_id id);

#endif
