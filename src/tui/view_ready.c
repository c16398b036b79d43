/* SPDX-License-Identifier: MIT */
#include "view_ready.h"

#include "choice_view.h"
#include "view_revise.h"
#include "words.h"

enum { BOX_COLUMNS = 74, FRAME_ROWS = 2, CHOICES_LEAST = 3 };
enum { READY_STAY, READY_HOLD, READY_SLOW, READY_BACK, READY_MORE, READY_COUNT };

struct view_ready {
	struct choice_view base;
	const char *title; /* static */
	struct str text;
};

static const char *const labels[READY_COUNT] = {
	[READY_STAY] = "go on as planned",   [READY_HOLD] = "hold the amount",
	[READY_SLOW] = "go slower",          [READY_BACK] = "one step back",
	[READY_MORE] = "read more about it",
};

static struct rect box_of(const struct view_ready *self, struct rect area)
{
	int columns = area.columns < BOX_COLUMNS ? area.columns : BOX_COLUMNS;
	int rows = text_rows(self->text.data, columns - 4) + READY_COUNT + FRAME_ROWS + 1;

	return rect_centre(area, rows, columns);
}

static struct rect rows_of(const struct choice_view *view, struct rect area)
{
	const struct view_ready *self = (const struct view_ready *)view;
	struct rect inside = rect_inset(box_of(self, area), 1, 2);
	int room = inside.rows - text_rows(self->text.data, inside.columns);

	/* The reasons are read whole; the choices scroll. */
	room = room < CHOICES_LEAST ? CHOICES_LEAST : room;
	return rect_take_bottom(&inside, room < READY_COUNT ? room : READY_COUNT);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_ready *self = (const struct view_ready *)view;
	struct rect box = box_of(self, area), rows = rows_of(&self->base, area);
	struct rect text = rect_inset(box, 1, 2);

	rect_take_bottom(&text, rows.rows);
	/* Who listens to the screen hears the dialog alone. */
	if (canvas->plain)
		canvas_fill(canvas, area, ROLE_TEXT, ' ');
	canvas_dialog(canvas, area, box, self->title);
	canvas_wrap(canvas, text, ROLE_TEXT, self->text.data);
	for (int i = 0; i < rows.rows; i++) {
		struct rect line = rect_line(rows, i, 0);
		bool here = self->base.list.top + i == self->base.list.cursor;

		choice_view_line(canvas, line, here, labels[self->base.list.top + i]);
		if (here)
			canvas_cursor(canvas, line.row, line.column, false);
	}
}

static void free_ready(struct view *view)
{
	str_free(&((struct view_ready *)view)->text);
}

static const struct view_class class = {
	.title = "The next step",
	.scope = SCOPE_OPTIONS,
	.size = sizeof(struct view_ready),
	.dialog = true,
	.place = choice_view_place,
	.draw = draw,
	.act = choice_view_act,
	.click = choice_view_click,
	.free = free_ready,
};

static void add_reason(const struct readiness_reason *reason, struct str *out)
{
	str_addf(out, "%s\n", reason->because);
	if (reason->figures[0] != '\0')
		str_addf(out, "Signals: %s.\n", reason->figures);
}

struct view *view_ready_new(const struct readiness *readiness)
{
	struct view_ready *self = view_new(&class);

	self->title = verdict_title(readiness->verdict);
	self->text = (struct str)STR_INIT;
	for (size_t i = 0; i < readiness->reason_count; i++)
		add_reason(&readiness->reasons[i], &self->text);
	str_addf(&self->text, "%s%s", readiness->reason_count > 0 ? "\n" : "", readiness->say);
	self->base.rows = rows_of;
	list_resize(&self->base.list, READY_COUNT);
	list_go(&self->base.list, READY_STAY);
	return &self->base.view;
}

static struct view *more_new(const struct readiness *readiness)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < readiness->reason_count; i++) {
		const struct readiness_reason *reason = &readiness->reasons[i];

		str_addf(&text, "# %s\n", reason->because);
		str_addf(&text, "Rule\t%s\n", reason->rule);
		str_addf(&text, "Found\t%s\n", reason->figures);
		str_addf(&text, "Sources\t%s\n\n",
			 reason->sources[0] != '\0' ? reason->sources : "taper's own setting");
	}
	str_addf(&text, "%s\n\n", readiness->say);
	str_add(&text, "taper proposes and never acts. The rules are in guidance.yaml; the command "
		       "taper guidance backtest tells what they would have said so far.\n");
	return view_read_new(verdict_title(readiness->verdict), &text);
}

struct view *view_ready_chosen(const struct readiness *readiness, int choice)
{
	if (choice == READY_HOLD)
		return view_revise_new(REVISION_HOLD);
	if (choice == READY_SLOW)
		return view_revise_new(REVISION_SLOW);
	if (choice == READY_BACK)
		return view_revise_new(REVISION_BACK);
	return choice == READY_MORE ? more_new(readiness) : NULL;
}
