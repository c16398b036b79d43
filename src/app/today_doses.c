/* SPDX-License-Identifier: MIT */
#include "today_doses.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct reading {
	struct today *today;
	size_t cap;
};

static struct today_dose *add(struct today *today, size_t *cap)
{
	struct today_dose *dose;

	today->doses = mem_grow(today->doses, cap, today->dose_count + 1, sizeof(*today->doses));
	dose = &today->doses[today->dose_count++];
	*dose = (struct today_dose){.slot = -1};
	return dose;
}

static bool read_one(void *context, const struct dose *logged, struct err *err)
{
	struct reading *reading = context;
	struct today *today = reading->today;
	struct today_dose *dose;

	(void)err;
	dose = add(today, &reading->cap);
	dose->taken = true;
	dose->id = logged->id;
	dose->wall = dose_wall(logged);
	dose->amount = logged->amount;
	dose->unit = logged->unit;
	dose->counts = logged->unit == today->unit;
	dose->tags = mem_dup(logged->tags);
	dose->note = mem_dup(logged->note);
	if (dose->counts) {
		today->taken.nano += logged->amount.nano;
		today->doses_taken += logged->amount.nano > 0 ? 1 : 0;
		today->decimals = amount_decimals_for(today->decimals, logged->amount);
	}
	return true;
}

bool today_doses_read(struct app *app, struct store *store, struct today *today, struct err *err)
{
	struct reading reading = {.today = today};

	return store_dose_walk(store, app_span(app, today->day, today->day), false, read_one,
			       &reading, err);
}

/* A slot that is used today, with the part of the day it stands for. */
struct place {
	int slot;
	int64_t wall;          /* -1 without a time */
	int64_t opens, closes; /* from midway to the slot before to midway to the one after */
	struct amount planned;
};

struct places {
	struct place place[PLAN_SLOT_MAX];
	size_t count;
};

static struct places places_of(const struct app *app, const struct schedule *schedule,
			       struct day day)
{
	const struct amount *doses = schedule_doses(schedule, schedule_at(schedule, day));
	struct places places = {.count = 0};

	for (size_t i = 0; i < schedule->slot_count; i++) {
		int16_t minute = schedule->slots[i].minute;
		struct place place = {.slot = (int)i,
				      .wall = -1,
				      .opens = app_day_begins(app, day),
				      .closes = app_day_begins(app, day_add(day, 1)),
				      .planned = doses[i]};
		struct place *before = places.count > 0 ? &places.place[places.count - 1] : NULL;

		if (doses[i].nano == 0)
			continue;
		if (minute >= 0)
			place.wall = (int64_t)day.n * MINUTES_A_DAY + minute +
				     (minute < app->settings.day_starts ? MINUTES_A_DAY : 0);
		if (before != NULL && before->wall >= 0 && place.wall >= 0) {
			before->closes = (before->wall + place.wall) / 2;
			place.opens = before->closes;
		}
		places.place[places.count++] = place;
	}
	return places;
}

/* The logged dose for a place: the nearest in its part of the day that no other place has, or the first free one where it has no time. */
static struct today_dose *match(const struct place *place, struct today *today, size_t logged)
{
	struct today_dose *best = NULL;

	for (size_t i = 0; i < logged; i++) {
		struct today_dose *dose = &today->doses[i];

		if (dose->slot >= 0 || !dose->counts || dose->amount.nano == 0)
			continue;
		if (place->wall < 0)
			return dose;
		if (dose->wall < place->opens || dose->wall >= place->closes)
			continue;
		if (best == NULL ||
		    llabs(dose->wall - place->wall) < llabs(best->wall - place->wall))
			best = dose;
	}
	return best;
}

/*
 * A dose outside its part of the day may still be a planned one, taken early or late: a free one of just the planned
 * amount is. Anything else between the planned doses is extra.
 */
static struct today_dose *match_amount(const struct place *place, struct amount measure,
				       struct today *today, size_t logged)
{
	struct today_dose *best = NULL;

	for (size_t i = 0; i < logged; i++) {
		struct today_dose *dose = &today->doses[i];

		if (dose->slot >= 0 || !dose->counts || dose->amount.nano == 0 ||
		    2 * llabs(dose->amount.nano - place->planned.nano) > measure.nano)
			continue;
		if (best == NULL ||
		    llabs(dose->wall - place->wall) < llabs(best->wall - place->wall))
			best = dose;
	}
	return best;
}

static void name_of_slot(const struct schedule *schedule, int slot, struct today_dose *dose)
{
	memcpy(dose->name, schedule->slots[slot].name, sizeof(dose->name));
}

static void call_rest_extra(struct today *today, size_t logged)
{
	for (size_t i = 0; i < logged; i++) {
		struct today_dose *dose = &today->doses[i];

		if (dose->slot < 0 && dose->counts && dose->amount.nano > 0)
			memcpy(dose->name, "extra", sizeof("extra"));
	}
}

static int by_time(const void *a, const void *b)
{
	const struct today_dose *left = a, *right = b;

	if ((left->wall < 0) != (right->wall < 0))
		return left->wall < 0 ? 1 : -1;
	if (left->wall != right->wall)
		return left->wall < right->wall ? -1 : 1;
	if (left->id != right->id)
		return left->id < right->id ? -1 : 1;
	return left->slot - right->slot;
}

/* The next dose is the first open one whose part of the day is not over, else the first open one. */
static void find_next(const struct places *places, struct today *today)
{
	const struct today_dose *next = NULL;

	for (size_t i = 0; i < today->dose_count; i++) {
		const struct today_dose *dose = &today->doses[i];
		bool over = false;

		if (dose->taken || dose->amount.nano == 0)
			continue;
		for (size_t k = 0; k < places->count; k++) {
			if (places->place[k].slot == dose->slot)
				over = places->place[k].closes <= today->now_wall;
		}
		if (next == NULL || !over)
			next = dose;
		if (!over)
			break;
	}
	if (next == NULL)
		return;
	today->has_next_dose = true;
	today->next_wall = next->wall;
	today->next_amount = next->amount;
}

static void take_place(const struct schedule *schedule, const struct place *place,
		       struct today_dose *dose)
{
	dose->slot = place->slot;
	dose->planned = place->planned;
	name_of_slot(schedule, place->slot, dose);
}

/* What is still open is suggested as far as what is left goes: the last dose of the day gives first. */
static void add_open(const struct schedule *schedule, const struct place *place,
		     struct today *today, size_t *cap, int64_t *left)
{
	struct today_dose *dose = add(today, cap);

	dose->wall = place->wall;
	dose->unit = today->unit;
	dose->counts = true;
	dose->tags = mem_dup("");
	dose->note = mem_dup("");
	dose->amount.nano = place->planned.nano < *left ? place->planned.nano : *left;
	*left -= dose->amount.nano;
	take_place(schedule, place, dose);
}

void today_doses_plan(const struct app *app, const struct schedule *schedule, struct today *today)
{
	size_t logged = today->dose_count, cap = logged;
	struct places places;
	bool taken[PLAN_SLOT_MAX] = {false};
	int64_t left = today->left.nano;

	if (schedule == NULL)
		return;
	places = places_of(app, schedule, today->day);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < places.count; i++) {
			const struct place *place = &places.place[i];
			struct today_dose *dose;

			if (taken[i])
				continue;
			dose = pass == 0 ? match(place, today, logged)
					 : match_amount(place, schedule->measure, today, logged);
			if (dose != NULL)
				take_place(schedule, place, dose);
			taken[i] = dose != NULL;
		}
	}
	for (size_t i = 0; i < places.count; i++) {
		if (!taken[i])
			add_open(schedule, &places.place[i], today, &cap, &left);
	}
	call_rest_extra(today, logged);
	if (today->dose_count > 0)
		qsort(today->doses, today->dose_count, sizeof(*today->doses), by_time);
	find_next(&places, today);
}
