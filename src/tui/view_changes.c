/* SPDX-License-Identifier: MIT */
#include "view_changes.h"

#include <stdio.h>

#include "changes_page.h"
#include "key_words.h"
#include "move.h"
#include "view_diff.h"

struct view_changes {
	struct view view;
	bool loaded;
	struct changes_page page;
};

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_changes *self = (struct view_changes *)view;
	struct plan_events events = PLAN_EVENTS_INIT;

	if (!app_plan_events(app, &events, err))
		return false;
	plan_events_free(&self->page.events);
	self->page.events = events;
	list_resize(&self->page.list, (int)events.count);
	if (self->page.marked >= self->page.list.count)
		self->page.marked = -1;
	if (!self->loaded)
		list_go(&self->page.list, self->page.list.count - 1);
	list_rest(&self->page.list);
	self->loaded = true;
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_changes *self = (struct view_changes *)view;

	list_place(&self->page.list, changes_page_list(&self->page, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_changes *self = (const struct view_changes *)view;

	if (self->loaded)
		changes_page_draw(&self->page, canvas, area);
}

/* The change before the one under the cursor, or the marked one; -1 where there is none. */
static int other_of(const struct view_changes *self)
{
	int other = self->page.marked >= 0 ? self->page.marked : self->page.list.cursor - 1;

	return other == self->page.list.cursor ? -1 : other;
}

static enum reply compare(const struct view_changes *self, struct outcome *outcome)
{
	int other = other_of(self), here = self->page.list.cursor;
	char a[24], b[24];

	if (other < 0) {
		key_words_say(self->view.keys, outcome,
			      self->page.marked == here
				      ? "This is the marked one; go to another to compare them."
				      : "There is nothing before it; {mark} marks one to compare "
					"with.");
		return REPLY_DONE;
	}
	snprintf(a, sizeof(a), "%zu", self->page.events.events[other < here ? other : here].number);
	snprintf(b, sizeof(b), "%zu", self->page.events.events[other < here ? here : other].number);
	outcome->open = view_diff_new("Two changes compared", a, b, NULL);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_changes *self = (struct view_changes *)view;
	struct changes_page *page = &self->page;

	(void)app;
	(void)err;
	if (action == ACTION_COMPARE)
		return compare(self, outcome);
	if (action != ACTION_MARK)
		return move_list(&page->list, action);
	page->marked = page->marked == page->list.cursor ? -1 : page->list.cursor;
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_changes *self = (struct view_changes *)view;

	return move_list_to(&self->page.list, changes_page_list(&self->page, view->area), row,
			    column);
}

static void event_line(const void *context, int item, struct str *out)
{
	changes_page_line(&((const struct view_changes *)context)->page, item, out);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_changes *self = (struct view_changes *)view;

	(void)app;
	(void)outcome;
	return move_list_find(&self->page.list, words, by, event_line, self, err);
}

static bool waits(const struct view *view)
{
	return list_waits(&((const struct view_changes *)view)->page.list);
}

static void rest(struct view *view)
{
	list_rest(&((struct view_changes *)view)->page.list);
}

static void free_changes(struct view *view)
{
	plan_events_free(&((struct view_changes *)view)->page.events);
}

static const enum action first[] = {ACTION_COMPARE, ACTION_MARK, ACTION_SEARCH, ACTION_NONE};

static const struct view_class class = {
	.title = "Changes",
	.scope = SCOPE_CHANGES,
	.first = first,
	.size = sizeof(struct view_changes),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = waits,
	.rest = rest,
	.find = find,
	.find_title = "Find",
	.find_hint = "a word or a date; {find-next} goes on, {find-previous} goes back",
	.free = free_changes,
};

struct view *view_changes_new(void)
{
	struct view_changes *self = view_new(&class);

	self->page.events = (struct plan_events)PLAN_EVENTS_INIT;
	self->page.marked = -1;
	return &self->view;
}
