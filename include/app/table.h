/* SPDX-License-Identifier: MIT */
/*
 * A table of another program before it is imported: its columns, what they seem to be, and its first lines as they would be read.
 */
#ifndef APP_TABLE_H
#define APP_TABLE_H

#include "app/transfer.h"

enum { TABLE_COLUMNS = 40, TABLE_NAME_SIZE = 40, TABLE_LINE_SIZE = 160 };

/* The parts of a dose that can have a column, in the order of IMPORT_PARTS. */
#define IMPORT_PARTS 8

/* The order of day, month and year. */
enum table_dates { TABLE_DATES_CLEAR, TABLE_DATES_YMD, TABLE_DATES_DMY, TABLE_DATES_MDY };

struct table {
	size_t column_count;                          /* of the first line */
	char names[TABLE_COLUMNS][TABLE_NAME_SIZE];   /* what stands there */
	char samples[TABLE_COLUMNS][TABLE_NAME_SIZE]; /* of the second line; "" for none */
	int parts[IMPORT_PARTS]; /* column, from 1, that seems to be this part; 0: none does */
	enum table_dates
		dates; /* the order in which its dates have to be read, where one has to be said */
	bool dates_open; /* the day may be first or the month: only a person can say */
	bool no_header;  /* the first line seems to be a dose already */
	char separator;
};

/* The word for a part in --columns ("amount"); NULL beyond the last. */
const char *app_table_part(int part);

/* The first lines of a file that is a table. ERR_FORMAT where it is none. separator as in the layout, NULL: found. */
MUST_USE bool app_table(const char *path, const char *separator, struct table *table,
			struct err *err);

/* One line as it would be read: "Fri 20 Nov 2026 08:05  2.5 g  leaf", or what is wrong with it. */
struct table_line {
	int line;
	bool read;
	char text[TABLE_LINE_SIZE];
};

/* The first lines, read as the request says; *count is how many there are, at most most. */
MUST_USE bool app_table_lines(struct app *app, const struct import_request *request,
			      struct table_line *lines, size_t most, size_t *count,
			      struct err *err);

#endif
