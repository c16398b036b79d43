/* SPDX-License-Identifier: MIT */
/*
 * What a single cell of a table looks like, for a first proposal of which column is which. Knows one cell and nothing of the
 * columns; what it says is for a person to look at, never to import by.
 */
#ifndef EXPORT_CSV_LOOKS_H
#define EXPORT_CSV_LOOKS_H

#include "export/csv_layout.h"

enum csv_looks {
	CSV_LOOKS_TEXT,
	CSV_LOOKS_WHEN, /* "2026-11-20 08:05" */
	CSV_LOOKS_DATE,
	CSV_LOOKS_TIME,
	CSV_LOOKS_AMOUNT /* "2,5", "2.5 g" */
};

struct csv_look {
	enum csv_looks looks;
	enum csv_dates
		dates; /* the order its date has to be read in; CSV_DATES_CLEAR where none has to be said */
	bool open; /* the day may be first or the month: only a person can say */
};

struct csv_look csv_look_at(const char *cell);

#endif
