/* SPDX-License-Identifier: MIT */
#include "app/checkin.h"

#include <stdlib.h>
#include <string.h>

#include "app/entries.h"
#include "app/guidance.h"
#include "app_private.h"
#include "base/mem.h"
#include "store/diary.h"

enum { HUNDREDTHS = 100 };

void checkin_series_free(struct checkin_series *series)
{
	for (size_t i = 0; i < series->item_count; i++)
		free(series->items[i].values);
	free(series->items);
	free(series->means);
	free(series->sleep);
	free(series->cuts);
	*series = (struct checkin_series)CHECKIN_SERIES_INIT;
}

static int16_t *days_without(const struct checkin_series *series)
{
	int16_t *values = mem_alloc((size_t)series->days, sizeof(*values));

	for (int32_t i = 0; i < series->days; i++)
		values[i] = TREND_NONE;
	return values;
}

static struct checkin_item *add_item(struct checkin_series *series, const char *id)
{
	struct checkin_item *item;

	series->items = mem_grow(series->items, &series->item_cap, series->item_count + 1,
				 sizeof(series->items[0]));
	item = &series->items[series->item_count++];
	*item = (struct checkin_item){.group = SYMPTOM_BODY, .values = days_without(series)};
	memcpy(item->id, id, strlen(id) + 1);
	memcpy(item->name, id, strlen(id) + 1);
	return item;
}

static void add_symptoms(struct checkin_series *series, const struct symptoms *symptoms)
{
	for (size_t i = 0; i < symptoms->count; i++) {
		const struct symptom *symptom = &symptoms->items[i];
		struct checkin_item *item = add_item(series, symptom->id);

		memcpy(item->name, symptom->name, sizeof(item->name));
		item->group = symptom->group;
		item->asked = !symptom->hidden;
	}
}

static struct checkin_item *find_item(struct checkin_series *series, const char *id)
{
	for (size_t i = 0; i < series->item_count; i++) {
		if (strcmp(series->items[i].id, id) == 0)
			return &series->items[i];
	}
	return add_item(series, id);
}

struct filling {
	const struct app *app;
	struct checkin_series *series;
};

/* A later check-in of the same day takes the place of the one before, as a whole. */
static void forget_day(struct checkin_series *series, int32_t at)
{
	for (size_t i = 0; i < series->item_count; i++) {
		struct checkin_item *item = &series->items[i];

		item->rated -= item->values[at] != TREND_NONE;
		item->values[at] = TREND_NONE;
	}
}

static bool fill_day(void *context, const struct checkin *checkin, struct err *err)
{
	struct filling *filling = context;
	struct checkin_series *series = filling->series;
	struct day day = app_diary_day(filling->app, checkin->utc, checkin->utc_offset);
	int32_t at = day_between(series->first, day);

	(void)err;
	if (at < 0 || at >= series->days)
		return true;
	forget_day(series, at);
	for (size_t i = 0; i < checkin->count; i++) {
		struct checkin_item *item = find_item(series, checkin->scores[i].item);

		item->values[at] = (int16_t)(checkin->scores[i].value * HUNDREDTHS);
		item->rated++;
	}
	series->means[at] = (int16_t)checkin_mean(checkin);
	series->sleep[at] = checkin->sleep_minutes;
	return true;
}

/* Items nobody asks about any more and nobody rated in these days are left out. */
static void drop_idle(struct checkin_series *series)
{
	size_t kept = 0;

	for (size_t i = 0; i < series->item_count; i++) {
		if (series->items[i].asked || series->items[i].rated > 0)
			series->items[kept++] = series->items[i];
		else
			free(series->items[i].values);
	}
	series->item_count = kept;
}

/* A cut is a day with a lower target than the day before; of the first day of a plan, than what it began from. */
static void find_cuts(const struct course *course, struct checkin_series *series)
{
	for (int32_t i = 0; i < series->days; i++) {
		struct day day = day_add(series->first, i);
		const struct level *level = course_level_at(course, day);
		const struct level *last = course_level_at(course, day_add(day, -1));
		struct checkin_cut cut = {.day = day, .at = i};

		if (level == NULL || (last == NULL && level->first.n != day.n))
			continue;
		cut.after = level->target;
		cut.before.nano =
			last != NULL ? last->target.nano : level->target.nano + level->cut.nano;
		if (cut.before.nano <= cut.after.nano)
			continue;
		series->unit = course_revision_at(course, day)->schedule.unit;
		series->cuts = mem_grow(series->cuts, &series->cut_cap, series->cut_count + 1,
					sizeof(series->cuts[0]));
		series->cuts[series->cut_count++] = cut;
	}
}

bool app_checkin_series(struct app *app, struct day first, struct day last,
			struct checkin_series *series, struct err *err)
{
	struct checkin_series read = CHECKIN_SERIES_INIT;
	struct filling filling = {.app = app, .series = &read};
	struct symptoms symptoms = SYMPTOMS_INIT;
	struct course course = COURSE_INIT;
	struct store *store;

	if (!app_symptoms(app, &symptoms, err))
		return false;
	read.first = first;
	read.days = last.n < first.n ? 0 : day_between(first, last) + 1;
	read.unit = app->settings.unit;
	read.means = days_without(&read);
	read.sleep = days_without(&read);
	add_symptoms(&read, &symptoms);
	symptoms_free(&symptoms);
	if (!app_store_read(app, &store, err) ||
	    !store_checkin_walk(store, app_span(app, first, last), false, fill_day, &filling,
				err) ||
	    !store_course(store, &course, err)) {
		checkin_series_free(&read);
		return false;
	}
	for (int32_t i = 0; i < read.days; i++)
		read.checked += read.means[i] != TREND_NONE || read.sleep[i] != SLEEP_UNKNOWN;
	drop_idle(&read);
	find_cuts(&course, &read);
	course_free(&course);
	*series = read;
	return true;
}

struct meaning {
	const struct app *app;
	struct day first;
	int32_t days;
	int16_t *means;
};

static bool fill_mean(void *context, const struct checkin *checkin, struct err *err)
{
	const struct meaning *meaning = context;
	struct day day = app_diary_day(meaning->app, checkin->utc, checkin->utc_offset);
	int32_t at = day_between(meaning->first, day);

	(void)err;
	if (at >= 0 && at < meaning->days)
		meaning->means[at] = (int16_t)checkin_mean(checkin);
	return true;
}

bool app_checkin_means(struct app *app, struct day first, struct day last, int16_t *means,
		       struct err *err)
{
	struct meaning meaning = {app, first, day_between(first, last) + 1, means};
	struct store *store;

	for (int32_t i = 0; i < meaning.days; i++)
		means[i] = TREND_NONE;
	return app_store_read(app, &store, err) &&
	       store_checkin_walk(store, app_span(app, first, last), false, fill_mean, &meaning,
				  err);
}

bool checkin_trend(const struct checkin_series *series, const int16_t *values, size_t i,
		   struct trend *trend)
{
	int32_t next = i + 1 < series->cut_count ? series->cuts[i + 1].at : series->days;

	return trend_at_cut(values, series->days, series->cuts[i].at, next, trend);
}
