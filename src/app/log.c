/* SPDX-License-Identifier: MIT */
#include "app/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/undo.h"
#include "app_private.h"
#include "base/mem.h"
#include "hooks.h"
#include "none.h"

static bool given(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static void replace(char **field, const char *text)
{
	char *copy = mem_dup(text);

	free(*field);
	*field = copy;
}

/* The amount as typed, in the unit its product counts in; a product the settings do not know takes the unit named. */
static bool read_amount(const struct app *app, const char *text, struct dose *dose, struct err *err)
{
	const struct settings *settings = &app->settings;
	const struct product *product =
		product_named(settings->products, settings->product_count, dose->product);
	enum unit unit;

	if (!amount_read(text, &dose->amount, &unit, err))
		return false;
	if (product != NULL) {
		dose->unit = unit;
		return product_count(product, &dose->amount, &dose->unit, err);
	}
	if (unit != UNIT_NONE)
		dose->unit = unit;
	return true;
}

/* What the request names goes over what is in the dose. */
static bool read_over(struct app *app, const struct log_request *request, struct dose *dose,
		      char *said, struct err *err)
{
	if (given(request->product) &&
	    !str_copy(dose->product, sizeof(dose->product), request->product))
		return err_set(err, ERR_INVALID, "'product' is longer than %d bytes",
			       DOSE_PRODUCT_SIZE - 1);
	if (request->amount != NULL && !read_amount(app, request->amount, dose, err))
		return false;
	if (given(request->when) &&
	    !app_when(app, request->when, &dose->utc, &dose->utc_offset, said, err))
		return false;
	if (dose->amount.nano == 0)
		said[0] = '\0';
	if (request->tags != NULL)
		replace(&dose->tags, request->tags);
	if (request->note != NULL)
		replace(&dose->note, request->note);
	return dose_valid(dose, err);
}

bool app_log_read(struct app *app, const struct log_request *request, struct logged *logged,
		  struct err *err)
{
	struct logged read = {.dose = DOSE_INIT};

	read.dose.unit = app->settings.unit;
	memcpy(read.dose.product, app->settings.product, sizeof(read.dose.product));
	clock_now(&app->clock, &read.dose.utc, &read.dose.utc_offset);
	if (!given(request->amount))
		return err_set(err, ERR_INVALID,
			       "the amount is missing; 2.5 g, or 0 for none today");
	if (!read_over(app, request, &read.dose, read.said, err)) {
		dose_free(&read.dose);
		return false;
	}
	*logged = read;
	return true;
}

static void describe(const char *verb, const struct dose *dose, char *what)
{
	char amount[AMOUNT_TEXT_SIZE], time[MOMENT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct moment moment = dose_moment(dose);

	snprintf(what, APP_WHAT_SIZE, "%s %s at %s on %s", verb,
		 amount_with_unit(dose->amount, dose->unit, amount),
		 minute_text(moment.minute, time), day_short(moment.day, day));
}

bool app_log(struct app *app, const struct log_request *request, struct logged *logged,
	     struct err *err)
{
	struct store *store;
	struct logged read;
	char what[APP_WHAT_SIZE];

	if (!app_log_read(app, request, &read, err))
		return false;
	describe("log", &read.dose, what);
	if (!none_fits(app, &read.dose, false, err) || !app_store_write(app, &store, err) ||
	    !store_dose_add(store, &read.dose, app_now_utc(app), what, &read.dose.id, err)) {
		dose_free(&read.dose);
		return false;
	}
	hooks_log(app, &read.dose);
	*logged = read;
	return true;
}

bool app_dose(struct app *app, int64_t id, struct dose *dose, struct err *err)
{
	struct store *store;

	return app_store_read(app, &store, err) && store_dose_get(store, id, dose, err);
}

/* "08:30" said of a dose that is there already is the time on its own day, whatever day it is now. */
static const char *on_its_day(const struct app *app, const struct dose *dose, const char *when,
			      char *buf, size_t size)
{
	struct day day = app_dose_day(app, dose);
	char date[DAY_TEXT_SIZE];
	struct err ignored;
	int16_t minute;

	if (!given(when) || !minute_read(when, &minute, &ignored))
		return when;
	if (minute < app->settings.day_starts)
		day = day_add(day, 1);
	snprintf(buf, size, "%s %s", day_iso(day, date), when);
	return buf;
}

bool app_edit(struct app *app, int64_t id, const struct log_request *request, struct logged *logged,
	      struct err *err)
{
	struct store *store;
	struct log_request placed = *request;
	struct logged read = {.dose = DOSE_INIT};
	char what[APP_WHAT_SIZE], when[DAY_TEXT_SIZE + 16];

	if (!app_dose(app, id, &read.dose, err))
		return false;
	placed.when = on_its_day(app, &read.dose, request->when, when, sizeof(when));
	if (!read_over(app, &placed, &read.dose, read.said, err))
		goto fail;
	describe("change to", &read.dose, what);
	if (!app_store_write(app, &store, err) ||
	    !store_dose_edit(store, &read.dose, app_now_utc(app), what, err))
		goto fail;
	*logged = read;
	return true;
fail:
	dose_free(&read.dose);
	return false;
}

bool app_remove(struct app *app, int64_t id, struct err *err)
{
	struct store *store;
	struct dose dose;
	char what[APP_WHAT_SIZE];
	bool removed;

	if (!app_dose(app, id, &dose, err))
		return false;
	describe("remove", &dose, what);
	removed = app_store_write(app, &store, err) &&
		  store_dose_remove(store, id, app_now_utc(app), what, err);
	dose_free(&dose);
	return removed;
}

static bool take_first(void *context, const struct dose *dose, struct err *err)
{
	struct dose *found = context;

	(void)err;
	dose_copy(found, dose);
	return false;
}

bool app_last_dose(struct app *app, bool *any, struct dose *dose, struct err *err)
{
	struct store *store;
	struct dose found = DOSE_INIT;
	int64_t first, last;

	if (!app_store_read(app, &store, err) || !store_dose_range(store, any, &first, &last, err))
		return false;
	if (!*any)
		return true;
	err->code = ERR_NONE;
	if (!store_dose_walk(store, (struct span){.from = last, .to = last + 1}, true, take_first,
			     &found, err) &&
	    err->code != ERR_NONE)
		return false;
	*dose = found;
	return true;
}
