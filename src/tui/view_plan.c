/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "choose_page.h"
#include "plan_page.h"

/* One tab with two faces: the plan in use, or the plans there are to choose from. */
struct view_plan {
	struct view view;
	bool by_day;
	bool loaded; /* the cursor was put on today once */
	bool centred;
	struct plan_now now;
	struct plan_page page;
	struct choose_page choose;
};

static const struct view_class plan_class, choose_class;

static const char no_baseline[] =
	"The log has no complete day to start from yet. Log for some days first, or start from an "
	"amount you know: taper plan start NAME --from 20g";

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

static bool load_choices(struct view_plan *self, struct app *app, struct err *err)
{
	struct plan_cards cards;

	if (!app_plan_cards(app, &cards, err))
		return false;
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
		snprintf(choice->why, sizeof(choice->why), "%.*s", (int)sizeof(choice->why) - 1,
			 why.code == ERR_USAGE ? no_baseline : why.msg);
		problems_free(&problems);
	}
	list_resize(&self->choose.list, (int)cards.count);
	self->view.class = &choose_class;
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;
	struct plan_now read;
	struct err why;

	if (!app_plan_now(app, &read, &why)) {
		if (why.code == ERR_NOT_FOUND)
			return load_choices(self, app, err);
		*err = why;
		return false;
	}
	plan_page_free(&self->page);
	plan_now_free(&self->now);
	self->now = read;
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
	struct str text = STR_INIT, page = STR_INIT;

	day_iso(self->page.rows[self->page.list.cursor].first, iso);
	if (!app_plan_explain(app, iso, &text, err)) {
		str_free(&text);
		return REPLY_FAILED;
	}
	str_addf(&page, "# %s", text.data);
	str_free(&text);
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
	if (action == ACTION_EXPLAIN)
		return explain(self, app, outcome, err);
	if (action == ACTION_GO_NOW) {
		list_go(&self->page.list, plan_page_row_of(&self->page, self->now.today));
		list_centre(&self->page.list);
		return REPLY_DONE;
	}
	return move(self, action);
}

static bool start_plan(struct app *app, const struct question *question, struct outcome *outcome,
		       struct err *err)
{
	struct preview_request request = {.plan = question->name, .acknowledge = true};
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	char day[DAY_TEXT_SIZE];
	bool started = app_plan_start(app, &request, &preview, &problems, err);

	if (started)
		outcome_say(outcome, "%s begins on %s.  u undoes it", preview.plan.title,
			    day_short(schedule_first_day(&preview.schedule), day));
	preview_free(&preview);
	problems_free(&problems);
	return started;
}

static enum reply ask(const struct view_plan *self, struct outcome *outcome, struct err *err)
{
	const struct choose_page *page = &self->choose;
	struct question question = {.yes = start_plan, .text = STR_INIT};
	const struct choice *choice;
	const struct plan *plan;

	if (page->list.cursor < 0)
		return REPLY_IGNORED;
	choice = &page->choices[page->list.cursor];
	plan = &page->cards.cards[page->list.cursor].plan;
	if (!choice->laid_out) {
		err_set(err, ERR_INVALID, "%s", choice->why);
		return REPLY_FAILED;
	}
	snprintf(question.title, sizeof(question.title), "Start %.50s?", plan->title);
	snprintf(question.name, sizeof(question.name), "%s", plan->name);
	choose_page_describe(&choice->preview, &question.text);
	outcome->open = view_confirm_new(&question);
	return REPLY_DONE;
}

static enum reply act_choose(struct view *view, struct app *app, enum action action,
			     struct outcome *outcome, struct err *err)
{
	struct view_plan *self = (struct view_plan *)view;

	(void)app;
	if (action == ACTION_START_PLAN)
		return ask(self, outcome, err);
	return move(self, action);
}

static bool can_choose(const struct view *view, enum action action)
{
	const struct choose_page *page = &((const struct view_plan *)view)->choose;

	return action != ACTION_START_PLAN ||
	       (page->list.cursor >= 0 && page->choices[page->list.cursor].laid_out);
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
