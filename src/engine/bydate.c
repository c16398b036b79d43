/* SPDX-License-Identifier: MIT */
#include "engine/bydate.h"

#include "engine/pace.h"

/* What is laid out again and again with other factors. */
struct trial {
	const struct plan *plan;
	struct amount from;
	struct day first;
};

static struct day goal_day(const struct schedule *schedule)
{
	return schedule->levels[schedule->level_count - 1].first;
}

static bool has_pace_caution(const struct schedule *schedule)
{
	struct pace pace = pace_of(schedule);

	for (size_t i = 0; i < pace.caution_count; i++) {
		if (pace.cautions[i].id == CAUTION_PACE)
			return true;
	}
	return false;
}

/* A plan too long to lay out is not in time either. */
static bool in_time(const struct trial *trial, int32_t factor, struct day by)
{
	struct schedule schedule;
	struct err ignored;
	bool fits;

	if (!schedule_build(trial->plan, trial->from, trial->first, factor, &schedule, &ignored))
		return false;
	fits = goal_day(&schedule).n <= by.n;
	schedule_free(&schedule);
	return fits;
}

/* A plan that has nothing to scale ends on the same day whatever the factor: then it stays as it is written. */
static bool ends_on(const struct trial *trial, int32_t factor, struct day goal)
{
	struct schedule schedule;
	struct err ignored;
	bool same;

	if (!schedule_build(trial->plan, trial->from, trial->first, factor, &schedule, &ignored))
		return false;
	same = goal_day(&schedule).n == goal.n;
	schedule_free(&schedule);
	return same;
}

/* Likewise a plan too long to lay out is slow enough. */
static bool gentle_enough(const struct trial *trial, int32_t factor)
{
	struct schedule schedule;
	struct err ignored;
	bool gentle;

	if (!schedule_build(trial->plan, trial->from, trial->first, factor, &schedule, &ignored))
		return true;
	gentle = !has_pace_caution(&schedule);
	schedule_free(&schedule);
	return gentle;
}

/* The smallest factor that is in time; high is known to be. */
static int32_t smallest_in_time(const struct trial *trial, struct day by)
{
	int32_t low = BYDATE_FACTOR_MIN, high = BYDATE_FACTOR_MAX;

	while (low < high) {
		int32_t middle = low + (high - low) / 2;

		if (in_time(trial, middle, by))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* The largest factor below limit whose pace needs no caution, with the day it ends; the plan has to be laid out to count. */
static void find_gentle(const struct trial *trial, int32_t limit, struct bydate *found)
{
	int32_t low = BYDATE_FACTOR_MIN, high = limit;
	struct schedule schedule;
	struct err ignored;

	while (low < high) {
		int32_t middle = low + (high - low + 1) / 2;

		if (gentle_enough(trial, middle))
			low = middle;
		else
			high = middle - 1;
	}
	if (!schedule_build(trial->plan, trial->from, trial->first, low, &schedule, &ignored))
		return;
	if (!has_pace_caution(&schedule)) {
		found->has_gentle = true;
		found->gentle_factor = low;
		found->gentle_goal = goal_day(&schedule);
	}
	schedule_free(&schedule);
}

static bool too_early(const struct trial *trial, struct day by, struct err *err)
{
	struct schedule fastest;
	char asked[DAY_TEXT_SIZE], earliest[DAY_TEXT_SIZE];

	if (!schedule_build(trial->plan, trial->from, trial->first, BYDATE_FACTOR_MAX, &fastest,
			    err))
		return false;
	day_iso(goal_day(&fastest), earliest);
	schedule_free(&fastest);
	return err_set(err, ERR_INVALID,
		       "however large the cuts, this plan does not end by %s; the earliest is %s",
		       day_iso(by, asked), earliest);
}

bool bydate_find(const struct plan *plan, struct amount from, struct day first, struct day by,
		 struct bydate *found, struct err *err)
{
	struct trial trial = {.plan = plan, .from = from, .first = first};
	struct bydate made = {.factor = FACTOR_ONE};
	struct schedule schedule;

	if (!in_time(&trial, BYDATE_FACTOR_MAX, by))
		return too_early(&trial, by, err);
	made.factor = smallest_in_time(&trial, by);
	if (!schedule_build(plan, from, first, made.factor, &schedule, err))
		return false;
	if (made.factor < FACTOR_ONE && ends_on(&trial, FACTOR_ONE, goal_day(&schedule)))
		made.factor = FACTOR_ONE;
	made.beyond_caution = has_pace_caution(&schedule);
	schedule_free(&schedule);
	if (made.beyond_caution)
		find_gentle(&trial, made.factor, &made);
	*found = made;
	return true;
}
