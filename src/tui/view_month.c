/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "month_page.h"

enum { WEEK = 7, PAST_DAYS = 4 * 366 };

struct view_month {
	struct view view;
	struct month_page page;
	struct app *
		app; /* borrowed since the last load: the day's doses are asked for where the cursor rests */
};

static struct day month_first(struct day day)
{
	return history_span_begins(HISTORY_BY_MONTH, day);
}

/* Shows a day but for its doses, no later than today; where that does not work the one before stays. */
static bool show(struct view_month *self, struct day at, struct err *err)
{
	struct month_page page = {.today = app_today_day(self->app),
				  .days = HISTORY_DAYS_INIT,
				  .past = HISTORY_DAYS_INIT,
				  .doses = HISTORY_DOSES_INIT,
				  .passes = true};

	page.at = at.n > page.today.n ? page.today : at;
	page.first = month_first(page.at);
	page.last = day_add(history_span_after(HISTORY_BY_MONTH, page.at), -1);
	if (!app_history_days(self->app, page.first,
			      page.last.n > page.today.n ? page.today : page.last, &page.days, err))
		return false;
	page.past = self->page.past;
	self->page.past = (struct history_days)HISTORY_DAYS_INIT;
	month_page_free(&self->page);
	self->page = page;
	return true;
}

/* Within the month that is shown nothing is read anew. */
static bool go(struct view_month *self, struct day at, struct err *err)
{
	struct month_page *page = &self->page;

	if (at.n > page->today.n)
		at = page->today;
	if (at.n < page->first.n || at.n > page->last.n)
		return show(self, at, err);
	page->at = at;
	page->passes = true;
	return true;
}

static bool tell(struct view_month *self, struct err *err)
{
	struct month_page *page = &self->page;

	history_doses_free(&page->doses);
	if (!app_history_doses(self->app, page->at, page->at, &page->doses, err))
		return false;
	page->passes = false;
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_month *self = (struct view_month *)view;

	self->app = app;
	return show(self, self->page.at, err) && tell(self, err);
}

/* The months before: all that a screen of any size has room for. */
static bool follow(struct view *view, struct app *app, struct err *err)
{
	struct view_month *self = (struct view_month *)view;
	struct history_days past = HISTORY_DAYS_INIT;
	struct day today = self->page.today, first, last;
	bool any;

	if (!app_history_range(app, &any, &first, &last, err))
		return false;
	if (!any || first.n > today.n)
		return true;
	if (day_between(first, today) > PAST_DAYS)
		first = day_add(today, -PAST_DAYS);
	if (!app_history_days(app, month_first(first), today, &past, err))
		return false;
	history_days_free(&self->page.past);
	self->page.past = past;
	return true;
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	month_page_draw(&((const struct view_month *)view)->page, canvas, area);
}

/* The day an action goes to; false where it goes nowhere. */
static bool goes_to(const struct view_month *self, enum action action, struct day *day)
{
	struct day at = self->page.at;
	bool plain = self->view.plain;

	if (action == ACTION_DAY_BEFORE || action == ACTION_DAY_AFTER)
		*day = day_add(at, action == ACTION_DAY_BEFORE ? -1 : 1);
	else if (action == ACTION_UP || action == ACTION_DOWN)
		*day = day_add(at, (action == ACTION_UP ? -1 : 1) * (plain ? 1 : WEEK));
	else if (action == ACTION_PAGE_UP)
		*day = month_first(day_add(self->page.first, -1));
	else if (action == ACTION_PAGE_DOWN)
		*day = day_add(self->page.last, 1);
	else if (action == ACTION_TOP || action == ACTION_BOTTOM)
		*day = action == ACTION_TOP ? self->page.first : self->page.last;
	else if (action == ACTION_GO_NOW)
		*day = self->page.today;
	else
		return false;
	return true;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_month *self = (struct view_month *)view;
	struct day day;

	(void)app;
	if (action == ACTION_SHOW_DAY) {
		outcome->open = view_day_new(self->page.at);
		return REPLY_DONE;
	}
	if (!goes_to(self, action, &day))
		return REPLY_IGNORED;
	return go(self, day, err) ? REPLY_DONE : REPLY_FAILED;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_month *self = (struct view_month *)view;
	struct day day;
	struct err err;

	if (view->plain || !month_page_day_at(&self->page, view->area, row, column, &day))
		return REPLY_IGNORED;
	return go(self, day, &err) ? REPLY_DONE : REPLY_IGNORED;
}

static bool waits(const struct view *view)
{
	return ((const struct view_month *)view)->page.passes;
}

/* What can't be read is told when the month is read again. */
static void rest(struct view *view)
{
	struct view_month *self = (struct view_month *)view;
	struct err none;

	if (!tell(self, &none))
		self->page.passes = false;
}

static void free_month(struct view *view)
{
	month_page_free(&((struct view_month *)view)->page);
}

static const struct view_class class = {
	.title = "Month",
	.scope = SCOPE_MONTH,
	.size = sizeof(struct view_month),
	.load = load,
	.follow = follow,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = waits,
	.rest = rest,
	.free = free_month,
};

struct view *view_month_new(struct day day)
{
	struct view_month *self = view_new(&class);

	self->page.at = day;
	return &self->view;
}
