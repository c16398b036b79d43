/* SPDX-License-Identifier: MIT */
/*
 * The plan in use, read back from its rows.
 */
#ifndef STORE_REVISIONS_H
#define STORE_REVISIONS_H

#include "db.h"
#include "store/course.h"

/*
 * Adds every living revision to course, inside a transaction: all of it, or (reach not NULL) what store_course_reach says.
 * ERR_STORE where a row is not as taper wrote it.
 */
MUST_USE bool revisions_read(sqlite3 *db, const struct course_reach *reach, struct course *course,
			     struct err *err);

#endif
