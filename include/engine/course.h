/* SPDX-License-Identifier: MIT */
/*
 * The plan in use: a list of revisions, only ever added to. The target of a day comes from the newest revision
 * that starts on or before it, so a day that has begun keeps its target whatever is changed later. Knows how they
 * fit together; engine/revise.h makes them.
 */
#ifndef ENGINE_COURSE_H
#define ENGINE_COURSE_H

#include "engine/schedule.h"

enum revision_kind {
	REVISION_START,
	REVISION_STOP,
	REVISION_HOLD,
	REVISION_RESUME,
	REVISION_SLOW,
	REVISION_BACK,
	REVISION_REPLAN,
	REVISION_KIND_COUNT
};

struct revision {
	int64_t id; /* 0 before it is stored */
	enum revision_kind kind;
	struct day from; /* the first day it counts for */
	int32_t days;    /* hold: asked for, 0 until resumed; back: at the level before; else 0 */
	int64_t made_utc;
	char name[PLAN_NAME_SIZE];
	char title[PLAN_TITLE_SIZE];
	char *plan_text; /* owned; the plan file it was made from; "" for a stop */
	char *reason;    /* owned; "" for none */
	char *acknowledged; /* owned; the cautions a person said yes to, as printed on paper; "" for none */
	int32_t factor; /* FACTOR_ONE is the plan as written */
	struct schedule
		schedule; /* owned; from its first day on; empty for a stop; one open level for a hold until resumed */
};

/* The turn of a step whose place in its phase is not known: read from a store that kept no steps. */
enum { TURN_UNKNOWN = -2 };

#define REVISION_INIT                                                                              \
	{                                                                                          \
		.plan_text = NULL                                                                  \
	}

struct course {
	struct revision *revisions; /* owned; in the order they were made */
	size_t count;
	size_t cap;
};

#define COURSE_INIT                                                                                \
	{                                                                                          \
		.count = 0                                                                         \
	}

void revision_free(struct revision *revision);
void course_free(struct course *course);

/* Takes the revision over; *revision is empty afterwards. */
void course_add(struct course *course, struct revision *revision);

/* The revision a day belongs to, NULL where there is none or the plan was stopped. Borrowed until the course changes. */
const struct revision *course_revision_at(const struct course *course, struct day day);

/* Its level of that day, or NULL. Borrowed likewise. */
const struct level *course_level_at(const struct course *course, struct day day);

/* The plan as it stands: the newest revision that has not been stopped, even where it begins later than day. Borrowed likewise. */
const struct revision *course_current(const struct course *course, struct day day);

/* The day itself; where the plan as it stands begins only later, its first day. */
struct day course_day_in(const struct course *course, struct day day);

/* The first day of the plan in use on a day; false where there is none. */
MUST_USE bool course_begins(const struct course *course, struct day day, struct day *first);

/*
 * The plan in use on a day as it stands, from its first day through all its changes, those that begin later included; from
 * and start are those it began with, all else is of the newest. Days of a plan with other slots have doses of 0. The last
 * level of a hold until resumed has no end. To be freed; false where no plan is in use that day. Every schedule of the
 * course has its steps.
 */
MUST_USE bool course_whole(const struct course *course, struct day day, struct schedule *whole);

/* The same, with a hold that has no end taken to end with today: what comes if it is resumed tomorrow. */
MUST_USE bool course_projected(const struct course *course, struct day today,
			       struct schedule *projected);

/* All holding of the plan in use on a day, of changes that begin later too. */
struct course_hold {
	bool on;          /* it is not over on that day; it may begin later */
	bool open;        /* until resumed */
	struct day since; /* its first day */
	struct day until; /* the first day after it, where it is not open */
};
struct course_hold course_hold_at(const struct course *course, struct day day);

/* Indices of the revisions of one plan: its start, and all before the next start or stop. */
struct course_part {
	size_t first, end;
};
struct course_part course_part_of(const struct course *course, size_t index);

/* A schedule with everything of another but its days. */
struct schedule course_without_days(const struct schedule *schedule);

/* Days of one schedule added to another, as many days later as shift says; end is the first day left out. */
struct schedule_span {
	struct day first, end;
	int32_t shift;
};
#define DAY_NEVER ((struct day){.n = INT32_MAX})
void course_add_span(const struct schedule *from, struct schedule_span span, struct schedule *to);

/* What follows from a day on where all holding ends the day before, to be freed. The day is not before the newest revision's. */
void course_going(const struct course *course, struct course_part part, struct day day,
		  struct schedule *going);

/* "start", "stop", "hold": stable words for the store and JSON. */
const char *revision_kind_name(enum revision_kind kind);

/* The kind a word names; false where none does. */
MUST_USE bool revision_kind_read(const char *word, enum revision_kind *kind);

#endif
