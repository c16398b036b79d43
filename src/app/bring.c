/* SPDX-License-Identifier: MIT */
#include "bring.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/entries.h"
#include "app/safety.h"
#include "app/undo.h"
#include "base/mem.h"
#include "ids.h"
#include "none.h"
#include "store/import.h"

/* The days a dose can be of: a little more than those of the years 1600 to 9999. */
enum { DAY_LEAST = -135200, DAY_COUNT = 3070000 };

/* The first reading: nothing is changed, everything is looked at. */
struct look {
	struct app *app;
	const struct bring *bring;
	struct problems *problems;
	int64_t now_utc;
	struct import_result result;
	unsigned char *dosed
		[UNIT_COUNT]; /* owned; a bit a day: there was a dose of this unit in an earlier line */
	struct day free_day; /* that a dose of 0 was found to fit on last, */
	enum unit free_unit; /* in this unit */
	int64_t *bad; /* owned; entries that are not to be added, as they are counted from 0 */
	size_t bad_count, bad_cap;
	int64_t seen;
	struct ids ids;
	enum unit plan_unit; /* of the plan in use at the end of it; UNIT_NONE: none is */
};

static void count_product(const struct dose *dose, struct import_result *result)
{
	size_t i = 0;

	while (i < result->product_count && (result->products[i].unit != dose->unit ||
					     strcmp(result->products[i].name, dose->product) != 0))
		i++;
	if (i == IMPORT_PRODUCTS_MAX) {
		result->more_products = true;
		return;
	}
	if (i == result->product_count) {
		result->products[i].unit = dose->unit;
		memcpy(result->products[i].name, dose->product, sizeof(dose->product));
		result->product_count++;
	}
	result->products[i].count++;
}

/* The bit of a dose's day; NULL where it is out of bounds. */
static unsigned char *day_bit(struct look *look, const struct dose *dose, struct day day,
			      unsigned char *bit)
{
	int64_t at = (int64_t)day.n - DAY_LEAST;

	if (at < 0 || at >= DAY_COUNT)
		return NULL;
	if (look->dosed[dose->unit] == NULL)
		look->dosed[dose->unit] = mem_alloc(DAY_COUNT / 8 + 1, 1);
	*bit = (unsigned char)(1u << (at % 8));
	return &look->dosed[dose->unit][at / 8];
}

/* The rule of log, for the lines before and for what is in the log. */
static bool none_is_true(struct look *look, const struct dose *dose, struct day day,
			 struct err *err)
{
	unsigned char bit = 0, *byte = day_bit(look, dose, day, &bit);
	char text[DAY_TEXT_SIZE];

	if (dose->amount.nano > 0) {
		if (byte != NULL)
			*byte |= bit;
		return true;
	}
	if (!look->bring->exact && byte != NULL && (*byte & bit) != 0)
		return err_set(err, ERR_INVALID,
			       "an earlier line has a dose of %s, and 0 says that there was none",
			       day_short(day, text));
	if (look->free_unit == dose->unit && look->free_day.n == day.n)
		return true;
	if (!none_fits(look->app, dose, true, err))
		return false;
	look->free_unit = dose->unit;
	look->free_day = day;
	return true;
}

static bool not_to_come(const struct look *look, const struct record *record, struct err *err)
{
	char time[MOMENT_TEXT_SIZE];
	int64_t utc = record_utc(record);

	return utc <= look->now_utc || err_set(err, ERR_INVALID, "%s is in the future",
					       moment_rfc3339(utc, record_offset(record), time));
}

/* A later change goes on from the plan text. */
static bool plan_is_readable(const struct revision *revision, struct err *err)
{
	struct plan plan = PLAN_INIT;
	bool read = revision->kind == REVISION_STOP || revision_plan(revision, &plan, err);

	plan_free(&plan);
	if (!read) {
		err->code = ERR_INVALID;
		return err_wrap(err, "plan_text");
	}
	return true;
}

static bool is_good(struct look *look, const struct record *record, struct day day, struct err *err)
{
	if (!not_to_come(look, record, err))
		return false;
	if (record->kind == RECORD_REVISION)
		return plan_is_readable(record->revision, err);
	return record->kind != RECORD_DOSE || none_is_true(look, record->dose, day, err);
}

static struct day day_of(const struct look *look, const struct record *record)
{
	int64_t utc = record_utc(record);

	if (record->kind == RECORD_REVISION)
		return record->revision->from;
	if (record->kind == RECORD_DOSE)
		return app_dose_day(look->app, record->dose);
	return app_diary_day(look->app, utc, record_offset(record));
}

static void set_aside(struct look *look, int line, const char *what)
{
	const struct bring_from *from = &look->bring->from;
	struct str place = STR_INIT;

	if (from->place != NULL)
		from->place(from->context, &place);
	problems_add(look->problems, line, 0, "%s%s%s", place.data, place.len > 0 ? ": " : "",
		     what);
	str_free(&place);
	look->bad = mem_grow(look->bad, &look->bad_cap, look->bad_count + 1, sizeof(*look->bad));
	look->bad[look->bad_count++] = look->seen;
}

static void count(struct look *look, const struct record *record, struct day day)
{
	struct import_result *result = &look->result;

	if (record->kind == RECORD_DOSE)
		count_product(record->dose, result);
	if (record->kind == RECORD_REVISION)
		look->plan_unit = record->revision->kind == REVISION_STOP
					  ? UNIT_NONE
					  : record->revision->schedule.unit;
	ids_add(&look->ids, record);
	if (result->read == 0 || day.n < result->first.n)
		result->first = day;
	if (result->read == 0 || day.n > result->last.n)
		result->last = day;
	result->read++;
	result->kinds[record->kind].read++;
}

/* False where it is the store that can't be asked. */
static bool look_at(struct look *look, const struct record *record, int line, struct err *err)
{
	struct day day = day_of(look, record);

	if (is_good(look, record, day, err)) {
		count(look, record, day);
	} else {
		if (err->code != ERR_INVALID)
			return false;
		set_aside(look, line, err->msg);
		err->code = ERR_NONE;
	}
	look->seen++;
	return true;
}

/* One line may hold more than one mistake. */
static int64_t lines_of(const struct problems *problems)
{
	size_t lines = 0;

	for (size_t i = 0; i < problems->count; i++) {
		if (i == 0 || problems->items[i].line != problems->items[i - 1].line)
			lines++;
	}
	return (int64_t)(lines + problems->more);
}

static bool look_through(struct look *look, struct err *err)
{
	const struct bring_from *from = &look->bring->from;
	struct err inner = {.code = ERR_NONE};
	struct record record;
	int line = 0;
	bool ok = from->begin(from->context, look->problems, &inner);

	while (ok && from->next(from->context, &record, &line, &inner))
		ok = look_at(look, &record, line, &inner);
	look->result.left_out = from->bad == NULL
					? lines_of(look->problems)
					: from->bad(from->context) + (int64_t)look->bad_count;
	from->end(from->context);
	if (ok && inner.code == ERR_NONE)
		return true;
	*err = inner;
	return false;
}

static const char *counted(int64_t count, const char *one, const char *many)
{
	return count == 1 ? one : many;
}

static bool none_bad(const struct look *look, struct err *err)
{
	const struct bring *bring = look->bring;
	int64_t bad = look->result.left_out;

	if (bad == 0 || bring->skip_bad)
		return true;
	return err_set(err, ERR_FORMAT, "%lld %s can't be read, so nothing was added; mend %s%s",
		       (long long)bad,
		       bring->from.place == NULL ? counted(bad, "line", "lines")
						 : counted(bad, "entry", "entries"),
		       counted(bad, "it", "them"), bring->way_out);
}

/* A plan that comes without the answers it was begun with needs those of this log, as any that begins. */
static bool plan_may_begin(const struct look *look, struct err *err)
{
	struct course course = COURSE_INIT;
	struct store *store;
	bool any;

	if (look->plan_unit == UNIT_NONE || look->result.kinds[RECORD_ANSWERS].read > 0)
		return true;
	if (!app_store_read(look->app, &store, err) || !store_course(store, &course, err))
		return false;
	any = course.count > 0;
	course_free(&course);
	return any || app_safety_gate(look->app, look->plan_unit, err);
}

/* The second reading, in which the store takes the entries one after the other. */
struct adding {
	const struct look *look;
	size_t next_bad;
	int64_t seen, read;
};

static bool next_good(void *context, struct record *record, struct err *err)
{
	struct adding *adding = context;
	const struct look *look = adding->look;
	const struct bring_from *from = &look->bring->from;
	int line = 0;

	while (from->next(from->context, record, &line, err)) {
		int64_t number = adding->seen++;

		if (adding->next_bad < look->bad_count && look->bad[adding->next_bad] == number) {
			adding->next_bad++;
			continue;
		}
		adding->read++;
		return true;
	}
	if (err->code == ERR_NONE && adding->read != look->result.read)
		err_set(err, ERR_FORMAT, "it was changed while it was read; try again");
	return false;
}

static void note_counts(struct import_result *result, const struct store_import *import)
{
	for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
		result->kinds[kind].added = import->counts[kind].added;
		result->kinds[kind].skipped = import->counts[kind].skipped;
		result->added += import->counts[kind].added;
		result->skipped += import->counts[kind].skipped;
	}
	result->left_revisions = import->left_revisions;
}

static bool add(struct look *look, struct err *err)
{
	const struct bring *bring = look->bring;
	struct adding adding = {.look = look};
	int64_t read = look->result.read;
	bool only_doses = look->result.kinds[RECORD_DOSE].read == read;
	char what[APP_WHAT_SIZE];
	struct store_import import = {.source = next_good,
				      .context = &adding,
				      .now_utc = look->now_utc,
				      .what = what,
				      .dry_run = bring->dry_run,
				      .last_id = bring->exact ? ids_last(&look->ids) : 0};
	struct store *store;

	if (!(bring->dry_run ? app_store_read(look->app, &store, err)
			     : app_store_write(look->app, &store, err)))
		return false;
	snprintf(what, sizeof(what), "%s of %lld %s", bring->verb, (long long)read,
		 only_doses ? counted(read, "dose", "doses") : counted(read, "entry", "entries"));
	if (!store_import(store, &import, err))
		return false;
	note_counts(&look->result, &import);
	return true;
}

static bool add_all(struct look *look, struct err *err)
{
	const struct bring_from *from = &look->bring->from;
	struct problems again = PROBLEMS_INIT;
	bool done = from->begin(from->context, &again, err) && add(look, err);

	from->end(from->context);
	problems_free(&again);
	return done;
}

bool bring_all(struct app *app, const struct bring *bring, struct import_result *result,
	       struct problems *problems, struct err *err)
{
	struct look look = {
		.app = app, .bring = bring, .problems = problems, .now_utc = app_now_utc(app)};
	bool done = look_through(&look, err) && none_bad(&look, err) &&
		    plan_may_begin(&look, err) && add_all(&look, err);

	if (done)
		*result = look.result;
	for (size_t i = 0; i < UNIT_COUNT; i++)
		free(look.dosed[i]);
	free(look.bad);
	ids_free(&look.ids);
	return done;
}
