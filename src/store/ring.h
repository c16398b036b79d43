/* SPDX-License-Identifier: MIT */
/*
 * Keys that the kernel keeps for a while, so that a passphrase is typed once and not for every command. Only programs of the
 * same person get them back; nothing of it is on the disk.
 */
#ifndef STORE_RING_H
#define STORE_RING_H

#include "base/err.h"

#include "store/lock.h"

/* Keeps the key of an id. ERR_IO where the system has no such place, or does not let taper use it. */
MUST_USE bool ring_put(const unsigned char *id, const unsigned char *key, struct lock_stay stay,
		       struct err *err);

/* The key that is kept for an id, into key; false where there is none. */
bool ring_get(const unsigned char *id, unsigned char *key);

/* Forgets it; true where there was one. */
bool ring_drop(const unsigned char *id);

#endif
