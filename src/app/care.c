/* SPDX-License-Identifier: MIT */
#include "app/care.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "store/care.h"

bool app_backup(struct app *app, const char *path, bool replace, struct err *err)
{
	struct store *store;

	if (!app_store_read(app, &store, err))
		return false;
	if (app->store_is_empty)
		return err_set(err, ERR_NOT_FOUND, "there is no log yet to make a copy of");
	return store_backup(store, path, replace, err);
}

bool app_restore(struct app *app, const char *path, char **aside, struct err *err)
{
	char *kept = paths_join(app->paths.backups, path);
	bool is_kept = strchr(path, '/') == NULL && !paths_exists(path) && paths_exists(kept);
	const struct store_restore asked = {.path = app->paths.store,
					    .from = is_kept ? kept : path,
					    .backups = app->paths.backups,
					    .today = app_today_day(app),
					    .keys = app->keys};
	bool done;

	/* It is opened again, the new one, by whatever comes next. */
	store_close(app->store);
	app->store = NULL;
	done = store_restore(&asked, aside, err);
	free(kept);
	return done;
}
