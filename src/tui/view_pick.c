/* SPDX-License-Identifier: MIT */
#include "view_pick.h"

#include <stdlib.h>

#include "base/mem.h"
#include "choice_view.h"
#include "form.h"
#include "prose.h"
#include "seek.h"

enum { BOX_COLUMNS = 48, FRAME_ROWS = 2, FIELD_ROWS = 2, ROWS_MOST = 20 };

struct view_pick {
	struct choice_view base;
	char *title; /* owned */
	struct form form;
	char **names; /* owned */
	int name_count;
	int *shown; /* owned; which names are in the list */
};

static struct rect box_of(const struct view_pick *self, struct rect area)
{
	int rows = self->name_count < ROWS_MOST ? self->name_count : ROWS_MOST;

	return rect_centre(area, rows + FRAME_ROWS + FIELD_ROWS, BOX_COLUMNS);
}

static struct rect rows_of(const struct choice_view *view, struct rect area)
{
	const struct view_pick *self = (const struct view_pick *)view;
	struct rect inside = rect_inset(box_of(self, area), 1, 2);

	rect_take_top(&inside, FIELD_ROWS);
	return inside;
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_pick *self = (const struct view_pick *)view;
	struct rect box = box_of(self, area), inside = rect_inset(box, 1, 2),
		    rows = rows_of(&self->base, area);
	struct rect beside = {
		.row = box.row, .column = area.column, .rows = box.rows, .columns = area.columns};

	/* Nothing stands beside a list that scrolls: a terminal can move whole rows. */
	if (self->base.list.count > rows.rows)
		canvas_fill(canvas, beside, ROLE_TEXT, ' ');
	canvas_dialog(canvas, area, box, self->title);
	form_draw(&self->form, canvas, rect_take_top(&inside, 1), FIELD_ROWS_TIGHT);
	prose_draw_where(canvas, rect_line(inside, 0, 0), self->base.list.top,
			 self->base.list.count, rows.rows);
	if (self->base.list.count == 0)
		canvas_text(canvas, rows, ROLE_DIM, "nothing has these letters");
	for (int i = 0; i < rows.rows && self->base.list.top + i < self->base.list.count; i++) {
		bool here = self->base.list.top + i == self->base.list.cursor;
		struct rect line = rect_line(rows, i, 0);

		choice_view_line(canvas, line, here,
				 self->names[self->shown[self->base.list.top + i]]);
		if (here && canvas->plain)
			canvas_cursor(canvas, line.row, line.column, false);
	}
}

/* The cursor stays on its name while that is in the list. */
static void narrow(struct view_pick *self, int name)
{
	int at = 0, count = 0;

	for (int i = 0; i < self->name_count; i++) {
		if (!seek_fits(self->names[i], self->form.fields[0].text.data))
			continue;
		if (i == name)
			at = count;
		self->shown[count++] = i;
	}
	list_resize(&self->base.list, count);
	list_go(&self->base.list, at);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_pick *self = (struct view_pick *)view;

	(void)app;
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action == ACTION_FIELD_NEXT || action == ACTION_FIELD_PREVIOUS) {
		list_move(&self->base.list, action == ACTION_FIELD_NEXT ? 1 : -1);
		return REPLY_DONE;
	}
	if (action != ACTION_PICK)
		return REPLY_IGNORED;
	if (self->base.list.count == 0) {
		err_set(err, ERR_NOT_FOUND, "nothing in the list has these letters");
		return REPLY_FAILED;
	}
	outcome->choice = self->shown[self->base.list.cursor];
	return REPLY_CHOSEN;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	struct view_pick *self = (struct view_pick *)view;
	int name = self->base.list.count > 0 ? self->shown[self->base.list.cursor] : 0;

	(void)app;
	if (!form_key(&self->form, key))
		return REPLY_IGNORED;
	narrow(self, name);
	return REPLY_DONE;
}

static void free_pick(struct view *view)
{
	struct view_pick *self = (struct view_pick *)view;

	for (int i = 0; i < self->name_count; i++)
		free(self->names[i]);
	free(self->names);
	free(self->shown);
	free(self->title);
	form_free(&self->form);
}

static const struct view_class class = {
	.title = "Choice",
	.scope = SCOPE_PICK,
	.size = sizeof(struct view_pick),
	.dialog = true,
	.place = choice_view_place,
	.draw = draw,
	.act = act,
	.type = type,
	.click = choice_view_click,
	.free = free_pick,
};

struct view *view_pick_new(const char *title, const char *label, const char *const *names,
			   int count, int at)
{
	struct view_pick *self = view_new(&class);

	self->base.rows = rows_of;
	self->title = mem_dup(title);
	form_add(&self->form, label, "", 0, "");
	self->names = mem_alloc((size_t)count, sizeof(*self->names));
	self->shown = mem_alloc((size_t)count, sizeof(*self->shown));
	self->name_count = count;
	for (int i = 0; i < count; i++)
		self->names[i] = mem_dup(names[i]);
	narrow(self, at);
	return &self->base.view;
}
