/* SPDX-License-Identifier: MIT */
/*
 * An open store whose file is encrypted: a database in memory, read from the file and written to it as a whole. Every change
 * is made between vault_hold and vault_let_go, so that two programs don't write over each other, and is true when vault_save
 * says so.
 */
#ifndef STORE_VAULT_H
#define STORE_VAULT_H

#include "db.h"
#include "image.h"
#include "keychain.h"

struct vault {
	struct sealed_header
		header; /* as last read or written; of zeros where what the file holds is not what is open */
	const unsigned char *key; /* borrowed from keys */
	struct keychain *keys;
	char *path; /* owned */
	int lock;   /* the lock file while it is held, else -1 */
};

/* Opens the file; to be closed with vault_close, which wipes and closes the database too. */
MUST_USE bool vault_open(const char *path, struct keychain *keys, sqlite3 **db,
			 struct vault **vault, struct err *err);
void vault_close(struct vault *vault, sqlite3 *db);

enum vault_state { VAULT_SAME, VAULT_CHANGED, VAULT_PLAIN };

/* What the file is by now, against what was read of it. ERR_STORE where there is none any more. */
MUST_USE bool vault_look(const struct vault *vault, enum vault_state *state, struct err *err);

/* Reads the file again into the open database. */
MUST_USE bool vault_reload(struct vault *vault, sqlite3 *db, struct err *err);

/* Waits until no other program writes to the store at path; gives the descriptor that holds it, to be closed. */
MUST_USE bool vault_wait(const char *path, int timeout_ms, int *held, struct err *err);

MUST_USE bool vault_hold(struct vault *vault, int timeout_ms, struct err *err);
void vault_let_go(struct vault *vault);

/* Writes the database to the file. On false the file is what it was, and the vault no longer knows what it holds. */
MUST_USE bool vault_save(struct vault *vault, sqlite3 *db, struct err *err);

/* Writes bytes to the file part that part_begin made, locked; leaves in the header what was written. */
MUST_USE bool vault_write_part(const char *part, struct sealed_header *header,
			       const unsigned char *key, struct image_view bytes, struct err *err);

/* Reads part back and compares. */
MUST_USE bool vault_prove_part(const char *part, const unsigned char *key, struct image_view bytes,
			       struct err *err);

/* The name of the lock file beside a store, added to name. */
void vault_lock_name(const char *path, struct str *name);

#endif
