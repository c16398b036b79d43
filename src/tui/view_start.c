/* SPDX-License-Identifier: MIT */
#include "view_start.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "form_box.h"
#include "plan_ask.h"
#include "words.h"

enum { AMOUNT, FIRST_DAY };
enum { BOX = 18 };

struct view_start {
	struct view view;
	struct form form;
	char plan[PLAN_NAME_SIZE];
	char *title;     /* owned */
	struct str foot; /* what it would mean */
};

static struct preview_request request_of(const struct view_start *self)
{
	return (struct preview_request){.plan = self->plan,
					.from = self->form.fields[AMOUNT].text.data,
					.start = self->form.fields[FIRST_DAY].text.data};
}

static void check_fields(struct view_start *self, struct app *app)
{
	struct field *fields = self->form.fields;
	struct amount amount;
	struct day day;
	struct err err;
	enum unit unit;

	fields[AMOUNT].said[0] = fields[FIRST_DAY].said[0] = '\0';
	if (fields[AMOUNT].touched && fields[AMOUNT].text.len > 0 &&
	    !amount_read(fields[AMOUNT].text.data, &amount, &unit, &err))
		snprintf(fields[AMOUNT].said, FIELD_SAID_SIZE, "%.*s", FIELD_SAID_SIZE - 1,
			 err.msg);
	if (!day_read(fields[FIRST_DAY].text.data, app_today_day(app), &day, &err))
		snprintf(fields[FIRST_DAY].said, FIELD_SAID_SIZE, "%.*s", FIELD_SAID_SIZE - 1,
			 err.msg);
}

/* What the fields mean as they are, below them. */
static void describe(struct view_start *self, struct app *app)
{
	struct preview_request request = request_of(self);
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	struct err err;
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], percent[WORDS_SIZE];

	str_reset(&self->foot);
	check_fields(self, app);
	if (self->form.fields[AMOUNT].text.len == 0) {
		str_add(&self->foot, "How much on a usual day? A number from memory will do; the "
				     "plan can be started anew once the log knows better.");
	} else if (app_plan_preview(app, &request, &preview, &problems, &err)) {
		str_addf(&self->foot, "%s to %s, %" PRId32 " days.",
			 day_short(schedule_first_day(&preview.schedule), first),
			 day_full(schedule_last_day(&preview.schedule), last),
			 schedule_days(&preview.schedule));
		if (preview.pace.steepest.bp > 0)
			str_addf(&self->foot, " Fastest four weeks: −%s.",
				 words_percent(preview.pace.steepest, percent));
	} else if (self->form.fields[AMOUNT].said[0] == '\0' &&
		   self->form.fields[FIRST_DAY].said[0] == '\0') {
		words_sentence(err.msg, &self->foot);
	}
	preview_free(&preview);
	problems_free(&problems);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	(void)err;
	describe((struct view_start *)view, app);
	return true;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	struct view_start *self = (struct view_start *)view;

	if (!form_key(&self->form, key))
		return REPLY_IGNORED;
	describe(self, app);
	return REPLY_DONE;
}

static enum reply ask(struct view_start *self, struct app *app, struct outcome *outcome,
		      struct err *err)
{
	struct preview_request request = request_of(self);
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	struct plan_now now = PLAN_NOW_INIT;
	struct err none;
	bool any, laid_out;

	if (self->form.fields[AMOUNT].text.len == 0) {
		self->form.at = AMOUNT;
		err_set(err, ERR_INVALID, "how much a day is missing, such as 20 g");
		return REPLY_FAILED;
	}
	laid_out = app_plan_preview(app, &request, &preview, &problems, err);
	problems_free(&problems);
	if (!laid_out)
		return REPLY_FAILED;
	any = app_plan_now(app, &now, &none);
	outcome->open = plan_ask_new(&request, &preview, any ? &now : NULL);
	plan_now_free(&now);
	preview_free(&preview);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_start *self = (struct view_start *)view;

	if (action == ACTION_FIELD_SAVE)
		return ask(self, app, outcome, err);
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS)
		return REPLY_IGNORED;
	form_move(&self->form, action == ACTION_FIELD_NEXT ? 1 : -1);
	return REPLY_DONE;
}

static struct form_box box_of(const struct view_start *self)
{
	return (struct form_box){.title = self->title, .foot = self->foot.data};
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_start *self = (const struct view_start *)view;
	struct form_box box = box_of(self);

	form_box_draw(&box, &self->form, canvas, area);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_start *self = (struct view_start *)view;
	struct form_box box = box_of(self);
	int at = form_box_at(&box, &self->form, view->area, row, column);

	if (at < 0)
		return REPLY_IGNORED;
	self->form.at = at;
	return REPLY_DONE;
}

static void free_start(struct view *view)
{
	struct view_start *self = (struct view_start *)view;

	form_free(&self->form);
	str_free(&self->foot);
	free(self->title);
}

static const struct view_class class = {
	.title = "Start a plan",
	.scope = SCOPE_FORM,
	.size = sizeof(struct view_start),
	.dialog = true,
	.load = load,
	.draw = draw,
	.act = act,
	.type = type,
	.click = click,
	.free = free_start,
};

struct view *view_start_new(const struct plan *plan, const char *amount, const char *first_day)
{
	struct view_start *self = view_new(&class);

	snprintf(self->plan, sizeof(self->plan), "%s", plan->name);
	self->title = mem_dup(plan->title);
	form_add(&self->form, "A day", "such as 20 g", BOX, amount);
	form_add(&self->form, "First day", "today, tomorrow, mon, 2026-12-01", BOX, first_day);
	self->form.fields[AMOUNT].offered = amount[0] != '\0';
	self->form.fields[FIRST_DAY].offered = true;
	return &self->view;
}
