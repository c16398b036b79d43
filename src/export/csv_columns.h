/* SPDX-License-Identifier: MIT */
/*
 * Which column of a log is which part of a dose, found by the names in its header line: our own and those other
 * trackers use.
 */
#ifndef CSV_COLUMNS_H
#define CSV_COLUMNS_H

#include "export/csv.h"

enum column {
	COLUMN_NONE,
	COLUMN_ID,
	COLUMN_WHEN, /* day and time in one */
	COLUMN_DATE,
	COLUMN_TIME,
	COLUMN_AMOUNT,
	COLUMN_UNIT,
	COLUMN_PRODUCT,
	COLUMN_TAGS,
	COLUMN_NOTE,
	COLUMN_COUNT
};

enum { COLUMN_NAME_SIZE = 40 };

struct csv_columns {
	bool there[COLUMN_COUNT];
	size_t at[COLUMN_COUNT];                    /* index of its field, where it is there */
	char names[COLUMN_COUNT][COLUMN_NAME_SIZE]; /* as the header writes it */
	size_t count;                               /* fields in the header */
	enum unit unit;                             /* that the amount's name says, or UNIT_NONE */
	enum csv_dates dates;                       /* how dates are written */
	char decimal;                               /* 0: either mark */
	bool own;                                   /* written by us: cells are taken as they are */
};

/* From the record that csv has just read. ERR_FORMAT where no time or no amount is named, or one of them twice. */
MUST_USE bool csv_columns_find(const struct csv *csv, struct csv_columns *columns, struct err *err);

/* The same as a person said it. ERR_FORMAT where there is no such column. */
MUST_USE bool csv_columns_place(const struct csv *csv, const struct csv_layout *layout,
				struct csv_columns *columns, struct err *err);

#endif
