/* SPDX-License-Identifier: MIT */
#include "app/checkin.h"

#include <stdlib.h>
#include <string.h>

#include "app/entries.h"
#include "app/guidance.h"
#include "app/undo.h"
#include "app_private.h"
#include "diary_words.h"
#include "store/diary.h"

bool app_checkin_get(struct app *app, int64_t id, struct checkin *checkin, struct err *err)
{
	struct store *store;

	return app_store_read(app, &store, err) && store_checkin_get(store, id, checkin, err);
}

static bool keep_first(void *context, const struct checkin *checkin, struct err *err)
{
	(void)err;
	checkin_copy(context, checkin);
	return false;
}

bool app_checkin_day(struct app *app, struct day day, bool *any, struct checkin *checkin,
		     struct err *err)
{
	struct checkin found = CHECKIN_INIT;
	struct store *store;

	if (!app_store_read(app, &store, err) ||
	    !store_checkin_walk(store, app_span(app, day, day), true, keep_first, &found, err))
		return false;
	*any = found.id != 0;
	if (*any)
		*checkin = found;
	return true;
}

static bool hours_wrong(const char *text, struct err *err)
{
	return err_set(err, ERR_INVALID,
		       "'%.40s' is no night's sleep; write hours from 0 to 24: 7, 7.5 or 7h30",
		       text);
}

/* "7", "7.5", "7,25", "7h30". */
bool checkin_read_sleep(const char *text, int16_t *minutes, struct err *err)
{
	size_t whole = strspn(text, "0123456789"), rest;
	const char *part = text + whole;
	int hours = 0, more = 0, scale = 1;

	if (text[0] == '\0') {
		*minutes = SLEEP_UNKNOWN;
		return true;
	}
	if (whole == 0 || whole > 2)
		return hours_wrong(text, err);
	for (size_t i = 0; i < whole; i++)
		hours = hours * 10 + (text[i] - '0');
	if (*part != '\0') {
		bool clock = *part == 'h' || *part == ':';

		if (!clock && *part != '.' && *part != ',')
			return hours_wrong(text, err);
		rest = strspn(++part, "0123456789");
		if (part[rest] != '\0' || rest > 2 || (rest == 0 && part[-1] != 'h') ||
		    (clock && rest == 1))
			return hours_wrong(text, err);
		for (size_t i = 0; i < rest; i++, scale *= 10)
			more = more * 10 + (part[i] - '0');
		if (clock && more > 59)
			return hours_wrong(text, err);
		if (!clock)
			more = (more * 60 + scale / 2) / scale;
	}
	if (hours * 60 + more > MINUTES_A_DAY)
		return hours_wrong(text, err);
	*minutes = (int16_t)(hours * 60 + more);
	return true;
}

static void drop_score(struct checkin *checkin, const char *item)
{
	for (size_t i = 0; i < checkin->count; i++) {
		if (strcmp(checkin->scores[i].item, item) == 0) {
			checkin->scores[i] = checkin->scores[--checkin->count];
			return;
		}
	}
}

static bool unknown_item(const struct symptoms *symptoms, const char *item, struct err *err)
{
	const char *nearest = symptoms_nearest(symptoms, item);

	if (nearest != NULL)
		return err_set(err, ERR_USAGE, "there is no item '%.60s'; did you mean '%s'?", item,
			       nearest);
	return err_set(err, ERR_USAGE,
		       "there is no item '%.60s'; 'taper check-in --list' shows them", item);
}

/* "craving=2", or "craving=" to take it out. */
static bool read_rating(const struct symptoms *symptoms, const char *text, struct checkin *checkin,
			struct err *err)
{
	const char *equals = strchr(text, '=');
	char item[SCORE_ITEM_SIZE];
	size_t len;

	if (equals == NULL)
		return err_set(err, ERR_USAGE, "'%.60s' is no rating; write ITEM=0 to ITEM=4",
			       text);
	len = (size_t)(equals - text);
	if (len >= sizeof(item))
		return unknown_item(symptoms, text, err);
	memcpy(item, text, len);
	item[len] = '\0';
	if (symptoms_find(symptoms, item) == NULL && checkin_score(checkin, item) < 0)
		return unknown_item(symptoms, item, err);
	if (equals[1] == '\0') {
		drop_score(checkin, item);
		return true;
	}
	if (equals[1] < '0' || equals[1] > '0' + SCORE_WORST || equals[2] != '\0')
		return err_set(err, ERR_INVALID,
			       "'%s' is rated from 0 (none) to %d (extreme), not '%.20s'", item,
			       SCORE_WORST, equals + 1);
	checkin_set(checkin, item, equals[1] - '0');
	return true;
}

static bool read_over(struct app *app, const struct checkin_request *request,
		      struct checkin *checkin, struct err *err)
{
	struct symptoms symptoms = SYMPTOMS_INIT;
	bool done = request->rating_count == 0 || app_symptoms(app, &symptoms, err);

	for (size_t i = 0; done && i < request->rating_count; i++)
		done = read_rating(&symptoms, request->ratings[i], checkin, err);
	symptoms_free(&symptoms);
	if (!done || (request->sleep != NULL &&
		      !checkin_read_sleep(request->sleep, &checkin->sleep_minutes, err)))
		return false;
	diary_replace(&checkin->note, request->note);
	return checkin_valid(checkin, err);
}

/* Stores it as a new one or over the old one; takes it over. */
static bool store_it(struct app *app, struct checked_in *read, struct err *err)
{
	struct checkin *checkin = &read->checkin;
	const struct diary_stamp stamp = {checkin->utc, checkin->utc_offset};
	struct store *store;
	char what[APP_WHAT_SIZE];

	read->added = checkin->id == 0;
	read->day = app_diary_day(app, checkin->utc, checkin->utc_offset);
	diary_describe(app, read->added ? "" : "change the ", ENTRY_CHECKIN, stamp, what);
	if (!app_store_write(app, &store, err))
		return false;
	if (read->added)
		return store_checkin_add(store, checkin, app_now_utc(app), what, &checkin->id, err);
	return store_checkin_edit(store, checkin, app_now_utc(app), what, err);
}

/* What a clock change did to the time matters little here: a check-in is of a day. */
static bool read_when(const struct app *app, const char *text, int64_t *utc, int16_t *utc_offset,
		      struct err *err)
{
	char said[APP_WHAT_SIZE];

	return diary_when(app, text, utc, utc_offset, said, err);
}

bool app_checkin(struct app *app, const struct checkin_request *request, struct checked_in *checked,
		 struct err *err)
{
	struct checked_in read = {.checkin = CHECKIN_INIT};
	int16_t utc_offset;
	int64_t utc;
	bool any;

	if (!read_when(app, request->when, &utc, &utc_offset, err) ||
	    !app_checkin_day(app, app_diary_day(app, utc, utc_offset), &any, &read.checkin, err))
		return false;
	if (!any) {
		read.checkin.utc = utc;
		read.checkin.utc_offset = utc_offset;
	}
	if (read_over(app, request, &read.checkin, err) && store_it(app, &read, err)) {
		*checked = read;
		return true;
	}
	checkin_free(&read.checkin);
	return false;
}

bool app_checkin_edit(struct app *app, int64_t id, const struct checkin_request *request,
		      struct checked_in *checked, struct err *err)
{
	struct checked_in read = {.checkin = CHECKIN_INIT};

	if (!app_checkin_get(app, id, &read.checkin, err))
		return false;
	if ((request->when == NULL ||
	     read_when(app, request->when, &read.checkin.utc, &read.checkin.utc_offset, err)) &&
	    read_over(app, request, &read.checkin, err) && store_it(app, &read, err)) {
		*checked = read;
		return true;
	}
	checkin_free(&read.checkin);
	return false;
}
