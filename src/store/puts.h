/* SPDX-License-Identifier: MIT */
/*
 * Writing one row of each kind that is not a dose, with all that belongs to it; what an import needs of their files.
 */
#ifndef STORE_PUTS_H
#define STORE_PUTS_H

#include "engine/course.h"
#include "entries.h"

entry_put checkin_put, urge_put, note_put, answers_put;

MUST_USE bool revision_put(sqlite3 *db, int64_t row, const struct revision *revision,
			   struct err *err);

#endif
