/* SPDX-License-Identifier: MIT */
/*
 * A dialog that is a form: moving between fields, typing, clicking and drawing are done here; a view fills in what its fields
 * mean. Knows the fields only.
 */
#ifndef FORM_VIEW_H
#define FORM_VIEW_H

#include "form.h"
#include "view.h"

/* The first member of a view that is a form. */
struct form_view {
	struct view view;
	struct form form;
	char *title;      /* owned */
	const char *verb; /* what Enter does, for the footer; static */
	bool has_foot;    /* there is room for foot */
	struct str foot;  /* a few words below the fields */
	bool asks;        /* before what is typed would be lost */
	/* What is in the fields was changed: for the words beside them. */
	void (*changed)(struct form_view *self, struct app *app);
	enum reply (*save)(struct form_view *self, struct app *app, struct outcome *outcome,
			   struct err *err);
};

/*
 * Title (copied), the verb of its Enter, an empty foot, and what the form does; changed is NULL where it is enough that a field that is typed in
 * says nothing any more of what was wrong with it.
 */
void form_view_begin(struct form_view *self, const char *title, const char *verb,
		     void (*changed)(struct form_view *self, struct app *app),
		     enum reply (*save)(struct form_view *self, struct app *app,
					struct outcome *outcome, struct err *err));

/* The members of the view's class. */
enum reply form_view_act(struct view *view, struct app *app, enum action action,
			 struct outcome *outcome, struct err *err);
enum reply form_view_type(struct view *view, struct app *app, const struct key *key);
enum reply form_view_click(struct view *view, int row, int column);
void form_view_place(struct view *view, struct rect area);
void form_view_draw(const struct view *view, struct canvas *canvas, struct rect area);
bool form_view_can(const struct view *view, enum action action);
const char *form_view_brief(const struct view *view, enum action action);
void form_view_free(struct view *view);

/* All of the class but its scope, what it is called and how large it is; and with the scope of a form of fields of one line. */
#define FORM_VIEW_MEMBERS                                                                          \
	.dialog = true, .place = form_view_place, .draw = form_view_draw, .act = form_view_act,    \
	.type = form_view_type, .click = form_view_click, .can = form_view_can,                    \
	.brief = form_view_brief, .free = form_view_free
#define FORM_VIEW_CLASS .scope = SCOPE_FORM, FORM_VIEW_MEMBERS

/* What is wrong with a field, or "". */
void form_view_said(struct field *field, const char *text);

#endif
