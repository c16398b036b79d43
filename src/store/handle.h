/* SPDX-License-Identifier: MIT */
/*
 * The open store as the files of this floor see it.
 */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

#include "db.h"
#include "store/store.h"
#include "vault.h"

struct store {
	sqlite3 *db;
	struct vault *vault;   /* the file is locked: db is in memory; else NULL */
	struct keychain *keys; /* borrowed; NULL for none */
	char *path;            /* resolved; NULL in memory */
	char *backups;         /* NULL for none */
	int timeout_ms;
	int64_t version; /* see store_version */
	int64_t seen;    /* SQLite's data_version at that time */
	int looks;       /* calls of store_look not yet ended */
	bool keeps;      /* a copy is kept before the first change of the day: */
	struct day today;
	bool tried; /* it is there, or was tried and can't be made today */
	char note[sizeof(((struct err *)NULL)->msg)]; /* why not, or "" */
};

/* As store_open, waiting timeout_ms where another program holds the file. */
MUST_USE bool handle_open(const char *path, const char *backups, int timeout_ms,
			  struct keychain *keys, struct store **store, struct err *err);

/*
 * Begins every verb: opens the file anew where another one took its place (a synced folder).
 * ERR_STORE where there is none any more; writing into a removed file would lose what is written.
 */
MUST_USE bool handle_ready(struct store *store, struct err *err);

/* Opens the transaction of a change; no other program writes until handle_commit or handle_cancel. */
MUST_USE bool handle_begin(struct store *store, struct err *err);

/* The change is on the disk where this is true, and taken back where not. */
MUST_USE bool handle_commit(struct store *store, struct err *err);
void handle_cancel(struct store *store);

#endif
