/* SPDX-License-Identifier: MIT */
/*
 * The plan in use as the store keeps it: its revisions, only ever added to. All of it, or no more than some days need.
 */
#ifndef STORE_COURSE_H
#define STORE_COURSE_H

#include "engine/course.h"
#include "store/store.h"

/* Adds a revision with its levels to the plan in use. */
MUST_USE bool store_revision_add(struct store *store, const struct revision *revision,
				 int64_t now_utc, const char *what, struct err *err);

/* All revisions with their levels; *course is to be freed. */
MUST_USE bool store_course(struct store *store, struct course *course, struct err *err);

/* What is asked of the plan in use. */
struct course_reach {
	struct day first, last; /* the days */
	bool doses;             /* the slots, and the doses of levels */
	bool steps;             /* the arithmetic of levels */
	bool as_made; /* all levels of a revision that has such a day, as they were planned then */
};

/*
 * All revisions, with no more than what can count for one of those days: the levels of each that are in force then, or would
 * be again if a hold without an end is over. course_level_at and (with doses and steps) course_projected say what they say
 * of the whole; a revision that has none of those days has no levels.
 */
MUST_USE bool store_course_reach(struct store *store, struct course_reach reach,
				 struct course *course, struct err *err);

/* What was ever done to the plan in use, undone or not: it only ever grows, by undo and redo too. */
struct plan_turns {
	int32_t count;
	int64_t made_utc; /* of the newest revision there ever was; 0 for none */
};
MUST_USE bool store_plan_turns(struct store *store, struct plan_turns *turns, struct err *err);

/* What a revision that was undone had planned: who was given it may still have it. */
struct plan_undone {
	int64_t plan_utc; /* when its plan was begun */
	int32_t levels, slots;
	struct day from;
	struct day end; /* the first day after its last level but the goal */
	bool hold;
};

/* One for each, oldest first; *undone is to be freed. */
MUST_USE bool store_plan_undone(struct store *store, struct plan_undone **undone, size_t *count,
				struct err *err);

#endif
