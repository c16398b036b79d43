/* SPDX-License-Identifier: MIT */
#include "app/transfer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "export/csv.h"
#include "files.h"
#include "paper.h"

/* Places local times, and counts those that a clock change skipped or doubled. */
struct placing {
	const struct clock *clock;
	int64_t resolved;
};

static bool local_time(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	struct placing *placing = context;
	int64_t utc;

	(void)err;
	if (clock_from_wall(placing->clock, wall, &utc, utc_offset) != WALL_PLAIN)
		placing->resolved++;
	return true;
}

/* One line may hold more than one mistake. */
static size_t lines_of(const struct problems *problems)
{
	size_t lines = 0;

	for (size_t i = 0; i < problems->count; i++) {
		if (i == 0 || problems->items[i].line != problems->items[i - 1].line)
			lines++;
	}
	return lines + problems->more;
}

struct dose_array {
	struct dose *doses;
	size_t count;
	size_t next;
};

static bool next_dose(void *context, struct dose *dose)
{
	struct dose_array *array = context;

	if (array->next == array->count)
		return false;
	*dose = array->doses[array->next++];
	return true;
}

static void free_doses(struct dose_array *array)
{
	for (size_t i = 0; i < array->count; i++)
		dose_free(&array->doses[i]);
	free(array->doses);
}

/* Makes each dose fit for the store and finds the range of days. */
static bool check_doses(struct app *app, struct dose_array *array, struct import_result *result,
			struct err *err)
{
	char time[MOMENT_TEXT_SIZE];
	int64_t now = app_now_utc(app);

	for (size_t i = 0; i < array->count; i++) {
		struct dose *dose = &array->doses[i];
		struct day day;

		if (dose->product[0] == '\0')
			memcpy(dose->product, app->settings.product, sizeof(dose->product));
		if (!dose_valid(dose, err) ||
		    (dose->utc > now && !err_set(err, ERR_INVALID, "the time is in the future")))
			return err_wrap(err, "the dose of %s",
					moment_rfc3339(dose->utc, dose->utc_offset, time));
		day = app_dose_day(app, dose);
		if (i == 0 || day.n < result->first.n)
			result->first = day;
		if (i == 0 || day.n > result->last.n)
			result->last = day;
	}
	result->read = (int64_t)array->count;
	return true;
}

static bool store_doses(struct app *app, const struct import_request *request,
			struct dose_array *array, struct import_result *result, struct err *err)
{
	struct dose_import import = {.source = next_dose,
				     .context = array,
				     .now_utc = app_now_utc(app),
				     .dry_run = request->dry_run};
	char what[APP_WHAT_SIZE];
	struct store *store;

	if (!check_doses(app, array, result, err))
		return false;
	if (!(request->dry_run ? app_store_read(app, &store, err)
			       : app_store_write(app, &store, err)))
		return false;
	snprintf(what, sizeof(what), "import of %zu dose%s", array->count,
		 array->count == 1 ? "" : "s");
	import.what = what;
	if (!store_dose_import(store, &import, err))
		return false;
	result->added = import.added;
	result->skipped = import.skipped;
	return true;
}

bool app_import(struct app *app, const struct import_request *request, struct import_result *result,
		struct problems *problems, struct err *err)
{
	struct placing placing = {.clock = &app->clock};
	struct csv_source source = {
		.default_unit = app->settings.unit, .local_time = local_time, .context = &placing};
	struct dose_array array = {.doses = NULL};
	struct import_result made = {.read = 0};
	struct str text = STR_INIT;
	size_t bad;
	bool done;

	if (!files_read(request->path, &text, err))
		return false;
	source.text = text.data;
	source.len = text.len;
	done = csv_read_doses(&source, &array.doses, &array.count, problems, err);
	str_free(&text);
	if (!done)
		return false;
	bad = lines_of(problems);
	made.resolved = placing.resolved;
	if (bad > 0 && !request->skip_bad)
		done = err_set(
			err, ERR_FORMAT,
			"%zu line%s can't be read, so nothing was imported; mend %s, or leave %s "
			"out with --skip-bad",
			bad, bad == 1 ? "" : "s", bad == 1 ? "it" : "them",
			bad == 1 ? "it" : "them");
	else
		done = store_doses(app, request, &array, &made, err);
	free_doses(&array);
	if (done)
		*result = made;
	return done;
}

static bool write_dose(void *context, const struct dose *dose, struct err *err)
{
	(void)err;
	csv_write_dose(context, dose);
	return true;
}

static bool export_csv(struct app *app, const struct export_request *request, struct str *out,
		       struct err *err)
{
	struct day today = app_today_day(app), day;
	struct span span = {.from = INT64_MIN, .to = INT64_MAX};
	struct store *store;

	if (request->from != NULL) {
		if (!day_read(request->from, today, &day, err))
			return err_wrap(err, "--from");
		span.from = app_day_begins(app, day);
	}
	if (request->to != NULL) {
		if (!day_read(request->to, today, &day, err))
			return err_wrap(err, "--to");
		span.to = app_day_begins(app, day_add(day, 1));
	}
	if (!app_store_read(app, &store, err))
		return false;
	csv_write_header(out);
	return store_dose_walk(store, span, false, write_dose, out, err);
}

struct format {
	const char *name;
	bool (*write)(struct app *, const struct export_request *, struct str *, struct err *);
};

static const struct format formats[] = {{"txt", paper_txt}, {"csv", export_csv}};

bool app_export(struct app *app, const struct export_request *request, struct str *out,
		struct err *err)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (strcmp(request->format, formats[i].name) == 0)
			return formats[i].write(app, request, out, err);
	}
	return err_set(err, ERR_USAGE,
		       "'%.60s' is not a format that can be written; txt and csv are",
		       request->format);
}
