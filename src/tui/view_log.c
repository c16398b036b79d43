/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>

#include "app/log.h"
#include "form_box.h"
#include "words.h"

enum { AMOUNT, WHEN, PRODUCT, TAGS, NOTE };
enum { SHORT = 18, LONG = 30 };

struct view_log {
	struct view view;
	struct form form;
	int64_t id; /* of the dose that is changed; 0 for a new one */
};

static void check(struct view_log *self, struct app *app, int which)
{
	struct field *field = &self->form.fields[which];
	struct log_request request = {.amount = "1"};
	struct logged logged;
	struct err err;
	const char **texts[] = {&request.amount, &request.when, &request.product, &request.tags,
				&request.note};

	*texts[which] = field->text.data;
	field->said[0] = '\0';
	if (app_log_read(app, &request, &logged, &err)) {
		snprintf(field->said, sizeof(field->said), "%s", logged.said);
		dose_free(&logged.dose);
	} else {
		snprintf(field->said, sizeof(field->said), "%.*s", FIELD_SAID_SIZE - 1, err.msg);
	}
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	struct view_log *self = (struct view_log *)view;

	if (!form_key(&self->form, key))
		return REPLY_IGNORED;
	check(self, app, self->form.at);
	return REPLY_DONE;
}

static struct log_request request_of(const struct view_log *self)
{
	const struct field *fields = self->form.fields;
	struct log_request request = {.amount = fields[AMOUNT].text.data,
				      .when = fields[WHEN].text.data,
				      .product = fields[PRODUCT].text.data,
				      .tags = fields[TAGS].text.data,
				      .note = fields[NOTE].text.data};

	/* A time that nobody touched must stay exactly as it is stored, seconds and offset. */
	if (self->id != 0 && !fields[WHEN].touched)
		request.when = NULL;
	return request;
}

/* Every field says what is wrong with it, not only those that were typed in. */
static void check_all(struct view_log *self, struct app *app)
{
	for (int i = 0; i < self->form.count; i++) {
		if (i != WHEN || self->id == 0 || self->form.fields[WHEN].touched)
			check(self, app, i);
	}
}

static enum reply save(struct view_log *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct log_request request = request_of(self);
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];
	struct logged logged;
	bool saved = self->id != 0 ? app_edit(app, self->id, &request, &logged, err)
				   : app_log(app, &request, &logged, err);

	if (!saved) {
		check_all(self, app);
		return REPLY_FAILED;
	}
	amount_with_unit(logged.dose.amount, logged.dose.unit, amount);
	words_time(dose_wall(&logged.dose), time);
	if (logged.said[0] != '\0')
		outcome_say(outcome, "%s", logged.said);
	else
		outcome_say(outcome, "%s %s at %s.  u undoes it",
			    self->id != 0 ? "Changed to" : "Logged", amount, time);
	dose_free(&logged.dose);
	return REPLY_SAVED;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_log *self = (struct view_log *)view;

	if (action == ACTION_FIELD_SAVE)
		return save(self, app, outcome, err);
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS)
		return REPLY_IGNORED;
	form_move(&self->form, action == ACTION_FIELD_NEXT ? 1 : -1);
	return REPLY_DONE;
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	struct form_box box = {.title = view->class->title};

	form_box_draw(&box, &((const struct view_log *)view)->form, canvas, area);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_log *self = (struct view_log *)view;
	struct form_box box = {.title = view->class->title};
	int at = form_box_at(&box, &self->form, view->area, row, column);

	if (at < 0)
		return REPLY_IGNORED;
	self->form.at = at;
	return REPLY_DONE;
}

static void free_log(struct view *view)
{
	form_free(&((struct view_log *)view)->form);
}

#define LOG_CLASS(heading)                                                                         \
	{                                                                                          \
		.title = heading, .scope = SCOPE_FORM, .size = sizeof(struct view_log),            \
		.dialog = true, .draw = draw, .act = act, .type = type, .click = click,            \
		.free = free_log,                                                                  \
	}

static const struct view_class log_class = LOG_CLASS("Log a dose");
static const struct view_class edit_class = LOG_CLASS("Change a dose");

static void add_fields(struct form *form, const char *amount, const char *when,
		       const struct dose *dose)
{
	form_add(form, "Amount", "2.5 g or 2,5; 0 says none today", SHORT, amount);
	form_add(form, "When", "now, 15:10, -30m, yesterday 23:00", SHORT, when);
	form_add(form, "Product", "empty: the usual one", SHORT, dose != NULL ? dose->product : "");
	form_add(form, "Tags", "stress, work", LONG, dose != NULL ? dose->tags : "");
	form_add(form, "Note", "", 0, dose != NULL ? dose->note : "");
}

struct view *view_log_new(const char *amount)
{
	struct view_log *self = view_new(&log_class);

	add_fields(&self->form, amount, "now", NULL);
	self->form.fields[AMOUNT].offered = amount[0] != '\0';
	self->form.fields[WHEN].offered = true;
	return &self->view;
}

struct view *view_edit_new(const struct dose *dose)
{
	struct view_log *self = view_new(&edit_class);
	char amount[AMOUNT_TEXT_SIZE], iso[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	char when[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE];
	struct moment moment = dose_moment(dose);

	self->id = dose->id;
	snprintf(when, sizeof(when), "%s %s", day_iso(moment.day, iso),
		 minute_text(moment.minute, time));
	add_fields(&self->form, amount_with_unit(dose->amount, dose->unit, amount), when, dose);
	self->form.fields[AMOUNT].offered = true;
	return &self->view;
}
