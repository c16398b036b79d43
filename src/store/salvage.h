/* SPDX-License-Identifier: MIT */
/*
 * Row by row out of a damaged store into a fresh one. Knows the tables of steps.c; does not know
 * where the files are.
 */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "db.h"

struct salvaged {
	int64_t doses, partial, plans, diary, changes, lost; /* see store_rescued */
};

/* How much of it a person would miss. */
int64_t salvage_worth(const struct salvaged *salvaged);

/* Here and now. */
struct salvage_now {
	int64_t utc;
	int16_t utc_offset; /* of doses of which nothing better is known */
};

/*
 * Fills to, an empty store of the newest format, with what can be read in from, and makes it one
 * that can be gone on with. ERR_IO where to can't be written; what can't be read is no error.
 */
MUST_USE bool salvage(sqlite3 *from, sqlite3 *to, const struct salvage_now *now,
		      struct salvaged *salvaged, struct err *err);

#endif
