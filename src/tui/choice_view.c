/* SPDX-License-Identifier: MIT */
#include "choice_view.h"

#include "move.h"

void choice_view_place(struct view *view, struct rect area)
{
	struct choice_view *self = (struct choice_view *)view;

	list_place(&self->list, self->rows(self, area).rows);
}

enum reply choice_view_act(struct view *view, struct app *app, enum action action,
			   struct outcome *outcome, struct err *err)
{
	struct choice_view *self = (struct choice_view *)view;

	(void)app;
	(void)err;
	if (action == ACTION_UP || action == ACTION_DOWN)
		return move_list(&self->list, action);
	if (action != ACTION_CHOOSE)
		return REPLY_IGNORED;
	outcome->choice = self->list.cursor;
	return REPLY_CHOSEN;
}

enum reply choice_view_click(struct view *view, int row, int column)
{
	struct choice_view *self = (struct choice_view *)view;

	return move_list_to(&self->list, self->rows(self, view->area), row, column);
}

void choice_view_line(struct canvas *canvas, struct rect line, bool here, const char *label)
{
	struct rect rest = line;

	canvas_text(canvas, rect_take_left(&rest, CHOICE_MARK_COLUMNS), ROLE_ACCENT,
		    here ? "▸" : "");
	canvas_text(canvas, rest, here ? ROLE_STRONG : ROLE_TEXT, label);
	if (here)
		canvas_select_row(canvas, line);
}
