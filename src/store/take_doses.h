/* SPDX-License-Identifier: MIT */
/*
 * Doses of an import, one after the other: which are there already, and writing the others.
 */
#ifndef STORE_TAKE_DOSES_H
#define STORE_TAKE_DOSES_H

#include "claims.h"
#include "doses.h"

enum { PRODUCT_SLOTS = 64 };

/* A product seen lately; whatever shares its slot takes its place. */
struct product_slot {
	int64_t id; /* 0 where the store does not have it */
	enum unit unit;
	char name[DOSE_PRODUCT_SIZE];
};

struct take_doses {
	sqlite3 *db;
	bool dry_run;
	sqlite3_stmt *insert; /* not in a dry run */
	struct claims claims;
	struct product_slot products[PRODUCT_SLOTS];
};

/* Inside a transaction. take_doses_close follows, whatever is returned. */
MUST_USE bool take_doses_open(struct take_doses *take, sqlite3 *db, bool dry_run, struct err *err);
void take_doses_close(struct take_doses *take);

/* What to do with a dose: nothing where it is *there, else take_dose_put it with its *product. */
MUST_USE bool take_dose_look(struct take_doses *take, const struct dose *dose, int64_t *product,
			     bool *there, struct err *err);
MUST_USE bool take_dose_put(struct take_doses *take, int64_t row, int64_t product,
			    const struct dose *dose, struct err *err);

#endif
