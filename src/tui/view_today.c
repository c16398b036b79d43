/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>

#include "app/log.h"
#include "today_draw.h"
#include "words.h"

struct view_today {
	struct view view;
	struct today today;
	struct list doses;
	bool loaded;
	int64_t at_id; /* the logged dose under the cursor, or 0 */
	int at_slot;   /* else the slot of the planned one, or -1 */
};

static const struct today_dose *selected(const struct view_today *self)
{
	if (self->doses.cursor < 0 || (size_t)self->doses.cursor >= self->today.dose_count)
		return NULL;
	return &self->today.doses[self->doses.cursor];
}

static void remember(struct view_today *self)
{
	const struct today_dose *dose = selected(self);

	self->at_id = dose != NULL && dose->taken ? dose->id : 0;
	self->at_slot = dose != NULL && !dose->taken ? dose->slot : -1;
}

/* The cursor stays on its dose; where that is gone it goes to the next planned one, else to the last. */
static void find_again(struct view_today *self)
{
	int count = (int)self->today.dose_count, next = count - 1;

	list_resize(&self->doses, count);
	for (int i = count - 1; i >= 0; i--) {
		const struct today_dose *dose = &self->today.doses[i];

		if (!dose->taken)
			next = i;
	}
	for (int i = 0; i < count; i++) {
		const struct today_dose *dose = &self->today.doses[i];

		if (dose->taken ? dose->id == self->at_id && self->at_id != 0
				: dose->slot == self->at_slot && self->at_slot >= 0)
			next = i;
	}
	list_go(&self->doses, next);
	remember(self);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_today *self = (struct view_today *)view;
	struct today read;

	if (!app_today(app, &read, err))
		return false;
	today_free(&self->today);
	self->today = read;
	if (!self->loaded)
		self->at_slot = -1;
	self->loaded = true;
	find_again(self);
	return true;
}

static struct rect list_place_of(const struct view_today *self, struct rect area)
{
	struct today_layout layout = today_layout(&self->today, area, self->view.plain);
	struct rect place = layout.doses;

	if (layout.roomy)
		rect_take_top(&place, 1);
	return place;
}

static void place(struct view *view, struct rect area)
{
	struct view_today *self = (struct view_today *)view;

	list_place(&self->doses, list_place_of(self, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_today *self = (const struct view_today *)view;

	if (self->loaded)
		today_draw(&self->today, &self->doses, canvas, area);
}

static bool can(const struct view *view, enum action action)
{
	const struct view_today *self = (const struct view_today *)view;
	const struct today_dose *dose = selected(self);

	if (action == ACTION_TAKE)
		return dose != NULL && !dose->taken;
	if (action == ACTION_EDIT_DOSE || action == ACTION_REMOVE_DOSE)
		return dose != NULL && dose->taken;
	if (action == ACTION_NEW_PLAN)
		return !self->today.has_plan && !self->today.plan_waits &&
		       self->today.any_dose_ever;
	return true;
}

static enum reply take(struct view_today *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	const struct today_dose *dose = selected(self);
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];
	struct log_request request = {.amount = amount};
	struct logged logged;

	if (dose == NULL || dose->taken)
		return REPLY_IGNORED;
	amount_with_unit(dose->amount, self->today.unit, amount);
	if (dose->amount.nano == 0) {
		outcome_say(outcome,
			    "Nothing is left of today's amount; the form is open in case.");
		outcome->open = view_log_new("");
		return REPLY_DONE;
	}
	if (!app_log(app, &request, &logged, err))
		return REPLY_FAILED;
	outcome_say(outcome, "Logged %s at %s.  u undoes it", amount,
		    words_time(dose_wall(&logged.dose), time));
	dose_free(&logged.dose);
	self->at_id = 0;
	self->at_slot = -1;
	return REPLY_RELOAD;
}

static enum reply edit(struct view_today *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	const struct today_dose *dose = selected(self);
	struct dose read;

	if (dose == NULL || !dose->taken)
		return REPLY_IGNORED;
	if (!app_dose(app, dose->id, &read, err))
		return REPLY_FAILED;
	outcome->open = view_edit_new(&read);
	dose_free(&read);
	return REPLY_DONE;
}

static enum reply drop(struct view_today *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	const struct today_dose *dose = selected(self);
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];

	if (dose == NULL || !dose->taken)
		return REPLY_IGNORED;
	if (!app_remove(app, dose->id, err))
		return REPLY_FAILED;
	outcome_say(outcome, "Deleted %s at %s.  u brings it back",
		    amount_with_unit(dose->amount, dose->unit, amount),
		    words_time(dose->wall, time));
	return REPLY_RELOAD;
}

static void move(struct view_today *self, enum action action)
{
	struct list *list = &self->doses;

	if (action == ACTION_UP || action == ACTION_DOWN)
		list_move(list, action == ACTION_UP ? -1 : 1);
	else if (action == ACTION_TOP || action == ACTION_PAGE_UP)
		list_go(list, 0);
	else
		list_go(list, list->count - 1);
	remember(self);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_today *self = (struct view_today *)view;

	if (action == ACTION_TAKE)
		return take(self, app, outcome, err);
	if (action == ACTION_EDIT_DOSE)
		return edit(self, app, outcome, err);
	if (action == ACTION_REMOVE_DOSE)
		return drop(self, app, outcome, err);
	if (action == ACTION_UP || action == ACTION_DOWN || action == ACTION_TOP ||
	    action == ACTION_BOTTOM || action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN) {
		move(self, action);
		return REPLY_DONE;
	}
	return REPLY_IGNORED;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_today *self = (struct view_today *)view;
	struct rect list = list_place_of(self, view->area);
	int item = list_at_row(&self->doses, row - list.row);

	if (!rect_has(list, row, column) || item < 0)
		return REPLY_IGNORED;
	list_go(&self->doses, item);
	remember(self);
	return REPLY_DONE;
}

static void free_today(struct view *view)
{
	today_free(&((struct view_today *)view)->today);
}

static const struct view_class class = {
	.title = "Today",
	.scope = SCOPE_TODAY,
	.size = sizeof(struct view_today),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.can = can,
	.free = free_today,
};

struct view *view_today_new(void)
{
	return view_new(&class);
}
