/* SPDX-License-Identifier: MIT */
#include "view_care.h"

#include <string.h>

#include "app/file.h"
#include "app/wipe.h"
#include "base/utf8.h"
#include "form.h"
#include "prose.h"

enum { MARGIN = 2, TEXT_COLUMNS = 76, AIR_ROWS = 14, WORD_BOX = 8 };

/* All that goes, to be read first; below it the word that does it. */
struct view_wipe {
	struct view view;
	struct form form; /* one field */
	struct str text;
	int top, rows; /* of the text */
};

static void add_line(const char *path, const char *why, struct str *out)
{
	struct str shown = STR_INIT;

	app_file_short(path, &shown);
	utf8_add_clean(out, shown.data);
	if (why != NULL)
		str_addf(out, " (%s)", why);
	str_add_char(out, '\n');
	str_free(&shown);
}

static void write_list(const struct wipe_list *list, struct str *out)
{
	bool left = false;

	str_addf(out, "! %s\n", wipe_head());
	for (size_t i = 0; i < list->count; i++) {
		left = left || list->items[i].why != NULL;
		if (list->items[i].why == NULL && !list->items[i].folder)
			add_line(list->items[i].path, NULL, out);
	}
	if (list->key)
		str_addf(out, "%s\n", wipe_key());
	str_add(out, left ? "\n# Left alone:\n" : "");
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].why != NULL)
			add_line(list->items[i].path, list->items[i].why, out);
	}
	str_addf(out, "\n%s\n", wipe_reach());
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_wipe *self = (struct view_wipe *)view;
	struct wipe_list list;

	if (!app_wipe_list(app, &list, err))
		return false;
	str_reset(&self->text);
	write_list(&list, &self->text);
	wipe_list_free(&list);
	return true;
}

struct parts {
	struct rect text, title, field;
};

static struct parts parts_of(struct rect area)
{
	struct parts parts = {.text = rect_inset(area, 0, MARGIN)};

	rect_take_top(&parts.text, area.rows > AIR_ROWS ? 1 : 0);
	if (parts.text.columns > TEXT_COLUMNS)
		parts.text.columns = TEXT_COLUMNS;
	parts.field = rect_take_bottom(&parts.text, FIELD_ROWS_ROOMY);
	parts.title = rect_take_top(&parts.text, 1);
	rect_take_top(&parts.text, area.rows > AIR_ROWS ? 1 : 0);
	rect_take_bottom(&parts.text, area.rows > AIR_ROWS ? 1 : 0);
	return parts;
}

static void scroll(struct view_wipe *self, int by)
{
	self->top = prose_top(self->top + by, self->rows, parts_of(self->view.area).text.rows);
}

static void place(struct view *view, struct rect area)
{
	struct view_wipe *self = (struct view_wipe *)view;

	self->rows = prose_draw(NULL, parts_of(area).text, 0, self->text.data);
	scroll(self, 0);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_wipe *self = (const struct view_wipe *)view;
	struct parts parts = parts_of(area);
	struct str where = STR_INIT;

	canvas_text(canvas, parts.title, INK_TITLE, "Remove everything");
	if (self->rows > parts.text.rows)
		prose_where(self->top, self->rows, parts.text.rows, &where);
	canvas_text_right(canvas, parts.title, ROLE_DIM, where.data);
	str_free(&where);
	prose_draw(canvas, parts.text, self->top, self->text.data);
	form_draw(&self->form, canvas, parts.field, FIELD_ROWS_ROOMY);
}

/* The list is read anew: what came since is no surprise, as everything goes. */
static enum reply wipe(struct view_wipe *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct wipe_list list;
	bool done;

	if (strcmp(self->form.fields[0].text.data, WIPE_WORD) != 0) {
		outcome_say(outcome, "Nothing was removed: type '%s' to remove all of it",
			    WIPE_WORD);
		return REPLY_DONE;
	}
	if (!app_wipe_list(app, &list, err))
		return REPLY_FAILED;
	if (list.files == 0 && !list.key)
		done = err_set(err, ERR_NOT_FOUND, "there is nothing of taper's to remove");
	else
		done = app_wipe(app, &list, err);
	wipe_list_free(&list);
	if (!done)
		return REPLY_FAILED;
	outcome_say(outcome, "all of it is removed");
	return REPLY_QUIT;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_wipe *self = (struct view_wipe *)view;

	if (action == ACTION_FIELD_SAVE)
		return wipe(self, app, outcome, err);
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS)
		return REPLY_IGNORED;
	scroll(self, action == ACTION_FIELD_NEXT ? 1 : -1);
	return REPLY_DONE;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	(void)app;
	return form_key(&((struct view_wipe *)view)->form, key) ? REPLY_DONE : REPLY_IGNORED;
}

static bool can(const struct view *view, enum action action)
{
	const struct view_wipe *self = (const struct view_wipe *)view;

	return (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS) ||
	       self->rows > parts_of(view->area).text.rows;
}

static const char *brief(const struct view *view, enum action action)
{
	(void)view;
	if (action == ACTION_FIELD_SAVE)
		return "remove all";
	return action == ACTION_FIELD_NEXT ? "more" : action_info(action)->brief;
}

static void free_wipe(struct view *view)
{
	struct view_wipe *self = (struct view_wipe *)view;

	form_free(&self->form);
	str_free(&self->text);
}

/* Leaving needs no word: Esc does that everywhere. */
static const enum action first[] = {ACTION_FIELD_SAVE, ACTION_FIELD_NEXT, ACTION_NONE};

static const struct view_class class = {
	.title = "Remove everything",
	.scope = SCOPE_FORM,
	.first = first,
	.size = sizeof(struct view_wipe),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.type = type,
	.can = can,
	.brief = brief,
	.free = free_wipe,
};

struct view *view_wipe_new(void)
{
	struct view_wipe *self = view_new(&class);

	self->text = (struct str)STR_INIT;
	form_add(&self->form, "Type " WIPE_WORD, "removes all of it; there is no way back",
		 WORD_BOX, "");
	return &self->view;
}
