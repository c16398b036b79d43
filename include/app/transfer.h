/* SPDX-License-Identifier: MIT */
/*
 * In and out: reading logs from files, writing schedules for paper.
 */
#ifndef APP_TRANSFER_H
#define APP_TRANSFER_H

#include "app/app.h"
#include "engine/dose.h"

/* Doses of one product in one unit. */
struct import_product {
	char name[DOSE_PRODUCT_SIZE];
	enum unit unit;
	int64_t count;
};

enum { IMPORT_PRODUCTS_MAX = 8 };

struct import_result {
	int64_t read;    /* lines that are doses */
	int64_t added;   /* or would be */
	int64_t skipped; /* there already */
	int64_t resolved; /* local times that a clock change skipped or doubled; see clock_from_wall */
	struct day first, last; /* that the doses read count for, where read > 0 */
	struct import_product products[IMPORT_PRODUCTS_MAX]; /* in the order they were met */
	size_t product_count;
	bool more_products; /* than are listed */
};

struct import_request {
	const char *path; /* "-" is standard input */
	const char *text; /* where it is not NULL it is read instead of the file */
	bool dry_run;
	bool skip_bad; /* import what can be read even where some lines can't */
};

/* Reads a CSV log. ERR_FORMAT with the lines in problems where any can't be read and skip_bad is not set: then nothing is imported. */
MUST_USE bool app_import(struct app *app, const struct import_request *request,
			 struct import_result *result, struct problems *problems, struct err *err);

/*
 * Logs lines of DATE TIME AMOUNT [TAGS], as from a sheet of paper; blank lines and what follows a # are passed over. As one
 * change, or (ERR_FORMAT, with every bad line in problems) not at all; doses that are there already are skipped.
 */
MUST_USE bool app_log_many(struct app *app, const struct import_request *request,
			   struct import_result *result, struct problems *problems,
			   struct err *err);

struct export_request {
	const char *format;    /* "txt" or "csv" */
	const char *from, *to; /* days as typed; NULL: all of it */
	bool ascii;
};

/* Adds the document to out. txt is the schedule of the plan in use (ERR_NOT_FOUND where there is none), csv the log. */
MUST_USE bool app_export(struct app *app, const struct export_request *request, struct str *out,
			 struct err *err);

/* Writes text to a file whole or not at all (0600; a new file takes the old one's place). ERR_IO names it. */
MUST_USE bool app_write_file(const char *path, const struct str *text, struct err *err);

#endif
