/* SPDX-License-Identifier: MIT */
#include "frame.h"

#include <string.h>

#include "base/utf8.h"
#include "keymap.h"

enum { TALL_ROWS = 16, WIDE_COLUMNS = 60, NAME_COLUMNS = 8, KEY_GAP = 2, MESSAGE_ROWS = 3 };

static const char *const tabs[] = {
	[TAB_TODAY] = "1 Today", [TAB_PLAN] = "2 Plan", [TAB_HISTORY] = "3 History"};

struct rect frame_content(struct rect area)
{
	bool tall = area.rows >= TALL_ROWS;

	rect_take_top(&area, tall ? 2 : 1);
	rect_take_bottom(&area, tall ? 3 : 2);
	return area;
}

/* Where a tab stands in the first row. */
static struct rect tab_place(int columns, enum tab tab)
{
	struct rect place = {.column = columns >= WIDE_COLUMNS ? NAME_COLUMNS : 0, .rows = 1};

	for (enum tab before = 0; before <= tab; before++) {
		place.column += place.columns;
		place.columns = (int)strlen(tabs[before]) + 2;
	}
	return place;
}

enum tab frame_tab_at(int columns, int row, int column)
{
	enum tab tab = 0;

	while (tab < TAB_COUNT && !rect_has(tab_place(columns, tab), row, column))
		tab++;
	return tab;
}

static void draw_header(const struct frame *frame, struct canvas *canvas)
{
	struct rect line = rect_line(canvas_area(canvas), 0, 0);

	if (canvas->columns >= WIDE_COLUMNS)
		canvas_text(canvas, line, ROLE_STRONG, " taper");
	for (enum tab tab = 0; tab < TAB_COUNT; tab++) {
		struct rect place = tab_place(canvas->columns, tab);
		bool here = tab == frame->tab;

		canvas_textf(canvas, place, here ? ROLE_ACCENT | INK_BOLD : ROLE_DIM,
			     here && canvas->plain ? "[%s]" : " %s ", tabs[tab]);
		if (here)
			canvas_select(canvas, place);
		rect_take_left(&line, place.column + place.columns - line.column);
	}
	rect_take_left(&line, 1);
	rect_take_right(&line, 1);
	if (utf8_width(frame->now) <= line.columns)
		canvas_text_right(canvas, line, ROLE_DIM, frame->now);
}

/* Columns an action takes in the footer; it is drawn where a canvas is given. */
static int foot(struct canvas *canvas, bool draw, struct rect place, enum action action)
{
	struct key key = keymap_first(action);
	const char *brief = action_info(action)->brief;
	char buf[KEY_TEXT_SIZE];
	int width;

	key_short(&key, canvas->ascii || canvas->plain, buf);
	width = utf8_width(buf) + 1 + utf8_width(brief);
	if (draw) {
		rect_take_left(&place, 1 + canvas_text(canvas, place, ROLE_ACCENT, buf));
		canvas_text(canvas, place, ROLE_DIM, brief);
	}
	return width;
}

static bool shown(const struct view *view, enum action action, enum footing footing)
{
	const struct action_info *info = action_info(action);

	return info->footing == footing && (info->scopes & (int)view->class->scope) != 0 &&
	       (view->class->can == NULL || view->class->can(view, action));
}

static void draw_footer(const struct frame *frame, struct canvas *canvas, struct rect line)
{
	struct rect left = rect_inset(line, 0, 1);
	enum action action;

	for (int i = ACTION_COUNT - 1; i >= 0; i--) {
		struct rect place;
		int width;

		action = (enum action)i;
		if (!shown(frame->view, action, FOOT_RIGHT) ||
		    (action == ACTION_QUIT && canvas->columns < WIDE_COLUMNS))
			continue;
		width = foot(canvas, false, left, action);
		if (width > left.columns)
			break;
		place = rect_take_right(&left, width);
		foot(canvas, true, place, action);
		rect_take_right(&left, KEY_GAP);
	}
	for (action = 0; action < ACTION_COUNT; action++) {
		int width;

		if (!shown(frame->view, action, FOOT_LEFT))
			continue;
		width = foot(canvas, false, left, action);
		if (width > left.columns)
			continue;
		foot(canvas, true, left, action);
		rect_take_left(&left, width + KEY_GAP);
	}
}

/* In its own row; one that is longer goes over what stands above it rather than losing its end. */
static void draw_message(const struct frame *frame, struct canvas *canvas, struct rect line)
{
	struct rect inside = rect_inset(line, 0, canvas->columns >= WIDE_COLUMNS ? 2 : 1);
	int rows = text_rows(frame->message, inside.columns);

	if (rows > MESSAGE_ROWS)
		rows = MESSAGE_ROWS;
	if (rows > 1) {
		line.row -= rows - 1;
		line.rows = rows;
		canvas_fill(canvas, line, ROLE_TEXT, ' ');
		inside.row = line.row;
		inside.rows = rows;
	}
	canvas_wrap(canvas, inside, frame->failed ? ROLE_WARN : ROLE_ACCENT, frame->message);
}

void frame_draw(const struct frame *frame, struct canvas *canvas)
{
	struct rect area = canvas_area(canvas);
	struct rect message;

	draw_header(frame, canvas);
	draw_footer(frame, canvas, rect_line(area, area.rows - 1, 0));
	message = rect_line(area, area.rows - 2, 0);
	if (area.rows >= TALL_ROWS) {
		canvas_rule(canvas, rect_line(area, 1, 0));
		canvas_rule(canvas, message);
		message = rect_line(area, area.rows - 3, 0);
	}
	draw_message(frame, canvas, message);
}
