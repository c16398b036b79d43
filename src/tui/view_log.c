/* SPDX-License-Identifier: MIT */
#include "form_view.h"

#include <stdio.h>

#include "app/log.h"
#include "words.h"

enum { AMOUNT, WHEN, PRODUCT, TAGS, NOTE };
enum { SHORT = 19, LONG = 30 };

struct view_log {
	struct form_view base;
	int64_t id; /* of the dose that is changed; 0 for a new one */
};

static void check(struct view_log *self, struct app *app, int which)
{
	struct field *field = &self->base.form.fields[which];
	struct log_request request = {.amount = "1"};
	struct logged logged;
	struct err err;
	const char **texts[] = {&request.amount, &request.when, &request.product, &request.tags,
				&request.note};

	*texts[which] = field->text.data;
	field->said[0] = '\0';
	if (app_log_read(app, &request, &logged, &err)) {
		form_view_said(field, logged.said);
		dose_free(&logged.dose);
	} else {
		form_view_said(field, err.msg);
	}
}

static void changed(struct form_view *form, struct app *app)
{
	check((struct view_log *)form, app, form->form.at);
}

static struct log_request request_of(const struct view_log *self)
{
	const struct field *fields = self->base.form.fields;
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
	for (int i = 0; i < self->base.form.count; i++) {
		if (i != WHEN || self->id == 0 || self->base.form.fields[WHEN].touched)
			check(self, app, i);
	}
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_log *self = (struct view_log *)form;
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
	if (logged.said[0] != '\0') {
		outcome_say(outcome, "%s", logged.said);
	} else {
		outcome_say(outcome, "%s %s at %s", self->id != 0 ? "Changed to" : "Logged", amount,
			    time);
		outcome_hint(outcome, ACTION_UNDO, "undoes it");
	}
	dose_free(&logged.dose);
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "Dose",
	.size = sizeof(struct view_log),
	FORM_VIEW_CLASS,
};

static struct view_log *begin(const char *title, const char *verb)
{
	struct view_log *self = view_new(&class);

	form_view_begin(&self->base, title, verb, changed, save);
	return self;
}

static void add_fields(struct form *form, const char *amount, const char *when,
		       const struct dose *dose)
{
	form_add(form, "Amount", "such as 2.5 g; 0 says none today", SHORT, amount);
	form_add(form, "When", "now, 15:10, -30m, yesterday 23:00", SHORT, when);
	form_add(form, "Product", "empty: the usual one", SHORT, dose != NULL ? dose->product : "");
	form_add(form, "Tags", "stress, work", LONG, dose != NULL ? dose->tags : "");
	form_add(form, "Note", "", 0, dose != NULL ? dose->note : "");
}

struct view *view_log_new(const char *amount, const char *when)
{
	struct view_log *self = begin("Log a dose", "log");

	add_fields(&self->base.form, amount, when, NULL);
	self->base.form.fields[AMOUNT].offered = amount[0] != '\0';
	self->base.form.fields[WHEN].offered = true;
	return &self->base.view;
}

struct view *view_edit_new(const struct dose *dose)
{
	struct view_log *self = begin("Change a dose", "save");
	char amount[AMOUNT_TEXT_SIZE], iso[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	char when[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE];
	struct moment moment = dose_moment(dose);

	self->id = dose->id;
	snprintf(when, sizeof(when), "%s %s", day_iso(moment.day, iso),
		 minute_text(moment.minute, time));
	add_fields(&self->base.form, amount_with_unit(dose->amount, dose->unit, amount), when,
		   dose);
	self->base.form.fields[AMOUNT].offered = true;
	return &self->base.view;
}
