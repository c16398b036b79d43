/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/wipe.h"
#include "ask.h"
#include "base/utf8.h"

static const struct option_spec wipe_options[] = {
	{OPTION_DRY_RUN, 0, "dry-run", NULL, "only list what would be removed"},
	{.name = NULL},
};

static void add_path(struct session *session, const char *path)
{
	str_add(&session->out, "  ");
	utf8_add_clean(&session->out, path);
	str_add_char(&session->out, '\n');
}

static void list_text(struct session *session, const struct wipe_list *list, const char *head)
{
	bool left = false;

	if (list->files > 0 || list->key)
		looks_wrap(&session->looks, 0, head, &session->out);
	for (size_t i = 0; i < list->count; i++) {
		left = left || list->items[i].why != NULL;
		if (list->items[i].why == NULL && !list->items[i].folder)
			add_path(session, list->items[i].path);
	}
	if (list->key)
		str_addf(&session->out, "  %s\n", wipe_key());
	if (left)
		looks_wrap(&session->looks, 0, "Left alone:", &session->out);
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].why == NULL)
			continue;
		str_add(&session->out, "  ");
		utf8_add_clean(&session->out, list->items[i].path);
		str_addf(&session->out, " (%s)\n", list->items[i].why);
	}
	looks_wrap(&session->looks, 0, wipe_reach(), &session->out);
}

static void list_json(struct session *session, const struct wipe_list *list, bool removed)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_bool(&json, "removed", removed);
	json_open_list(&json, "files");
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].why == NULL && !list->items[i].folder)
			json_text(&json, NULL, list->items[i].path);
	}
	json_close_list(&json);
	json_open_list(&json, "left");
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].why == NULL)
			continue;
		json_open_object(&json, NULL);
		json_text(&json, "file", list->items[i].path);
		json_text(&json, "why", list->items[i].why);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_bool(&json, "kernel_key", list->key);
	json_close_object(&json);
	session_take_json(session, &json);
}

static bool agree(struct session *session, struct err *err)
{
	struct str answer = STR_INIT;
	bool agreed;

	if (session_has(session, OPTION_YES))
		return true;
	if (!ask_can(session))
		return err_set(err, ERR_ACKNOWLEDGE,
			       "nothing was removed; --yes removes it, and there is no way back");
	agreed =
		ask_line(session, "There is no way back. Type '" WIPE_WORD "' to remove all of it:",
			 &answer) &&
		strcmp(answer.data, WIPE_WORD) == 0;
	str_free(&answer);
	return agreed || err_set(err, ERR_ACKNOWLEDGE, "nothing was removed");
}

static bool run_wipe(struct session *session, struct err *err)
{
	bool dry = session_has(session, OPTION_DRY_RUN), done = true;
	struct wipe_list list;

	if (!app_wipe_list(session->app, &list, err))
		return false;
	if (list.files == 0 && !list.key && !dry) {
		if (session->json)
			list_json(session, &list, false);
		else
			list_text(session, &list, "");
		wipe_list_free(&list);
		return err_set(err, ERR_NOT_FOUND, "there is nothing of taper's to remove");
	}
	if (!session->json)
		list_text(session, &list, wipe_head());
	if (!dry && agree(session, err)) {
		done = app_wipe(session->app, &list, err);
		session->changed = done;
		if (done && !session->json)
			str_add(&session->out, "all of it is removed\n");
	} else if (!dry) {
		done = false;
	}
	if (session->json)
		list_json(session, &list, done && !dry);
	wipe_list_free(&list);
	return done;
}

const struct command command_wipe = {
	.name = "wipe",
	.usage = "[--dry-run]",
	.summary = "removes everything taper wrote: the log, its backups, settings, own plans and "
		   "texts",
	.more = "It lists all of it first, and asks for a word. Links, and files of others in the "
		"same "
		"folders, are left alone.",
	.examples = {{"taper wipe --dry-run", "what there is"},
		     {"taper export json -o all.json && taper wipe", "keeps one readable copy"}},
	.options = wipe_options,
	.run = run_wipe,
};
