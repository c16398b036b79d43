/* SPDX-License-Identifier: MIT */
#include "app/stats.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"

struct intakes {
	struct intake *items; /* owned */
	size_t count;
};

static bool read_intakes(struct app *app, struct store *store, struct stats *stats,
			 struct day first, struct intakes *intakes, struct err *err)
{
	struct gather gather = {
		.span = app_span(app, first, stats->last),
		.day_starts = app->settings.day_starts,
		.unit = stats->unit,
	};

	return store_intakes(store, gather, &intakes->items, &intakes->count, err);
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

static void count_kept(const struct course *course, const struct intakes *intakes,
		       struct stats *stats, struct day today)
{
	for (size_t i = 0; i < intakes->count;) {
		struct day_total total = {.day = intakes->items[i].day};
		const struct level *level = course_level_at(course, total.day);
		const struct revision *revision = course_revision_at(course, total.day);
		enum day_status status;

		for (; i < intakes->count && intakes->items[i].day.n == total.day.n; i++) {
			if (total.taken.nano <= INT64_MAX / 4 - intakes->items[i].amount.nano)
				total.taken.nano += intakes->items[i].amount.nano;
			total.entries++;
		}
		if (level == NULL || total.day.n < stats->plan_began.n)
			continue;
		status = adherence_of(&total, &level->target, revision->schedule.measure, today);
		stats->counted++;
		stats->at_or_below += status == DAY_AT_OR_BELOW ? 1 : 0;
	}
}

static void fill_plan(const struct revision *revision, struct stats *stats)
{
	if (revision == NULL)
		return;
	stats->has_plan = true;
	memcpy(stats->plan_name, revision->name, sizeof(stats->plan_name));
	memcpy(stats->plan_title, revision->title, sizeof(stats->plan_title));
	stats->plan_began = schedule_first_day(&revision->schedule);
	stats->plan_from = revision->schedule.from;
}

static void fill_period(const struct intakes *intakes, struct stats *stats)
{
	struct day before = day_add(stats->first, -1);

	stats->hours = stats_hours_of(intakes->items, intakes->count, stats->first, stats->last);
	stats->weekdays =
		stats_weekdays_of(intakes->items, intakes->count, stats->first, stats->last);
	stats->now = stats_week_of(intakes->items, intakes->count, stats->last);
	stats->before =
		stats_week_of(intakes->items, intakes->count, day_add(stats->last, -STATS_WEEK));
	for (size_t i = 0; i < intakes->count; i++) {
		struct day day = intakes->items[i].day;

		if (day.n < stats->first.n || day.n > stats->last.n || day.n == before.n)
			continue;
		stats->days++;
		before = day;
	}
}

static bool fill(struct app *app, struct store *store, const struct course *course,
		 struct stats *stats, struct err *err)
{
	const struct revision *current = course_current(course, stats->last);
	const struct revision *revision = course_revision_at(course, stats->last);
	struct day needed = stats->first, week = day_add(stats->last, 1 - 2 * STATS_WEEK);
	struct intakes intakes = {.items = NULL};

	stats->unit = current != NULL ? current->schedule.unit : app->settings.unit;
	stats->decimals = app_decimals(stats->unit, current != NULL ? current->schedule.measure
								    : app->settings.measure);
	fill_plan(revision, stats);
	needed = week.n < needed.n ? week : needed;
	if (stats->has_plan && stats->plan_began.n < needed.n)
		needed = stats->plan_began;
	if (!read_intakes(app, store, stats, needed, &intakes, err))
		return false;
	fill_period(&intakes, stats);
	if (stats->has_plan) {
		count_kept(course, &intakes, stats, app_today_day(app));
		stats->saved = stats_saved_of(intakes.items, intakes.count, stats->plan_from,
					      stats->plan_began, stats->last);
	}
	free(intakes.items);
	return read_gaps(app, store, stats, err);
}

bool app_stats(struct app *app, struct day first, struct day last, struct stats *stats,
	       struct err *err)
{
	struct day yesterday = day_add(app_today_day(app), -1);
	struct stats read = {.first = first,
			     .last = last.n < yesterday.n ? last : yesterday,
			     .day_starts = app->settings.day_starts};
	struct course course = COURSE_INIT;
	struct store *store;
	bool done;

	if (!app_store_read(app, &store, err) || !store_course(store, &course, err))
		return false;
	done = read.first.n > read.last.n || fill(app, store, &course, &read, err);
	course_free(&course);
	if (!done)
		return false;
	if (read.days == 0)
		return err_set(err, ERR_NOT_FOUND,
			       "no complete day with an entry lies in those days; today counts "
			       "when it is over");
	*stats = read;
	return true;
}
