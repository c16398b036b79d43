/* SPDX-License-Identifier: MIT */
/*
 * Two pages for a clinician: product, plan and its changes, intake, symptoms against cuts, urges, what was proposed and agreed to,
 * and what the person wrote for them. Neutral words; every figure is the log's.
 */
#ifndef APP_REPORT_H
#define APP_REPORT_H

#include "app/app.h"
#include "base/json.h"

enum { REPORT_NOTE_MAX = 1200 };

struct report_request {
	const char *from,
		*to; /* days as typed; NULL: two weeks before the plan began, or the first entry, to yesterday */
	const char *
		note; /* for the reader, up to REPORT_NOTE_MAX bytes; NULL: report-note.txt of the settings folder, where there is one */
	const char *paper; /* "a4" or "letter"; NULL: what is usual; A4 as text */
	bool ascii;
};

/* Adds the report as plain text, two pages parted by a form feed. ERR_NOT_FOUND where no complete day with an entry lies in these days. */
MUST_USE bool app_report(struct app *app, const struct report_request *request, struct str *out,
			 struct err *err);

/* The same as a PDF, added to out. ERR_IO too, as for app_export. */
MUST_USE bool app_report_pdf(struct app *app, const struct report_request *request, struct str *out,
			     struct err *err);

/* The same as one JSON object. */
MUST_USE bool app_report_json(struct app *app, const struct report_request *request,
			      struct json *json, struct err *err);

#endif
