/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app/receipts.h"
#include "app_private.h"

/* What was taken longer ago says little about a plan begun now, and where the log began long ago every plan would be over. */
enum { REPLAY_DAYS = 365 };

/* The log as a replay needs it. */
struct past {
	struct intake *intakes; /* owned */
	size_t count;
	struct day today;
};

static bool read_past(struct app *app, enum unit unit, struct past *past, struct err *err)
{
	struct store *store;
	struct gather gather;
	bool any;
	int64_t first, last, year;

	past->today = app_today_day(app);
	year = app_day_begins(app, day_add(past->today, -REPLAY_DAYS));
	if (!app_store_read(app, &store, err) || !store_dose_range(store, &any, &first, &last, err))
		return false;
	if (!any)
		return err_set(err, ERR_NOT_FOUND,
			       "the log is empty, so there is nothing to replay over");
	gather = (struct gather){
		.span = {.from = first > year ? first : year,
			 .to = app_day_begins(app, past->today)},
		.day_starts = app->settings.day_starts,
		.unit = unit,
	};
	return store_intakes(store, gather, &past->intakes, &past->count, err);
}

/* The day after the first 7 days with an entry; false where the log has no more than those. */
static bool first_free_day(const struct past *past, struct day *day)
{
	int days = 0;

	for (size_t i = 0; i < past->count; i++) {
		if (i == 0 || past->intakes[i].day.n != past->intakes[i - 1].day.n)
			days++;
		if (days > BASELINE_DAYS) {
			*day = past->intakes[i].day;
			return true;
		}
	}
	return false;
}

static void count_days(const struct past *past, const struct schedule *schedule,
		       struct replay *replay)
{
	size_t i = 0;

	while (i < past->count) {
		struct day_total total = {.day = past->intakes[i].day};
		const struct level *level = schedule_at(schedule, total.day);

		for (; i < past->count && past->intakes[i].day.n == total.day.n; i++) {
			total.taken.nano += past->intakes[i].amount.nano;
			total.entries++;
		}
		if (level == NULL)
			continue;
		replay->days++;
		if (adherence_of(&total, &level->target, schedule->measure, past->today) ==
		    DAY_ABOVE)
			replay->above++;
	}
}

static bool replay_over(const struct past *past, const struct preview_request *request,
			const struct plan *plan, struct replay *replay, struct err *err)
{
	struct schedule schedule;

	if (!first_free_day(past, &replay->first))
		return err_set(err, ERR_NOT_FOUND,
			       "a replay needs more than %d days with an entry in %s",
			       BASELINE_DAYS, unit_name(plan->unit));
	replay->from = baseline_of(past->intakes, past->count, replay->first).mean;
	if (request->from != NULL && !amount_read_in(request->from, plan->unit, &replay->from, err))
		return err_wrap(err, "--from");
	if (!schedule_build(plan, replay->from, replay->first, FACTOR_ONE, &schedule, err))
		return false;
	count_days(past, &schedule, replay);
	replay->target_now = schedule_at(&schedule, past->today)->target;
	replay->goal_day = schedule.levels[schedule.level_count - 1].first;
	schedule_free(&schedule);
	return true;
}

bool app_plan_replay(struct app *app, const struct preview_request *request, struct replay *replay,
		     struct problems *problems, struct err *err)
{
	struct plan plan = PLAN_INIT;
	struct past past = {.intakes = NULL};
	struct replay made = {.days = 0};
	bool done;

	if (!app_plan_load(app, request->plan, &plan, NULL, problems, err))
		return false;
	done = plan_set_measure(app, request->measure, &plan, err) &&
	       plan_set_times(app, request->times, &plan, err) &&
	       read_past(app, plan.unit, &past, err) &&
	       replay_over(&past, request, &plan, &made, err);
	free(past.intakes);
	plan_free(&plan);
	if (done)
		*replay = made;
	return done;
}
