/* SPDX-License-Identifier: MIT */
#include "app/lock.h"

#include <sys/stat.h>

#include "app_private.h"

void app_ask_key_by(struct app *app, app_key_ask *ask, void *context)
{
	keychain_ask_by(app->keys, ask, context);
}

bool app_is_log(const struct app *app, const char *path)
{
	struct stat asked, log;

	return stat(path, &asked) == 0 && stat(app->paths.store, &log) == 0 &&
	       asked.st_dev == log.st_dev && asked.st_ino == log.st_ino;
}

bool app_is_locked(const struct app *app)
{
	return store_is_locked(app->paths.store);
}

bool app_has_key(struct app *app)
{
	return keychain_has(app->keys, app->paths.store);
}

bool app_open_lock(struct app *app, const struct secret *typed, struct err *err)
{
	return keychain_try(app->keys, app->paths.store, typed, err);
}

bool app_prove_lock(struct app *app, const struct secret *typed, struct err *err)
{
	return keychain_prove(app->keys, app->paths.store, typed, err);
}

bool app_open_key(struct app *app, struct err *err)
{
	return keychain_open(app->keys, app->paths.store, err);
}

typedef bool lock_turn(const struct store_lock *asked, struct store_locked *locked,
		       struct err *err);

static bool turn_lock(struct app *app, lock_turn *turn, const struct lock_asked *wanted,
		      struct lock_done *done, struct err *err)
{
	const struct store_lock asked = {.path = app->paths.store,
					 .backups = app->paths.backups,
					 .keys = app->keys,
					 .passphrase = wanted->passphrase,
					 .code = wanted->code,
					 .leave_copies = wanted->leave_backups};
	struct store_locked locked;

	/* It is opened again, as what it is then, by whatever comes next. */
	store_close(app->store);
	app->store = NULL;
	app->stores++;
	if (!turn(&asked, &locked, err))
		return false;
	*done = (struct lock_done){.kept = locked.kept,
				   .backups = locked.copies,
				   .left = locked.left,
				   .linked = locked.linked};
	return true;
}

bool app_lock(struct app *app, const struct lock_asked *asked, struct lock_done *done,
	      struct err *err)
{
	struct store *store;

	if (app_is_locked(app))
		return err_set(err, ERR_NOT_FOUND, "the log is locked already");
	return app_store_write(app, &store, err) && turn_lock(app, store_lock, asked, done, err);
}

bool app_change_lock(struct app *app, const struct lock_asked *asked, struct lock_done *done,
		     struct err *err)
{
	return turn_lock(app, store_relock, asked, done, err);
}

bool app_lock_off(struct app *app, const struct lock_asked *asked, struct lock_done *done,
		  struct err *err)
{
	return turn_lock(app, store_unlock, asked, done, err);
}

bool app_code_ends(const struct secret *code, const struct secret *typed)
{
	return store_code_ends(code, typed);
}

bool app_keep_key(struct app *app, enum key_stay stay, int minutes, struct err *err)
{
	static const enum lock_until untils[] = {
		[KEY_FOR_MINUTES] = LOCK_FOR_MINUTES,
		[KEY_UNTIL_LOGOUT] = LOCK_UNTIL_LOGOUT,
		[KEY_UNTIL_LOCKED] = LOCK_UNTIL_LOCKED,
	};
	const struct lock_stay asked = {.until = untils[stay], .minutes = minutes};

	return keychain_stay(app->keys, app->paths.store, asked, err);
}

bool app_forget_key(struct app *app)
{
	return keychain_leave(app->paths.store);
}
