/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/lock.h"
#include "app/transfer.h"
#include "bring.h"
#include "export/entries.h"
#include "layout.h"
#include "own_files.h"
#include "source.h"

/* Places local times, and counts those that a clock change skipped or doubled. */
struct reading {
	struct app *app;
	struct bring *bring;
	struct source *source;
	const struct import_request *request;
	const struct entries_format *format;
	enum unit unit;
	const struct csv_layout *layout; /* borrowed; NULL: as its header says */
	struct entries entries;          /* owned between begin and end */
	struct entries_aside aside;      /* of the last reading */
	int64_t resolved;
	struct own_files files; /* owned */
};

static bool local_time(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	struct reading *reading = context;
	int64_t utc;

	(void)err;
	if (clock_from_wall(&reading->app->clock, wall, &utc, utc_offset) != WALL_PLAIN)
		reading->resolved++;
	return true;
}

static int16_t offset_at(void *context, int64_t utc)
{
	const struct reading *reading = context;

	return clock_offset_at(&reading->app->clock, utc);
}

static bool feed_again(void *context, struct feed *feed, struct err *err)
{
	struct reading *reading = context;

	return source_feed(reading->source, feed, err);
}

static bool keep_file(void *context, const char *name, const char *text, struct err *err)
{
	struct reading *reading = context;

	return own_files_keep(reading->app, &reading->files, name, text, err);
}

static bool begin(void *context, struct problems *problems, struct err *err)
{
	struct reading *reading = context;
	const struct entries_source source = {.begin = feed_again,
					      .unit = reading->unit,
					      .usual_unit = reading->app->settings.unit,
					      .usual_product = reading->app->settings.product,
					      .layout = reading->layout,
					      .only = reading->request->only,
					      .local_time = local_time,
					      .offset_at = offset_at,
					      .file = keep_file,
					      .context = reading};

	reading->resolved = 0;
	own_files_free(&reading->files);
	if (!entries_open(reading->format, &source, problems, &reading->entries, err))
		return false;
	reading->bring->exact = reading->entries.own;
	return true;
}

static bool next(void *context, struct record *record, int *line, struct err *err)
{
	struct reading *reading = context;

	return entries_next(&reading->entries, record, line, err);
}

static void end(void *context)
{
	struct reading *reading = context;

	reading->aside = reading->entries.aside;
	entries_close(&reading->entries);
}

static void place(void *context, struct str *out)
{
	const struct reading *reading = context;

	reading->format->place(&reading->entries, out);
}

static int64_t bad(void *context)
{
	const struct reading *reading = context;

	return reading->entries.bad;
}

/* A layout is that of a table, whatever else it might look like. */
static bool is_table(struct reading *reading, bool json, struct err *err)
{
	const char *format = reading->request->format;

	if (json || (format != NULL && strcmp(format, "csv") != 0))
		return err_set(err, ERR_USAGE, "only a table has columns to be named, and %s",
			       json ? "this is JSON" : "another format is asked for");
	return entries_named("csv", false, &reading->format, err);
}

/* JSON has to be of the format that is named, or nothing in it would be found. */
static bool agree(const struct reading *reading, const struct entries_format *there,
		  struct err *err)
{
	return reading->format == there ||
	       err_set(err, ERR_FORMAT, "it is not of the format %s, but of %s",
		       reading->format->name, there->name);
}

static bool find_format(struct reading *reading, struct err *err)
{
	const struct entries_format *there;
	struct feed feed;
	bool json = false;

	if (!source_feed(reading->source, &feed, err) || !entries_is_json(feed, &json, err))
		return false;
	if (reading->layout != NULL)
		return is_table(reading, json, err);
	if (reading->request->format != NULL &&
	    !entries_named(reading->request->format, json, &reading->format, err))
		return false;
	if (reading->format != NULL && !json)
		return true;
	if (!source_feed(reading->source, &feed, err) || !entries_detect(feed, json, &there, err))
		return false;
	if (reading->format != NULL)
		return agree(reading, there, err);
	reading->format = there;
	return true;
}

static bool read_unit(const char *text, enum unit *unit, struct err *err)
{
	*unit = text != NULL ? unit_from_text(text) : UNIT_NONE;
	return text == NULL || *unit != UNIT_NONE ||
	       err_set(err, ERR_USAGE,
		       "unit: '%.60s' is not a unit; g, capsule, ml, tablet, mg are", text);
}

/* A log of other things only is most likely one in which it has another name. */
static bool any_was_meant(const struct reading *reading, const struct import_result *result,
			  struct err *err)
{
	const struct entries_aside *aside = &reading->aside;
	const char *only = reading->request->only;
	struct str names = STR_INIT;

	if (result->read + result->left_out > 0 || aside->other_count == 0)
		return true;
	for (size_t i = 0; i < aside->other_count; i++)
		str_addf(&names, "%s%s", i > 0 ? ", " : "", aside->others[i].name);
	err_set(err, ERR_NOT_FOUND,
		"nothing in it is called '%.60s'; say which of these is meant (only): %s%s",
		only != NULL ? only : "kratom", names.data, aside->more > 0 ? ", ..." : "");
	str_free(&names);
	return false;
}

static void tell_aside(const struct reading *reading, struct import_result *result)
{
	const struct entries_aside *aside = &reading->aside;

	result->format = reading->format->name;
	result->title = reading->format->title;
	result->resolved = reading->resolved;
	result->rounded = aside->rounded;
	result->not_taken = aside->not_taken;
	result->more_others = aside->more;
	result->other_count = aside->other_count;
	for (size_t i = 0; i < aside->other_count; i++) {
		struct import_other *other = &result->others[i];

		other->count = aside->others[i].count;
		memcpy(other->name, aside->others[i].name, sizeof(other->name));
	}
	result->files = (int64_t)reading->files.count;
	result->files_there = reading->files.there;
}

static bool bring_in(struct reading *reading, struct import_result *result,
		     struct problems *problems, struct err *err)
{
	struct import_result read = {0};

	if (!bring_all(reading->app, reading->bring, &read, problems, err) ||
	    !any_was_meant(reading, &read, err) ||
	    (!reading->request->dry_run && !own_files_write(reading->app, &reading->files, err)))
		return false;
	tell_aside(reading, &read);
	*result = read;
	return true;
}

bool app_import(struct app *app, const struct import_request *request, struct import_result *result,
		struct problems *problems, struct err *err)
{
	struct source source;
	struct csv_layout layout = {.dates = CSV_DATES_CLEAR};
	struct reading reading = {.app = app,
				  .source = &source,
				  .request = request,
				  .layout = request->layout != NULL ? &layout : NULL};
	struct bring bring = {
		.from = {.begin = begin, .next = next, .end = end, .bad = bad, .context = &reading},
		.verb = "import",
		.way_out = ", or leave out what is bad with --skip-bad",
		.dry_run = request->dry_run,
		.skip_bad = request->skip_bad,
	};
	bool done;

	reading.bring = &bring;
	if ((request->layout != NULL && !layout_read(request->layout, &layout, err)) ||
	    !read_unit(request->unit, &reading.unit, err) ||
	    !source_open(request->path, request->text, app_is_locked(app), &source, err))
		return false;
	done = find_format(&reading, err);
	assert(!done || reading.format != NULL);
	if (done && reading.format->place != NULL)
		bring.from.place = place;
	if (done && strcmp(reading.format->name, "csv") == 0)
		bring.from.bad = NULL;
	done = done && bring_in(&reading, result, problems, err);
	own_files_free(&reading.files);
	source_close(&source);
	return done;
}
