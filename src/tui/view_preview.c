/* SPDX-License-Identifier: MIT */
#include "view_preview.h"

#include <stdio.h>

#include "move.h"
#include "plan_ask.h"
#include "plan_page.h"
#include "prose.h"
#include "view_safety.h"
#include "words.h"

enum { SIDE_COLUMNS = 38, SIDE_GAP = 3, MARGIN_COLUMNS = 60, ROOMY_ROWS = 16 };

/* Over the Plan screen, and like it: the table of a plan that is not in use yet. */
struct view_preview {
	struct view view;
	const struct start_texts *texts; /* borrowed */
	char name[PLAN_NAME_SIZE];
	struct preview preview; /* owned */
	struct plan_now now;    /* owned; the plan in use, where there is one */
	struct plan_now next;   /* what it would be; its schedule is the preview's */
	struct revision change; /* its only one */
	struct plan_page page;
	struct str cautions, suits; /* owned; as prose */
};

static void write_about(struct view_preview *self)
{
	const struct pace *pace = &self->preview.pace;

	str_reset(&self->cautions);
	str_reset(&self->suits);
	str_add(&self->cautions, self->preview.above_use ? "> " : "");
	plan_start_above(&self->preview, &self->cautions);
	str_add(&self->cautions, self->preview.above_use ? "\n" : "");
	for (size_t i = 0; i < pace->caution_count; i++) {
		str_add(&self->cautions, self->cautions.len > 0 ? "\n> " : "> ");
		words_sentence(pace->cautions[i].text, &self->cautions);
		str_add_char(&self->cautions, '\n');
	}
	if (self->preview.plan.suits[0] != '\0')
		str_addf(&self->suits, "%s%s\n", self->cautions.len > 0 ? "\n" : "",
			 self->preview.plan.suits);
	if (self->preview.plan.summary[0] != '\0')
		str_addf(&self->suits, "\n~ %s\n", self->preview.plan.summary);
}

static void take(struct view_preview *self, struct app *app, const struct preview *read)
{
	struct history_days none = HISTORY_DAYS_INIT;

	plan_page_free(&self->page);
	preview_free(&self->preview);
	self->preview = *read;
	snprintf(self->change.title, sizeof(self->change.title), "%s", read->plan.title);
	self->next = (struct plan_now){.course = {.revisions = &self->change, .count = 1},
				       .current = &self->change,
				       .schedule = self->preview.schedule,
				       .pace = self->preview.pace,
				       .today = app_today_day(app)};
	self->page.bare = true;
	plan_page_build(&self->page, &self->next, &none, false);
	write_about(self);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_preview *self = (struct view_preview *)view;
	struct preview_request request = start_texts_request(self->texts, self->name);
	struct problems problems = PROBLEMS_INIT;
	struct preview read = PREVIEW_INIT;
	struct err none;
	bool laid_out;

	request.against_use = true;
	laid_out = app_plan_preview(app, &request, &read, &problems, err);
	problems_free(&problems);
	if (!laid_out)
		return false;
	plan_now_free(&self->now);
	self->now = (struct plan_now)PLAN_NOW_INIT;
	if (!app_plan_now(app, &self->now, &none))
		self->now.current = NULL;
	take(self, app, &read);
	return true;
}

struct parts {
	struct rect page, about;
};

/* Beside the table where there is room, else above it what has to be read, as far as it leaves room. */
static struct parts parts_of(const struct view_preview *self, struct rect area)
{
	struct parts parts = {.page = area, .about = {.rows = 0}};
	int rows, margin = area.columns >= MARGIN_COLUMNS ? 2 : 1;

	if (area.columns >= PANEL_COLUMNS) {
		rect_take_right(&parts.page, margin);
		parts.about = rect_take_right(&parts.page, SIDE_COLUMNS);
		rect_take_top(&parts.about, 1);
		rect_take_right(&parts.page, SIDE_GAP);
		return parts;
	}
	if (self->cautions.len == 0)
		return parts;
	rows = prose_draw(NULL, rect_inset(area, 0, margin), 0, self->cautions.data);
	parts.about = rect_inset(
		rect_take_top(&parts.page, rows < area.rows / 3 ? rows : area.rows / 3), 0, margin);
	rect_take_top(&parts.page, area.rows >= ROOMY_ROWS ? 1 : 0);
	return parts;
}

static void place(struct view *view, struct rect area)
{
	struct view_preview *self = (struct view_preview *)view;
	struct rect page = parts_of(self, area).page;

	list_place(&self->page.list, plan_page_table(&self->page, page, view->plain).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_preview *self = (const struct view_preview *)view;
	struct parts parts = parts_of(self, area);

	canvas_fill(canvas, area, ROLE_TEXT, ' ');
	plan_page_draw(&self->page, canvas, parts.page);
	rect_take_top(&parts.about, prose_draw(canvas, parts.about, 0, self->cautions.data));
	if (area.columns >= PANEL_COLUMNS)
		prose_draw(canvas, parts.about, 0, self->suits.data);
}

static enum reply ask(struct view_preview *self, struct app *app, struct outcome *outcome,
		      struct err *err)
{
	enum reply stands = view_safety_gate(app, self->preview.schedule.unit, outcome, err);

	if (stands != REPLY_IGNORED)
		return stands;
	outcome->open = plan_ask_new(self->texts, &self->preview,
				     self->now.current != NULL ? &self->now : NULL);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_preview *self = (struct view_preview *)view;

	if (action == ACTION_START_PLAN)
		return ask(self, app, outcome, err);
	return move_list(&self->page.list, action);
}

static void free_preview(struct view *view)
{
	struct view_preview *self = (struct view_preview *)view;

	plan_page_free(&self->page);
	preview_free(&self->preview);
	plan_now_free(&self->now);
	str_free(&self->cautions);
	str_free(&self->suits);
}

static const struct view_class class = {
	.title = "A plan before it begins",
	.scope = SCOPE_PREVIEW,
	.size = sizeof(struct view_preview),
	.dialog = true,
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.free = free_preview,
};

struct view *view_preview_new(const struct start_texts *texts, const char *plan)
{
	struct view_preview *self = view_new(&class);

	self->cautions = self->suits = (struct str)STR_INIT;
	self->texts = texts;
	snprintf(self->name, sizeof(self->name), "%s", plan);
	return &self->view;
}
