/* SPDX-License-Identifier: MIT */
#include "app/today.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/days.h"
#include "app/history.h"
#include "app_private.h"
#include "base/mem.h"
#include "engine/revise.h"
#include "hooks.h"
#include "today_doses.h"
#include "today_say.h"

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

static void fill_hold(const struct course *course, struct today *today)
{
	struct course_hold hold = course_hold_at(course, today->day);

	if (!hold.on)
		return;
	today->on_hold = true;
	today->hold_open = hold.open;
	today->hold_since = hold.since;
	today->goes_on = hold.until;
	if (hold.since.n <= today->day.n)
		today->hold_days = day_between(hold.since, today->day) + 1;
	today->hold_asks = today->hold_days >= HOLD_PROMPT_DAYS;
	if (hold.open)
		today->has_next_step = false;
}

/* Changes that begin later show in the next step already. */
static bool fill_plan(const struct course *course, const struct revision *revision,
		      struct day *began, struct today *today)
{
	struct schedule whole;
	const struct level *level, *next;

	if (!course_projected(course, today->day, &whole))
		return false;
	level = schedule_at(&whole, today->day);
	next = schedule_next(&whole, level);
	*began = schedule_first_day(&whole);
	today->has_plan = true;
	memcpy(today->plan_name, revision->name, sizeof(today->plan_name));
	memcpy(today->plan_title, revision->title, sizeof(today->plan_title));
	today->plan_day = day_between(*began, today->day) + 1;
	today->plan_days = schedule_days(&whole);
	today->start = whole.start;
	today->goal = whole.goal;
	today->target = level->target;
	today->at_goal = next == NULL;
	while (next != NULL && next->target.nano == level->target.nano)
		next = schedule_next(&whole, next);
	if (next != NULL)
		fill_next_step(today, next->first, next->target);
	fill_hold(course, today);
	schedule_free(&whole);
	return true;
}

/* Another plan may have been chosen to follow the one in use. */
static void fill_following(const struct course *course, struct today *today)
{
	const struct revision *newest = &course->revisions[course->count - 1];
	char day[DAY_TEXT_SIZE];

	if (newest->from.n <= today->day.n)
		return;
	if (newest->kind == REVISION_STOP) {
		today->plan_stops = true;
		today->has_next_step = false;
		snprintf(today->say, sizeof(today->say),
			 "The plan ends with today, as you chose. The log goes on.");
	}
	if (newest->kind != REVISION_START)
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

/* One look at the log from the plan's first day on, or for as many days as are shown. */
static bool fill_history(struct app *app, const struct course *course, struct day counted,
			 struct today *today, struct err *err)
{
	struct day first = day_add(today->day, 1 - TODAY_LAST_DAYS);
	struct history_days history = HISTORY_DAYS_INIT;
	size_t before;

	if (!history_read_by(app, course, counted.n < first.n ? counted : first, today->day,
			     &history, err))
		return false;
	before = history.count - TODAY_LAST_DAYS;
	today->last_count = TODAY_LAST_DAYS;
	for (size_t i = 0; i < TODAY_LAST_DAYS; i++) {
		const struct history_day *day = &history.days[before + i];

		today->last[i] = day->total;
		today->last_has_target[i] = day->has_target;
		today->last_target[i] = day->target;
		today->last_status[i] = day->status;
	}
	count_days(&history, today);
	history_days_free(&history);
	return true;
}

/*
 * Complete days in a row with an entry, each with no more than the next step would allow: then the plan is behind the
 * person, and going on from less is offered.
 */
static void fill_below(struct today *today)
{
	struct amount sum = {0}, less = today->next_target;
	int32_t days = 0;

	for (size_t i = today->last_count - 1; i > 0; i--) {
		const struct day_total *total = &today->last[i - 1];

		if (total->entries == 0 || !today->last_has_target[i - 1] ||
		    total->taken.nano >= today->last_target[i - 1].nano ||
		    total->taken.nano > less.nano)
			break;
		sum.nano += total->taken.nano;
		days++;
	}
	if (days < BELOW_DAYS || !today->has_next_step || less.nano >= today->target.nano)
		return;
	today->below_days = days;
	today->below_mean = amount_from_milli((sum.nano / days + AMOUNT_MILLI / 2) / AMOUNT_MILLI);
	today->below_offers = true;
}

static bool fill_without_plan(struct app *app, const struct course *course, struct today *today,
			      struct err *err)
{
	const struct revision *waiting = course_current(course, today->day);
	struct baseline baseline;

	if (waiting != NULL) {
		today->plan_waits = true;
		today->plan_begins = course_day_in(course, today->day);
		memcpy(today->plan_name, waiting->name, sizeof(today->plan_name));
		memcpy(today->plan_title, waiting->title, sizeof(today->plan_title));
	}
	if (!app_baseline_in(app, today->unit, &baseline, err))
		return false;
	today->baseline_days = baseline.days;
	return true;
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

/* What belongs to the day alone. */
static bool fill_day(struct app *app, struct store *store, const struct revision *revision,
		     struct today *today, struct err *err)
{
	if (!today_doses_read(app, store, today, err))
		return false;
	fill_left(today);
	today_doses_plan(app, revision != NULL ? &revision->schedule : NULL, today);
	return true;
}

static struct today begin_today(const struct app *app, const struct revision *revision)
{
	struct today today = TODAY_INIT;

	today.day = app_today_day(app);
	today.now_wall = app_now_wall(app);
	today.unit = revision != NULL ? revision->schedule.unit : app->settings.unit;
	today.decimals = app_decimals(today.unit, revision != NULL ? revision->schedule.measure
								   : app->settings.measure);
	return today;
}

static bool read_today(struct app *app, struct store *store, const struct course *course,
		       struct today *today, struct err *err)
{
	const struct revision *revision = course_revision_at(course, app_today_day(app));
	struct day counted = day_add(app_today_day(app), 1 - TODAY_LAST_DAYS);
	int64_t first, last;

	*today = begin_today(app, revision);
	if (revision != NULL ? !fill_plan(course, revision, &counted, today)
			     : !fill_without_plan(app, course, today, err))
		return false;
	if (!store_dose_range(store, &today->any_dose_ever, &first, &last, err) ||
	    !fill_day(app, store, revision, today, err) ||
	    !fill_history(app, course, counted, today, err))
		return false;
	if (today->has_plan) {
		fill_following(course, today);
		fill_below(today);
		today_say(today);
	}
	return !today->any_dose_ever || last <= today->now_wall ||
	       fill_ahead(app, store, today, err);
}

static bool read_brief(struct app *app, struct store *store, const struct course *course,
		       struct today *today, struct err *err)
{
	struct day day = app_today_day(app), began;
	const struct revision *revision = course_revision_at(course, day);

	*today = begin_today(app, revision);
	today->has_plan = course_begins(course, day, &began);
	if (today->has_plan) {
		today->plan_day = day_between(began, day) + 1;
		today->target = course_level_at(course, day)->target;
		fill_hold(course, today);
	}
	return fill_day(app, store, revision, today, err);
}

static bool read_all(struct app *app, struct store *store, bool brief, struct today *today,
		     struct err *err)
{
	struct course_reach day = {
		.first = app_today_day(app), .last = app_today_day(app), .doses = true};
	struct course course;
	bool done;

	if (brief ? !store_course_reach(store, day, &course, err)
		  : !app_course_followed(store, &course, err))
		return false;
	done = (brief ? read_brief : read_today)(app, store, &course, today, err);
	course_free(&course);
	return done;
}

static bool look(struct app *app, bool brief, struct today *today, struct err *err)
{
	struct today read = TODAY_INIT;
	struct store *store;
	bool done;

	if (!app_look(app, &store, err))
		return false;
	done = read_all(app, store, brief, &read, err);
	app_looked(app);
	if (done)
		*today = read;
	else
		today_free(&read);
	return done;
}

bool app_today(struct app *app, struct today *today, struct err *err)
{
	if (!look(app, false, today, err))
		return false;
	hooks_step(app, today);
	return true;
}

bool app_today_brief(struct app *app, struct today *today, struct err *err)
{
	return look(app, true, today, err);
}

void today_short(const struct today *today, struct str *out)
{
	char taken[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	amount_fixed(today->taken, today->decimals, taken);
	str_add(out, taken);
	if (today->has_plan)
		str_addf(out, "/%s", amount_fixed(today->target, today->decimals, target));
	str_add(out, unit_short(today->unit));
	if (today->has_next_dose && today->next_wall >= 0)
		str_addf(out, " next %s",
			 minute_text((int16_t)(today->next_wall % MINUTES_A_DAY), time));
	if (today->has_plan)
		str_addf(out, " d%" PRId32 "%s", today->plan_day,
			 today->hold_days > 0 ? " hold" : "");
}
