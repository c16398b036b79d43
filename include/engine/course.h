/* SPDX-License-Identifier: MIT */
/*
 * The plan in use: a list of revisions, only ever added to. The target of a day comes from the newest revision
 * that starts on or before it, so a day that has begun keeps its target whatever is changed later.
 */
#ifndef ENGINE_COURSE_H
#define ENGINE_COURSE_H

#include "engine/schedule.h"

enum revision_kind { REVISION_START, REVISION_STOP, REVISION_KIND_COUNT };

struct revision {
	int64_t id; /* 0 before it is stored */
	enum revision_kind kind;
	struct day from; /* the first day it counts for */
	int64_t made_utc;
	char name[PLAN_NAME_SIZE];
	char title[PLAN_TITLE_SIZE];
	char *plan_text; /* owned; the plan file it was made from; "" for a stop */
	char *reason;    /* owned; "" for none */
	char *acknowledged; /* owned; the cautions a person said yes to, as printed on paper; "" for none */
	int32_t factor;           /* FACTOR_ONE is the plan as written */
	struct schedule schedule; /* owned; empty for a stop */
};

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

/* "start", "stop": stable words for the store and JSON. */
const char *revision_kind_name(enum revision_kind kind);

/* The kind a word names; false where none does. */
MUST_USE bool revision_kind_read(const char *word, enum revision_kind *kind);

#endif
