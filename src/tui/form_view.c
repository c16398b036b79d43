/* SPDX-License-Identifier: MIT */
#include "form_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "field.h"
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

static bool leave(struct app *app, const struct question *question, struct outcome *outcome,
		  struct err *err)
{
	(void)app;
	(void)question;
	(void)outcome;
	(void)err;
	return true;
}

static bool has_typed(const struct form *form)
{
	bool typed = false;

	for (int i = 0; i < form->count; i++)
		typed = typed || (form->fields[i].touched && form->fields[i].text.len > 0);
	return typed;
}

static enum reply close(const struct form_view *self, struct outcome *outcome)
{
	struct question question = {
		.title = "Leave without saving?", .text = STR_INIT, .yes = leave};

	if (!self->asks || !has_typed(&self->form))
		return REPLY_CLOSE;
	str_add(&question.text, "What you typed here is not saved, and would be gone.");
	outcome->open = view_confirm_new(&question);
	return REPLY_DONE;
}

static enum reply type_break(struct form_view *self, struct app *app)
{
	field_break(&self->form.fields[self->form.at]);
	self->changed(self, app);
	return REPLY_DONE;
}

enum reply form_view_act(struct view *view, struct app *app, enum action action,
			 struct outcome *outcome, struct err *err)
{
	struct form_view *self = (struct form_view *)view;

	if (action == ACTION_LINE_END && self->form.fields[self->form.at].lines)
		return type_break(self, app);
	if (action == ACTION_FIELD_SAVE || action == ACTION_LINES_SAVE || action == ACTION_LINE_END)
		return self->save(self, app, outcome, err);
	if (action == ACTION_FIELD_LEAVE)
		return close(self, outcome);
	if (action == ACTION_FIELD_NEXT || action == ACTION_LINES_NEXT)
		form_move(&self->form, 1);
	else if (action == ACTION_FIELD_PREVIOUS || action == ACTION_LINES_PREVIOUS)
		form_move(&self->form, -1);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
}

/* Where up and down are not moves between fields already, they are at the first and the last row of one; not round the end. */
static bool go_beyond(struct form *form, const struct key *key)
{
	int at = form->at + (key_is(key, NAMED_UP) ? -1 : 1);

	if ((!key_is(key, NAMED_UP) && !key_is(key, NAMED_DOWN)) || at < 0 || at >= form->count)
		return false;
	form->at = at;
	return true;
}

enum reply form_view_type(struct view *view, struct app *app, const struct key *key)
{
	struct form_view *self = (struct form_view *)view;

	if (form_key(&self->form, key))
		self->changed(self, app);
	else if (!go_beyond(&self->form, key))
		return REPLY_IGNORED;
	return REPLY_DONE;
}

enum reply form_view_click(struct view *view, int row, int column)
{
	struct form_view *self = (struct form_view *)view;
	struct form_box box = box_of(self);
	struct text_spot at = {.row = row, .column = column};

	return form_box_click(&box, &self->form, view->area, at) ? REPLY_DONE : REPLY_IGNORED;
}

void form_view_place(struct view *view, struct rect area)
{
	struct form_view *self = (struct form_view *)view;
	struct form_box box = box_of(self);

	form_box_place(&box, &self->form, area);
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
	bool moves = action == ACTION_FIELD_NEXT || action == ACTION_FIELD_PREVIOUS ||
		     action == ACTION_LINES_NEXT || action == ACTION_LINES_PREVIOUS;

	return !moves || ((const struct form_view *)view)->form.count > 1;
}

const char *form_view_brief(const struct view *view, enum action action)
{
	const struct form_view *self = (const struct form_view *)view;
	bool saves = action == ACTION_FIELD_SAVE || action == ACTION_LINES_SAVE ||
		     (action == ACTION_LINE_END && !self->form.fields[self->form.at].lines);

	return saves ? self->verb : action_info(action)->brief;
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
