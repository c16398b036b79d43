/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "commands.h"
#include "console.h"
#include "table.h"

#include "app/settings.h"

static void json_setting(struct json *json, const struct app_setting *setting)
{
	json_open_object(json, NULL);
	json_text(json, "key", setting->key);
	json_known(json, "value", setting->value);
	json_bool(json, "set", setting->is_set);
	json_text(json, "type", setting->type);
	json_text(json, "range", setting->range);
	json_text(json, "default", setting->usual);
	json_text(json, "meaning", setting->meaning);
	json_text(json, "example", setting->example);
	json_close_object(json);
}

static void add_path(struct session *session)
{
	char *path = app_settings_path(session->app);
	struct json json = JSON_INIT;

	if (session->json) {
		json_open_object(&json, NULL);
		json_text(&json, "path", path);
		json_close_object(&json);
		session_take_json(session, &json);
	} else {
		looks_document(&session->looks, path, &session->out);
		str_add_char(&session->out, '\n');
	}
	free(path);
}

static const char *shown(const struct app_setting *setting)
{
	return setting->value[0] != '\0' ? setting->value : setting->usual;
}

static void add_all(struct session *session)
{
	static const struct table_column columns[] = {
		{.head = "setting"},
		{.head = "value", .shrinks = true},
		{.head = ""},
		{.head = "meaning", .shrinks = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));
	struct app_settings settings;
	struct json json = JSON_INIT;

	app_settings_list(session->app, &settings);
	json_open_list(&json, NULL);
	for (size_t i = 0; i < settings.count; i++) {
		const struct app_setting *setting = &settings.items[i];

		json_setting(&json, setting);
		table_add(&table, INK_NONE, setting->key);
		table_add(&table, setting->is_set ? INK_HEAD : INK_DIM, shown(setting));
		table_add(&table, INK_DIM, setting->is_set ? "set" : "default");
		table_add(&table, INK_NONE, setting->meaning);
	}
	json_close_list(&json);
	if (session->json)
		session_take_json(session, &json);
	else
		table_draw(&table, &session->looks, 0, &session->out);
	json_free(&json);
	table_free(&table);
	app_settings_free(&settings);
}

static bool add_one(struct session *session, const char *key, struct err *err)
{
	struct app_setting setting;
	struct json json = JSON_INIT;

	if (!app_settings_get(session->app, key, &setting, err))
		return false;
	if (session->json) {
		json_setting(&json, &setting);
		session_take_json(session, &json);
	} else {
		looks_ink(&session->looks, INK_HEAD, shown(&setting), &session->out);
		str_add_char(&session->out, '\n');
		looks_wrap(&session->looks, 2, setting.meaning, &session->out);
		looks_fact(&session->looks, "allowed", setting.range, &session->out);
		looks_fact(&session->looks, "default", setting.usual, &session->out);
		looks_fact(&session->looks, "example", setting.example, &session->out);
	}
	app_setting_free(&setting);
	return true;
}

/* What a change left, told on standard error where a copy was kept, since a comment is a person's own work. */
static bool change(struct session *session, const char *key, const char *value, struct err *err)
{
	struct app_setting setting;
	bool copied = false;

	if (!(value != NULL ? app_settings_set(session->app, key, value, &copied, err)
			    : app_settings_unset(session->app, key, &copied, err)))
		return false;
	session->changed = true;
	if (copied)
		console_tell("config",
			     "a comment of the file could not stay; the file as it was is "
			     "in config.yaml~");
	if (session->json)
		return add_one(session, key, err);
	if (!app_settings_get(session->app, key, &setting, err))
		return false;
	str_addf(&session->out, "%s: ", key);
	looks_ink(&session->looks, INK_HEAD, shown(&setting), &session->out);
	str_add(&session->out, value == NULL ? " (the default)\n" : "\n");
	app_setting_free(&setting);
	return true;
}

static bool run(struct session *session, struct err *err)
{
	const char *key = session_word(session, 0), *value = session_word(session, 1);
	const char *unset = session_option(session, OPTION_UNSET);

	if (unset != NULL && key != NULL)
		return err_set(err, ERR_USAGE, "--unset=%s stands alone, without '%s'", unset, key);
	if (session_has(session, OPTION_PATH))
		add_path(session);
	else if (unset != NULL)
		return change(session, unset, NULL, err);
	else if (key == NULL)
		add_all(session);
	else if (value == NULL)
		return add_one(session, key, err);
	else
		return change(session, key, value, err);
	return true;
}

static const struct option_spec options[] = {
	{OPTION_UNSET, 0, "unset", "KEY", "take a setting out, so that its default holds"},
	{OPTION_PATH, 0, "path", NULL, "print where the file is, or would be"},
	{.name = NULL},
};

const struct command command_config = {
	.name = "config",
	.usage = "[KEY [VALUE]] [--unset KEY] [--path]",
	.summary = "shows the settings, or sets one; a wrong value changes nothing",
	.examples = {{"taper config measure 0.1g", "what your scale can weigh"},
		     {"taper config times 08:00,13:00,18:00", "your usual times"}},
	.options = options,
	.most_words = 2,
	.run = run,
};
