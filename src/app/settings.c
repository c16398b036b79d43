/* SPDX-License-Identifier: MIT */
#include "app/settings.h"

#include <stdlib.h>

#include "app/transfer.h"
#include "app_private.h"
#include "base/mem.h"
#include "files.h"

static struct app_setting setting_of(const struct app *app, enum setting id)
{
	const struct setting_info *info = setting_info(id);
	struct str value = STR_INIT;

	setting_show(&app->settings, id, &value);
	return (struct app_setting){
		.key = info->key,
		.type = info->type,
		.range = info->range,
		.usual = info->usual,
		.meaning = info->meaning,
		.example = info->example,
		.choices = info->choices,
		.is_set = app->settings.said[id],
		.value = str_take(&value),
	};
}

void app_settings_list(const struct app *app, struct app_settings *settings)
{
	settings->count = SETTING_COUNT;
	settings->items = mem_alloc(SETTING_COUNT, sizeof(*settings->items));
	for (enum setting i = 0; i < SETTING_COUNT; i++)
		settings->items[i] = setting_of(app, i);
}

void app_setting_free(struct app_setting *setting)
{
	free(setting->value);
	setting->value = NULL;
}

void app_settings_free(struct app_settings *settings)
{
	for (size_t i = 0; i < settings->count; i++)
		app_setting_free(&settings->items[i]);
	free(settings->items);
	*settings = (struct app_settings)APP_SETTINGS_INIT;
}

bool app_settings_get(const struct app *app, const char *key, struct app_setting *setting,
		      struct err *err)
{
	enum setting id;

	if (!setting_find(key, &id, err))
		return false;
	*setting = setting_of(app, id);
	return true;
}

char *app_settings_path(const struct app *app)
{
	return paths_join(app->paths.config, "config.yaml");
}

static bool keep_copy(const char *path, const struct str *was, struct err *err)
{
	struct str copy = STR_INIT;
	bool kept;

	str_addf(&copy, "%s~", path);
	kept = app_write_file(copy.data, was, err);
	str_free(&copy);
	return kept;
}

/* A file that is a link to one kept elsewhere stays a link. */
static bool write_settings(const struct app *app, const struct settings_edit *edit, bool *copied,
			   struct err *err)
{
	char *path = app_settings_path(app);
	char *real = paths_follow(path);
	bool keep = edit->loses;
	bool written = files_make_folder(app->paths.config, err) &&
		       (!keep || keep_copy(path, &edit->was, err)) &&
		       app_write_file(real, &edit->text, err);

	if (written)
		*copied = keep;
	free(real);
	free(path);
	return written;
}

static bool change(struct app *app, const char *key, const char *value, bool *copied,
		   struct err *err)
{
	struct settings_edit edit = SETTINGS_EDIT_INIT;
	enum setting id;
	char *path;
	bool done;

	if (!setting_find(key, &id, err))
		return false;
	path = app_settings_path(app);
	done = settings_edit(path, id, value, &edit, err) &&
	       write_settings(app, &edit, copied, err);
	if (done)
		app->settings = edit.settings;
	settings_edit_free(&edit);
	free(path);
	return done;
}

bool app_settings_check(const struct app *app, const char *key, const char *value, struct err *err)
{
	struct settings_edit edit = SETTINGS_EDIT_INIT;
	enum setting id;
	char *path;
	bool fine;

	if (!setting_find(key, &id, err))
		return false;
	path = app_settings_path(app);
	fine = settings_edit(path, id, value, &edit, err);
	settings_edit_free(&edit);
	free(path);
	return fine;
}

bool app_settings_set(struct app *app, const char *key, const char *value, bool *copied,
		      struct err *err)
{
	return change(app, key, value, copied, err);
}

bool app_settings_unset(struct app *app, const char *key, bool *copied, struct err *err)
{
	return change(app, key, NULL, copied, err);
}
