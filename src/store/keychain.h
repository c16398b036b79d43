/* SPDX-License-Identifier: MIT */
/*
 * The keys as the files of this floor see them.
 */
#ifndef STORE_KEYCHAIN_H
#define STORE_KEYCHAIN_H

#include "sealed.h"
#include "store/lock.h"

/* The key of a header, borrowed until keychain_free; asks for it where needed. keys may be NULL. ERR_LOCKED. */
MUST_USE bool keychain_find(struct keychain *keys, const struct sealed_header *header,
			    const char *path, const unsigned char **key, struct err *err);

/* The same without asking anybody; NULL where it is not there. */
const unsigned char *keychain_look(struct keychain *keys, const struct sealed_header *header);

/* True where somebody is asked for what is not there. */
bool keychain_asks(const struct keychain *keys);

/* Uses up what keychain_prove proved of the header of the store at path. ERR_LOCKED where it was not, or where its lock is another one by now. */
MUST_USE bool keychain_take_proof(struct keychain *keys, const struct sealed_header *header,
				  const char *path, struct err *err);

/* Keeps a copy of a key. */
void keychain_hold(struct keychain *keys, const struct sealed_header *header,
		   const unsigned char *key);

/* What a new slot takes: the usual, but that tests have no time for it. */
struct sealed_cost keychain_cost(const struct keychain *keys);
void keychain_set_cost(struct keychain *keys, struct sealed_cost cost);

#endif
