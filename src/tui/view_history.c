/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "history_page.h"

struct view_history {
	struct view view;
	struct history_page page;
	struct app *
		app; /* borrowed since the last load: the panel asks for doses as the cursor moves */
};

static bool load_doses(struct view_history *self, struct err *err)
{
	const struct history_day *day = history_page_day(&self->page, self->page.list.cursor);
	struct history_doses read;

	self->page.has_doses = false;
	if (day == NULL)
		return true;
	if (!app_history_doses(self->app, day->total.day, day->total.day, &read, err))
		return false;
	history_doses_free(&self->page.doses);
	self->page.doses = read;
	self->page.doses_day = day->total.day;
	self->page.has_doses = true;
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_history *self = (struct view_history *)view;
	struct history_days read = HISTORY_DAYS_INIT;
	struct day first, last, today = app_today_day(app);
	bool any;

	self->app = app;
	if (!app_history_range(app, &any, &first, &last, err) ||
	    (any && !app_history_days(app, first, today.n > last.n ? today : last, &read, err)))
		return false;
	history_days_free(&self->page.days);
	self->page.days = read;
	list_resize(&self->page.list, (int)read.count);
	return load_doses(self, err);
}

static void place(struct view *view, struct rect area)
{
	struct view_history *self = (struct view_history *)view;
	struct rect panel;

	list_place(&self->page.list, history_page_list(area, &panel).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	history_page_draw(&((const struct view_history *)view)->page, canvas, area);
}

static enum reply show_day(struct view_history *self, struct outcome *outcome)
{
	struct str text = STR_INIT;
	char date[DAY_TEXT_SIZE];

	if (!self->page.has_doses)
		return REPLY_IGNORED;
	history_page_describe(&self->page, &text);
	outcome->open = view_read_new(day_full(self->page.doses_day, date), &text);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_history *self = (struct view_history *)view;
	struct list *list = &self->page.list;
	int page = list->height > 1 ? list->height - 1 : 1;

	(void)app;
	if (action == ACTION_SHOW_DAY)
		return show_day(self, outcome);
	if (action == ACTION_UP || action == ACTION_DOWN)
		list_move(list, action == ACTION_UP ? -1 : 1);
	else if (action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN)
		list_move(list, action == ACTION_PAGE_UP ? -page : page);
	else if (action == ACTION_TOP || action == ACTION_GO_NOW)
		list_go(list, 0);
	else if (action == ACTION_BOTTOM)
		list_go(list, list->count - 1);
	else
		return REPLY_IGNORED;
	return load_doses(self, err) ? REPLY_DONE : REPLY_FAILED;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_history *self = (struct view_history *)view;
	struct rect panel, list = history_page_list(view->area, &panel);
	int item = list_at_row(&self->page.list, row - list.row);
	struct err err;

	if (!rect_has(list, row, column) || item < 0)
		return REPLY_IGNORED;
	list_go(&self->page.list, item);
	return load_doses(self, &err) ? REPLY_DONE : REPLY_IGNORED;
}

static void free_history(struct view *view)
{
	history_page_free(&((struct view_history *)view)->page);
}

static const struct view_class class = {
	.title = "History",
	.scope = SCOPE_HISTORY,
	.size = sizeof(struct view_history),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.free = free_history,
};

struct view *view_history_new(void)
{
	return view_new(&class);
}
