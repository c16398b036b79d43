/* SPDX-License-Identifier: MIT */
/*
 * Doses to and from rows: what logging, editing, import and walking share.
 */
#ifndef STORE_DOSES_H
#define STORE_DOSES_H

#include "changes.h"
#include "engine/dose.h"

/* Begins every statement that dose_read is to understand. */
#define DOSE_COLUMNS                                                                               \
	"SELECT d.id, d.utc, d.utc_offset, d.milli, p.name, p.unit, d.tags, d.note"                \
	" FROM dose d CROSS JOIN product p ON p.id = d.product"

/*
 * The row a statement stands at, with texts borrowed from it. ERR_STORE where it is not as taper
 * wrote it.
 */
MUST_USE bool dose_read(sqlite3_stmt *stmt, struct dose *dose, struct err *err);

/* A statement for dose_insert, to be finalised. */
MUST_USE bool dose_prepare_insert(sqlite3 *db, sqlite3_stmt **insert, struct err *err);

/* Writes one row; id is row for a new dose. */
MUST_USE bool dose_insert(sqlite3_stmt *insert, int64_t row, int64_t id, int64_t product,
			  const struct dose *dose, struct err *err);

/* The product's number; 0 where there is none. */
MUST_USE bool product_find(sqlite3 *db, const char *name, enum unit unit, int64_t *product,
			   struct err *err);

/* The same, made where there is none. */
MUST_USE bool product_make(sqlite3 *db, const char *name, enum unit unit, int64_t *product,
			   struct err *err);

#endif
