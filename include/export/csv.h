/* SPDX-License-Identifier: MIT */
/*
 * Comma-separated values as RFC 4180 has them, read from strangers and written for anyone. Knows quotes, separators and
 * lines, and which column is which part of a dose; does not know the store.
 */
#ifndef EXPORT_CSV_H
#define EXPORT_CSV_H

#include "base/feed.h"
#include "base/problems.h"
#include "base/str.h"
#include "engine/dose.h"
#include "export/csv_layout.h"

/* A record's length at most: what is longer is no log. */
enum { CSV_RECORD_MAX = 64 * 1024 };

/* Reads CSV from a feed, one record at a time, and holds no more of it than one record can be long. */
struct csv {
	struct feed feed;
	char *text; /* owned; the part of it that is looked at */
	size_t len, at;
	bool ended;  /* there is nothing after that part */
	bool failed; /* the feed did, as err says; then the text ends there */
	struct err err;
	char separator;
	int line; /* where the record last read began, from 1 */
	int next_line;
	char *buffer;  /* owned; the fields' bytes */
	char **fields; /* owned; borrowed texts, to be changed at will, until the next record */
	size_t field_count;
	size_t field_cap;
};

/*
 * Begins; a byte-order mark is passed over, the separator (, ; | or tab) is found from the first line. It may be
 * set anew before the first record is read.
 */
void csv_begin(struct csv *csv, struct feed feed);
void csv_free(struct csv *csv);

/*
 * Next record into fields; empty lines are passed over. False with *problem NULL at the end or where the feed failed, or with
 * what is wrong (NUL, an open quote, text after a closing one, more than CSV_RECORD_MAX): the next call then goes on with the
 * line after it.
 */
MUST_USE bool csv_next(struct csv *csv, const char **problem);

/* Places a local time, in minutes on the wall: gives the offset, or says why not (a clock change skipped it). */
typedef bool csv_local_time(void *context, int64_t wall, int16_t *utc_offset, struct err *err);

/* A dose log to read; everything is borrowed as long as it is read. */
struct csv_source {
	struct feed feed;
	enum unit default_unit;          /* of amounts whose unit is named nowhere */
	const char *default_product;     /* where none is named; NULL: leaf */
	const struct csv_layout *layout; /* NULL: as the header says */
	csv_local_time *local_time;
	void *context; /* handed to local_time */
};

/*
 * A dose log being read: own columns (id,taken_at,amount,unit,product,tags,note) or common ones (date, time, dose, grams,
 * substance, notes, …).
 */
struct csv_log;

/*
 * Reads the header. Every line that can't be read goes to problems, which are borrowed too, with its number. ERR_FORMAT where
 * the header names no time or no amount. To be closed with csv_log_close.
 */
MUST_USE bool csv_log_open(const struct csv_source *source, struct problems *problems,
			   struct csv_log **log, struct err *err);
void csv_log_close(struct csv_log *log);

/*
 * The next dose, valid, its texts borrowed until the next call. False at the end, or with err filled where the feed failed;
 * *line is where it began.
 */
bool csv_log_next(struct csv_log *log, struct dose *dose, int *line, struct err *err);

/* True where taper wrote the log itself, as its columns tell. */
bool csv_log_is_own(const struct csv_log *log);

/* Adds the header line, and one dose. Cells a spreadsheet would run as a formula are kept from it with a leading '. */
void csv_write_header(struct str *out);
void csv_write_dose(struct str *out, const struct dose *dose);

/* The part of a dose that a header cell names, or CSV_PART_COUNT. */
enum csv_part csv_part_of(const char *cell);

#endif
