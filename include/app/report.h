/* SPDX-License-Identifier: MIT */
/*
 * The report for a clinician, read piece by piece: what is on its pages, not how it looks. app/transfer.h writes the same report to a
 * file.
 */
#ifndef APP_REPORT_H
#define APP_REPORT_H

#include "app/export.h"

/* A table's columns: the heads, and which of them are figures. */
struct report_heads {
	const char *const *heads;
	const bool *figures;
	size_t count;
};

/*
 * Who is told of each piece, in order: the headed parts, each with its facts, then a table, then paragraphs. An empty text of a fact is a
 * blank to be filled in by hand. All is borrowed for the call.
 */
struct report_reader {
	void *context;
	void (*part)(void *context, const char *title);
	void (*fact)(void *context, const char *name, const char *text);
	void (*heads)(void *context, const struct report_heads *heads);
	void (*row)(void *context, char *const *cells);
	void (*paragraph)(void *context, const char *text);
};

/*
 * Tells the reader all of the report; from, to and note of the request are looked at. ERR_NOT_FOUND where no complete day with an entry lies in
 * these days; then the reader was told nothing.
 */
MUST_USE bool app_report_read(struct app *app, const struct export_request *request,
			      const struct report_reader *reader, struct err *err);

#endif
