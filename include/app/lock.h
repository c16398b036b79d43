/* SPDX-License-Identifier: MIT */
/*
 * The lock: the log encrypted with a passphrase. Every other verb works on a locked log as on any other once its key is there; what
 * it holds is then in memory only. ERR_LOCKED is what they say where the key is not at hand, or where what was typed is another one.
 */
#ifndef APP_LOCK_H
#define APP_LOCK_H

#include "app/app.h"
#include "base/secret.h"

/*
 * How a face asks for what opens the log, or a copy of it: it goes into typed, which is empty. False where there is nobody to ask,
 * with err filled; or nobody any more, where it was wrong before. With NULL for typed nothing more is asked for now. Without such a
 * function nobody is asked.
 */
typedef bool app_key_ask(void *context, const struct secret_wanted *wanted, struct secret *typed,
			 struct err *err);
void app_ask_key_by(struct app *app, app_key_ask *ask, void *context);

/* True where path is the log, by whatever name, and not a copy of it. */
bool app_is_log(const struct app *app, const char *path);

/* True where the log is locked; and where its key is at hand too, typed before or kept by the kernel. */
bool app_is_locked(const struct app *app);
bool app_has_key(struct app *app);

/* Opens it by what was typed, a passphrase or a recovery code, until app_close. ERR_LOCKED where that is another one. */
MUST_USE bool app_open_lock(struct app *app, const struct secret *typed, struct err *err);

/* The same, also where the key is at hand: app_change_lock and app_lock_off need it before, each time. */
MUST_USE bool app_prove_lock(struct app *app, const struct secret *typed, struct err *err);

/* The same by asking for it, where its key is not at hand. */
MUST_USE bool app_open_key(struct app *app, struct err *err);

struct lock_asked {
	const struct secret *passphrase; /* the new one; NULL to take the lock off */
	struct secret *code;             /* empty: to hold a new recovery code; NULL for none */
	bool leave_backups;              /* they stay as they are */
};

struct lock_done {
	char *kept;      /* owned; the copy that was kept before, or NULL */
	int64_t backups; /* that were locked, or unlocked, too */
	int64_t left;    /* that could not be */
	bool linked;     /* the old file has another name, under which it can still be read */
};

/* Locks the log, made where there is none yet. ERR_NOT_FOUND where it is locked, ERR_INVALID for a short passphrase. */
MUST_USE bool app_lock(struct app *app, const struct lock_asked *asked, struct lock_done *done,
		       struct err *err);

/* Gives it another passphrase, and the backups with it. ERR_NOT_FOUND where it is not locked, ERR_LOCKED without app_prove_lock. */
MUST_USE bool app_change_lock(struct app *app, const struct lock_asked *asked,
			      struct lock_done *done, struct err *err);

/* Takes the lock off. ERR_NOT_FOUND where there is none, ERR_LOCKED without app_prove_lock. */
MUST_USE bool app_lock_off(struct app *app, const struct lock_asked *asked, struct lock_done *done,
			   struct err *err);

/* True where what was typed is the end of a recovery code, its last group or more, however it is written. */
bool app_code_ends(const struct secret *code, const struct secret *typed);

/* How long the kernel keeps the key for other commands. */
enum key_stay { KEY_FOR_MINUTES, KEY_UNTIL_LOGOUT, KEY_UNTIL_LOCKED };

MUST_USE bool app_keep_key(struct app *app, enum key_stay stay, int minutes, struct err *err);

/* Has the kernel forget it; true where it had one. */
bool app_forget_key(struct app *app);

#endif
