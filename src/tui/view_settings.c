/* SPDX-License-Identifier: MIT */
#include "view_settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/file.h"
#include "app/lock.h"
#include "gate.h"
#include "move.h"
#include "settings_page.h"
#include "view_care.h"

enum { CHOICE_SIZE = 24 };

struct view_settings {
	struct view view;
	struct settings_page page;
	char choices[OPTIONS_MAX][CHOICE_SIZE]; /* of the setting that is being chosen */
	bool caring;                            /* it is what to do with the log */
	bool locking;                           /* it is the lock that is chosen about */
};

static const struct app_setting *selected(const struct view_settings *self)
{
	return &self->page.settings.items[self->page.list.cursor];
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_settings *self = (struct view_settings *)view;
	char *path;

	(void)err;
	settings_page_free(&self->page);
	app_settings_list(app, &self->page.settings);
	path = app_settings_path(app);
	app_file_short(path, &self->page.path);
	free(path);
	list_resize(&self->page.list, (int)self->page.settings.count);
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct settings_page *page = &((struct view_settings *)view)->page;

	list_place(&page->list, settings_page_list(page, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	settings_page_draw(&((const struct view_settings *)view)->page, canvas, area);
}

/* "g capsule ml" parted at its blanks. */
static int split(struct view_settings *self, const char *choices)
{
	int count = 0;

	while (*choices != '\0' && count < OPTIONS_MAX) {
		size_t len = strcspn(choices, " ");

		snprintf(self->choices[count++], CHOICE_SIZE, "%.*s", (int)len, choices);
		choices += len + strspn(choices + len, " ");
	}
	return count;
}

static enum reply set(struct view_settings *self, struct app *app, const char *value,
		      struct outcome *outcome, struct err *err)
{
	return view_setting_put(app, selected(self)->key, value, outcome, err) ? REPLY_SET
									       : REPLY_FAILED;
}

/* Of two things it is the other one, at once; of more it is asked. */
static enum reply change(struct view_settings *self, struct app *app, struct outcome *outcome,
			 struct err *err)
{
	const struct app_setting *setting = selected(self);
	struct option options[OPTIONS_MAX] = {{.label = ""}};
	struct str name = STR_INIT;
	int count, at = 0;

	if (setting->choices == NULL) {
		outcome->open = view_setting_new(setting);
		return REPLY_DONE;
	}
	self->locking = false;
	count = split(self, setting->choices);
	for (int i = 0; i < count; i++) {
		options[i] = (struct option){.label = self->choices[i], .hint = ""};
		if (strcmp(self->choices[i], setting->value) == 0)
			at = i;
	}
	if (count == 2)
		return set(self, app, self->choices[1 - at], outcome, err);
	settings_page_name(setting, &name);
	outcome->open = view_options_new(name.data, options, count, at);
	str_free(&name);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	struct view_settings *self = (struct view_settings *)view;

	if (self->caring)
		return view_care_chosen(app, choice, outcome, err);
	if (self->locking) {
		outcome->choice = choice == 0 ? GATE_CHANGE : GATE_OFF;
		return REPLY_LOCK;
	}
	return set(self, app, self->choices[choice], outcome, err);
}

/* A log without a lock gets one; of one that has it, it is asked what is to become of it. */
static enum reply lock(struct view_settings *self, const struct app *app, struct outcome *outcome)
{
	static const struct option options[] = {
		{.label = "another passphrase", .hint = "the backups follow"},
		{.label = "take the lock off", .hint = "a plain file again"},
	};

	self->locking = true;
	outcome->choice = GATE_LOCK;
	if (!app_is_locked(app))
		return REPLY_LOCK;
	outcome->open = view_options_new("Lock", options, 2, 0);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_settings *self = (struct view_settings *)view;

	if (action == ACTION_CHANGE_SETTING)
		return change(self, app, outcome, err);
	self->caring = action == ACTION_CARE;
	if (action == ACTION_CARE) {
		outcome->open = view_care_new();
		return REPLY_DONE;
	}
	if (action == ACTION_LOCK)
		return lock(self, app, outcome);
	if (action == ACTION_USUAL_SETTING)
		return set(self, app, NULL, outcome, err);
	return move_list(&self->page.list, action);
}

static void setting_line(const void *context, int item, struct str *out)
{
	const struct app_setting *setting =
		&((const struct view_settings *)context)->page.settings.items[item];

	settings_page_name(setting, out);
	str_addf(out, " %s %s %s", setting->key, setting->value, setting->meaning);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_settings *self = (struct view_settings *)view;

	(void)app;
	(void)outcome;
	return move_list_find(&self->page.list, words, by, setting_line, self, err);
}

static enum reply click(struct view *view, int row, int column)
{
	struct settings_page *page = &((struct view_settings *)view)->page;

	return move_list_to(&page->list, settings_page_list(page, view->area), row, column);
}

static bool waits(const struct view *view)
{
	return list_waits(&((const struct view_settings *)view)->page.list);
}

static void rest(struct view *view)
{
	list_rest(&((struct view_settings *)view)->page.list);
}

static void free_settings(struct view *view)
{
	settings_page_free(&((struct view_settings *)view)->page);
}

static const enum action first[] = {ACTION_CHANGE_SETTING, ACTION_USUAL_SETTING, ACTION_CARE,
				    ACTION_LOCK,           ACTION_SEARCH,        ACTION_NONE};

static const struct view_class class = {
	.title = "Settings",
	.scope = SCOPE_SETTINGS,
	.first = first,
	.size = sizeof(struct view_settings),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = waits,
	.rest = rest,
	.find = find,
	.find_title = "Find",
	.find_hint = "a word; {find-next} goes on, {find-previous} goes back",
	.chosen = chosen,
	.free = free_settings,
};

struct view *view_settings_new(void)
{
	struct view_settings *self = view_new(&class);

	self->page.path = (struct str)STR_INIT;
	return &self->view;
}
