/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/aftercare.h"
#include "app/planning.h"
#include "app/safety.h"
#include "app/undo.h"
#include "app_private.h"
#include "base/mem.h"
#include "engine/day_typed.h"
#include "yaml/planfile.h"

void preview_free(struct preview *preview)
{
	plan_free(&preview->plan);
	schedule_free(&preview->schedule);
	*preview = (struct preview)PREVIEW_INIT;
}

void plan_now_free(struct plan_now *now)
{
	course_free(&now->course);
	schedule_free(&now->schedule);
	*now = (struct plan_now)PLAN_NOW_INIT;
}

bool plan_set_measure(struct app *app, const char *asked, struct plan *plan, struct err *err)
{
	if (asked != NULL) {
		if (!amount_read_in(asked, plan->unit, &plan->measure, err))
			return err_wrap(err, "--measure");
	} else if (app->settings.measure.nano > 0 && app->settings.unit == plan->unit) {
		plan->measure = app->settings.measure;
	}
	return plan_valid(plan, err);
}

bool plan_read_from(struct app *app, const char *text, enum unit unit, struct amount *from,
		    struct err *err)
{
	enum unit usual = app->settings.unit, named;
	struct amount read;

	if (!amount_read(text, &read, &named, err))
		return err_wrap(err, "--from");
	if (named == UNIT_NONE && usual != UNIT_GRAM && usual != unit)
		return err_set(err, ERR_USAGE,
			       "--from: '%.60s' names no unit, and your doses are counted in %s, "
			       "this plan in %s; name the unit, or take a plan in yours",
			       text, unit_many(usual), unit_many(unit));
	return amount_read_in(text, unit, from, err) || err_wrap(err, "--from");
}

/* After the last step the days before it, and those without any, say nothing of what is taken now. */
static bool find_recent(struct app *app, struct preview *preview, struct amount *from,
			struct err *err)
{
	struct course course = COURSE_INIT;
	struct app_aftercare after = {.on = false};
	struct today today;
	struct day now = app_today_day(app);
	struct schedule whole;
	struct store *store;
	bool over = false, done;

	if (!app_store_read(app, &store, err) || !app_course(store, &course, err))
		return false;
	if (course_projected(&course, now, &whole)) {
		over = whole.levels[whole.level_count - 1].first.n <= now.n;
		schedule_free(&whole);
	}
	course_free(&course);
	if (!over)
		return true;
	if (!app_today(app, &today, err))
		return false;
	done = app_aftercare(app, &today, &after, err);
	today_free(&today);
	if (done && after.on && after.care.goal.nano == 0 && after.unit == preview->plan.unit &&
	    after.care.recent > 0) {
		preview->recent = after.care.recent;
		*from = after.care.recent_mean;
	}
	return done;
}

static bool find_from(struct app *app, const char *asked, struct preview *preview,
		      struct amount *from, struct err *err)
{
	struct plan *plan = &preview->plan;

	if (asked != NULL)
		return plan_read_from(app, asked, plan->unit, from, err);
	if (!find_recent(app, preview, from, err))
		return false;
	if (preview->recent > 0)
		return true;
	if (!app_baseline_in(app, plan->unit, &preview->baseline, err))
		return false;
	if (preview->baseline.days == 0)
		return err_set(err, ERR_USAGE,
			       "the log has no complete day in %s to start from; log for some days "
			       "first, or say how much a day with --from",
			       unit_name(plan->unit));
	preview->from_baseline = true;
	*from = preview->baseline.mean;
	return true;
}

bool plan_any_today(struct app *app, bool *any, struct err *err)
{
	struct day today = app_today_day(app);
	struct history_doses doses;

	if (!app_history_doses(app, today, today, &doses, err))
		return false;
	*any = doses.count > 0;
	history_doses_free(&doses);
	return true;
}

static bool find_start(struct app *app, const char *asked, struct day *start, struct err *err)
{
	struct day today = app_today_day(app);
	bool any;

	if (asked != NULL) {
		if (!day_read_in(asked, today, DAY_YEAR_AHEAD, start, err))
			return err_wrap(err, "--start");
		return true;
	}
	if (!plan_any_today(app, &any, err))
		return false;
	*start = day_add(today, any ? 1 : 0);
	return true;
}

static bool lay_out(struct app *app, const char *by, struct amount from, struct day start,
		    struct preview *made, struct err *err)
{
	struct day day;

	made->factor = FACTOR_ONE;
	if (by == NULL)
		return schedule_build(&made->plan, from, start, FACTOR_ONE, &made->schedule, err);
	if (!day_read_in(by, app_today_day(app), DAY_YEAR_AHEAD, &day, err))
		return err_wrap(err, "--by");
	if (!bydate_find(&made->plan, from, start, day, &made->bydate, err))
		return false;
	made->has_bydate = true;
	made->factor = made->bydate.factor;
	return schedule_build(&made->plan, from, start, made->factor, &made->schedule, err);
}

/* A plan that is at its goal by then is over; going on from what is taken now is no step up from it. */
static bool compare_with_use(struct app *app, struct preview *made, struct err *err)
{
	const struct schedule *schedule = &made->schedule;
	struct course course = COURSE_INIT;
	struct day first = schedule_first_day(schedule);
	const struct level *level;
	struct schedule use;
	struct store *store;

	if (!app_store_read(app, &store, err) || !app_course(store, &course, err))
		return false;
	if (course_current(&course, first) != NULL &&
	    course_projected(&course, course_day_in(&course, app_today_day(app)), &use)) {
		level = schedule_at(&use, first);
		made->above_use = level != NULL && level != &use.levels[use.level_count - 1] &&
				  use.unit == schedule->unit &&
				  schedule->levels[0].target.nano > level->target.nano;
		if (made->above_use)
			made->in_use = level->target;
		schedule_free(&use);
	}
	course_free(&course);
	made->compared = true;
	return true;
}

void plan_start_above(const struct preview *preview, struct str *out)
{
	const struct schedule *schedule = &preview->schedule;
	char begins[AMOUNT_TEXT_SIZE], now[AMOUNT_TEXT_SIZE];
	struct amount first = schedule->levels[0].target;
	int decimals = app_decimals(schedule->unit, schedule->measure);

	if (!preview->above_use)
		return;
	decimals = amount_decimals_for(amount_decimals_for(decimals, first), preview->in_use);
	str_addf(out, "This begins with %s a day; the plan in use is at %s.",
		 amount_fixed_with_unit(first, decimals, schedule->unit, begins),
		 amount_fixed_with_unit(preview->in_use, decimals, schedule->unit, now));
}

bool app_plan_preview(struct app *app, const struct preview_request *request,
		      struct preview *preview, struct problems *problems, struct err *err)
{
	struct preview made = PREVIEW_INIT;
	struct amount from;
	struct day start;

	if (!app_plan_load(app, request->plan, &made.plan, NULL, problems, err))
		return false;
	if (!plan_set_measure(app, request->measure, &made.plan, err) ||
	    !plan_set_times(app, request->times, &made.plan, err) ||
	    !find_from(app, request->from, &made, &from, err) ||
	    !find_start(app, request->start, &start, err) ||
	    !lay_out(app, request->by, from, start, &made, err) ||
	    (request->against_use && !compare_with_use(app, &made, err))) {
		preview_free(&made);
		return false;
	}
	made.pace = pace_of(&made.schedule);
	*preview = made;
	return true;
}

/* A day that has begun keeps its target: a plan may begin in the past only where none was in use since. */
static bool start_allowed(struct app *app, struct store *store, struct day start, struct err *err)
{
	struct day today = app_today_day(app);
	struct course course;
	char text[DAY_TEXT_SIZE];
	bool any, taken = false;

	if (start.n > today.n)
		return true;
	if (!store_course(store, &course, err))
		return false;
	for (struct day day = start; day.n <= today.n && !taken; day = day_add(day, 1))
		taken = course_level_at(&course, day) != NULL;
	course_free(&course);
	if (!taken)
		return true;
	if (!plan_any_today(app, &any, err))
		return false;
	if (start.n == today.n && !any)
		return true;
	return err_set(err, ERR_INVALID,
		       "%s has a target already, and a day that has begun keeps it; start the plan "
		       "tomorrow",
		       day_full(start, text));
}

void plan_note_acknowledged(const struct pace *pace, struct str *out)
{
	for (size_t i = 0; i < pace->caution_count; i++) {
		if (pace->cautions[i].level != CAUTION_ACKNOWLEDGE)
			continue;
		str_add(out, out->len > 0 ? "\n" : "");
		str_add(out, pace->cautions[i].text);
	}
}

static bool add_revision(struct app *app, struct store *store, const struct preview *preview,
			 const char *reason, struct err *err)
{
	const struct schedule *schedule = &preview->schedule;
	struct str plan_text = STR_INIT, acknowledged = STR_INIT;
	struct revision revision = {
		.kind = REVISION_START,
		.from = schedule_first_day(schedule),
		.made_utc = app_now_utc(app),
		.factor = preview->factor,
		.schedule = *schedule,
	};
	char what[APP_WHAT_SIZE], amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	bool added;

	memcpy(revision.name, preview->plan.name, sizeof(revision.name));
	memcpy(revision.title, preview->plan.title, sizeof(revision.title));
	planfile_write(&preview->plan, &plan_text);
	plan_note_acknowledged(&preview->pace, &acknowledged);
	revision.plan_text = plan_text.data;
	revision.acknowledged = acknowledged.data;
	revision.reason = mem_dup(reason != NULL ? reason : "");
	snprintf(what, sizeof(what), "start the plan '%s' from %s on %s", revision.name,
		 amount_with_unit(schedule->start, schedule->unit, amount),
		 day_full(revision.from, day));
	added = store_revision_add(store, &revision, app_now_utc(app), what, err);
	free(revision.reason);
	str_free(&plan_text);
	str_free(&acknowledged);
	return added;
}

bool app_plan_start(struct app *app, const struct preview_request *request, struct preview *preview,
		    struct problems *problems, struct err *err)
{
	struct preview_request asked = *request;
	struct preview made = PREVIEW_INIT;
	struct store *store;

	asked.against_use = true;
	if (!app_plan_preview(app, &asked, &made, problems, err))
		return false;
	if (!app_safety_gate(app, made.plan.unit, err)) {
		preview_free(&made);
		return false;
	}
	if (pace_needs_acknowledgement(&made.pace) && !request->acknowledge) {
		*preview = made;
		return err_set(
			err, ERR_ACKNOWLEDGE,
			"this plan is faster than the cautions allow without a yes; read them, and "
			"start it with --acknowledge, or choose a gentler one");
	}
	if (!app_store_write(app, &store, err) ||
	    !start_allowed(app, store, schedule_first_day(&made.schedule), err) ||
	    !add_revision(app, store, &made, request->reason, err)) {
		preview_free(&made);
		return false;
	}
	*preview = made;
	return true;
}

const char *plan_start_notice(void)
{
	return "taper is a calculator, not advice. Please ask a professional first if you are "
	       "pregnant, under 18, take other opioids, benzodiazepines or alcohol daily, or have "
	       "had "
	       "seizures, liver or heart trouble.";
}

const char *plan_start_mind(void)
{
	return "After some time with less, an old dose can hit much harder: never go back to it. "
	       "No alcohol, benzodiazepines, opioids or other sedatives with kratom.";
}

/*
 * How fast it goes from the newest change on. A new plan is measured from what it went on from; and what asks for a yes is
 * told as a note where there was none to give, because the change was gentler than what was agreed to.
 */
static struct pace pace_now(const struct plan_now *now)
{
	size_t index = (size_t)(now->current - now->course.revisions);
	struct course_part part = course_part_of(&now->course, index);
	struct schedule_span span = {.end = DAY_NEVER};
	struct schedule ahead = course_without_days(&now->schedule);
	struct pace pace;

	for (size_t i = part.first; i < part.end; i++) {
		const struct revision *revision = &now->course.revisions[i];

		if (revision->kind != REVISION_START && revision->kind != REVISION_REPLAN)
			continue;
		span.first = revision->from;
		ahead.start = revision->schedule.start;
	}
	course_add_span(&now->schedule, span, &ahead);
	pace = pace_since(&ahead, now->current->from);
	schedule_free(&ahead);
	for (size_t i = 0; i < pace.caution_count && now->current->acknowledged[0] == '\0'; i++)
		pace.cautions[i].level = CAUTION_NOTICE;
	return pace;
}

/* A plan that waits to begin is shown as it will be. */
static void fill_now(struct plan_now *now)
{
	const struct revision *newest = &now->course.revisions[now->course.count - 1];
	struct day day = course_day_in(&now->course, now->today);

	if (!course_projected(&now->course, day, &now->schedule))
		return;
	now->hold = course_hold_at(&now->course, day);
	now->stops = newest->kind == REVISION_STOP;
	now->stops_on = newest->from;
	now->pace = pace_now(now);
}

static bool plan_now(struct app *app, bool followed, struct plan_now *now, struct err *err)
{
	struct plan_now read = PLAN_NOW_INIT;
	struct store *store;

	read.today = app_today_day(app);
	if (!app_store_read(app, &store, err) ||
	    !(followed ? app_course_followed : app_course)(store, &read.course, err))
		return false;
	read.current = course_current(&read.course, read.today);
	if (read.current == NULL) {
		course_free(&read.course);
		return err_set(err, ERR_NOT_FOUND,
			       "no plan is in use; 'taper plan list' shows the ones there are");
	}
	fill_now(&read);
	*now = read;
	return true;
}

bool app_plan_now(struct app *app, struct plan_now *now, struct err *err)
{
	return plan_now(app, false, now, err);
}

bool plan_now_followed(struct app *app, struct plan_now *now, struct err *err)
{
	return plan_now(app, true, now, err);
}
