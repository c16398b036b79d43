/* SPDX-License-Identifier: MIT */
#include "view_settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/file.h"
#include "move.h"
#include "settings_page.h"

enum { CHOICE_SIZE = 24 };

struct view_settings {
	struct view view;
	struct settings_page page;
	char choices[OPTIONS_MAX][CHOICE_SIZE]; /* of the setting that is being chosen */
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
	const char *key = selected(self)->key;
	bool copied = false;

	if (!(value != NULL ? app_settings_set(app, key, value, &copied, err)
			    : app_settings_unset(app, key, &copied, err)))
		return REPLY_FAILED;
	view_setting_changed(key, copied, outcome);
	return REPLY_SET;
}

/* Of two things it is the other one, at once; of more it is asked. */
static enum reply change(struct view_settings *self, struct app *app, struct outcome *outcome,
			 struct err *err)
{
	const struct app_setting *setting = selected(self);
	struct option options[OPTIONS_MAX] = {{.label = ""}};
	int count, at = 0;

	if (setting->choices == NULL) {
		outcome->open = view_setting_new(setting);
		return REPLY_DONE;
	}
	count = split(self, setting->choices);
	for (int i = 0; i < count; i++) {
		options[i] = (struct option){.label = self->choices[i], .hint = ""};
		if (strcmp(self->choices[i], setting->value) == 0)
			at = i;
	}
	if (count == 2)
		return set(self, app, self->choices[1 - at], outcome, err);
	outcome->open = view_options_new(setting->key, options, count, at);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	struct view_settings *self = (struct view_settings *)view;

	return set(self, app, self->choices[choice], outcome, err);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_settings *self = (struct view_settings *)view;

	if (action == ACTION_CHANGE_SETTING)
		return change(self, app, outcome, err);
	if (action == ACTION_USUAL_SETTING && selected(self)->is_set)
		return set(self, app, NULL, outcome, err);
	return move_list(&self->page.list, action);
}

static bool can(const struct view *view, enum action action)
{
	return action != ACTION_USUAL_SETTING ||
	       selected((const struct view_settings *)view)->is_set;
}

static enum reply click(struct view *view, int row, int column)
{
	struct settings_page *page = &((struct view_settings *)view)->page;

	return move_list_to(&page->list, settings_page_list(page, view->area), row, column);
}

static void free_settings(struct view *view)
{
	settings_page_free(&((struct view_settings *)view)->page);
}

static const struct view_class class = {
	.title = "Settings",
	.scope = SCOPE_SETTINGS,
	.size = sizeof(struct view_settings),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.can = can,
	.chosen = chosen,
	.free = free_settings,
};

struct view *view_settings_new(void)
{
	struct view_settings *self = view_new(&class);

	self->page.path = (struct str)STR_INIT;
	return &self->view;
}
