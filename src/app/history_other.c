/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "store/sift.h"

struct others {
	const struct app *app;
	struct history_days *history;
};

static struct history_other *other_of(struct history_day *day, const struct dose *dose)
{
	struct history_other *other;
	size_t cap = day->other_count;

	for (size_t i = 0; i < day->other_count; i++) {
		other = &day->others[i];
		if (other->unit == dose->unit && strcmp(other->product, dose->product) == 0)
			return other;
	}
	day->others = mem_grow(day->others, &cap, day->other_count + 1, sizeof(*other));
	other = &day->others[day->other_count++];
	*other = (struct history_other){.unit = dose->unit};
	memcpy(other->product, dose->product, sizeof(other->product));
	return other;
}

static bool add_one(void *context, const struct dose *dose, struct err *err)
{
	struct others *others = context;
	struct history_days *history = others->history;
	int32_t at = day_between(history->days[0].total.day, app_dose_day(others->app, dose));
	struct history_other *other;

	(void)err;
	if (at < 0 || (size_t)at >= history->count)
		return true;
	other = other_of(&history->days[at], dose);
	if (other->taken.nano <= INT64_MAX - dose->amount.nano)
		other->taken.nano += dose->amount.nano;
	other->doses++;
	history->left_out++;
	return true;
}

bool history_read_others(struct app *app, struct store *store, struct history_days *history,
			 struct err *err)
{
	struct day first = history->days[0].total.day;
	struct sift sift =
		sift_all(app_span(app, first, day_add(first, (int32_t)history->count - 1)));
	struct others others = {.app = app, .history = history};

	sift.other_than = history->unit;
	return store_dose_sift(store, &sift, false, add_one, &others, err);
}
