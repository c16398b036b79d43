/* SPDX-License-Identifier: MIT */
#include "export_log.h"

#include <string.h>

#include "files.h"

bool log_parts_pass(const struct log_parts *parts, struct str *part, bool all, struct err *err)
{
	bool done;

	if (!all && part->len < EXPORT_PART)
		return true;
	done = parts->take(parts->context, part, err);
	str_reset(part);
	return done;
}

static bool read_span(const struct app *app, const struct export_request *request,
		      struct span *span, struct err *err)
{
	struct day today = app_today_day(app), day;
	struct span read = {.from = INT64_MIN, .to = INT64_MAX};

	if (request->from != NULL) {
		if (!day_read(request->from, today, &day, err))
			return err_wrap(err, "--from");
		read.from = app_day_begins(app, day);
	}
	if (request->to != NULL) {
		if (!day_read(request->to, today, &day, err))
			return err_wrap(err, "--to");
		read.to = app_day_begins(app, day_add(day, 1));
	}
	*span = read;
	return true;
}

static log_write *writer_of(const struct export_request *request)
{
	return strcmp(request->format, "json") == 0 ? log_write_json : log_write_csv;
}

/* What is written is of one moment. */
static bool write_log(struct app *app, const struct export_request *request,
		      const struct log_parts *parts, struct err *err)
{
	int64_t before = 0, after = 0;
	struct store *store;
	struct span span;

	if (!read_span(app, request, &span, err) || !app_store_read(app, &store, err) ||
	    !store_version(store, &before, err) ||
	    !writer_of(request)(app, store, request, span, parts, err) ||
	    !store_version(store, &after, err))
		return false;
	return before == after ||
	       err_set(err, ERR_STORE,
		       "the log was changed while it was written out; write it out again");
}

bool app_export_log(struct app *app, const struct export_request *request, export_part *take,
		    void *context, struct err *err)
{
	const struct log_parts parts = {.take = take, .context = context, .at_leisure = true};

	return write_log(app, request, &parts, err);
}

static bool add_to_file(void *context, const struct str *part, struct err *err)
{
	return files_add(context, part, err);
}

bool app_export_log_file(struct app *app, const struct export_request *request, const char *path,
			 struct err *err)
{
	struct files_out out;
	struct log_parts parts = {.take = add_to_file, .context = &out};

	if (!files_begin(path, &out, err))
		return false;
	/* A file is quick: the log is held still meanwhile. */
	parts.at_leisure = out.beside == NULL;
	return files_end(&out, write_log(app, request, &parts, err), err);
}
