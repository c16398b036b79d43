/* SPDX-License-Identifier: MIT */
/*
 * What can be saved of a damaged store whose file is encrypted: the parts of it that are as they were written. All of it happens in
 * memory; what is saved gets the same lock.
 */
#ifndef STORE_RESCUE_LOCKED_H
#define STORE_RESCUE_LOCKED_H

#include "salvage.h"
#include "store/care.h"

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

/*
 * As store_rescue, for a locked store at path (resolved). ERR_LOCKED without its key; ERR_STORE where nothing could be read; then
 * nothing is moved.
 */
MUST_USE bool rescue_locked(const struct store_rescue *asked, const char *path,
			    struct salvaged *salvaged, char **aside, struct err *err);

#endif
