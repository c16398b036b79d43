/* SPDX-License-Identifier: MIT */
/*
 * What the tests of locked stores share: keys that are made quickly, and a locked store with something in it.
 */
#ifndef LOCK_KIT_H
#define LOCK_KIT_H

#include "store_kit.h"

#include "store/lock.h"

/* A passphrase as typed; to be freed. */
struct secret *kit_secret(const char *text);

/* Keys that take no time to make, and ask nobody; to be freed. */
struct keychain *kit_keys(void);

/* The same with the lock of the store at path open, and once to be changed, by a passphrase. */
struct keychain *kit_keys_of(const char *path, const char *passphrase);

/* Locks the store at place by a passphrase, and the copies in the folder backups. */
void kit_lock(const struct kit_place *place, const char *backups, const char *passphrase);

/* Opens it, and gives kit_dump of it; to be freed. */
struct str kit_dump_locked(const char *path, struct keychain *keys);

/* True where the bytes are in any file of a folder or one below it. */
bool kit_folder_has(const char *folder, const char *bytes);

/* A store with a few things in it, one of them easily found: LOCK_NOTE; and a folder for backups, not made yet. */
#define LOCK_NOTE "a very private note indeed"
#define LOCK_WORD "correct horse battery"
enum { LOCK_BACKUPS_SIZE = KIT_PATH_SIZE + 32 };

struct lock_scene {
	struct kit_place place;
	char backups[LOCK_BACKUPS_SIZE];
};

void lock_enter(struct lock_scene *at);
void lock_leave(const struct lock_scene *at);

/* What is asked to lock it. */
struct store_lock lock_asked(const struct lock_scene *at, struct keychain *keys,
			     const struct secret *passphrase);

/* The test fails unless what is typed is refused with these words. */
void lock_refuse(const struct lock_scene *at, const char *typed, const char *words);

#endif
