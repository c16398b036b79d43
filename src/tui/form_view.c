/* SPDX-License-Identifier: MIT */
#include "form_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "form_box.h"

static struct form_box box_of(const struct form_view *self)
{
	return (struct form_box){.title = self->title,
				 .foot = self->has_foot ? self->foot.data : NULL};
}

static void forget(struct form_view *self, struct app *app)
{
	(void)app;
	form_view_said(&self->form.fields[self->form.at], "");
}

void form_view_begin(struct form_view *self, const char *title, const char *verb,
		     void (*changed)(struct form_view *self, struct app *app),
		     enum reply (*save)(struct form_view *self, struct app *app,
					struct outcome *outcome, struct err *err))
{
	self->title = mem_dup(title);
	self->verb = verb;
	self->foot = (struct str)STR_INIT;
	self->changed = changed != NULL ? changed : forget;
	self->save = save;
}

enum reply form_view_act(struct view *view, struct app *app, enum action action,
			 struct outcome *outcome, struct err *err)
{
	struct form_view *self = (struct form_view *)view;

	if (action == ACTION_FIELD_SAVE)
		return self->save(self, app, outcome, err);
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS)
		return REPLY_IGNORED;
	form_move(&self->form, action == ACTION_FIELD_NEXT ? 1 : -1);
	return REPLY_DONE;
}

enum reply form_view_type(struct view *view, struct app *app, const struct key *key)
{
	struct form_view *self = (struct form_view *)view;

	if (!form_key(&self->form, key))
		return REPLY_IGNORED;
	self->changed(self, app);
	return REPLY_DONE;
}

enum reply form_view_click(struct view *view, int row, int column)
{
	struct form_view *self = (struct form_view *)view;
	struct form_box box = box_of(self);
	int at = form_box_at(&box, &self->form, view->area, row, column);

	if (at < 0)
		return REPLY_IGNORED;
	self->form.at = at;
	return REPLY_DONE;
}

void form_view_draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct form_view *self = (const struct form_view *)view;
	struct form_box box = box_of(self);

	form_box_draw(&box, &self->form, canvas, area);
}

/* Of one field there is no next. */
bool form_view_can(const struct view *view, enum action action)
{
	return (action != ACTION_FIELD_NEXT && action != ACTION_FIELD_PREVIOUS) ||
	       ((const struct form_view *)view)->form.count > 1;
}

const char *form_view_brief(const struct view *view, enum action action)
{
	return action == ACTION_FIELD_SAVE ? ((const struct form_view *)view)->verb
					   : action_info(action)->brief;
}

void form_view_free(struct view *view)
{
	struct form_view *self = (struct form_view *)view;

	form_free(&self->form);
	str_free(&self->foot);
	free(self->title);
}

void form_view_said(struct field *field, const char *text)
{
	snprintf(field->said, sizeof(field->said), "%.*s", FIELD_SAID_SIZE - 1, text);
}
