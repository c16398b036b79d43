/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app_private.h"
#include "base/mem.h"
#include "filter.h"
#include "tags.h"

struct search {
	const struct app *app;
	const struct filter *filter;
	struct history_doses found; /* owned */
	size_t cap;
};

static bool visit(void *context, const struct dose *dose, struct err *err)
{
	struct search *search = context;
	struct history_doses *found = &search->found;

	(void)err;
	if (!filter_fits(search->filter, dose, app_dose_day(search->app, dose)))
		return true;
	found->doses =
		mem_grow(found->doses, &search->cap, found->count + 1, sizeof(*found->doses));
	dose_copy(&found->doses[found->count++], dose);
	return true;
}

bool app_history_find(struct app *app, const struct history_request *request,
		      struct history_doses *history, struct err *err)
{
	struct filter filter;
	struct search search = {.app = app, .filter = &filter, .found = HISTORY_DOSES_INIT};
	struct store *store;

	if (!filter_read(request->words, request->word_count, &filter, err) ||
	    !app_store_read(app, &store, err))
		return false;
	if (!store_dose_walk(store, app_span(app, request->first, request->last), false, visit,
			     &search, err)) {
		history_doses_free(&search.found);
		return false;
	}
	*history = search.found;
	return true;
}

/* Figures of two units can't be added: the usual one is told, or else the only one there may be. */
static enum unit unit_of(const struct app *app, const struct history_doses *found)
{
	for (size_t i = 0; i < found->count; i++) {
		if (found->doses[i].unit == app->settings.unit)
			return app->settings.unit;
	}
	return found->count > 0 ? found->doses[0].unit : app->settings.unit;
}

static void add_dose(struct history_day *day, const struct dose *dose)
{
	struct day_total *total = &day->total;

	if (total->taken.nano <= INT64_MAX - dose->amount.nano)
		total->taken.nano += dose->amount.nano;
	total->entries++;
	total->doses += dose->amount.nano > 0 ? 1 : 0;
	tags_add(&day->tags, dose->tags);
}

static void add_up(const struct app *app, const struct history_doses *found,
		   struct history_days *days)
{
	size_t cap = 0;

	for (size_t i = 0; i < found->count; i++) {
		const struct dose *dose = &found->doses[i];
		struct day day = app_dose_day(app, dose);

		if (dose->unit != days->unit) {
			days->left_out++;
			continue;
		}
		if (days->count == 0 || days->days[days->count - 1].total.day.n != day.n) {
			days->days =
				mem_grow(days->days, &cap, days->count + 1, sizeof(*days->days));
			days->days[days->count++] = (struct history_day){
				.total = {.day = day},
				.status = DAY_NO_PLAN,
				.tags = mem_dup(""),
			};
		}
		add_dose(&days->days[days->count - 1], dose);
	}
	for (size_t i = 0; i < days->count; i++)
		days->decimals = app_decimals_for(days->decimals, days->days[i].total.taken);
}

bool app_history_find_days(struct app *app, const struct history_request *request,
			   struct history_days *history, struct err *err)
{
	struct history_days days = HISTORY_DAYS_INIT;
	struct history_doses found;
	struct amount none = {0};

	if (!app_history_find(app, request, &found, err))
		return false;
	days.unit = unit_of(app, &found);
	days.decimals = app_decimals(
		days.unit, days.unit == app->settings.unit ? app->settings.measure : none);
	add_up(app, &found, &days);
	history_doses_free(&found);
	*history = days;
	return true;
}
