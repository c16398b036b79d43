/* SPDX-License-Identifier: MIT */
#include "export/csv.h"
#include "export_log.h"
#include "store/sift.h"

struct writing {
	struct str part; /* owned */
	const struct log_parts *parts;
};

static bool write_dose(void *context, const struct dose *dose, struct err *err)
{
	struct writing *writing = context;

	csv_write_dose(&writing->part, dose);
	return log_parts_pass(writing->parts, &writing->part, false, err);
}

bool log_write_csv(struct app *app, struct store *store, const struct export_request *request,
		   struct span span, const struct log_parts *parts, struct err *err)
{
	struct writing writing = {.part = STR_INIT, .parts = parts};
	struct sift sift = sift_all(span);
	bool done;

	(void)app;
	(void)request;
	csv_write_header(&writing.part);
	done = store_dose_sift(store, &sift, parts->at_leisure, write_dose, &writing, err) &&
	       log_parts_pass(parts, &writing.part, true, err);
	str_free(&writing.part);
	return done;
}
