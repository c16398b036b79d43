/* SPDX-License-Identifier: MIT */
#include "app/history.h"

#include <stdlib.h>

#include "app/checkin.h"
#include "app_private.h"
#include "base/mem.h"
#include "tags.h"

void history_days_free(struct history_days *history)
{
	for (size_t i = 0; i < history->count; i++)
		free(history->days[i].others);
	free(history->days);
	str_free(&history->tags);
	*history = (struct history_days)HISTORY_DAYS_INIT;
}

const char *history_tags(const struct history_days *history, const struct history_day *day)
{
	return day->tags > 0 ? history->tags.data + day->tags : "";
}

void history_add_tags(struct history_days *history, struct history_day *day, const char *tags)
{
	if (day->tags == 0) {
		str_add_char(&history->tags, '\0');
		day->tags = history->tags.len;
	}
	tags_add(&history->tags, day->tags, tags);
}

void history_doses_free(struct history_doses *history)
{
	for (size_t i = 0; i < history->count; i++)
		dose_free(&history->doses[i]);
	free(history->doses);
	*history = (struct history_doses)HISTORY_DOSES_INIT;
}

static bool fill_checkins(struct app *app, struct history_days *history, struct err *err)
{
	struct day first = history->days[0].total.day;
	int16_t *means = mem_alloc(history->count, sizeof(*means));
	bool filled = app_checkin_means(app, first, day_add(first, (int32_t)history->count - 1),
					means, err);

	for (size_t i = 0; filled && i < history->count; i++)
		history->days[i].checkin = means[i];
	free(means);
	return filled;
}

struct tag_walk {
	const struct app *app;
	struct history_days *history;
};

static void visit_tags(void *context, int64_t wall, const char *tags)
{
	struct tag_walk *walk = context;
	struct day first = walk->history->days[0].total.day;
	struct day day = moment_counts_for(wall, walk->app->settings.day_starts);
	int32_t at = day_between(first, day);

	if (at >= 0 && (size_t)at < walk->history->count)
		history_add_tags(walk->history, &walk->history->days[at], tags);
}

static void visit_total(void *context, const struct day_total *total)
{
	struct history_days *history = context;

	history->days[day_between(history->days[0].total.day, total->day)].total = *total;
	history->decimals = amount_decimals_for(history->decimals, total->taken);
}

static bool fill_totals(struct store *store, struct app *app, struct history_days *history,
			struct err *err)
{
	struct day first = history->days[0].total.day;
	struct gather gather = {
		.span = app_span(app, first, day_add(first, (int32_t)history->count - 1)),
		.day_starts = app->settings.day_starts,
		.unit = history->unit,
	};

	return store_day_totals(store, gather, visit_total, history, err);
}

static void fill_targets(const struct course *course, struct day today,
			 struct history_days *history)
{
	for (size_t i = 0; i < history->count; i++) {
		struct history_day *day = &history->days[i];
		const struct level *level = course_level_at(course, day->total.day);
		struct amount measure = {0};

		if (level != NULL) {
			measure = course_revision_at(course, day->total.day)->schedule.measure;
			day->has_target = true;
			day->target = level->target;
		}
		day->status = adherence_of(&day->total, level != NULL ? &level->target : NULL,
					   measure, today);
	}
}

static void begin(struct app *app, const struct course *course, struct day first, struct day last,
		  struct history_days *history)
{
	const struct revision *revision = course_current(course, last);
	struct amount measure = app->settings.measure;

	history->unit = app->settings.unit;
	if (revision != NULL) {
		history->unit = revision->schedule.unit;
		measure = revision->schedule.measure;
	}
	history->decimals = app_decimals(history->unit, measure);
	history->count = last.n < first.n ? 0 : (size_t)(day_between(first, last) + 1);
	history->days = mem_alloc(history->count, sizeof(*history->days));
	for (size_t i = 0; i < history->count; i++) {
		history->days[i].total.day = day_add(first, (int32_t)i);
		history->days[i].checkin = -1;
	}
}

bool history_read_by(struct app *app, const struct course *course, struct day first,
		     struct day last, struct history_days *history, struct err *err)
{
	struct history_days read = HISTORY_DAYS_INIT;
	struct store *store;

	if (!app_store_read(app, &store, err))
		return false;
	begin(app, course, first, last, &read);
	if (read.count > 0 && (!fill_totals(store, app, &read, err) ||
			       !history_read_others(app, store, &read, err))) {
		history_days_free(&read);
		return false;
	}
	fill_targets(course, app_today_day(app), &read);
	*history = read;
	return true;
}

static bool read_days(struct app *app, struct store *store, struct course_reach reach, bool tags,
		      struct history_days *history, struct err *err)
{
	struct tag_walk walk = {.app = app, .history = history};
	struct course course;
	bool done;

	if (!store_course_reach(store, reach, &course, err))
		return false;
	done = history_read_by(app, &course, reach.first, reach.last, history, err);
	course_free(&course);
	return done && (history->count == 0 || !tags ||
			(store_tag_walk(store, app_span(app, reach.first, reach.last), visit_tags,
					&walk, err) &&
			 fill_checkins(app, history, err)));
}

bool history_read(struct app *app, struct day first, struct day last, bool tags,
		  struct history_days *history, struct err *err)
{
	struct course_reach reach = {.first = first, .last = last};
	struct history_days read = HISTORY_DAYS_INIT;
	struct store *store;
	bool done;

	if (!app_look(app, &store, err))
		return false;
	done = read_days(app, store, reach, tags, &read, err);
	app_looked(app);
	if (done)
		*history = read;
	else
		history_days_free(&read);
	return done;
}

bool app_history_days(struct app *app, struct day first, struct day last,
		      struct history_days *history, struct err *err)
{
	return history_read(app, first, last, true, history, err);
}

struct dose_list {
	struct history_doses *history;
	size_t cap;
};

static bool visit_dose(void *context, const struct dose *dose, struct err *err)
{
	struct dose_list *list = context;
	struct history_doses *history = list->history;

	(void)err;
	history->doses =
		mem_grow(history->doses, &list->cap, history->count + 1, sizeof(*history->doses));
	dose_copy(&history->doses[history->count++], dose);
	return true;
}

bool app_history_doses(struct app *app, struct day first, struct day last,
		       struct history_doses *history, struct err *err)
{
	struct history_doses read = HISTORY_DOSES_INIT;
	struct dose_list list = {.history = &read};
	struct store *store;

	if (!app_store_read(app, &store, err))
		return false;
	if (!store_dose_walk(store, app_span(app, first, last), false, visit_dose, &list, err)) {
		history_doses_free(&read);
		return false;
	}
	*history = read;
	return true;
}

bool app_history_range(struct app *app, bool *any, struct day *first, struct day *last,
		       struct err *err)
{
	struct store *store;
	int64_t first_wall, last_wall;

	if (!app_store_read(app, &store, err) ||
	    !store_dose_range(store, any, &first_wall, &last_wall, err))
		return false;
	if (*any) {
		*first = moment_counts_for(first_wall, app->settings.day_starts);
		*last = moment_counts_for(last_wall, app->settings.day_starts);
	}
	return true;
}

/* Looks back further and further, so that a long log costs no more than a short one. */
bool app_baseline_in(struct app *app, enum unit unit, struct baseline *baseline, struct err *err)
{
	static const int32_t look_back[] = {14, 60, 400};
	struct day today = app_today_day(app);
	struct baseline found = {.days = 0};
	struct store *store;
	bool any;
	int64_t first = 0, last;

	if (!app_store_read(app, &store, err) || !store_dose_range(store, &any, &first, &last, err))
		return false;
	for (size_t i = 0; any && !found.enough && i <= sizeof(look_back) / sizeof(look_back[0]);
	     i++) {
		bool all = i == sizeof(look_back) / sizeof(look_back[0]);
		struct gather gather = {
			.span = {.from = first, .to = app_day_begins(app, today)},
			.day_starts = app->settings.day_starts,
			.unit = unit,
		};
		struct intake *intakes;
		size_t count;

		if (!all)
			gather.span.from = app_day_begins(app, day_add(today, -look_back[i]));
		if (!store_intakes(store, gather, &intakes, &count, err))
			return false;
		found = baseline_of(intakes, count, today);
		free(intakes);
		if (gather.span.from <= first)
			break;
	}
	*baseline = found;
	return true;
}

bool app_baseline(struct app *app, struct baseline *baseline, enum unit *unit, struct err *err)
{
	if (!app_baseline_in(app, app->settings.unit, baseline, err))
		return false;
	*unit = app->settings.unit;
	return true;
}
