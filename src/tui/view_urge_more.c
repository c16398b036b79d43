/* SPDX-License-Identifier: MIT */
#include "urge_more.h"

#include "app/urge.h"
#include "form_view.h"

enum { TRIGGER, HELPED, NOTE };

struct view_urge_more {
	struct form_view base;
	int64_t id;
};

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	const struct view_urge_more *self = (const struct view_urge_more *)form;
	const struct field *fields = form->form.fields;
	struct urge_request request = {.tags = fields[TRIGGER].text.data,
				       .helped = fields[HELPED].text.data,
				       .note = fields[NOTE].text.data};
	struct urge_logged logged;
	bool touched = false;

	for (int i = 0; i < form->form.count; i++)
		touched = touched || fields[i].touched;
	if (!touched)
		return REPLY_CLOSE;
	if (!app_urge_edit(app, self->id, &request, &logged, err)) {
		form_view_said(&form->form.fields[form->form.at], err->msg);
		return REPLY_FAILED;
	}
	outcome_say(outcome, "Kept");
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	urge_free(&logged.urge);
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "Urge",
	.size = sizeof(struct view_urge_more),
	FORM_VIEW_CLASS,
};

struct view *view_urge_more_new(const struct urge *urge)
{
	struct view_urge_more *self = view_new(&class);
	struct form *form = &self->base.form;

	self->id = urge->id;
	form_view_begin(&self->base, "It is logged. For next time:", "save", NULL, save);
	form_add(form, "Set off", "by what: stress, work, boredom", 0, urge->tags);
	form_add(form, "Helped", "a walk, a call, waiting", 0, urge->helped);
	form_add(form, "Note", "", 0, urge->note);
	return &self->base.view;
}
