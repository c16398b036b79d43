/* SPDX-License-Identifier: MIT */
#include "app/transfer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "export/csv.h"
#include "files.h"
#include "paper.h"

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
