/* SPDX-License-Identifier: MIT */
/*
 * Puts a finished file in the place of a store, without a moment in which there is none, and keeps
 * what was there.
 */
#ifndef STORE_SWAP_H
#define STORE_SWAP_H

#include "base/str.h"
#include "engine/day.h"

#include <sys/stat.h>

struct swap {
	const char *path;    /* resolved, of the store */
	const char *part;    /* beside it, whole and lasting */
	const char *backups; /* where what was there goes, made where missing */
	const char *word;    /* "replaced" or "damaged": how it is named there */
	struct day today;
	const struct stat *seen; /* the store as it was read; NULL where that does not matter */
};

/*
 * *aside is the new name of what was there, to be freed; NULL where nothing was. On false part and
 * store are where they were. ERR_STORE where another program is writing to the store.
 */
MUST_USE bool swap_in(const struct swap *swap, char **aside, struct err *err);

/* What SQLite keeps beside a file: the next to open it would write it back into another one. Ends with NULL. */
extern const char *const swap_companions[];

/* True where none of them is there; they would be written into what is put there. ERR_IO names the one there is. */
MUST_USE bool swap_is_alone(const char *path, struct err *err);

#endif
