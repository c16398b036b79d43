/* SPDX-License-Identifier: MIT */
/*
 * Comma-separated values as RFC 4180 has them, read from strangers and written for anyone. Knows quotes, separators and
 * lines, and which column is which part of a dose; does not know the store.
 */
#ifndef EXPORT_CSV_H
#define EXPORT_CSV_H

#include "base/problems.h"
#include "base/str.h"
#include "engine/dose.h"

/* Reads a CSV text in memory, which it borrows, one record at a time. */
struct csv {
	const char *text;
	size_t len;
	size_t at;
	char separator;
	int line; /* where the record last read began, from 1 */
	int next_line;
	char *buffer; /* owned; the fields' bytes */
	size_t buffer_cap;
	const char **fields; /* owned; borrowed texts until the next record */
	size_t field_count;
	size_t field_cap;
};

/* Begins; a byte-order mark is passed over, the separator (, ; or tab) is found from the first line. */
void csv_begin(struct csv *csv, const char *text, size_t len);
void csv_free(struct csv *csv);

/*
 * Next record into fields; empty lines are passed over. False with *problem NULL at the end, or with what is wrong
 * (NUL, an open quote, text after a closing one): the next call then goes on with the line after it.
 */
MUST_USE bool csv_next(struct csv *csv, const char **problem);

/* Places a local time, in minutes on the wall: gives the offset, or says why not (a clock change skipped it). */
typedef bool csv_local_time(void *context, int64_t wall, int16_t *utc_offset, struct err *err);

/* A dose log to read; everything is borrowed for the call. */
struct csv_source {
	const char *text;
	size_t len;
	enum unit default_unit; /* of amounts whose unit is named nowhere */
	csv_local_time *local_time;
	void *context; /* handed to local_time */
};

/*
 * Reads a whole dose log: own columns (id,taken_at,amount,unit,product,tags,note) or common ones (date, time, dose, grams,
 * substance, notes, …). Every line that can't be read goes to problems with its number. *doses (to be freed, with each dose_free) holds
 * the others, in the order of the file. ERR_FORMAT where the header names no time or no amount.
 */
MUST_USE bool csv_read_doses(const struct csv_source *source, struct dose **doses, size_t *count,
			     struct problems *problems, struct err *err);

/* Adds the header line, and one dose. Cells a spreadsheet would run as a formula are kept from it with a leading '. */
void csv_write_header(struct str *out);
void csv_write_dose(struct str *out, const struct dose *dose);

#endif
