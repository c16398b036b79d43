/* SPDX-License-Identifier: MIT */
/*
 * A file made beside the name it is to have, and given that name when it is whole. Does not know what is in it.
 */
#ifndef STORE_PART_H
#define STORE_PART_H

#include "base/str.h"

/* An empty file (0600) beside path, for what is to become path; adds its name to part. */
MUST_USE bool part_begin(const char *path, struct str *part, struct err *err);

/*
 * Gives part its name, for good once it is true. Without replace nothing that has the name already
 * is touched: ERR_IO.
 */
MUST_USE bool part_end(const char *part, const char *path, bool replace, struct err *err);

/* Removes what part_begin made where it has not got its name, and says so to nobody; a part without a name is none. */
void part_free(struct str *part, bool named);

/* What was refused, of a file that is being made, by its errno. */
bool part_refused(const char *path, int number, struct err *err);

/* Makes what was written to a file last. */
MUST_USE bool part_sync(const char *part, struct err *err);

/* Makes the names in the folder of a file last. */
MUST_USE bool part_settle(const char *path, struct err *err);

#endif
