/* SPDX-License-Identifier: MIT */
/*
 * A dialog that ends with one of several lines: moving, choosing and clicking are done here, and how a line looks; a view says
 * where the lines are and draws what they read.
 */
#ifndef CHOICE_VIEW_H
#define CHOICE_VIEW_H

#include "list.h"
#include "view.h"

/* The first member of a view that is a choice. */
struct choice_view {
	struct view view;
	struct list list;
	/* Where the lines are when the dialog is over that area. */
	struct rect (*rows)(const struct choice_view *self, struct rect area);
};

enum { CHOICE_MARK_COLUMNS = 2 };

/* The members of the view's class. */
void choice_view_place(struct view *view, struct rect area);
enum reply choice_view_act(struct view *view, struct app *app, enum action action,
			   struct outcome *outcome, struct err *err);
enum reply choice_view_click(struct view *view, int row, int column);

/* Draws a line, behind room for the mark of the one that is under the cursor. */
void choice_view_line(struct canvas *canvas, struct rect line, bool here, const char *label);

#endif
