/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/receipts.h"
#include "base/mem.h"
#include "choose_page.h"
#include "plan_ask.h"
#include "plan_page.h"
#include "view_start.h"

/* One tab with two faces: the plan in use, or the plans there are to choose from. */
struct view_plan {
	struct view view;
	bool by_day;
	bool loaded; /* the cursor was put on today once */
	bool centred;
	int64_t choosing; /* the revision in use while another plan is looked for; 0 when not */
	bool any_today;   /* today has an entry: a plan begins tomorrow */
	struct plan_now now;
	struct plan_page page;
	struct choose_page choose;
};

static const struct view_class plan_class, choose_class;

static const char no_baseline[] =
	"The log has no complete day to start from yet. Log for some days first, or press Enter to "
	"start from an amount you know.";

static struct list *list_of(struct view_plan *self)
{
	return self->view.class == &plan_class ? &self->page.list : &self->choose.list;
}

static bool build(struct view_plan *self, struct app *app, struct err *err)
{
	struct history_days history = HISTORY_DAYS_INIT;
	struct day first = schedule_first_day(&self->now.current->schedule);

	if (first.n <= self->now.today.n &&
	    !app_history_days(app, first, self->now.today, &history, err))
		return false;
	plan_page_build(&self->page, &self->now, &history, self->by_day);
	history_days_free(&history);
	return true;
}

static bool any_today(struct app *app, bool *any, struct err *err)
{
	struct history_doses doses;

	if (!app_history_doses(app, app_today_day(app), app_today_day(app), &doses, err))
		return false;
	*any = doses.count > 0;
	history_doses_free(&doses);
	return true;
}

static bool load_choices(struct view_plan *self, struct app *app, struct err *err)
{
	struct plan_cards cards;

	if (!any_today(app, &self->any_today, err) || !app_plan_cards(app, &cards, err))
		return false;
	self->choose.now = self->now.current != NULL ? &self->now : NULL;
	choose_page_free(&self->choose);
	self->choose.cards = cards;
	self->choose.choices = mem_alloc(cards.count, sizeof(*self->choose.choices));
	for (size_t i = 0; i < cards.count; i++) {
		struct choice *choice = &self->choose.choices[i];
		struct preview_request request = {.plan = cards.cards[i].plan.name};
		struct problems problems = PROBLEMS_INIT;
		struct err why = {.code = ERR_NONE};

		choice->laid_out =
			!cards.cards[i].broken &&
			app_plan_preview(app, &request, &choice->preview, &problems, &why);
		choice->no_baseline = !choice->laid_out && why.code == ERR_USAGE;
		snprintf(choice->why, sizeof(choice->why), "%.*s", (int)sizeof(choice->why) - 1,
			 choice->no_baseline ? no_baseline : why.msg);
		problems_free(&problems);
	}
	list_resize(&self->choose.list, (int)cards.count);
	self->view.class = &choose_class;
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
	if (read.current == NULL || self->choosing != 0)
		return load_choices(self, app, err);
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
		list_place(&self->choose.list, choose_page_list(&self->choose, area).rows);
		return;
	}
	list_place(&self->page.list, plan_page_table(area, view->plain).rows);
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
	choose_page_draw(&((const struct view_plan *)view)->choose, canvas, area);
}

static enum reply move(struct view_plan *self, enum action action)
{
	struct list *list = list_of(self);
	int page = list->height > 1 ? list->height - 1 : 1;

	if (action == ACTION_UP || action == ACTION_DOWN)
		list_move(list, action == ACTION_UP ? -1 : 1);
	else if (action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN)
		list_move(list, action == ACTION_PAGE_UP ? -page : page);
	else if (action == ACTION_TOP || action == ACTION_BOTTOM)
		list_go(list, action == ACTION_TOP ? 0 : list->count - 1);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
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
		list_go(&self->choose.list, 0);
		return load(view, app, err) ? REPLY_DONE : REPLY_FAILED;
	}
	if (action == ACTION_EXPLAIN)
		return explain(self, app, outcome, err);
	if (action == ACTION_GO_NOW) {
		list_go(&self->page.list, plan_page_row_of(&self->page, self->now.today));
		list_centre(&self->page.list);
		return REPLY_DONE;
	}
	return move(self, action);
}

static void start_form(const struct view_plan *self, int item, struct outcome *outcome)
{
	const struct choice *choice = &self->choose.choices[item];
	char amount[AMOUNT_TEXT_SIZE] = "", day[DAY_TEXT_SIZE] = "today";

	if (choice->laid_out) {
		amount_with_unit(choice->preview.schedule.start, choice->preview.schedule.unit,
				 amount);
		day_iso(schedule_first_day(&choice->preview.schedule), day);
	} else if (self->any_today) {
		snprintf(day, sizeof(day), "tomorrow");
	}
	outcome->open = view_start_new(&self->choose.cards.cards[item].plan, amount, day);
}

static enum reply ask(const struct view_plan *self, enum action action, struct outcome *outcome,
		      struct err *err)
{
	int item = self->choose.list.cursor;
	const struct plan_card *card;
	const struct choice *choice;
	struct preview_request request;

	if (item < 0)
		return REPLY_IGNORED;
	card = &self->choose.cards.cards[item];
	choice = &self->choose.choices[item];
	if (card->broken || (!choice->laid_out && !choice->no_baseline)) {
		err_set(err, ERR_INVALID, "%s", choice->why);
		return REPLY_FAILED;
	}
	request = (struct preview_request){.plan = card->plan.name};
	if (choice->laid_out && action == ACTION_START_PLAN)
		outcome->open = plan_ask_new(&request, &choice->preview, self->choose.now);
	else
		start_form(self, item, outcome);
	return REPLY_DONE;
}

static enum reply about(const struct view_plan *self, struct outcome *outcome)
{
	struct str text = STR_INIT;
	const struct plan_card *card;

	if (self->choose.list.cursor < 0)
		return REPLY_IGNORED;
	card = &self->choose.cards.cards[self->choose.list.cursor];
	choose_page_describe(&self->choose, &text);
	outcome->open = view_read_new(
		card->plan.title[0] != '\0' ? card->plan.title : card->plan.name, &text);
	return REPLY_DONE;
}

static enum reply act_choose(struct view *view, struct app *app, enum action action,
			     struct outcome *outcome, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;

	if (action == ACTION_START_PLAN || action == ACTION_START_OTHER)
		return ask(self, action, outcome, err);
	if (action == ACTION_ABOUT_PLAN)
		return about(self, outcome);
	if (action == ACTION_BACK && self->choosing != 0) {
		self->choosing = 0;
		return load(view, app, err) ? REPLY_DONE : REPLY_FAILED;
	}
	return move(self, action);
}

static bool can_choose(const struct view *view, enum action action)
{
	const struct choose_page *page = &((const struct view_plan *)view)->choose;
	const struct choice *choice;

	if (action != ACTION_START_PLAN && action != ACTION_START_OTHER)
		return true;
	if (page->list.cursor < 0)
		return false;
	choice = &page->choices[page->list.cursor];
	return choice->laid_out || (choice->no_baseline && action == ACTION_START_PLAN);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_plan *self = (struct view_plan *)view;
	struct list *list = list_of(self);
	struct rect place = view->class == &plan_class
				    ? plan_page_table(view->area, view->plain)
				    : choose_page_list(&self->choose, view->area);
	int item = list_at_row(list, row - place.row);

	if (!rect_has(place, row, column) || item < 0)
		return REPLY_IGNORED;
	list_go(list, item);
	return REPLY_DONE;
}

static void free_plan(struct view *view)
{
	struct view_plan *self = (struct view_plan *)view;

	plan_page_free(&self->page);
	plan_now_free(&self->now);
	choose_page_free(&self->choose);
}

static const struct view_class plan_class = {
	.title = "Plan",
	.scope = SCOPE_PLAN,
	.size = sizeof(struct view_plan),
	.load = load,
	.place = place,
	.draw = draw_plan,
	.act = act_plan,
	.click = click,
	.free = free_plan,
};

static const struct view_class choose_class = {
	.title = "Plans",
	.scope = SCOPE_CHOOSE,
	.size = sizeof(struct view_plan),
	.load = load,
	.place = place,
	.draw = draw_choices,
	.act = act_choose,
	.click = click,
	.can = can_choose,
	.free = free_plan,
};

struct view *view_plan_new(void)
{
	return view_new(&plan_class);
}
