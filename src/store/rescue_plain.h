/* SPDX-License-Identifier: MIT */
/*
 * What can be saved of a damaged store whose file is not encrypted, in a copy beside it.
 */
#ifndef STORE_RESCUE_PLAIN_H
#define STORE_RESCUE_PLAIN_H

#include "salvage.h"
#include "store/care.h"

/*
 * As store_rescue, for a plain store at path (resolved). ERR_STORE where nothing could be read; then nothing is moved.
 */
MUST_USE bool rescue_plain(const struct store_rescue *asked, const char *path,
			   struct salvaged *salvaged, char **aside, struct err *err);

#endif
