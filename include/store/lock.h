/* SPDX-License-Identifier: MIT */
/*
 * The lock: a store whose file is encrypted. Everything else works on it as on any other, once its key is there; its content is
 * then in memory only. Who forgets the passphrase and has no recovery code has lost the store: nothing here can help.
 * Knows keys, files and the kernel's keyring; asks nobody by itself.
 */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include "base/secret.h"
#include "store/store.h"

/* Keys that were typed since the program began, and whom to ask for others. */
struct keychain;

/*
 * Asks for what opens a store, or a copy of one, and puts it into typed, which is empty. False where there is nobody to ask, with
 * err filled; or nobody any more, where it was wrong before. With NULL for typed nothing more is asked for now, and that is all.
 */
typedef bool keychain_ask(void *context, const struct secret_wanted *wanted, struct secret *typed,
			  struct err *err);

/* ask may be NULL: then only what was given by keychain_try opens anything, and what the kernel keeps. */
struct keychain *keychain_new(keychain_ask *ask, void *context);
void keychain_free(struct keychain *keys);
void keychain_ask_by(struct keychain *keys, keychain_ask *ask, void *context);

/*
 * Tries what was typed, a passphrase or a recovery code, on the store at path, and keeps its key. ERR_LOCKED where it is another
 * one.
 */
MUST_USE bool keychain_try(struct keychain *keys, const char *path, const struct secret *typed,
			   struct err *err);

/*
 * The same, also where the key is there already: proves that who types it may change the lock. The proof is good for one
 * store_relock or store_unlock.
 */
MUST_USE bool keychain_prove(struct keychain *keys, const char *path, const struct secret *typed,
			     struct err *err);

/* Asks for the key of the store at path where it is not there. ERR_LOCKED. */
MUST_USE bool keychain_open(struct keychain *keys, const char *path, struct err *err);

/* True where the key of the store at path is there, or the kernel keeps it: nobody has to be asked. */
bool keychain_has(struct keychain *keys, const char *path);

/* store_open for a store that may be locked; keys live longer than the store. NULL is none. */
MUST_USE bool store_open_with(const char *path, const char *backups, struct keychain *keys,
			      struct store **store, struct err *err);

/* True for a file that is locked. */
bool store_is_locked(const char *path);

/* How long a key stays with the kernel. */
enum lock_until { LOCK_FOR_MINUTES, LOCK_UNTIL_LOGOUT, LOCK_UNTIL_LOCKED };

struct lock_stay {
	enum lock_until until;
	int minutes;
};

/* Has the kernel keep the key of the store at path, which is asked for where it is not there. ERR_IO where it does not. */
MUST_USE bool keychain_stay(struct keychain *keys, const char *path, struct lock_stay stay,
			    struct err *err);

/* True where the kernel keeps the key of the store at path. */
bool keychain_stays(const char *path);

/* Has it forget the key; true where it had one. */
bool keychain_leave(const char *path);

/*
 * True where what was typed from paper is the end of a recovery code, its last group or more. Blanks, dashes and small letters do not
 * matter, nor which of two signs that look alike was typed.
 */
bool store_code_ends(const struct secret *code, const struct secret *typed);

/* A store to be locked, or to be locked by another passphrase. */
struct store_lock {
	const char *path, *backups;
	struct keychain *keys;
	const struct secret *passphrase;
	struct secret *code; /* empty: to hold a new recovery code; NULL for none */
	bool leave_copies;   /* what taper keeps among the backups stays as it is */
};

/* What became of the files around it. */
struct store_locked {
	char *kept;     /* owned; the copy that was kept before, or NULL */
	int64_t copies; /* backups that were locked, or unlocked */
	int64_t left;   /* that are as they were */
	bool linked;    /* the file has another name, under which it can still be read */
};

/*
 * Locks a store: a copy, locked too, is kept first; what is written is read back and compared; then it takes the store's
 * place, and the bytes of the old file are overwritten. The copies among the backups follow. ERR_NOT_FOUND where it is locked
 * already. On false the store is as it was.
 */
MUST_USE bool store_lock(const struct store_lock *asked, struct store_locked *locked,
			 struct err *err);

/*
 * Another passphrase, and another key with it: what was copied before opens with the old one. ERR_NOT_FOUND where it is not locked,
 * ERR_LOCKED without keychain_prove: a key at hand is not enough.
 */
MUST_USE bool store_relock(const struct store_lock *asked, struct store_locked *locked,
			   struct err *err);

/* Makes a plain store of it again; asked without passphrase and code. The copies that its key opens follow. Else as store_relock. */
MUST_USE bool store_unlock(const struct store_lock *asked, struct store_locked *locked,
			   struct err *err);

/* The shortest passphrase that is taken, in bytes. */
enum { LOCK_PASSPHRASE_LEAST = 8 };

#endif
