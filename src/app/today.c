/* SPDX-License-Identifier: MIT */
#include "app/today.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/history.h"
#include "app_private.h"
#include "base/mem.h"
#include "today_doses.h"

void today_free(struct today *today)
{
	for (size_t i = 0; i < today->dose_count; i++) {
		free(today->doses[i].tags);
		free(today->doses[i].note);
	}
	free(today->doses);
	*today = (struct today)TODAY_INIT;
}

static void fill_next_step(struct today *today, struct day on, struct amount target)
{
	int64_t cut = today->target.nano - target.nano;

	today->has_next_step = true;
	today->next_step = on;
	today->next_target = target;
	today->next_cut = (struct rate){.bp = 0};
	if (cut > 0 && today->target.nano > 0)
		today->next_cut = amount_ratio((struct amount){.nano = cut}, today->target);
	today->next_cut.bp = (today->next_cut.bp + 5) / 10 * 10;
}

static void fill_plan(const struct revision *revision, struct today *today)
{
	const struct schedule *schedule = &revision->schedule;
	const struct level *level = schedule_at(schedule, today->day);
	const struct level *next = schedule_next(schedule, level);

	today->has_plan = true;
	memcpy(today->plan_name, revision->name, sizeof(today->plan_name));
	memcpy(today->plan_title, revision->title, sizeof(today->plan_title));
	today->plan_day = day_between(schedule_first_day(schedule), today->day) + 1;
	today->plan_days = schedule_days(schedule);
	today->start = schedule->start;
	today->goal = schedule->goal;
	today->target = level->target;
	today->at_goal = next == NULL;
	if (next != NULL)
		fill_next_step(today, next->first, next->target);
}

/* Another plan may have been chosen to follow the one in use. */
static void fill_following(const struct course *course, struct today *today)
{
	const struct revision *newest = course_current(course, today->day);
	char day[DAY_TEXT_SIZE];

	if (newest == NULL || newest->from.n <= today->day.n)
		return;
	if (!today->has_next_step || newest->from.n <= today->next_step.n)
		fill_next_step(today, newest->from, newest->schedule.levels[0].target);
	snprintf(today->say, sizeof(today->say), "%s begins on %s, in place of this plan.",
		 newest->title, day_short(newest->from, day));
}

static void fill_left(struct today *today)
{
	int64_t over = today->taken.nano - today->target.nano;

	if (!today->has_plan)
		return;
	today->left.nano = over < 0 ? -over : 0;
	today->above.nano = over > 0 ? over : 0;
}

/* Complete days since the plan began that have an entry, and how many of them are at or below it. */
static void count_days(const struct history_days *history, struct today *today)
{
	for (size_t i = 0; i < history->count; i++) {
		enum day_status status = history->days[i].status;

		today->days_counted += status == DAY_AT_OR_BELOW || status == DAY_ABOVE ? 1 : 0;
		today->days_at_or_below += status == DAY_AT_OR_BELOW ? 1 : 0;
	}
}

static bool fill_history(struct app *app, struct today *today, const struct course *course,
			 struct err *err)
{
	struct day first = day_add(today->day, 1 - TODAY_LAST_DAYS), counted = first;
	struct history_days history = HISTORY_DAYS_INIT;
	const struct revision *revision = course_revision_at(course, today->day);

	if (revision != NULL)
		counted = schedule_first_day(&revision->schedule);
	if (!history_read(app, first, today->day, false, &history, err))
		return false;
	today->last_count = history.count;
	for (size_t i = 0; i < history.count; i++) {
		today->last[i] = history.days[i].total;
		today->last_has_target[i] = history.days[i].has_target;
		today->last_target[i] = history.days[i].target;
		today->last_status[i] = history.days[i].status;
	}
	if (counted.n < first.n) {
		history_days_free(&history);
		if (!history_read(app, counted, today->day, false, &history, err))
			return false;
	}
	count_days(&history, today);
	history_days_free(&history);
	return true;
}

static bool fill_without_plan(struct app *app, const struct course *course, struct today *today,
			      struct err *err)
{
	const struct revision *waiting = course_current(course, today->day);
	struct baseline baseline;

	if (waiting != NULL) {
		today->plan_waits = true;
		today->plan_begins = waiting->from;
		memcpy(today->plan_name, waiting->name, sizeof(today->plan_name));
		memcpy(today->plan_title, waiting->title, sizeof(today->plan_title));
	}
	if (!app_baseline_in(app, today->unit, &baseline, err))
		return false;
	today->baseline_days = baseline.days;
	return true;
}

static void say_above(struct today *today)
{
	char above[AMOUNT_TEXT_SIZE];

	snprintf(today->say, sizeof(today->say),
		 "Today is %s above plan. It is noted, and nothing else changes; tomorrow starts "
		 "fresh.",
		 amount_with_unit(today->above, today->unit, above));
}

/* An extra dose that leaves less than the planned ones still need. */
static void say_extra(struct today *today, int64_t extra, int64_t short_by)
{
	char taken[AMOUNT_TEXT_SIZE], less[AMOUNT_TEXT_SIZE];

	amount_with_unit((struct amount){.nano = extra}, today->unit, taken);
	amount_with_unit((struct amount){.nano = short_by}, today->unit, less);
	snprintf(today->say, sizeof(today->say),
		 "You took %s between planned doses. The rest of the day is still yours: %s less "
		 "later "
		 "keeps today on plan, or leave it; either way tomorrow starts fresh.",
		 taken, less);
}

/* A dose later on the wall may still lie in the past, after a flight; later in UTC it can't. */
struct ahead {
	int64_t now_utc;
	struct today *today;
};

/* Entries ahead of the clock are never lost or moved; a clock that was set back is the likely reason. */
static bool say_ahead(void *context, const struct dose *dose, struct err *err)
{
	const struct ahead *ahead = context;
	struct moment moment = dose_moment(dose);
	char time[MOMENT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	(void)err;
	if (dose->utc <= ahead->now_utc)
		return true;
	snprintf(ahead->today->say, sizeof(ahead->today->say),
		 "An entry of %s on %s lies ahead of this machine's clock. If the clock was set "
		 "back, "
		 "set it right before you log.",
		 minute_text(moment.minute, time), day_short(moment.day, day));
	return false;
}

static bool fill_ahead(struct app *app, struct store *store, struct today *today, struct err *err)
{
	struct ahead ahead = {.now_utc = app_now_utc(app), .today = today};
	struct span later = {.from = today->now_wall + 1, .to = INT64_MAX};

	return store_dose_walk(store, later, true, say_ahead, &ahead, err);
}

static void fill_say(struct today *today)
{
	int64_t extra = 0, planned = 0;

	for (size_t i = 0; i < today->dose_count; i++) {
		const struct today_dose *dose = &today->doses[i];

		if (!dose->taken)
			planned += dose->planned.nano;
		else if (dose->slot < 0 && dose->counts)
			extra += dose->amount.nano;
	}
	if (today->above.nano > 0)
		say_above(today);
	else if (extra > 0 && planned > today->left.nano)
		say_extra(today, extra, planned - today->left.nano);
	else if (today->at_goal && today->goal.nano == 0)
		snprintf(today->say, sizeof(today->say),
			 "The last step of your plan is behind you. After some time with less, an "
			 "old dose "
			 "hits much harder: never go back to it.");
}

bool app_today(struct app *app, struct today *today, struct err *err)
{
	struct today read = TODAY_INIT;
	struct course course = COURSE_INIT;
	const struct revision *revision;
	struct store *store;
	int64_t first, last;

	read.day = app_today_day(app);
	read.now_wall = app_now_wall(app);
	read.unit = app->settings.unit;
	if (!app_store_read(app, &store, err) || !store_course(store, &course, err))
		return false;
	revision = course_revision_at(&course, read.day);
	if (revision != NULL) {
		read.unit = revision->schedule.unit;
		read.decimals = app_decimals(read.unit, revision->schedule.measure);
		fill_plan(revision, &read);
	} else {
		read.decimals = app_decimals(read.unit, app->settings.measure);
		if (!fill_without_plan(app, &course, &read, err))
			goto fail;
	}
	if (!store_dose_range(store, &read.any_dose_ever, &first, &last, err) ||
	    !today_doses_read(app, store, &read, err))
		goto fail;
	fill_left(&read);
	today_doses_plan(app, revision != NULL ? &revision->schedule : NULL, &read);
	if (!fill_history(app, &read, &course, err))
		goto fail;
	if (read.has_plan) {
		fill_following(&course, &read);
		fill_say(&read);
	}
	if (read.any_dose_ever && last > read.now_wall && !fill_ahead(app, store, &read, err))
		goto fail;
	course_free(&course);
	*today = read;
	return true;
fail:
	course_free(&course);
	today_free(&read);
	return false;
}

void today_short(const struct today *today, struct str *out)
{
	char taken[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	amount_fixed(today->taken, today->decimals, taken);
	str_add(out, taken);
	if (today->has_plan)
		str_addf(out, "/%s", amount_fixed(today->target, today->decimals, target));
	str_add(out, unit_name(today->unit));
	if (today->has_next_dose && today->next_wall >= 0)
		str_addf(out, " next %s",
			 minute_text((int16_t)(today->next_wall % MINUTES_A_DAY), time));
	if (today->has_plan)
		str_addf(out, " d%" PRId32, today->plan_day);
}
