/* SPDX-License-Identifier: MIT */
/*
 * A plan as data: what a plan file says, checked, before any starting amount or day is known. Knows nothing of
 * YAML; yaml/planfile reads one, engine/schedule turns it into days.
 */
#ifndef ENGINE_PLAN_H
#define ENGINE_PLAN_H

#include "engine/amount.h"
#include "engine/day.h"

enum {
	PLAN_NAME_SIZE = 48,
	PLAN_TITLE_SIZE = 96,
	PLAN_TEXT_SIZE = 640,
	PLAN_SOURCE_MAX = 8,
	PLAN_SLOT_MAX = 12,
	PLAN_PHASE_MAX = 32,
	PLAN_LEVEL_MAX = 2000,
	PLAN_DAY_MAX = 3650,
};

/* One dose of the day. */
struct slot {
	int16_t minute;            /* of the day; -1 where the plan names no time */
	char name[PLAN_NAME_SIZE]; /* "morning"; may be empty */
	struct amount
		share; /* weight when a day's total is shared out; whole milli-units, above 0 */
};

enum phase_kind {
	PHASE_STAY,
	PHASE_CUT_CURRENT,
	PHASE_CUT_START,
	PHASE_CUT_FIXED,
	PHASE_CURVE,
	PHASE_LEVELS,
	PHASE_KIND_COUNT
};

/* An amount written out in the plan file. */
struct written_level {
	struct amount amount;
	int32_t days;
	bool has_doses;
	struct amount doses[PLAN_SLOT_MAX]; /* one for each slot, adding up to amount */
};

struct phase {
	enum phase_kind kind;
	int32_t every_days;       /* stay: its length; cuts: days from one to the next */
	struct rate cut_rate;     /* the cuts by percent */
	struct amount cut_amount; /* PHASE_CUT_FIXED */
	struct amount least;      /* no cut is smaller; 0 for none */
	struct amount until;      /* where the phase ends */
	struct rate until_part;   /* until as a part of the starting amount; 0: an amount */
	struct rate half;         /* PHASE_CURVE: K as a part of the starting amount */
	struct rate cap; /* PHASE_CURVE: the largest cut, as a part of the present amount */
	int32_t steps;   /* PHASE_CURVE: N */
	struct written_level *levels; /* PHASE_LEVELS; owned */
	size_t level_count;
};

struct plan {
	char name[PLAN_NAME_SIZE];
	char title[PLAN_TITLE_SIZE];
	char summary[PLAN_TEXT_SIZE];
	char suits[PLAN_TEXT_SIZE];
	char sources[PLAN_SOURCE_MAX][PLAN_NAME_SIZE];
	size_t source_count;
	enum unit unit;
	struct amount measure;
	struct slot slots[PLAN_SLOT_MAX];
	size_t slot_count;             /* at least 1 in a complete plan */
	uint8_t shrink[PLAN_SLOT_MAX]; /* slots by index, the one that gives first at the front */
	struct amount smallest;        /* no dose below this; 0 for none */
	struct phase phases[PLAN_PHASE_MAX];
	size_t phase_count;
	struct amount goal;
};

#define PLAN_INIT                                                                                  \
	{                                                                                          \
		.phase_count = 0                                                                   \
	}

/* Frees what the plan owns; it is empty and can be used again. */
void plan_free(struct plan *plan);

/* Moves plan from one place to another; from is empty afterwards. */
void plan_move(struct plan *to, struct plan *from);

/*
 * Fills shrink with the default for slot_count slots: the middle of the day first (of two equally near the
 * middle the earlier), the last dose last.
 */
void plan_default_shrink(struct plan *plan);

/* Sets one dose a day without a time: what a plan file that names no doses means. */
void plan_default_slot(struct plan *plan);

/*
 * Proves what a schedule relies on: ranges, multiples of measure, written doses adding up, every phase able to
 * end. ERR_INVALID names the key as it stands in a plan file.
 */
MUST_USE bool plan_valid(const struct plan *plan, struct err *err);

/* "cut 5 % of the current amount every 7 days, until 2 g": one phase in words, added to out. */
void phase_describe(const struct phase *phase, enum unit unit, struct str *out);

#endif
