/* SPDX-License-Identifier: MIT */
/*
 * Which of the doses in the store an import has met already: each row answers for one equal dose of
 * the source only, so that two equal doses stay two. Needs a bit a row, whatever the source holds.
 */
#ifndef STORE_CLAIMS_H
#define STORE_CLAIMS_H

#include "db.h"
#include "engine/dose.h"

struct claims {
	sqlite3_stmt *find;  /* NULL where the store was empty: then nothing can be met */
	unsigned char *bits; /* owned; by row */
	int64_t last_row;    /* rows after it are the import's own */
	int16_t *offsets;    /* owned; every UTC offset there is in the store */
	size_t offset_count, offset_cap;
	int64_t asked_utc, asked_nano, asked_product; /* the dose asked for last, */
	size_t go_offset; /* and where among its offsets and rows the search stopped */
	int64_t go_row;
};

/*
 * Looks at the store as it is now, inside a transaction. claims_close follows, whatever is
 * returned.
 */
MUST_USE bool claims_open(struct claims *claims, sqlite3 *db, struct err *err);
void claims_close(struct claims *claims);

/*
 * *there is true where an equal dose was in the store that nothing claimed yet; it is claimed now.
 */
MUST_USE bool claims_take(struct claims *claims, const struct dose *dose, int64_t product,
			  bool *there, struct err *err);

#endif
