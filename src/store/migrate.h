/* SPDX-License-Identifier: MIT */
/*
 * Brings a file to the schema this program knows. The steps are a parameter, so that what comes
 * later can be tried now.
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "db.h"
#include "steps.h"

/*
 * Applies the steps that are missing, all in one transaction. A store that is not new is first
 * copied, whole and verified, into the folder backups (NULL: no copy). ERR_STORE, the file
 * untouched, where it is not taper's or from a newer taper.
 */
MUST_USE bool migrate(sqlite3 *db, const struct steps *steps, const char *backups, struct err *err);

/*
 * True for a store of taper's in a format the steps reach; an empty file is none. ERR_STORE says
 * what it is instead.
 */
MUST_USE bool migrate_knows(sqlite3 *db, const struct steps *steps, struct err *err);

#endif
