/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/receipts.h"
#include "base/mem.h"
#include "chooser.h"
#include "engine/day_typed.h"
#include "engine/revise.h"
#include "move.h"
#include "plan_page.h"
#include "seek.h"
#include "view_changes.h"
#include "view_revise.h"
#include "view_care.h"

/* One tab with two faces: the plan in use, or the plans there are to choose from. */
struct view_plan {
	struct view view;
	bool by_day;
	bool loaded; /* the cursor was put on today once */
	bool centred;
	int64_t choosing; /* the revision in use while another plan is looked for; 0 when not */
	struct plan_now now;
	struct plan_page page;
	struct chooser choose;
};

static const struct view_class plan_class, choose_class;

static bool build(struct view_plan *self, struct app *app, struct err *err)
{
	struct history_days history = HISTORY_DAYS_INIT;
	struct day first = schedule_first_day(&self->now.schedule);

	if (first.n <= self->now.today.n &&
	    !app_history_days(app, first, self->now.today, &history, err))
		return false;
	plan_page_build(&self->page, &self->now, &history, self->by_day);
	history_days_free(&history);
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;
	struct plan_now read = PLAN_NOW_INIT;
	struct err why = {.code = ERR_NONE};

	if (!app_plan_now(app, &read, &why) && why.code != ERR_NOT_FOUND) {
		*err = why;
		return false;
	}
	plan_page_free(&self->page);
	plan_now_free(&self->now);
	self->now = read;
	/* Another plan in use than the one that was to be replaced: it has been. */
	if (read.current == NULL || read.current->id != self->choosing)
		self->choosing = 0;
	if (read.current == NULL || self->choosing != 0) {
		view->class = &choose_class;
		self->choose.page.keys = view->keys;
		return chooser_load(&self->choose, app,
				    self->now.current != NULL ? &self->now : NULL, err);
	}
	if (view->class != &plan_class)
		self->loaded = false;
	if (!build(self, app, err))
		return false;
	view->class = &plan_class;
	if (!self->loaded)
		list_go(&self->page.list, plan_page_row_of(&self->page, self->now.today));
	self->centred = self->loaded;
	self->loaded = true;
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_plan *self = (struct view_plan *)view;

	if (view->class == &choose_class) {
		list_place(&self->choose.page.list,
			   choose_page_list(&self->choose.page, area).rows);
		return;
	}
	list_place(&self->page.list, plan_page_table(&self->page, area, view->plain).rows);
	if (!self->centred)
		list_centre(&self->page.list);
	self->centred = true;
}

static void draw_plan(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_plan *self = (const struct view_plan *)view;

	if (self->page.now != NULL)
		plan_page_draw(&self->page, canvas, area);
}

static void draw_choices(const struct view *view, struct canvas *canvas, struct rect area)
{
	choose_page_draw(&((const struct view_plan *)view)->choose.page, canvas, area);
}

static enum reply toggle(struct view_plan *self, struct app *app, struct err *err)
{
	struct day day = self->page.rows[self->page.list.cursor].first;
	struct day today = self->now.today;

	if (!self->by_day && self->page.rows[self->page.list.cursor].now)
		day = today;
	self->by_day = !self->by_day;
	if (!build(self, app, err))
		return REPLY_FAILED;
	list_go(&self->page.list, plan_page_row_of(&self->page, day));
	list_centre(&self->page.list);
	return REPLY_DONE;
}

static enum reply explain(const struct view_plan *self, struct app *app, struct outcome *outcome,
			  struct err *err)
{
	char iso[DAY_TEXT_SIZE];
	struct str page = STR_INIT;
	struct receipt receipt;

	day_iso(self->page.rows[self->page.list.cursor].first, iso);
	if (!app_plan_receipt(app, iso, &receipt, err))
		return REPLY_FAILED;
	str_add(&page, "# ");
	receipt_write(&receipt, &page);
	outcome->open = view_read_new("Where the number comes from", &page);
	return REPLY_DONE;
}

static enum reply act_plan(struct view *view, struct app *app, enum action action,
			   struct outcome *outcome, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;

	if (self->page.now == NULL || self->page.count == 0)
		return REPLY_IGNORED;
	if (action == ACTION_TOGGLE_DAYS)
		return toggle(self, app, err);
	if (action == ACTION_NEW_PLAN) {
		self->choosing = self->now.current->id;
		chooser_begin(&self->choose);
		return load(view, app, err) ? REPLY_DONE : REPLY_FAILED;
	}
	if (action == ACTION_VERIFY)
		return view_verify_open(app, outcome, err);
	if (action == ACTION_RULES)
		return view_rules_open(app, outcome, err);
	if (action == ACTION_EXPLAIN)
		return explain(self, app, outcome, err);
	outcome->open = action == ACTION_CHANGES ? view_changes_new() : view_revise_for(action);
	if (outcome->open != NULL)
		return REPLY_DONE;
	if (action == ACTION_GO_NOW) {
		list_go(&self->page.list, plan_page_row_of(&self->page, self->now.today));
		list_centre(&self->page.list);
		return REPLY_DONE;
	}
	return move_list(&self->page.list, action);
}

static enum reply act_choose(struct view *view, struct app *app, enum action action,
			     struct outcome *outcome, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;

	if (action == ACTION_BACK && self->choosing != 0) {
		self->choosing = 0;
		return load(view, app, err) ? REPLY_DONE : REPLY_FAILED;
	}
	return chooser_act(&self->choose, app, action, outcome, err);
}

static bool can_choose(const struct view *view, enum action action)
{
	return chooser_can(&((const struct view_plan *)view)->choose, action);
}

static void plan_line(const void *context, int i, struct str *out)
{
	const struct plan_page *page = context;
	const struct plan_row *row = &page->rows[i];
	char day[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s %s ", day_full(row->first, day),
		 amount_fixed_with_unit(row->level->target, page->decimals,
					page->now->schedule.unit, amount));
	str_add(out, day_iso(row->first, day));
	if (row->change != NULL) {
		str_add_char(out, ' ');
		change_brief(row->change, out);
		str_addf(out, " %s", row->change->reason);
	}
}

/* A date that is inside a step finds the step. */
static int row_with(const struct view_plan *self, const char *words)
{
	struct day day;
	struct err err;

	return day_read_in(words, self->now.today, DAY_YEAR_NEAREST, &day, &err)
		       ? plan_page_row_of(&self->page, day)
		       : -1;
}

static enum reply find_plan(struct view *view, struct app *app, const char *words, int by,
			    struct outcome *outcome, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;
	struct list *list = &self->page.list;
	int item = row_with(self, words);

	(void)app;
	(void)outcome;
	if (item < 0)
		item = seek_item(words, list->count, list->cursor, by, plan_line, &self->page);
	if (item < 0) {
		err_set(err, ERR_NOT_FOUND, "no row has '%.60s'", words);
		return REPLY_FAILED;
	}
	list_go(list, item);
	list_centre(list);
	return REPLY_DONE;
}

static enum reply find_choice(struct view *view, struct app *app, const char *words, int by,
			      struct outcome *outcome, struct err *err)
{
	(void)app;
	(void)outcome;
	return chooser_find(&((struct view_plan *)view)->choose, words, by, err);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_plan *self = (struct view_plan *)view;
	struct rect place = plan_page_table(&self->page, view->area, view->plain);

	if (view->class == &choose_class)
		return chooser_click(&self->choose, view->area, row, column);
	return move_list_to(&self->page.list, place, row, column);
}

static void free_plan(struct view *view)
{
	struct view_plan *self = (struct view_plan *)view;

	plan_page_free(&self->page);
	plan_now_free(&self->now);
	chooser_free(&self->choose);
}

/* At the goal nothing is left to hold or to slow; of nothing there is no less, and the way back is open for some days only. */
static bool is_over(const struct plan_now *now, enum action action)
{
	int32_t days = plan_page_goal_days(now);

	if (days < 0)
		return false;
	if (action == ACTION_STEP_BACK)
		return days >= BACK_FROM_GOAL_DAYS;
	if (action == ACTION_REPLAN)
		return schedule_at(&now->schedule, now->today)->target.nano == 0;
	return action == ACTION_HOLD || action == ACTION_SLOW;
}

static bool can_plan(const struct view *view, enum action action)
{
	const struct view_plan *self = (const struct view_plan *)view;

	if (action == ACTION_RESUME)
		return self->now.hold.on;
	if (self->page.now != NULL && is_over(&self->now, action))
		return false;
	return !self->now.stops || (action != ACTION_HOLD && action != ACTION_SLOW &&
				    action != ACTION_STEP_BACK && action != ACTION_REPLAN);
}

static const enum action plan_first[] = {ACTION_RESUME,   ACTION_HOLD,     ACTION_STEP_BACK,
					 ACTION_EXPLAIN,  ACTION_SLOW,     ACTION_REPLAN,
					 ACTION_CHANGES,  ACTION_LOG_DOSE, ACTION_UNDO,
					 ACTION_NEW_PLAN, ACTION_NONE};

static const struct view_class plan_class = {
	.title = "Plan",
	.scope = SCOPE_PLAN,
	.first = plan_first,
	.size = sizeof(struct view_plan),
	.load = load,
	.place = place,
	.draw = draw_plan,
	.act = act_plan,
	.find = find_plan,
	.find_title = "Go to",
	.find_hint = "a date or an amount: dec, 2026-12-24, 8.1; {find} alone: the same again",
	.click = click,
	.can = can_plan,
	.free = free_plan,
};

static bool waits_choose(const struct view *view)
{
	return list_waits(&((const struct view_plan *)view)->choose.page.list);
}

static void rest_choose(struct view *view)
{
	list_rest(&((struct view_plan *)view)->choose.page.list);
}

static const enum action choose_first[] = {
	ACTION_SHOW_PLAN, ACTION_START_OTHER, ACTION_ABOUT_PLAN, ACTION_COMPARE_PLANS,
	ACTION_MARK,      ACTION_SEARCH,      ACTION_NONE};

static const struct view_class choose_class = {
	.title = "Plans",
	.scope = SCOPE_CHOOSE,
	.first = choose_first,
	.size = sizeof(struct view_plan),
	.load = load,
	.place = place,
	.draw = draw_choices,
	.act = act_choose,
	.find = find_choice,
	.find_title = "Find",
	.find_hint = "a word; {find-next} goes on, {find-previous} goes back",
	.click = click,
	.waits = waits_choose,
	.rest = rest_choose,
	.can = can_choose,
	.free = free_plan,
};

struct view *view_plan_new(void)
{
	struct view_plan *self = view_new(&plan_class);

	chooser_begin(&self->choose);
	return &self->view;
}
