/* SPDX-License-Identifier: MIT */
/*
 * The files around a store that is being locked or unlocked: what is left of the old one, and the copies taper keeps.
 */
#ifndef STORE_LOCK_COPIES_H
#define STORE_LOCK_COPIES_H

#include "vault.h"

/* A file whose name goes to another one, held open so that its bytes can be overwritten then. */
struct old_file {
	int fd; /* -1 for none */
};

MUST_USE bool old_file_hold(const char *path, struct old_file *old, struct err *err);

/*
 * Overwrites it where no name leads to it any more, and lets go. False where there is still one: then it is as it was.
 * What a disk or a file system keeps elsewhere is out of reach.
 */
bool old_file_end(struct old_file *old, bool overwrite);

/* What is done with every copy among the backups. */
struct copies_turn {
	const char *backups;
	struct keychain *keys;
	const struct sealed_header *header; /* of the lock they are to have; NULL: none */
	const unsigned char *key;           /* its key */
	int64_t done, left;                 /* filled */
};

/*
 * Locks every copy that is plain or opens with a key at hand, or makes plain what so opens. Each is read back before it
 * takes the place of the old one. What can't be done is counted, and stays.
 */
void copies_turn(struct copies_turn *turn);

#endif
