/* SPDX-License-Identifier: MIT */
#include "view_diff.h"

#include <stdio.h>

#include "diff_page.h"
#include "move.h"

enum { SIDE_SIZE = 64 };

struct view_diff {
	struct view view;
	bool loaded;
	char a[SIDE_SIZE], b[SIDE_SIZE];
	const struct start_texts *texts; /* borrowed; NULL: as usual */
	struct diff_page page;
};

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_diff *self = (struct view_diff *)view;
	struct diff_request request = {.a = self->a, .b = self->b};
	struct problems problems = PROBLEMS_INIT;
	struct plan_diff diff = PLAN_DIFF_INIT;
	bool done;

	if (self->texts != NULL)
		request.plans = start_texts_request(self->texts, NULL);
	done = app_plan_diff(app, &request, &diff, &problems, err);
	problems_free(&problems);
	if (!done)
		return false;
	diff_page_free(&self->page);
	self->page.diff = diff;
	diff_page_build(&self->page);
	self->loaded = true;
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_diff *self = (struct view_diff *)view;

	if (self->loaded)
		list_place(&self->page.list, diff_page_list(&self->page, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_diff *self = (const struct view_diff *)view;

	if (self->loaded)
		diff_page_draw(&self->page, canvas, area);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	(void)app;
	(void)outcome;
	(void)err;
	return move_list(&((struct view_diff *)view)->page.list, action);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_diff *self = (struct view_diff *)view;

	return move_list_to(&self->page.list, diff_page_list(&self->page, view->area), row, column);
}

static void line(const void *context, int item, struct str *out)
{
	diff_page_line(&((const struct view_diff *)context)->page, item, out);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_diff *self = (struct view_diff *)view;

	(void)app;
	(void)outcome;
	return move_list_find(&self->page.list, words, by, line, self, err);
}

static void free_diff(struct view *view)
{
	diff_page_free(&((struct view_diff *)view)->page);
}

static const enum action first[] = {ACTION_SEARCH, ACTION_NONE};

static const struct view_class class = {
	.title = "Compared",
	.scope = SCOPE_READ,
	.first = first,
	.size = sizeof(struct view_diff),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.find = find,
	.find_title = "Find",
	.find_hint = "a date or an amount; {find-next} goes on, {find-previous} goes back",
	.free = free_diff,
};

struct view *view_diff_new(const char *title, const char *a, const char *b,
			   const struct start_texts *texts)
{
	struct view_diff *self = view_new(&class);

	self->page.title = title;
	self->page.diff = (struct plan_diff)PLAN_DIFF_INIT;
	self->texts = texts;
	snprintf(self->a, sizeof(self->a), "%s", a);
	snprintf(self->b, sizeof(self->b), "%s", b);
	return &self->view;
}
