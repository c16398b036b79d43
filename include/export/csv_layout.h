/* SPDX-License-Identifier: MIT */
/*
 * How a table is laid out, where a person says so instead of its header: which column is which part of a dose, and how its
 * numbers and dates are written. Nothing is guessed.
 */
#ifndef EXPORT_CSV_LAYOUT_H
#define EXPORT_CSV_LAYOUT_H

#include "base/err.h"

#include <stddef.h>

enum csv_part {
	CSV_PART_WHEN, /* day and time in one */
	CSV_PART_DATE,
	CSV_PART_TIME,
	CSV_PART_AMOUNT,
	CSV_PART_UNIT,
	CSV_PART_PRODUCT,
	CSV_PART_TAGS,
	CSV_PART_NOTE,
	CSV_PART_COUNT
};

enum { CSV_PLACE_SIZE = 64 };

/* A column: its number from 1, or its name in the header; both unset where the part is not there. */
struct csv_place {
	int number;
	char name[CSV_PLACE_SIZE];
};

enum csv_dates { CSV_DATES_CLEAR, CSV_DATES_YMD, CSV_DATES_DMY, CSV_DATES_MDY };

struct csv_layout {
	bool by_name; /* the columns are found by the header's own names */
	struct csv_place places[CSV_PART_COUNT];
	char separator;       /* , ; tab or |; 0: found from the first line */
	char decimal;         /* . or ,; 0: either */
	enum csv_dates dates; /* CSV_DATES_CLEAR: only dates that can be read in one way */
	bool no_header;       /* the first line is a dose already; then columns have numbers */
};

/* What a person says, as typed; NULL where nothing was said. */
struct csv_layout_words {
	const char *columns;   /* "date=1,time=2,amount=Menge" */
	const char *separator; /* ",", ";", "|", "tab", "comma", "semicolon" */
	const char *decimal;   /* ".", ",", "point", "comma" */
	const char *dates;     /* "ymd", "dmy", "mdy" */
	bool no_header;
};

/* ERR_USAGE names the word that can't be read; where columns are said there has to be an amount, and a time. */
MUST_USE bool csv_layout_read(const struct csv_layout_words *words, struct csv_layout *layout,
			      struct err *err);

/* "date", "amount": the word for a part. */
const char *csv_part_name(enum csv_part part);

#endif
