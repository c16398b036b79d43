/* SPDX-License-Identifier: MIT */
#include "export_log.h"
#include "engine/day_typed.h"

#include <string.h>

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

static log_writer *writer_of(const struct export_request *request)
{
	return strcmp(request->format, "json") == 0 ? log_write_json : log_write_csv;
}

/* What is written is of one moment. */
bool log_write(struct app *app, const struct export_request *request, const struct log_parts *parts,
	       struct err *err)
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
