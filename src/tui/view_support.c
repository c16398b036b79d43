/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "app/guide.h"
#include "base/mem.h"
#include "key_words.h"
#include "move.h"
#include "support_lines.h"
#include "support_page.h"
#include "support_says.h"
#include "view_own.h"
#include "view_pick.h"
#include "view_safety.h"
#include "view_self_check.h"
#include "views.h"

struct view_support {
	struct view view;
	struct support_shown shown;
	struct support_page page;
	int cursor;
	struct own_change change; /* of the country, which u takes back */
};

static int item_count(const struct view_support *self)
{
	return self->page.columns[0].items + self->page.columns[1].items;
}

/* Whatever can't be read, the screen opens: it says so in the place of what is missing. */
static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_support *self = (struct view_support *)view;
	struct support_shown shown = {
		.trouble = STR_INIT, .reached = STR_INIT, .safety = STR_INIT, .keys = view->keys};
	struct err trouble;

	(void)err;
	if (!app_support(app, NULL, &shown.support, &trouble)) {
		str_add(&shown.trouble, trouble.msg);
		if (!app_my_plan(app, &shown.support.mine, &trouble))
			problems_add(&shown.support.mine.problems, 0, 0, "%s", trouble.msg);
	}
	shown.after = support_last_step_behind(app);
	support_say_safety(app, &shown.safety);
	support_say_reached(app, &shown.reached);
	if (!app_practices(app, &shown.practices, &trouble))
		shown.practices = (struct practices)PRACTICES_INIT;
	support_shown_free(&self->shown);
	self->shown = shown;
	if (view->area.columns > 0)
		support_page_lay(&self->page, &self->shown, view->area, self->cursor);
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_support *self = (struct view_support *)view;

	support_page_place(&self->page, &self->shown, area, self->cursor);
	if (self->cursor >= item_count(self)) {
		self->cursor = item_count(self) - 1;
		support_page_place(&self->page, &self->shown, area, self->cursor);
	}
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_support *self = (const struct view_support *)view;

	(void)area;
	support_page_draw(&self->page, &self->shown, canvas);
}

/* Stays inside what there is. */
static void go(struct view_support *self, int item)
{
	int count = item_count(self);

	if (item >= count)
		item = count - 1;
	self->cursor = item < 0 ? 0 : item;
}

static const struct support_item *item_of(const struct view_support *self)
{
	return self->cursor < (int)self->page.count ? &self->page.items[self->cursor] : NULL;
}

static bool is_own(const struct support_item *item)
{
	return item != NULL && (item->kind == SUPPORT_OWN || item->kind == SUPPORT_EMPTY);
}

static const struct own_entry *entry_of(const struct view_support *self,
					const struct own_place *place)
{
	return own_plan_entry(&self->shown.support.mine.plan, place->part, place->number - 1);
}

/* Of a part there is one of, adding is changing. */
static struct view *form_for(struct view_support *self, const struct own_place *place, bool adds)
{
	struct own_place at = *place;

	if (own_shape(at.part)->single && adds && entry_of(self, &(struct own_place){at.part, 1}))
		at.number = 1;
	else if (adds)
		at.number = 0;
	if (at.number == 0)
		return view_own_add_new(at.part, &self->change);
	return view_own_edit_new(&at, entry_of(self, &at), &self->change);
}

static enum reply show_sources(struct view_support *self, struct app *app, struct outcome *outcome,
			       struct err *err)
{
	struct str text = STR_INIT;

	if (self->shown.support.country == NULL) {
		err_set(err, ERR_NOT_FOUND, "there are no lines here to tell the sources of");
		return REPLY_FAILED;
	}
	if (!support_lines_sources(app, &self->shown, &text, err)) {
		str_free(&text);
		return REPLY_FAILED;
	}
	outcome->open = view_read_new("Where the numbers come from", &text);
	str_free(&text);
	return REPLY_DONE;
}

static enum reply open_item(struct view_support *self, struct app *app, struct outcome *outcome,
			    struct err *err)
{
	const struct support_item *item = item_of(self);

	if (item == NULL)
		return REPLY_DONE;
	switch (item->kind) {
	case SUPPORT_OWN:
	case SUPPORT_EMPTY:
		outcome->open = form_for(self, &item->place, item->kind == SUPPORT_EMPTY);
		return REPLY_DONE;
	case SUPPORT_SAFETY:
	case SUPPORT_SELF_CHECK:
		self->change.country_set = false;
		outcome->open =
			item->kind == SUPPORT_SAFETY ? view_safety_new() : view_self_check_new();
		return REPLY_DONE;
	case SUPPORT_LINE:
		return show_sources(self, app, outcome, err);
	}
	return REPLY_DONE;
}

static enum reply take_out(struct view_support *self, struct app *app, struct outcome *outcome,
			   struct err *err)
{
	const struct support_item *item = item_of(self);

	if (item == NULL || item->kind != SUPPORT_OWN) {
		err_set(err, ERR_INVALID, "only what you wrote yourself can be taken out");
		return REPLY_FAILED;
	}
	return own_change_remove(app, &item->place, &self->change, outcome, err) ? REPLY_RELOAD
										 : REPLY_FAILED;
}

static enum reply add(struct view_support *self, struct outcome *outcome, struct err *err)
{
	const struct support_item *item = item_of(self);

	if (self->shown.support.mine.problems.count > 0) {
		err_set(err, ERR_FORMAT,
			"your plan can't be added to yet; mend the mistakes in its file first");
		return REPLY_FAILED;
	}
	if (!is_own(item)) {
		key_words_err(self->view.keys, err, ERR_INVALID,
			      "choose a part of your plan first; {add} adds to it");
		return REPLY_FAILED;
	}
	outcome->open = form_for(self, &item->place, true);
	return REPLY_DONE;
}

static enum reply ask_country(struct view_support *self, struct outcome *outcome, struct err *err)
{
	const struct help_lines *lines = &self->shown.support.lines;
	const char **names;
	int at = 0;

	if (lines->country_count == 0) {
		err_set(err, ERR_NOT_FOUND, "the list of countries can't be read");
		return REPLY_FAILED;
	}
	names = mem_alloc(lines->country_count, sizeof(*names));
	for (size_t i = 0; i < lines->country_count; i++) {
		names[i] = lines->countries[i].name;
		if (&lines->countries[i] == self->shown.support.country)
			at = (int)i;
	}
	outcome->open =
		view_pick_new("Your country", "Country", names, (int)lines->country_count, at);
	free(names);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	struct view_support *self = (struct view_support *)view;
	const struct help_lines *lines = &self->shown.support.lines;
	struct country_choice wanted = {.code = NULL, .name = "none set"};

	if (choice < 0 || (size_t)choice >= lines->country_count)
		return REPLY_DONE;
	if (strcmp(lines->countries[choice].code, SUPPORT_ANYWHERE) != 0)
		wanted = (struct country_choice){.code = lines->countries[choice].code,
						 .name = lines->countries[choice].name};
	return own_change_country(app, &wanted, &self->change, outcome, err) ? REPLY_RELOAD
									     : REPLY_FAILED;
}

/* Anything but the country is in the log's list of changes, as on the other screens. */
static enum reply undo(struct view_support *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	if (!self->change.country_set)
		return REPLY_IGNORED;
	return own_change_undo(app, &self->change, outcome, err) ? REPLY_RELOAD : REPLY_FAILED;
}

/* A change of the log, which u takes back as on the other screens. */
static enum reply did_it(struct view_support *self, struct app *app, struct outcome *outcome,
			 struct err *err)
{
	const struct support_item *item = item_of(self);
	const struct own_entry *entry = NULL;
	struct practice practice;
	struct str count = STR_INIT;

	if (item != NULL && item->kind == SUPPORT_OWN && item->place.part == OWN_PRACTICE)
		entry = entry_of(self, &item->place);
	if (entry == NULL) {
		err_set(err, ERR_INVALID,
			"choose what you do each day first, then say that you did it");
		return REPLY_FAILED;
	}
	if (!app_practice_did(app, entry->head, NULL, &practice, err))
		return REPLY_FAILED;
	self->change.country_set = false;
	practice_tell(&practice, &count);
	outcome_say(outcome, "Noted: %s, %s", practice.name, count.data);
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	str_free(&count);
	return REPLY_RELOAD;
}

static bool move(struct view_support *self, enum action action)
{
	int by;

	if (!move_by(action, self->page.places[0].rows / 2, item_count(self), &by))
		return false;
	go(self, self->cursor + by);
	return true;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_support *self = (struct view_support *)view;

	if (move(self, action))
		return REPLY_DONE;
	if (action == ACTION_SUPPORT_OPEN)
		return open_item(self, app, outcome, err);
	if (action == ACTION_SUPPORT_ADD)
		return add(self, outcome, err);
	if (action == ACTION_SUPPORT_REMOVE)
		return take_out(self, app, outcome, err);
	if (action == ACTION_PRACTICE_DID)
		return did_it(self, app, outcome, err);
	if (action == ACTION_COUNTRY)
		return ask_country(self, outcome, err);
	if (action == ACTION_SOURCES)
		return show_sources(self, app, outcome, err);
	if (action == ACTION_UNDO)
		return undo(self, app, outcome, err);
	return REPLY_IGNORED;
}

static bool can(const struct view *view, enum action action)
{
	const struct view_support *self = (const struct view_support *)view;
	const struct own_plan *plan = &self->shown.support.mine.plan;

	/* The same on every line of the list: what does not fit the line says so. */
	if (action == ACTION_SUPPORT_ADD)
		return self->shown.support.mine.problems.count == 0;
	if (action == ACTION_SOURCES)
		return self->shown.support.country != NULL;
	if (action == ACTION_COUNTRY)
		return self->shown.support.lines.country_count > 0;
	if (action == ACTION_SUPPORT_REMOVE)
		return plan->count > 0;
	if (action == ACTION_PRACTICE_DID)
		return own_plan_count(plan, OWN_PRACTICE) > 0;
	return true;
}

static void item_line(const void *context, int item, struct str *out)
{
	support_page_line(&((const struct view_support *)context)->page, item, out);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_support *self = (struct view_support *)view;
	int item = seek_item(words, item_count(self), self->cursor, by, item_line, self);

	(void)app;
	(void)outcome;
	if (item < 0) {
		err_set(err, ERR_NOT_FOUND, "nothing here has '%.60s'", words);
		return REPLY_FAILED;
	}
	go(self, item);
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_support *self = (struct view_support *)view;
	int item = support_page_at(&self->page, row, column);

	if (item < 0)
		return REPLY_IGNORED;
	go(self, item);
	return REPLY_DONE;
}

static bool waits(const struct view *view)
{
	const struct support_page *page = &((const struct view_support *)view)->page;

	return blocks_waits(&page->columns[0]) || blocks_waits(&page->columns[1]);
}

static void rest(struct view *view)
{
	struct support_page *page = &((struct view_support *)view)->page;

	blocks_rest(&page->columns[0]);
	blocks_rest(&page->columns[1]);
}

static void free_support(struct view *view)
{
	struct view_support *self = (struct view_support *)view;

	support_shown_free(&self->shown);
	support_page_free(&self->page);
}

static const enum action first[] = {ACTION_SUPPORT_OPEN, ACTION_SUPPORT_ADD, ACTION_SUPPORT_REMOVE,
				    ACTION_COUNTRY,      ACTION_SOURCES,     ACTION_SEARCH,
				    ACTION_NONE};

static const struct view_class class = {
	.title = "Support",
	.scope = SCOPE_SUPPORT,
	.first = first,
	.size = sizeof(struct view_support),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = waits,
	.rest = rest,
	.find = find,
	.find_title = "Find",
	.find_hint = "a name, a number or a word; {find} alone: the same again",
	.can = can,
	.chosen = chosen,
	.free = free_support,
};

struct view *view_support_new(void)
{
	struct view_support *self = view_new(&class);

	self->shown = (struct support_shown){.trouble = STR_INIT, .safety = STR_INIT};
	return &self->view;
}
