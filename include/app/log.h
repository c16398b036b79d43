/* SPDX-License-Identifier: MIT */
/*
 * Writing into the dose log: what a person typed becomes a dose, with every reason it can't.
 */
#ifndef APP_LOG_H
#define APP_LOG_H

#include "app/app.h"
#include "engine/dose.h"

/* Text as typed; NULL or "" where nothing was said. */
struct log_request {
	const char *amount; /* "2.5 g", "2,5", "0" for "none today" */
	const char *when;   /* "now", "08:05", "-30m", "yesterday 23:00", "2026-11-20 08:05" */
	const char *product;
	const char *tags;
	const char *note;
};

struct logged {
	struct dose dose; /* to be freed; with its id */
	char said[160]; /* about a clock change that skipped or doubled the time; "" for nothing */
};

/* Reads a request without storing it; *dose is to be freed. ERR_INVALID names the field and the text. */
MUST_USE bool app_log_read(struct app *app, const struct log_request *request,
			   struct logged *logged, struct err *err);

/* Reads and stores it. */
MUST_USE bool app_log(struct app *app, const struct log_request *request, struct logged *logged,
		      struct err *err);

/* One dose to look at or edit, to be freed. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_dose(struct app *app, int64_t id, struct dose *dose, struct err *err);

/* Replaces what is not NULL in the request; a time alone is one of the day the dose counts for. */
MUST_USE bool app_edit(struct app *app, int64_t id, const struct log_request *request,
		       struct logged *logged, struct err *err);

MUST_USE bool app_remove(struct app *app, int64_t id, struct err *err);

/* Reads "-30m", "08:05", "yesterday 23:00" … into UTC seconds and offset; said (160 bytes) as in struct logged. ERR_INVALID for the future. */
MUST_USE bool app_when(const struct app *app, const char *text, int64_t *utc, int16_t *utc_offset,
		       char *said, struct err *err);

/* The last dose logged by the clock (not by time of entry), to be freed; false where there is none. */
MUST_USE bool app_last_dose(struct app *app, bool *any, struct dose *dose, struct err *err);

#endif
