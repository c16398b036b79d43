/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "day_panel.h"
#include "dose_keys.h"
#include "move.h"

enum { MARGIN = 2, AIR_ROWS = 14, TEXT_COLUMNS = 76 };

struct view_day {
	struct view view;
	struct day day;
	struct history_days days; /* this one */
	struct history_doses doses;
	struct list list;
};

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_day *self = (struct view_day *)view;
	struct history_days days = HISTORY_DAYS_INIT;
	struct history_doses doses = HISTORY_DOSES_INIT;

	if (!app_history_days(app, self->day, self->day, &days, err))
		return false;
	if (!app_history_doses(app, self->day, self->day, &doses, err)) {
		history_days_free(&days);
		return false;
	}
	history_days_free(&self->days);
	history_doses_free(&self->doses);
	self->days = days;
	self->doses = doses;
	list_resize(&self->list, (int)doses.count);
	return true;
}

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, MARGIN);

	rect_take_top(&page, area.rows > AIR_ROWS ? 1 : 0);
	if (page.columns > TEXT_COLUMNS)
		page.columns = TEXT_COLUMNS;
	return page;
}

static struct rect list_of(const struct view_day *self, struct rect area)
{
	const struct history_day *day = &self->days.days[0];
	struct rect page = page_of(area);

	rect_take_top(&page, day->has_target && day->total.entries > 0 ? 4 : 3);
	return page;
}

static void place(struct view *view, struct rect area)
{
	struct view_day *self = (struct view_day *)view;

	list_place(&self->list, list_of(self, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_day *self = (const struct view_day *)view;
	struct rect head = page_of(area), rows = list_of(self, area);

	day_head_draw(&self->days, &self->days.days[0], canvas, &head);
	for (int i = 0; i < rows.rows && self->list.top + i < self->list.count; i++) {
		struct rect line = rect_line(rows, i, 0);

		day_dose_draw(&self->doses.doses[self->list.top + i], canvas, line);
		if (self->list.top + i == self->list.cursor) {
			canvas_select_row(canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
}

static const struct dose *selected(const struct view_day *self)
{
	return self->list.cursor >= 0 ? &self->doses.doses[self->list.cursor] : NULL;
}

static bool can(const struct view *view, enum action action)
{
	return (action != ACTION_EDIT_DOSE && action != ACTION_REMOVE_DOSE) ||
	       selected((const struct view_day *)view) != NULL;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_day *self = (struct view_day *)view;
	const struct dose *dose = selected(self);

	if (dose == NULL)
		return REPLY_IGNORED;
	if (action == ACTION_REMOVE_DOSE)
		return dose_remove(app, dose->id, outcome, err);
	if (action == ACTION_EDIT_DOSE)
		return dose_edit(app, dose->id, outcome, err);
	return move_short_list(&self->list, action);
}

static void dose_line(const void *context, int item, struct str *out)
{
	const struct dose *dose = &((const struct view_day *)context)->doses.doses[item];
	char amount[AMOUNT_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	str_addf(out, "%s %s %s %s %s", minute_text(dose_moment(dose).minute, time),
		 amount_with_unit(dose->amount, dose->unit, amount), dose->product,
		 dose->tags != NULL ? dose->tags : "", dose->note != NULL ? dose->note : "");
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_day *self = (struct view_day *)view;

	(void)app;
	(void)outcome;
	return move_list_find(&self->list, words, by, dose_line, self, err);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_day *self = (struct view_day *)view;

	return move_list_to(&self->list, list_of(self, view->area), row, column);
}

static void free_day(struct view *view)
{
	struct view_day *self = (struct view_day *)view;

	history_days_free(&self->days);
	history_doses_free(&self->doses);
}

static const enum action first[] = {ACTION_EDIT_DOSE, ACTION_REMOVE_DOSE, ACTION_UNDO,
				    ACTION_SEARCH, ACTION_NONE};

static const struct view_class class = {
	.title = "Day",
	.scope = SCOPE_DAY,
	.first = first,
	.size = sizeof(struct view_day),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.can = can,
	.find = find,
	.find_title = "Find",
	.find_hint = "a time, an amount or a word; {find-next} goes on, {find-previous} goes back",
	.free = free_day,
};

struct view *view_day_new(struct day day)
{
	struct view_day *self = view_new(&class);

	self->day = day;
	return &self->view;
}
