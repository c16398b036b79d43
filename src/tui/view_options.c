/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "list.h"

enum { BOX_COLUMNS = 66, FRAME_ROWS = 4, LABEL_GAP = 3, MARK_COLUMNS = 2 };

struct view_options {
	struct view view;
	char *title; /* owned */
	struct option options[OPTIONS_MAX];
	struct list list;
};

static struct rect box_of(const struct view_options *self, struct rect area)
{
	return rect_centre(area, self->list.count + FRAME_ROWS, BOX_COLUMNS);
}

static struct rect rows_of(const struct view_options *self, struct rect area)
{
	struct rect inside = rect_inset(box_of(self, area), 1, 2);

	if (inside.rows > self->list.count)
		rect_take_top(&inside, 1);
	if (inside.rows > self->list.count)
		rect_take_bottom(&inside, 1);
	return inside;
}

static void place(struct view *view, struct rect area)
{
	struct view_options *self = (struct view_options *)view;

	list_place(&self->list, rows_of(self, area).rows);
}

static int label_columns(const struct view_options *self)
{
	int columns = 0;

	for (int i = 0; i < self->list.count; i++) {
		int width = utf8_width(self->options[i].label);

		columns = width > columns ? width : columns;
	}
	return columns + LABEL_GAP;
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_options *self = (const struct view_options *)view;
	struct rect rows = rows_of(self, area);
	int columns = label_columns(self);

	canvas_dialog(canvas, area, box_of(self, area), self->title);
	for (int i = 0; i < rows.rows && self->list.top + i < self->list.count; i++) {
		const struct option *option = &self->options[self->list.top + i];
		struct rect line = rect_line(rows, i, 0), rest = line;
		bool here = self->list.top + i == self->list.cursor;

		canvas_text(canvas, rect_take_left(&rest, MARK_COLUMNS), ROLE_ACCENT,
			    here ? "▸" : "");
		canvas_text(canvas, rect_take_left(&rest, columns), here ? ROLE_STRONG : ROLE_TEXT,
			    option->label);
		canvas_text(canvas, rest, ROLE_DIM, option->hint);
		if (here) {
			canvas_select(canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_options *self = (struct view_options *)view;

	(void)app;
	(void)err;
	if (action == ACTION_UP || action == ACTION_DOWN) {
		list_move(&self->list, action == ACTION_UP ? -1 : 1);
		return REPLY_DONE;
	}
	if (action != ACTION_CHOOSE)
		return REPLY_IGNORED;
	outcome->choice = self->list.cursor;
	return REPLY_CHOSEN;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_options *self = (struct view_options *)view;
	struct rect rows = rows_of(self, view->area);
	int item = list_at_row(&self->list, row - rows.row);

	if (!rect_has(rows, row, column) || item < 0)
		return REPLY_IGNORED;
	list_go(&self->list, item);
	return REPLY_DONE;
}

static void free_options(struct view *view)
{
	free(((struct view_options *)view)->title);
}

static const struct view_class class = {
	.title = "Choice",
	.scope = SCOPE_OPTIONS,
	.size = sizeof(struct view_options),
	.dialog = true,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.free = free_options,
};

struct view *view_options_new(const char *title, const struct option *options, int count, int at)
{
	struct view_options *self = view_new(&class);

	assert(count > 0 && count <= OPTIONS_MAX);
	self->title = mem_dup(title);
	for (int i = 0; i < count; i++)
		self->options[i] = options[i];
	list_resize(&self->list, count);
	list_go(&self->list, at);
	return &self->view;
}
