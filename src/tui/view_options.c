/* SPDX-License-Identifier: MIT */
#include "choice_view.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { BOX_COLUMNS = 66, FRAME_ROWS = 4, LABEL_GAP = 3 };

struct view_options {
	struct choice_view base;
	char *title; /* owned */
	struct option options[OPTIONS_MAX];
};

static struct rect box_of(const struct view_options *self, struct rect area)
{
	return rect_centre(area, self->base.list.count + FRAME_ROWS, BOX_COLUMNS);
}

static struct rect rows_of(const struct choice_view *view, struct rect area)
{
	const struct view_options *self = (const struct view_options *)view;
	struct rect inside = rect_inset(box_of(self, area), 1, 2);

	if (inside.rows > self->base.list.count)
		rect_take_top(&inside, 1);
	if (inside.rows > self->base.list.count)
		rect_take_bottom(&inside, 1);
	return inside;
}

static int label_columns(const struct view_options *self)
{
	int columns = 0;

	for (int i = 0; i < self->base.list.count; i++) {
		int width = utf8_width(self->options[i].label);

		columns = width > columns ? width : columns;
	}
	return columns + LABEL_GAP;
}

static int hint_columns(const struct view_options *self)
{
	int columns = 0;

	for (int i = 0; i < self->base.list.count; i++) {
		int width = utf8_width(self->options[i].hint);

		columns = width > columns ? width : columns;
	}
	return columns;
}

/* Hints stand beside their lines where all have room, else that of the line under the cursor below. */
static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_options *self = (const struct view_options *)view;
	struct rect rows = rows_of(&self->base, area);
	struct rect below = rect_inset(box_of(self, area), 1, 2);
	int columns = CHOICE_MARK_COLUMNS + label_columns(self);
	bool beside = columns + hint_columns(self) <= rows.columns;

	canvas_dialog(canvas, area, box_of(self, area), self->title);
	rect_take_top(&below, rows.row + rows.rows - below.row);
	if (!beside)
		canvas_text(canvas, below, ROLE_DIM, self->options[self->base.list.cursor].hint);
	for (int i = 0; i < rows.rows && self->base.list.top + i < self->base.list.count; i++) {
		const struct option *option = &self->options[self->base.list.top + i];
		struct rect line = rect_line(rows, i, 0);
		bool here = self->base.list.top + i == self->base.list.cursor;

		if (beside)
			canvas_text(canvas, rect_line(rows, i, columns), ROLE_DIM, option->hint);
		choice_view_line(canvas, line, here, option->label);
		if (here)
			canvas_cursor(canvas, line.row, line.column, false);
	}
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
	.place = choice_view_place,
	.draw = draw,
	.act = choice_view_act,
	.click = choice_view_click,
	.free = free_options,
};

struct view *view_options_new(const char *title, const struct option *options, int count, int at)
{
	struct view_options *self = view_new(&class);

	assert(count > 0 && count <= OPTIONS_MAX);
	self->title = mem_dup(title);
	for (int i = 0; i < count; i++)
		self->options[i] = options[i];
	self->base.rows = rows_of;
	list_resize(&self->base.list, count);
	list_go(&self->base.list, at);
	return &self->base.view;
}
