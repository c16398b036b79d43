/* SPDX-License-Identifier: MIT */
#include "view_setup.h"

#include "app/support.h"
#include "form_view.h"
#include "move.h"
#include "settings_page.h"
#include "setup_page.h"
#include "tabs.h"
#include "view_safety.h"

/* One view with three faces: the questions, the form, and the ways to go on. */
struct view_setup {
	struct view view;
	struct safety_page page;
	struct form form;
	struct str used; /* what is in use, as the app says it */
	struct str note; /* that, and what the country means */
	struct list ways;
};

static const struct view_class questions_class, form_class, ways_class;

/* What the country means, so that a slip is seen. */
static void note_country(struct view_setup *self, struct app *app)
{
	const char *text = self->form.fields[SETUP_COUNTRY].text.data;
	struct support support;
	struct err none;

	str_reset(&self->note);
	str_add(&self->note, self->used.data);
	if (text[0] == '\0' || self->form.fields[SETUP_COUNTRY].said[0] != '\0' ||
	    !app_support(app, text, &support, &none))
		return;
	if (support.country != NULL && support.country->line_count > 0)
		str_addf(&self->note, "%s%s: %s in an emergency", self->used.len > 0 ? " " : "",
			 support.country->name, support.country->lines[0].number);
	support_free(&support);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_setup *self = (struct view_setup *)view;

	self->page.keys = view->keys;
	if (!view_safety_read(app, &self->page, err))
		return false;
	if (self->form.count == 0) {
		setup_page_fields(&self->form, app);
		setup_page_used(app, &self->used);
		note_country(self, app);
		safety_page_begin(&self->page);
	}
	list_resize(&self->ways,
		    self->page.asked.stand == SAFETY_FREE ? SETUP_WAY_COUNT : SETUP_PLAN_NOW);
	return true;
}

/* Whether the file could be written or not, nobody is asked again in this session. */
static enum reply leave(struct app *app, struct outcome *outcome)
{
	struct err none;

	if (app_setup_leave(app, &none))
		outcome_say(outcome, "Nothing was changed");
	outcome_hint(outcome, ACTION_SETUP, "on Today asks again");
	return REPLY_CLOSE;
}

static enum reply act_questions(struct view *view, struct app *app, enum action action,
				struct outcome *outcome, struct err *err)
{
	struct view_setup *self = (struct view_setup *)view;
	bool done = self->page.step == SAFETY_DONE;

	if (action == ACTION_CLOSE && !done)
		return leave(app, outcome);
	if (done && (action == ACTION_ANSWER_GO || action == ACTION_CLOSE)) {
		view->class = &ways_class;
		return REPLY_DONE;
	}
	if (action == ACTION_ANSWER_AGREES && safety_page_can(&self->page, action))
		return view_safety_agree(app, outcome, err);
	switch (safety_page_act(&self->page, action, view->area)) {
	case SAFETY_IGNORED:
		break;
	case SAFETY_MOVED:
		return REPLY_DONE;
	case SAFETY_ANSWERED:
		view->class = &form_class;
		return REPLY_DONE;
	}
	return REPLY_IGNORED;
}

static bool can_questions(const struct view *view, enum action action)
{
	return view_safety_can(&((const struct view_setup *)view)->page, action);
}

static void place_questions(struct view *view, struct rect area)
{
	safety_page_place(&((struct view_setup *)view)->page, area);
}

static void draw_questions(const struct view *view, struct canvas *canvas, struct rect area)
{
	safety_page_draw(&((const struct view_setup *)view)->page, canvas, area);
}

static void check(struct view_setup *self, struct app *app)
{
	struct setup_request request = {.safety = NULL};
	struct err err;

	setup_page_texts(&self->form, &request);
	for (enum setup_field i = 0; i < SETUP_FIELD_COUNT; i++)
		form_view_said(&self->form.fields[i],
			       app_setup_check(app, &request, i, &err)
				       ? ""
				       : settings_page_wrong(app_setup_key(i), err.msg));
	note_country(self, app);
}

static enum reply keep(struct view_setup *self, struct app *app, struct err *err)
{
	const char *flags[SAFETY_QUESTION_MAX];
	struct safety_reply reply = {.flags = flags, .agrees = self->page.given.agrees};
	struct setup_request request = {.safety = &reply};
	enum setup_field wrong;
	struct err why;

	reply.count = safety_page_flags(&self->page, flags);
	setup_page_texts(&self->form, &request);
	if (!app_setup(app, &request, &wrong, &why)) {
		check(self, app);
		*err = why;
		if (wrong < SETUP_FIELD_COUNT)
			err_set(err, why.code, "%s: %s", self->form.fields[wrong].label,
				settings_page_wrong(app_setup_key(wrong), why.msg));
		self->form.at = wrong < SETUP_FIELD_COUNT ? (int)wrong : self->form.at;
		return REPLY_FAILED;
	}
	self->page.step = SAFETY_DONE;
	self->view.class = reply.count > 0 ? &questions_class : &ways_class;
	return REPLY_RELOAD;
}

static enum reply act_form(struct view *view, struct app *app, enum action action,
			   struct outcome *outcome, struct err *err)
{
	struct view_setup *self = (struct view_setup *)view;

	if (action == ACTION_FIELD_LEAVE)
		return leave(app, outcome);
	if (action == ACTION_FIELD_SAVE)
		return keep(self, app, err);
	if (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS)
		return REPLY_IGNORED;
	form_move(&self->form, action == ACTION_FIELD_NEXT ? 1 : -1);
	return REPLY_DONE;
}

static enum reply type_form(struct view *view, struct app *app, const struct key *key)
{
	struct view_setup *self = (struct view_setup *)view;

	if (!form_key(&self->form, key))
		return REPLY_IGNORED;
	check(self, app);
	return REPLY_DONE;
}

static enum reply click_form(struct view *view, int row, int column)
{
	struct view_setup *self = (struct view_setup *)view;
	int at = setup_page_field_at(view->area, &self->form, row, column);

	if (at < 0)
		return REPLY_IGNORED;
	self->form.at = at;
	return REPLY_DONE;
}

static const char *brief_form(const struct view *view, enum action action)
{
	(void)view;
	return action == ACTION_FIELD_SAVE ? "go on" : action_info(action)->brief;
}

static void draw_form(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_setup *self = (const struct view_setup *)view;

	setup_page_draw_form(&self->form, view->keys, self->note.data, canvas, area);
}

static enum reply act_ways(struct view *view, struct app *app, enum action action,
			   struct outcome *outcome, struct err *err)
{
	struct view_setup *self = (struct view_setup *)view;

	(void)app;
	(void)err;
	if (action == ACTION_UP || action == ACTION_DOWN)
		return move_list(&self->ways, action);
	if (action != ACTION_CHOOSE)
		return REPLY_IGNORED;
	outcome->choice = TAB_PLAN;
	if (self->ways.cursor == SETUP_PLAN_NOW)
		return REPLY_GO;
	outcome_say(outcome, "All is kept");
	outcome_hint(outcome, ACTION_LOG_DOSE, "logs a dose");
	return REPLY_CLOSE;
}

static void draw_ways(const struct view *view, struct canvas *canvas, struct rect area)
{
	setup_page_draw_ways(&((const struct view_setup *)view)->ways, canvas, area);
}

static enum reply click_ways(struct view *view, int row, int column)
{
	struct view_setup *self = (struct view_setup *)view;
	struct rect ways = setup_page_ways(view->area, self->ways.count > 1);

	if (!rect_has(ways, row, column))
		return REPLY_IGNORED;
	list_go(&self->ways, (row - ways.row) * self->ways.count / ways.rows);
	return REPLY_DONE;
}

static void free_setup(struct view *view)
{
	struct view_setup *self = (struct view_setup *)view;

	safety_page_free(&self->page);
	form_free(&self->form);
	str_free(&self->used);
	str_free(&self->note);
}

static const struct view_class questions_class = {
	.title = "First questions",
	.scope = SCOPE_QUESTIONS,
	.size = sizeof(struct view_setup),
	.load = load,
	.place = place_questions,
	.draw = draw_questions,
	.act = act_questions,
	.can = can_questions,
	.free = free_setup,
};

static const struct view_class form_class = {
	.title = "What you take",
	.scope = SCOPE_FORM,
	.size = sizeof(struct view_setup),
	.load = load,
	.draw = draw_form,
	.act = act_form,
	.type = type_form,
	.click = click_form,
	.brief = brief_form,
	.free = free_setup,
};

static const struct view_class ways_class = {
	.title = "Ready",
	.scope = SCOPE_OPTIONS,
	.size = sizeof(struct view_setup),
	.load = load,
	.draw = draw_ways,
	.act = act_ways,
	.click = click_ways,
	.free = free_setup,
};

struct view *view_setup_new(void)
{
	struct view_setup *self = view_new(&questions_class);

	self->page.numbers = self->page.text = (struct str)STR_INIT;
	self->used = self->note = (struct str)STR_INIT;
	return &self->view;
}
