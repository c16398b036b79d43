/* SPDX-License-Identifier: MIT */
#include "planner.h"

#include "app/days.h"
#include "frame.h"
#include "words.h"

static void draw_too_small(struct canvas *canvas)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	str_addf(&text, "taper needs a window of %d columns and %d rows; this one has %d and %d.",
		 LEAST_COLUMNS, LEAST_ROWS, canvas->columns, canvas->rows);
	canvas_wrap(canvas, canvas_area(canvas), ROLE_TEXT, text.data);
	str_free(&text);
}

/* As a shell that waits: nothing a glance from the side could read. */
static void draw_hidden(struct canvas *canvas)
{
	int columns = canvas_text(canvas, canvas_area(canvas), ROLE_TEXT, "$");

	canvas_cursor(canvas, 0, columns + 1, true);
}

static void draw_view(struct canvas *canvas, struct view *view, struct rect area)
{
	view->area = area;
	view->plain = canvas->plain;
	if (view->class->place != NULL)
		view->class->place(view, area);
	if (view->class->dialog)
		canvas_fade(canvas, area);
	else if (!view->class->strip)
		canvas_fill(canvas, area, ROLE_TEXT, ' ');
	view->class->draw(view, canvas, area);
}

/* What a whole page covers is not drawn. */
static int first_seen(const struct stack *stack)
{
	int at = stack->depth;

	while (at > 0 && (stack_at(stack, at)->class->dialog || stack_at(stack, at)->class->strip))
		at--;
	return at;
}

static void draw_stack(struct planner *planner)
{
	const struct stack *stack = &planner->stack;
	struct canvas *canvas = &planner->canvas;
	struct rect area = frame_content(canvas_area(canvas));
	char day[DAY_TEXT_SIZE], time[WORDS_SIZE];
	struct frame frame = {.tab = stack->tab,
			      .view = stack_top(stack),
			      .keys = &planner->keys,
			      .day = day_short(app_today_day(planner->app), day),
			      .time = words_time(app_now_wall(planner->app), time),
			      .message = planner->message,
			      .failed = planner->failed};

	for (int i = first_seen(stack); i <= stack->depth; i++)
		draw_view(canvas, stack_at(stack, i), area);
	frame_draw(&frame, canvas);
}

static void paint(struct planner *planner)
{
	struct canvas *canvas = &planner->canvas;
	int rows, columns;

	term_size(planner->term, &rows, &columns);
	if (rows != canvas->rows || columns != canvas->columns)
		canvas_resize(canvas, rows, columns);
	canvas_clear(canvas);
	if (planner->hidden)
		draw_hidden(canvas);
	else if (planner->gate != NULL)
		gate_draw(planner->gate, &planner->keys, canvas);
	else if (rows < LEAST_ROWS || columns < LEAST_COLUMNS)
		draw_too_small(canvas);
	else
		draw_stack(planner);
	term_show(planner->term, canvas);
}

/* What was said stays: it is an answer to a key. */
static void follow(struct planner *planner)
{
	struct err err;

	if (!stack_follow(&planner->stack, &err) && planner->message[0] == '\0')
		planner_say(planner, true, err.msg);
}

void planner_paint(struct planner *planner)
{
	bool follows = planner->gate == NULL && stack_follows(&planner->stack);

	/* What is read aloud is said once. */
	if (follows && planner->canvas.plain) {
		follow(planner);
		follows = false;
	}
	paint(planner);
	if (!follows)
		return;
	follow(planner);
	paint(planner);
}
