/* SPDX-License-Identifier: MIT */
/*
 * A verified copy of an open store.
 */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "db.h"

/*
 * Copies db, which has no transaction open, into the folder (made where missing) as
 * "before-format-<version>.db", or with "-2", "-3" … where that is taken. The name appears only
 * after the copy was read back and found whole.
 */
MUST_USE bool copy_keep(sqlite3 *db, const char *folder, int64_t version, struct err *err);

#endif
