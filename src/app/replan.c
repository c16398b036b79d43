/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "revising.h"
#include "engine/day_typed.h"

enum { RECENT_DAYS = 14, WINDOW_DAYS = 28 };

/* The mean of the last 7 full days counts only where all of them are there, and none is long ago. */
static bool read_recent(struct draft *draft, struct baseline *baseline, struct err *err)
{
	if (!app_baseline_in(draft->app, draft->plan.unit, baseline, err))
		return false;
	draft->has_recent =
		baseline->enough && day_between(baseline->first, draft->ask.today) <= RECENT_DAYS;
	draft->recent = baseline->mean;
	return true;
}

static bool read_from(struct draft *draft, struct err *err)
{
	const char *from = draft->request->from;
	struct baseline baseline;

	if (!read_recent(draft, &baseline, err))
		return false;
	draft->ask.from = draft->limit;
	if (from == NULL) {
		draft->preview.from_recent = draft->has_recent &&
					     draft->recent.nano < draft->limit.nano &&
					     draft->recent.nano > draft->plan.goal.nano;
		if (draft->preview.from_recent)
			draft->ask.from = draft->recent;
		return true;
	}
	if (strcmp(from, "baseline") != 0)
		return plan_read_from(draft->app, from, draft->plan.unit, &draft->ask.from, err);
	if (baseline.days == 0)
		return err_set(err, ERR_INVALID,
			       "the log has no complete day in %s to go on from; say how much a "
			       "day with --from",
			       unit_name(draft->plan.unit));
	draft->preview.from_recent = true;
	draft->ask.from = baseline.mean;
	return true;
}

static bool read_start(struct draft *draft, struct err *err)
{
	const char *start = draft->request->start;

	if (!revise_first_day(&draft->course, &draft->ask, &draft->ask.start, err))
		return false;
	if (start != NULL &&
	    !day_read_in(start, draft->ask.today, DAY_YEAR_AHEAD, &draft->ask.start, err))
		return err_wrap(err, "--start");
	return revise_limit(&draft->course, &draft->ask, &draft->limit, err);
}

/* The same plan keeps the pace it has come to; another one is taken as it is written. */
static bool read_factor(struct draft *draft, struct err *err)
{
	const struct revision *last = &draft->course.revisions[draft->course.count - 1];
	struct revise_preview *preview = &draft->preview;
	struct day by;

	draft->ask.factor = draft->request->plan == NULL ? last->factor : FACTOR_ONE;
	if (draft->request->by == NULL || draft->ask.from.nano > draft->limit.nano)
		return true;
	if (!day_read_in(draft->request->by, draft->ask.today, DAY_YEAR_AHEAD, &by, err))
		return err_wrap(err, "--by");
	if (!bydate_find(&draft->plan, draft->ask.from, draft->ask.start, by, &preview->bydate,
			 err))
		return false;
	preview->has_bydate = true;
	draft->ask.factor = preview->bydate.factor;
	return true;
}

static bool read_plan(struct draft *draft, struct problems *problems, struct err *err)
{
	const struct revise_request *request = draft->request;
	const struct revision *current = course_current(&draft->course, draft->ask.today);

	if (request->plan != NULL)
		return app_plan_load(draft->app, request->plan, &draft->plan, NULL, problems,
				     err) &&
		       plan_set_measure(draft->app, request->measure, &draft->plan, err) &&
		       plan_set_times(draft->app, NULL, &draft->plan, err);
	if (current == NULL)
		return err_set(err, ERR_NOT_FOUND,
			       "no plan is in use; 'taper plan list' shows the ones there are");
	if (!revision_plan(current, &draft->plan, err))
		return err_wrap(err, "the plan in use");
	return request->measure == NULL ||
	       plan_set_measure(draft->app, request->measure, &draft->plan, err);
}

bool replan_read(struct draft *draft, struct problems *problems, struct err *err)
{
	return read_plan(draft, problems, err) && read_start(draft, err) && read_from(draft, err) &&
	       read_factor(draft, err);
}

/*
 * A fall that was lived already is no fall of the new plan: where less was taken than planned, the days before count with
 * what was taken.
 */
struct pace replan_pace(const struct draft *draft, const struct schedule *whole)
{
	const struct amount none[PLAN_SLOT_MAX] = {{0}};
	struct day first = draft->preview.revision.from;
	struct day window = day_add(first, -WINDOW_DAYS);
	struct schedule lived = course_without_days(whole);
	struct pace pace;

	for (size_t i = 0; i < whole->step_count; i++) {
		struct step step = whole->steps[i];

		if (step.days != LEVEL_OPEN && step.first.n + step.days <= window.n)
			continue;
		if (step.first.n < first.n && draft->has_recent &&
		    step.target.nano > draft->recent.nano)
			step.target = step.ideal = amount_round_up(draft->recent, whole->measure);
		if (lived.level_count == 0)
			lived.start = step.target;
		schedule_append(&lived, &step, none);
	}
	pace = pace_since(&lived, first);
	schedule_free(&lived);
	return pace;
}
