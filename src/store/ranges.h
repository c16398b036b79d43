/* SPDX-License-Identifier: MIT */
/*
 * Reads a table around the places where it can't be read: a range of keys that ends in an error is
 * halved until only the unreadable keys are left out.
 */
#ifndef STORE_RANGES_H
#define STORE_RANGES_H

#include "db.h"

/* What is done with the row a statement stands at; false ends the reading. */
typedef bool range_row(void *context, sqlite3_stmt *stmt);

struct range_read {
	sqlite3_stmt
		*stmt;  /* ?1 and ?2 are the least and greatest key; the first column is the key */
	range_row *row; /* rows come in order of their keys, some of them twice */
	void *context;
	int64_t trouble; /* keys and ranges that could not be read so far */
	bool stopped;    /* by row, or because it would have taken for ever */
};

/* Reads all keys from low to high. */
void range_read(struct range_read *read, int64_t low, int64_t high);

#endif
