/* SPDX-License-Identifier: MIT */
#include "view_report.h"

#include <stdio.h>

#include "move.h"
#include "report_page.h"
#include "view.h"
#include "view_export.h"

struct view_report {
	struct view view;
	struct report_page page;
	int period; /* of periods[] */
};

static const struct {
	struct option option;
	const char *from; /* as typed; NULL: what is usual */
} periods[] = {
	{{"the plan", "from two weeks before it"}, NULL},
	{{"4 weeks", ""}, "-4w"},
	{{"12 weeks", ""}, "-12w"},
	{{"a year", ""}, "-52w"},
	{{"everything", "from the first entry on"}, "1970-01-01"},
};

enum { PERIOD_COUNT = sizeof(periods) / sizeof(periods[0]) };

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_report *self = (struct view_report *)view;
	struct export_request request = {.from = periods[self->period].from};
	struct report_page page = {.lines = BLOCKS_INIT, .at = -1};
	struct report_reader reader = report_page_reader(&page);
	struct err why = {.code = ERR_NONE};

	if (!app_report_read(app, &request, &reader, &why)) {
		if (why.code != ERR_NOT_FOUND) {
			report_page_free(&page);
			*err = why;
			return false;
		}
		snprintf(page.why, sizeof(page.why),
			 "No complete day is logged in these days. Today counts when it is over.");
	}
	page.lines.top = self->page.lines.top;
	report_page_free(&self->page);
	self->page = page;
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_report *self = (struct view_report *)view;

	self->page.plain = view->plain;
	report_page_place(&self->page, area);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	report_page_draw(&((const struct view_report *)view)->page, canvas, area);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_report *self = (struct view_report *)view;
	struct option options[PERIOD_COUNT];
	int by;

	(void)err;
	if (action == ACTION_EXPORT) {
		outcome->open = view_export_new(app, "report");
		return REPLY_DONE;
	}
	if (action == ACTION_PERIOD) {
		for (int i = 0; i < PERIOD_COUNT; i++)
			options[i] = periods[i].option;
		outcome->open =
			view_options_new("The report of", options, PERIOD_COUNT, self->period);
		return REPLY_DONE;
	}
	if (!move_by(action, self->page.lines.height - 1, (int)self->page.lines.count, &by))
		return REPLY_IGNORED;
	report_page_scroll(&self->page, by);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	struct view_report *self = (struct view_report *)view;
	int before = self->period;

	(void)outcome;
	self->period = choice;
	if (load(view, app, err)) {
		self->page.lines.top = 0;
		place(view, view->area);
		return REPLY_DONE;
	}
	self->period = before;
	return REPLY_FAILED;
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	(void)app;
	(void)outcome;
	if (report_page_find(&((struct view_report *)view)->page, words, by))
		return REPLY_DONE;
	err_set(err, ERR_NOT_FOUND, "nothing here has '%.60s'", words);
	return REPLY_FAILED;
}

static void free_report(struct view *view)
{
	report_page_free(&((struct view_report *)view)->page);
}

static const enum action first[] = {ACTION_EXPORT, ACTION_PERIOD, ACTION_SEARCH, ACTION_NONE};

static const struct view_class class = {
	.title = "Report",
	.scope = SCOPE_REPORT,
	.first = first,
	.size = sizeof(struct view_report),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.find = find,
	.find_title = "Find",
	.find_hint = "a word; {find-next} goes on, {find-previous} goes back",
	.chosen = chosen,
	.free = free_report,
};

struct view *view_report_new(void)
{
	struct view_report *self = view_new(&class);

	self->page.lines = (struct blocks)BLOCKS_INIT;
	return &self->view;
}
