/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <string.h>

#include "history_page.h"
#include "move.h"
#include "view_care.h"

enum { FILTER_WORDS = 16 };

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

	if (day == NULL)
		return true;
	if (self->page.has_doses && self->page.doses_day.n == day->total.day.n)
		return true;
	self->page.has_doses = false;
	if (!app_history_doses(self->app, day->total.day, day->total.day, &read, err))
		return false;
	history_doses_free(&self->page.doses);
	self->page.doses = read;
	self->page.doses_day = day->total.day;
	self->page.doses_item = self->page.list.cursor;
	self->page.has_doses = true;
	return true;
}

/* Parts a text at its blanks, in place. Returns how many words there are, at most FILTER_WORDS. */
static size_t split(char *text, const char **words)
{
	size_t count = 0;

	for (text += strspn(text, " "); *text != '\0' && count < FILTER_WORDS;
	     text += strspn(text, " ")) {
		words[count++] = text;
		text += strcspn(text, " ");
		if (*text != '\0')
			*text++ = '\0';
	}
	return count;
}

static bool read_days(struct app *app, const char *filter, struct history_days *read,
		      struct err *err)
{
	struct day today = app_today_day(app);
	char text[HISTORY_WORDS_SIZE];
	const char *words[FILTER_WORDS];
	struct history_request request = {.words = words};
	bool any;

	if (!app_history_range(app, &any, &request.first, &request.last, err))
		return false;
	if (!any)
		return true;
	if (today.n > request.last.n)
		request.last = today;
	snprintf(text, sizeof(text), "%s", filter);
	request.word_count = split(text, words);
	if (request.word_count == 0)
		return app_history_days(app, request.first, request.last, read, err);
	return app_history_find_days(app, &request, read, err);
}

static bool take_days(struct view_history *self, struct app *app, const char *filter,
		      struct err *err)
{
	struct history_days read = HISTORY_DAYS_INIT;

	if (!read_days(app, filter, &read, err))
		return false;
	history_days_free(&self->page.days);
	self->page.days = read;
	self->page.most = history_page_most(&self->page);
	self->page.has_doses = false;
	list_resize(&self->page.list, (int)read.count);
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_history *self = (struct view_history *)view;

	self->app = app;
	return take_days(self, app, self->page.words, err);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_history *self = (struct view_history *)view;

	(void)by;
	(void)outcome;
	if (!take_days(self, app, words, err))
		return REPLY_FAILED;
	snprintf(self->page.words, sizeof(self->page.words), "%s", words);
	list_go(&self->page.list, 0);
	return REPLY_DONE;
}

static const char *sought(const struct view *view)
{
	return ((const struct view_history *)view)->page.words;
}

static void place(struct view *view, struct rect area)
{
	struct view_history *self = (struct view_history *)view;
	struct rect panel;
	struct err none;

	list_place(&self->page.list, history_page_list(&self->page, area, &panel).rows);
	/* Only for the panel; what can't be read is told when the days are read again. */
	if (panel.rows > 0 && !self->page.has_doses && !load_doses(self, &none))
		self->page.has_doses = false;
}

/* The log is not asked for each day that the cursor passes. */
static bool waits(const struct view *view)
{
	const struct view_history *self = (const struct view_history *)view;
	struct rect panel;

	history_page_list(&self->page, view->area, &panel);
	return panel.rows > 0 && self->page.has_doses &&
	       self->page.doses_item != self->page.list.cursor;
}

static void rest(struct view *view)
{
	struct view_history *self = (struct view_history *)view;
	struct err none;

	if (!load_doses(self, &none))
		self->page.has_doses = false;
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	history_page_draw(&((const struct view_history *)view)->page, canvas, area);
}

/* What is opened for the day under the cursor. */
static enum reply open_for(struct view_history *self, enum action action, struct outcome *outcome)
{
	const struct history_day *day = history_page_day(&self->page, self->page.list.cursor);

	if (action == ACTION_SHOW_TRENDS)
		outcome->open = view_trends_new();
	else if (day == NULL)
		return REPLY_IGNORED;
	else if (action == ACTION_SHOW_DAY)
		outcome->open = view_day_new(day->total.day);
	else
		outcome->open = view_month_new(day->total.day);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_history *self = (struct view_history *)view;

	if (action == ACTION_TYPE_WEEK) {
		const struct history_day *day =
			history_page_day(&self->page, self->page.list.cursor);

		outcome->open = view_week_new(day != NULL ? day->total.day : app_today_day(app));
		return REPLY_DONE;
	}
	if (action == ACTION_BASELINE)
		return view_baseline_open(app, outcome, err);
	if (action == ACTION_SHOW_DAY || action == ACTION_SHOW_MONTH ||
	    action == ACTION_SHOW_TRENDS)
		return open_for(self, action, outcome);
	if (action == ACTION_BACK && self->page.words[0] != '\0')
		return find(view, app, "", 1, outcome, err);
	return move_list(&self->page.list, action);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_history *self = (struct view_history *)view;
	struct rect panel, list = history_page_list(&self->page, view->area, &panel);

	return move_list_to(&self->page.list, list, row, column);
}

static void free_history(struct view *view)
{
	history_page_free(&((struct view_history *)view)->page);
}

static bool can(const struct view *view, enum action action)
{
	const struct view_history *self = (const struct view_history *)view;

	return (action != ACTION_SHOW_DAY && action != ACTION_SHOW_MONTH) ||
	       history_page_day(&self->page, self->page.list.cursor) != NULL;
}

static const enum action first[] = {ACTION_SHOW_DAY,    ACTION_FILTER,   ACTION_SHOW_MONTH,
				    ACTION_SHOW_TRENDS, ACTION_LOG_DOSE, ACTION_UNDO,
				    ACTION_NONE};

static const struct view_class class = {
	.title = "History",
	.scope = SCOPE_HISTORY,
	.first = first,
	.size = sizeof(struct view_history),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.can = can,
	.click = click,
	.waits = waits,
	.rest = rest,
	.find = find,
	.sought = sought,
	.find_title = "Filter",
	.find_hint = "tag:stress product:leaf note:call >3g <1g oct 2026-10; empty shows all",
	.free = free_history,
};

struct view *view_history_new(void)
{
	return view_new(&class);
}
