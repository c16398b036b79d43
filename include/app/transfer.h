/* SPDX-License-Identifier: MIT */
/*
 * In and out: reading logs from files; what is written to files and handed to a printer.
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

/* Hands a text to the system's printer (lp). paper as in the request. ERR_IO where there is none, or it refuses. */
MUST_USE bool app_print(const struct str *text, const char *paper, struct err *err);

/* Writes text to a file whole or not at all (0600; a new file takes the old one's place). ERR_IO names it. */
MUST_USE bool app_write_file(const char *path, const struct str *text, struct err *err);

#endif
