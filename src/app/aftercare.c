/* SPDX-License-Identifier: MIT */
#include "app/aftercare.h"

#include <inttypes.h>
#include <stdlib.h>

#include "app_private.h"
#include "base/mem.h"
#include "base/plural.h"
#include "store/diary.h"

enum { HISTORY_MOST = 3660, WEEK = 7 };

struct newest {
	const struct app *app;
	bool found;
	struct day day;
};

static bool take_dose(void *context, const struct dose *dose, struct err *err)
{
	struct newest *newest = context;

	(void)err;
	if (dose->amount.nano <= 0)
		return true;
	newest->found = true;
	newest->day = moment_counts_for(dose_wall(dose), newest->app->settings.day_starts);
	return false;
}

static bool take_checkin(void *context, const struct checkin *checkin, struct err *err)
{
	struct newest *newest = context;
	int64_t wall = diary_wall(checkin->utc, checkin->utc_offset);

	(void)err;
	newest->found = true;
	newest->day = moment_counts_for(wall, newest->app->settings.day_starts);
	return false;
}

/* The first day at the goal of the plan in use. */
static bool read_since(struct store *store, struct day today, struct day *since, struct err *err)
{
	struct course course = COURSE_INIT;
	struct schedule whole;
	bool found;

	if (!app_course(store, &course, err))
		return false;
	found = course_projected(&course, today, &whole);
	if (found) {
		*since = whole.levels[whole.level_count - 1].first;
		schedule_free(&whole);
	}
	course_free(&course);
	return found || err_set(err, ERR_NOT_FOUND, "no plan is in use");
}

static bool count(struct app *app, struct aftercare_facts *facts, struct aftercare *care,
		  struct err *err)
{
	struct history_days history = HISTORY_DAYS_INIT;
	struct day_total *totals;
	struct day first = facts->since;

	if (day_between(first, facts->today) > HISTORY_MOST)
		first = day_add(facts->today, -HISTORY_MOST);
	if (!history_read(app, first, facts->today, false, &history, err))
		return false;
	totals = mem_alloc(history.count + 1, sizeof(*totals));
	for (size_t i = 0; i < history.count; i++)
		totals[i] = history.days[i].total;
	facts->totals = totals;
	facts->count = history.count;
	*care = aftercare_of(facts);
	free(totals);
	history_days_free(&history);
	return true;
}

static bool gather(struct app *app, struct store *store, const struct today *today,
		   struct app_aftercare *after, struct err *err)
{
	struct span ever = {.from = INT64_MIN, .to = INT64_MAX};
	struct newest dose = {.app = app}, checkin = {.app = app};
	struct aftercare_facts facts = {.today = today->day, .goal = today->goal};

	if (!read_since(store, today->day, &facts.since, err) ||
	    !store_dose_walk(store, ever, true, take_dose, &dose, err) ||
	    !store_checkin_walk(store, ever, true, take_checkin, &checkin, err))
		return false;
	facts.has_checkin = checkin.found;
	facts.checkin = checkin.day;
	after->has_dose = dose.found;
	after->last_dose = dose.day;
	return count(app, &facts, &after->care, err);
}

bool app_aftercare(struct app *app, const struct today *today, struct app_aftercare *after,
		   struct err *err)
{
	struct app_aftercare found = {.on = today->has_plan && today->at_goal && !today->on_hold &&
					    !today->has_next_step,
				      .unit = today->unit,
				      .decimals = today->decimals};
	struct store *store;
	bool done;

	if (!found.on) {
		*after = found;
		return true;
	}
	if (!app_look(app, &store, err))
		return false;
	done = gather(app, store, today, &found, err);
	app_looked(app);
	if (done)
		*after = found;
	return done;
}

void app_aftercare_since(const struct app_aftercare *after, struct str *out)
{
	int32_t days = after->care.days;
	char day[DAY_TEXT_SIZE];

	day_full(after->care.since, day);
	if (days == 0)
		str_add(out, "today");
	else if (days < 2 * WEEK)
		str_addf(out, plural_of(days, "%s, %" PRId32 " day", "%s, %" PRId32 " days"), day,
			 days);
	else
		str_addf(out, "%s, %" PRId32 " days, %" PRId32 " weeks", day, days, days / WEEK);
}

void app_aftercare_kept(const struct app_aftercare *after, struct str *out)
{
	const struct aftercare *care = &after->care;
	int32_t of = care->counted;

	if (of == 0)
		str_add(out, "no day with an entry yet");
	else if (care->goal.nano == 0)
		str_addf(out,
			 plural_of(of, "%" PRId32 " of %" PRId32 " day",
				   "%" PRId32 " of %" PRId32 " days"),
			 of - care->above, of);
	else
		str_addf(out,
			 plural_of(of, "%" PRId32 " of %" PRId32 " day with an entry",
				   "%" PRId32 " of %" PRId32 " days with an entry"),
			 of - care->above, of);
}

/* The last few of them: who came so far knows those before. */
static void add_reached(int32_t reached, struct str *out)
{
	enum { SHOWN = 4 };

	for (int32_t i = reached > SHOWN ? reached - SHOWN : 0; i < reached; i++) {
		aftercare_milestone_name(i, out);
		str_add(out, i + 1 < reached ? ", " : "");
	}
}

void app_aftercare_behind(const struct app_aftercare *after, struct str *out)
{
	add_reached(after->care.reached, out);
}

/* The part of the course that ends before revision end, up to the day before that one. */
static void add_time(const struct course *course, size_t end, struct aftercare_times *times)
{
	struct course until = {.revisions = course->revisions, .count = end};
	struct day last = day_add(course->revisions[end].from, -1);
	struct aftercare_time time = {.days = 0};
	struct schedule whole;

	if (!course_whole(&until, last, &whole))
		return;
	if (whole.goal.nano == 0 && whole.levels[whole.level_count - 1].target.nano == 0) {
		time.since = whole.levels[whole.level_count - 1].first;
		time.days = day_between(time.since, last);
		while (aftercare_milestone(time.reached) <= time.days)
			time.reached++;
	}
	schedule_free(&whole);
	if (time.reached == 0)
		return;
	times->items = mem_grow(times->items, &times->cap, times->count + 1, sizeof(time));
	times->items[times->count++] = time;
}

bool app_aftercare_times(struct app *app, struct aftercare_times *times, struct err *err)
{
	struct aftercare_times found = {.items = NULL};
	struct course course = COURSE_INIT;
	struct day today = app_today_day(app);
	struct store *store;

	if (!app_store_read(app, &store, err) || !app_course(store, &course, err))
		return false;
	for (size_t i = 1; i < course.count; i++) {
		enum revision_kind kind = course.revisions[i].kind;
		bool ends = kind == REVISION_START || kind == REVISION_STOP;

		if (ends && course.revisions[i].from.n <= today.n &&
		    course.revisions[i - 1].kind != REVISION_STOP)
			add_time(&course, i, &found);
	}
	course_free(&course);
	*times = found;
	return true;
}

void aftercare_times_free(struct aftercare_times *times)
{
	free(times->items);
	*times = (struct aftercare_times){.items = NULL};
}

void aftercare_time_say(const struct aftercare_time *time, struct str *out)
{
	char day[DAY_TEXT_SIZE];

	str_addf(out, "%" PRId32 " days from %s: ", time->days, day_full(time->since, day));
	add_reached(time->reached, out);
}

void app_aftercare_next(const struct app_aftercare *after, struct str *out)
{
	const struct aftercare *care = &after->care;
	char day[DAY_TEXT_SIZE];

	aftercare_milestone_name(care->reached, out);
	str_addf(out, " on %s", day_full(day_add(care->since, care->next_days), day));
}

void app_aftercare_checkin(const struct app_aftercare *after, struct str *out)
{
	const struct aftercare *care = &after->care;
	char day[DAY_TEXT_SIZE];

	str_addf(out, "%s%s; %s", care->checkin_due ? "today" : "on ",
		 care->checkin_due ? "" : day_full(care->next_checkin, day),
		 care->every == 1 ? "each day at first" : "a week from the last one is enough now");
}

/* Nothing is a failure here, and nothing that was reached is taken back. */
static void say_way_back(const struct app_aftercare *after, struct str *out)
{
	char mean[AMOUNT_TEXT_SIZE];

	amount_with_unit(after->care.recent_mean, after->unit, mean);
	str_addf(out,
		 "You took some on %" PRId32 " of the last %d days, and nothing you reached is "
		 "taken back. If you want a plan again, it can begin from what you take now, %s a "
		 "day, not from what you took then. ",
		 after->care.recent, AFTERCARE_RECENT_DAYS, mean);
}

void app_aftercare_say(const struct app_aftercare *after, struct str *out)
{
	char goal[AMOUNT_TEXT_SIZE];

	if (after->care.goal.nano > 0) {
		str_addf(out,
			 "You are at %s, the amount you chose to stay at. Stay as long as it suits "
			 "you; a new plan can begin from here at any time. ",
			 amount_with_unit(after->care.goal, after->unit, goal));
	} else if (after->care.recent > 0) {
		say_way_back(after, out);
	}
	str_add(out, "After some time with less, your old dose can hit much harder: never go back "
		     "to it.");
}

void app_aftercare_short(const struct today *today, const struct app_aftercare *after,
			 struct str *out)
{
	char taken[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s%s after %" PRId32 "d", amount_fixed(today->taken, today->decimals, taken),
		 unit_name(today->unit), after->care.days);
}
