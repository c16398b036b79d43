/* SPDX-License-Identifier: MIT */
/*
 * In and out: reading logs from files, writing schedules for paper.
 */
#ifndef APP_TRANSFER_H
#define APP_TRANSFER_H

#include "app/app.h"
#include "engine/record.h"

/* Doses of one product in one unit. */
struct import_product {
	char name[DOSE_PRODUCT_SIZE];
	enum unit unit;
	int64_t count;
};

enum { IMPORT_PRODUCTS_MAX = 8 };

/* Entries of one kind. */
struct import_kind {
	int64_t read;
	int64_t added;   /* or would be */
	int64_t skipped; /* there already */
};

/* A substance that was passed over. */
struct import_other {
	char name[64];
	int64_t count;
};

struct import_result {
	const char *format;                          /* as --format has it; static */
	const char *title;                           /* "Herbal Tracker+"; static */
	int64_t read;                                /* entries that can be read */
	int64_t added;                               /* or would be */
	int64_t skipped;                             /* there already */
	struct import_kind kinds[RECORD_KIND_COUNT]; /* the same by kind */
	int64_t left_out;                            /* entries that can't be read */
	int64_t resolved; /* local times that a clock change skipped or doubled; see clock_from_wall */
	int64_t rounded;        /* amounts of another program, to three decimals */
	int64_t not_taken;      /* reminders passed over, and doses of other people */
	int64_t left_revisions; /* because there is a plan already */
	int64_t files,
		files_there; /* own files written, or that would be; and those there is one of already */
	struct import_other others[IMPORT_PRODUCTS_MAX]; /* of other substances */
	size_t other_count;
	int64_t more_others;    /* entries of substances that are not listed */
	struct day first, last; /* that the entries read count for, where read > 0 */
	struct import_product products[IMPORT_PRODUCTS_MAX]; /* in the order they were met */
	size_t product_count;
	bool more_products; /* than are listed */
};

/* How a table is laid out, as typed; NULL where its header says it. */
struct import_layout {
	const char
		*columns; /* "date=1,time=2,amount=Menge": number or name of each part's column */
	const char *separator; /* ",", ";", "|" or "tab"; NULL: found */
	const char *decimal;   /* "point" or "comma"; NULL: either */
	const char *dates;     /* "ymd", "dmy" or "mdy"; NULL: only what can be read in one way */
	bool no_header;        /* the first line is a dose */
};

struct import_request {
	const char *path;   /* "-" is standard input */
	const char *text;   /* where it is not NULL it is read instead of the file */
	const char *format; /* "csv", "json", "herbal-tracker", …; NULL: by what is in it */
	const char *
		unit; /* of amounts that name none; NULL: as in the settings for csv, else refused */
	const char *
		only; /* the substance or medicine that is meant, or a part of its name; NULL: kratom */
	const struct import_layout *layout; /* of a table; NULL: as its header says */
	bool dry_run;
	bool skip_bad; /* import what can be read even where some lines can't */
};

/*
 * Reads a log: CSV, taper's own JSON, or what another program wrote. As one change, with a copy kept before. ERR_FORMAT with the
 * places in problems where any entry can't be read and skip_bad is not set: then nothing is imported. ERR_NOT_FOUND where all
 * entries are of other substances; ERR_USAGE for a format or unit there is not.
 */
MUST_USE bool app_import(struct app *app, const struct import_request *request,
			 struct import_result *result, struct problems *problems, struct err *err);

/*
 * Logs lines of DATE TIME AMOUNT [TAGS], as from a sheet of paper; blank lines and what follows a # are passed over. As one
 * change, or (ERR_FORMAT, with every bad line in problems) not at all; doses that are there already are skipped.
 */
MUST_USE bool app_log_many(struct app *app, const struct import_request *request,
			   struct import_result *result, struct problems *problems,
			   struct err *err);

/* What can be written. All texts are static. */
struct export_format {
	const char *name;      /* "html", as a request names it */
	const char *about;     /* "the schedule as one page for a browser or a phone" */
	const char *extension; /* of its files, without the dot */
	bool plan;             /* of the plan in use; else of the log */
	bool weighs;           /* can be the sheet for weighing ahead */
	bool doses;            /* can have an entry for each dose */
	bool paper;            /* is laid out for a size of paper */
	bool parts;            /* can be of a part of what there is */
	bool bytes;            /* is no text */
};

/* All formats there are, ended by a name of NULL. */
const struct export_format *app_export_formats(void);

struct export_request {
	const char *format;    /* a name of app_export_formats */
	const char *from, *to; /* days as typed; NULL: all of it */
	const char *paper; /* "a4" or "letter"; NULL: what suits both, or is usual in the country */
	const char *
		what; /* json: "all", "plan" or "log"; NULL: all. pdf: "plan", "log" or "support"; NULL: plan */
	bool ascii;
	bool weigh; /* the sheet for weighing ahead, in place of the one to tick */
	bool doses; /* a timed entry with an alarm for each dose, beside the steps */
};

/*
 * Adds the document to out. Of the plan in use (ERR_NOT_FOUND where there is none), or of the log. ERR_USAGE where the format
 * can't have what is asked for, ERR_INVALID where a dose without a time should have an entry.
 */
MUST_USE bool app_export(struct app *app, const struct export_request *request, struct str *out,
			 struct err *err);

/* Hands a text to the system's printer (lp). paper as in the request. ERR_IO where there is none, or it refuses. */
MUST_USE bool app_print(const struct str *text, const char *paper, struct err *err);

/* Takes a document part by part. */
typedef bool export_part(void *context, const struct str *part, struct err *err);

/*
 * The log as csv or json, however long: its parts go to take, which may take its time. ERR_STORE where the log was changed before
 * the end.
 */
MUST_USE bool app_export_log(struct app *app, const struct export_request *request,
			     export_part *take, void *context, struct err *err);

/* The same to a file, as app_write_file. */
MUST_USE bool app_export_log_file(struct app *app, const struct export_request *request,
				  const char *path, struct err *err);

/* Writes text to a file whole or not at all (0600; a new file takes the old one's place). ERR_IO names it. */
MUST_USE bool app_write_file(const char *path, const struct str *text, struct err *err);

#endif
