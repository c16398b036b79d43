/* SPDX-License-Identifier: MIT */
/*
 * What saving a damaged store takes, whether its file is encrypted or not: first pages to try, and the way into its place.
 */
#ifndef STORE_RESCUE_PARTS_H
#define STORE_RESCUE_PARTS_H

#include "store/care.h"

#include <sys/stat.h>

/*
 * The first page holds where everything else begins. Where it is gone, that of a new store serves,
 * in which everything begins at the same pages: one as it is made, one as a copy lays it out.
 */
enum first_page {
	FIRST_OWN,
	FIRST_MADE,
	FIRST_COPIED,
	FIRST_OLD_MADE, /* in the format before, to which what came later was added anywhere */
	FIRST_OLD_COPIED,
	FIRST_COUNT
};

struct rescue_model {
	size_t steps_back; /* its format, from the newest */
	bool copied;
};

/* By enum first_page; the first is none. */
extern const struct rescue_model rescue_models[];

/* Puts part, which is whole and lasting, in the place of the damaged store as it was seen. */
MUST_USE bool rescue_put(const struct store_rescue *asked, const char *path,
			 const struct stat *seen, const char *part, char **aside, struct err *err);

#endif
