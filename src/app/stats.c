/* SPDX-License-Identifier: MIT */
#include "app/stats.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"

enum { DAYS_AT_ONCE = 60 };

static_assert((int)MONEY_CURRENCY_SIZE == (int)CURRENCY_SIZE, "a currency of the settings fits");

struct totals {
	struct day_total *items; /* owned */
	size_t count, cap;
};

static void visit_total(void *context, const struct day_total *total)
{
	struct totals *totals = context;

	totals->items =
		mem_grow(totals->items, &totals->cap, totals->count + 1, sizeof(*totals->items));
	totals->items[totals->count++] = *total;
}

static struct gather gather_of(const struct app *app, const struct stats *stats, struct day first,
			       struct day last)
{
	return (struct gather){
		.span = app_span(app, first, last),
		.day_starts = app->settings.day_starts,
		.unit = stats->unit,
	};
}

/* The log may be long: no more than some weeks of single doses are in memory. */
static bool read_hours(struct app *app, struct store *store, struct stats *stats, struct err *err)
{
	struct day from = stats->first;

	while (from.n <= stats->last.n) {
		struct day to = day_add(from, DAYS_AT_ONCE - 1);
		struct intake *intakes;
		size_t count;

		to = to.n < stats->last.n ? to : stats->last;
		if (!store_intakes(store, gather_of(app, stats, from, to), &intakes, &count, err))
			return false;
		stats_hours_add(&stats->hours, intakes, count);
		free(intakes);
		from = day_add(to, 1);
	}
	return true;
}

static bool read_weeks(struct app *app, struct store *store, struct stats *stats, struct err *err)
{
	struct day first = day_add(stats->last, 1 - 2 * STATS_WEEK);
	struct intake *intakes;
	size_t count;

	if (!store_intakes(store, gather_of(app, stats, first, stats->last), &intakes, &count, err))
		return false;
	stats->now = stats_week_of(intakes, count, stats->last);
	stats->before = stats_week_of(intakes, count, day_add(stats->last, -STATS_WEEK));
	free(intakes);
	return true;
}

struct time_list {
	const struct app *app;
	enum unit unit;
	struct dose_time *times; /* owned */
	size_t count, cap;
};

static bool visit(void *context, const struct dose *dose, struct err *err)
{
	struct time_list *list = context;

	(void)err;
	if (dose->amount.nano == 0 || dose->unit != list->unit)
		return true;
	list->times = mem_grow(list->times, &list->cap, list->count + 1, sizeof(*list->times));
	list->times[list->count++] =
		(struct dose_time){.day = app_dose_day(list->app, dose), .utc = dose->utc};
	return true;
}

static bool read_gaps(struct app *app, struct store *store, struct stats *stats, struct err *err)
{
	struct time_list list = {.app = app, .unit = stats->unit};
	struct span span = app_span(app, stats->before.first, stats->last);

	if (!store_dose_walk(store, span, false, visit, &list, err)) {
		free(list.times);
		return false;
	}
	stats->gaps_now = stats_gaps_of(list.times, list.count, stats->now.last);
	stats->gaps_before = stats_gaps_of(list.times, list.count, stats->before.last);
	stats->gaps_trend = stats_trend_of(stats->gaps_now, stats->gaps_before);
	free(list.times);
	return true;
}

static void count_kept(const struct course *course, const struct totals *totals,
		       struct stats *stats, struct day today)
{
	for (size_t i = 0; i < totals->count; i++) {
		const struct day_total *total = &totals->items[i];
		const struct level *level = course_level_at(course, total->day);
		const struct revision *revision = course_revision_at(course, total->day);
		enum day_status status;

		if (level == NULL || total->day.n < stats->plan_began.n)
			continue;
		status = adherence_of(total, &level->target, revision->schedule.measure, today);
		stats->counted++;
		stats->at_or_below += status == DAY_AT_OR_BELOW ? 1 : 0;
	}
}

/* Since the plan was started, whatever was changed in it later. */
static void fill_plan(const struct course *course, const struct revision *revision,
		      struct stats *stats)
{
	const struct revision *begun;

	if (revision == NULL)
		return;
	stats->has_plan = true;
	memcpy(stats->plan_name, revision->name, sizeof(stats->plan_name));
	memcpy(stats->plan_title, revision->title, sizeof(stats->plan_title));
	begun = &course->revisions[course_part_of(course, (size_t)(revision - course->revisions))
					   .first];
	stats->plan_began = begun->from;
	stats->plan_from = begun->schedule.from;
}

static void fill_period(const struct totals *totals, struct stats *stats)
{
	stats->weekdays =
		stats_weekdays_of(totals->items, totals->count, stats->first, stats->last);
	stats->taken = stats_taken_of(totals->items, totals->count, stats->first, stats->last);
	for (size_t i = 0; i < totals->count; i++) {
		struct day day = totals->items[i].day;

		stats->days += day.n >= stats->first.n && day.n <= stats->last.n ? 1 : 0;
	}
}

/* A price is that of one unit of the usual product; other units have none. */
static void fill_money(const struct settings *settings, struct stats *stats)
{
	stats->has_price = settings->price_milli > 0 && settings->unit == stats->unit;
	if (!stats->has_price)
		return;
	stats->price_milli = settings->price_milli;
	memcpy(stats->currency, settings->currency, sizeof(stats->currency));
	stats->spent_milli = money_of(stats->taken, settings->price_milli);
	stats->saved_milli = money_of(stats->saved.amount, settings->price_milli);
}

static bool fill_totals(struct app *app, struct store *store, const struct course *course,
			bool days, struct stats *stats, struct err *err)
{
	const struct revision *current = course_current(course, stats->last);
	struct day needed = stats->first;
	struct totals totals = {.items = NULL};

	stats->unit = current != NULL ? current->schedule.unit : app->settings.unit;
	stats->decimals = app_decimals(stats->unit, current != NULL ? current->schedule.measure
								    : app->settings.measure);
	fill_plan(course, course_revision_at(course, stats->last), stats);
	if (stats->has_plan && stats->plan_began.n < needed.n)
		needed = stats->plan_began;
	if (!store_day_totals(store, gather_of(app, stats, needed, stats->last), visit_total,
			      &totals, err)) {
		free(totals.items);
		return false;
	}
	fill_period(&totals, stats);
	if (stats->has_plan) {
		if (days)
			count_kept(course, &totals, stats, app_today_day(app));
		stats->saved = stats_saved_of(totals.items, totals.count, stats->plan_from,
					      stats->plan_began, stats->last);
	}
	free(totals.items);
	fill_money(&app->settings, stats);
	return true;
}

static bool fill(struct app *app, struct store *store, bool whole, struct stats *stats,
		 struct err *err)
{
	struct course_reach reach = {.first = {.n = whole ? INT32_MIN : stats->last.n},
				     .last = stats->last};
	struct course course = COURSE_INIT;
	bool done;

	if (!store_course_reach(store, reach, &course, err))
		return false;
	done = fill_totals(app, store, &course, whole, stats, err);
	course_free(&course);
	return done && (!whole ||
			(read_weeks(app, store, stats, err) && read_hours(app, store, stats, err) &&
			 read_gaps(app, store, stats, err)));
}

static bool read_stats(struct app *app, struct day first, struct day last, bool whole,
		       struct stats *stats, struct err *err)
{
	struct day yesterday = day_add(app_today_day(app), -1);
	struct stats read = {.first = first,
			     .last = last.n < yesterday.n ? last : yesterday,
			     .day_starts = app->settings.day_starts};
	struct store *store;
	bool done;

	if (!app_look(app, &store, err))
		return false;
	done = read.first.n > read.last.n || fill(app, store, whole, &read, err);
	app_looked(app);
	if (!done)
		return false;
	if (read.days == 0)
		return err_set(err, ERR_NOT_FOUND,
			       "no complete day with an entry lies in those days; today counts "
			       "when it is over");
	*stats = read;
	return true;
}

bool app_stats(struct app *app, struct day first, struct day last, struct stats *stats,
	       struct err *err)
{
	return read_stats(app, first, last, true, stats, err);
}

bool app_stats_totals(struct app *app, struct day first, struct day last, struct stats *stats,
		      struct err *err)
{
	return read_stats(app, first, last, false, stats, err);
}
