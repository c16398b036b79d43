/* SPDX-License-Identifier: MIT */
#include "app/app.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "store/care.h"
#include "store/unfinished.h"

static void read_settings(struct app *app)
{
	struct problems problems = PROBLEMS_INIT;
	struct err err;
	char *path = paths_join(app->paths.config, "config.yaml");

	app->settings = settings_default();
	if (paths_exists(path) && !settings_read(path, &app->settings, &problems, &err)) {
		if (problems.count > 0)
			snprintf(app->warning, sizeof(app->warning),
				 "%.300s:%d: %.120s; defaults are used", path,
				 problems.items[0].line, problems.items[0].text);
		else
			snprintf(app->warning, sizeof(app->warning), "%.440s; defaults are used",
				 err.msg);
	}
	problems_free(&problems);
	free(path);
}

bool app_open(struct clock clock, struct app **app, struct err *err)
{
	struct app *opened = mem_alloc(1, sizeof(*opened));

	opened->clock = clock;
	if (!paths_find(&opened->paths, err)) {
		free(opened);
		return false;
	}
	unfinished_watch();
	read_settings(opened);
	opened->keys = keychain_new(NULL, NULL);
	*app = opened;
	return true;
}

void app_close(struct app *app)
{
	if (app == NULL)
		return;
	store_close(app->store);
	keychain_free(app->keys);
	paths_free(&app->paths);
	free(app);
}

void app_leave(struct app *app)
{
	store_leave(app->store);
	keychain_free(app->keys);
}

void app_shipped_serves(struct app *app, const char *name)
{
	if (app->warning[0] == '\0')
		snprintf(app->warning, sizeof(app->warning),
			 "your %s has mistakes, so taper's own serves; 'taper doctor' names them",
			 name);
}

const char *app_warning(const struct app *app)
{
	if (app->warning[0] != '\0')
		return app->warning;
	return app->store != NULL ? store_note(app->store) : NULL;
}

/* The empty store in memory only stands in while there is no file; another program may make one at any time. */
bool app_store_read(struct app *app, struct store **store, struct err *err)
{
	bool there;

	if (app->looks > 0) {
		*store = app->store;
		return true;
	}
	there = paths_exists(app->paths.store);
	if (app->store != NULL && app->store_is_empty && there) {
		store_close(app->store);
		app->store = NULL;
		app->stores++;
	}
	if (app->store == NULL) {
		if (!store_open_with(there ? app->paths.store : NULL, app->paths.backups, app->keys,
				     &app->store, err))
			return false;
		app->store_is_empty = !there;
	}
	*store = app->store;
	return true;
}

bool app_look(struct app *app, struct store **store, struct err *err)
{
	if (!app_store_read(app, store, err) || !store_look(*store, err))
		return false;
	app->looks++;
	return true;
}

void app_looked(struct app *app)
{
	store_looked(app->store);
	app->looks--;
}

bool app_store_write(struct app *app, struct store **store, struct err *err)
{
	assert(app->looks == 0);
	if (app->store != NULL && app->store_is_empty) {
		store_close(app->store);
		app->store = NULL;
		app->stores++;
	}
	if (app->store == NULL &&
	    !store_open_with(app->paths.store, app->paths.backups, app->keys, &app->store, err))
		return false;
	app->store_is_empty = false;
	store_keep_daily(app->store, app_today_day(app));
	*store = app->store;
	return true;
}

enum unit app_unit(const struct app *app)
{
	return app->settings.unit;
}

struct app_looks app_looks(const struct app *app)
{
	return (struct app_looks){.plain = app->settings.plain,
				  .ascii = app->settings.ascii,
				  .light = app->settings.light,
				  .style = app->settings.style};
}

bool app_key_binding(const struct app *app, size_t i, const char **action, const char **keys)
{
	if (i >= app->settings.key_count)
		return false;
	*action = app->settings.keys[i].action;
	*keys = app->settings.keys[i].keys;
	return true;
}

int app_decimals(enum unit unit, struct amount measure)
{
	int decimals = measure.nano > 0 ? amount_decimals(measure) : 0;

	return decimals == 0 && unit == UNIT_GRAM ? 1 : decimals;
}

const char *app_watch_path(const struct app *app)
{
	return app->paths.store;
}

enum { STORE_BITS = 40 };

bool app_version(struct app *app, int64_t *version, struct err *err)
{
	struct store *store;

	if (!app_store_read(app, &store, err) || !store_version(store, version, err))
		return false;
	/* Each store counts from the same number on. */
	*version += app->stores << STORE_BITS;
	return true;
}
