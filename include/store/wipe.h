/* SPDX-License-Identifier: MIT */
/*
 * Which files are a store's, and their end. Knows names and what a file begins with; what is not certainly taper's is left alone.
 */
#ifndef STORE_WIPE_H
#define STORE_WIPE_H

#include "base/err.h"

/* What is done with each file; why is NULL for one that is the store's, else why it is not taken for one. */
typedef void store_file_visit(void *context, const char *path, const char *why);

/* Visits the store, what lies beside it and belongs to it, and the copies among the backups. */
MUST_USE bool store_files_walk(const char *path, const char *backups, store_file_visit *visit,
			       void *context, struct err *err);

/*
 * Overwrites a regular file that has no other name, and removes it. A link is not followed: ERR_IO. What a disk or a file system
 * keeps elsewhere is out of reach.
 */
MUST_USE bool store_file_wipe(const char *path, struct err *err);

#endif
