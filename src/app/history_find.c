/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app_private.h"
#include "base/mem.h"
#include "filter.h"
#include "store/sift.h"

struct search {
	const struct app *app;
	struct filter filter;
	history_visit *visit;
	void *context;
};

static bool look_at(void *context, const struct dose *dose, struct err *err)
{
	struct search *search = context;

	return !filter_fits(&search->filter, dose, app_dose_day(search->app, dose)) ||
	       search->visit(search->context, dose, err);
}

bool app_history_each(struct app *app, const struct history_request *request, bool at_leisure,
		      history_visit *visit, void *context, struct err *err)
{
	struct search search = {.app = app, .visit = visit, .context = context};
	struct day first = request->first, last = request->last;
	struct filter_texts texts;
	struct store *store;
	struct sift sift;

	if (!filter_read(request->words, request->word_count, &search.filter, err) ||
	    !app_store_read(app, &store, err))
		return false;
	filter_narrow(&search.filter, &first, &last);
	sift = sift_all(app_span(app, first, last));
	filter_sift(&search.filter, &texts, &sift);
	return store_dose_sift(store, &sift, at_leisure, look_at, &search, err);
}

struct dose_list {
	struct history_doses found; /* owned */
	size_t cap;
};

static bool keep(void *context, const struct dose *dose, struct err *err)
{
	struct dose_list *list = context;
	struct history_doses *found = &list->found;

	(void)err;
	found->doses = mem_grow(found->doses, &list->cap, found->count + 1, sizeof(*found->doses));
	dose_copy(&found->doses[found->count++], dose);
	return true;
}

bool app_history_find(struct app *app, const struct history_request *request,
		      struct history_doses *history, struct err *err)
{
	struct dose_list list = {.found = HISTORY_DOSES_INIT};

	if (!app_history_each(app, request, false, keep, &list, err)) {
		history_doses_free(&list.found);
		return false;
	}
	*history = list.found;
	return true;
}

/* The days of one unit. */
struct unit_days {
	struct history_days days; /* owned */
	size_t cap;
	size_t doses;
};

/*
 * Figures of two units can't be added: the usual one is told, or else that of the first dose. Which it will be is known at the
 * end.
 */
struct by_day {
	const struct app *app;
	struct unit_days usual, first;
	size_t doses;
};

static void add_dose(struct history_days *days, const struct dose *dose)
{
	struct history_day *day = &days->days[days->count - 1];
	struct day_total *total = &day->total;

	if (total->taken.nano <= INT64_MAX - dose->amount.nano)
		total->taken.nano += dose->amount.nano;
	total->entries++;
	total->doses += dose->amount.nano > 0 ? 1 : 0;
	history_add_tags(days, day, dose->tags);
}

static void add_to(struct unit_days *list, struct day day, const struct dose *dose)
{
	struct history_days *days = &list->days;

	if (days->count == 0 || days->days[days->count - 1].total.day.n != day.n) {
		days->days = mem_grow(days->days, &list->cap, days->count + 1, sizeof(*days->days));
		days->days[days->count++] = (struct history_day){
			.total = {.day = day},
			.status = DAY_NO_PLAN,
			.checkin = -1,
		};
	}
	add_dose(days, dose);
	list->doses++;
}

static bool add_up(void *context, const struct dose *dose, struct err *err)
{
	struct by_day *by_day = context;
	struct day day = app_dose_day(by_day->app, dose);

	(void)err;
	if (by_day->doses++ == 0)
		by_day->first.days.unit = dose->unit;
	if (dose->unit == by_day->usual.days.unit)
		add_to(&by_day->usual, day, dose);
	else if (by_day->usual.doses == 0 && dose->unit == by_day->first.days.unit)
		add_to(&by_day->first, day, dose);
	return true;
}

bool app_history_find_days(struct app *app, const struct history_request *request,
			   struct history_days *history, struct err *err)
{
	struct by_day by_day = {
		.app = app,
		.usual = {.days = {.unit = app->settings.unit, .tags = STR_INIT}},
		.first = {.days = HISTORY_DAYS_INIT},
	};
	bool usual, done = app_history_each(app, request, false, add_up, &by_day, err);
	struct amount measure = app->settings.measure;
	struct unit_days *told, *other;

	usual = by_day.usual.doses > 0 || by_day.doses == 0;
	told = usual ? &by_day.usual : &by_day.first;
	other = usual ? &by_day.first : &by_day.usual;
	history_days_free(&other->days);
	if (!done) {
		history_days_free(&told->days);
		return false;
	}
	told->days.decimals =
		app_decimals(told->days.unit, usual ? measure : (struct amount){.nano = 0});
	for (size_t i = 0; i < told->days.count; i++)
		told->days.decimals =
			amount_decimals_for(told->days.decimals, told->days.days[i].total.taken);
	told->days.left_out = by_day.doses - told->doses;
	*history = told->days;
	return true;
}
