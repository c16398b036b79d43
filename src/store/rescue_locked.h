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
 * As store_rescue, for a locked store at path (resolved); *lock is true where its lock was damaged. ERR_LOCKED without its key;
 * ERR_STORE where nothing could be read; then nothing is moved.
 */
MUST_USE bool rescue_locked(const struct store_rescue *asked, const char *path,
			    struct salvaged *salvaged, bool *lock, char **aside, struct err *err);

#endif
