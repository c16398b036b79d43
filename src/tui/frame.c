/* SPDX-License-Identifier: MIT */
#include "frame.h"

#include <stdio.h>

#include "base/utf8.h"
#include "keymap.h"
#include "words.h"

enum { TALL_ROWS = 16, WIDE_COLUMNS = 60, NAME_COLUMNS = 8, KEY_GAP = 2, MESSAGE_ROWS = 3 };
enum { TIME_COLUMNS = 7, TAB_TEXT_SIZE = 48 };

struct rect frame_content(struct rect area)
{
	bool tall = area.rows >= TALL_ROWS;

	rect_take_top(&area, tall ? 2 : 1);
	rect_take_bottom(&area, tall ? 3 : 2);
	return area;
}

/* "2 Plan", or only "2" where there is no room for names but that of the tab one is on. */
static void tab_text(const struct frame *frame, enum tab tab, bool folded, char *text)
{
	struct key key = keymap_first(frame->keys, tab_info(tab)->go);
	char buf[KEY_TEXT_SIZE];

	key_short(&key, true, buf);
	if (folded && tab != frame->tab)
		snprintf(text, TAB_TEXT_SIZE, "%s", buf);
	else
		snprintf(text, TAB_TEXT_SIZE, "%s %s", buf, tab_info(tab)->name);
}

/* Columns of the first tabs. */
static int tabs_width(const struct frame *frame, enum tab count, bool folded)
{
	char text[TAB_TEXT_SIZE];
	int width = 0;

	for (enum tab tab = 0; tab < count; tab++) {
		tab_text(frame, tab, folded, text);
		width += utf8_width(text) + 2;
	}
	return width;
}

/* How the first row is shared: the program's name goes first when room is short, then the names of the tabs. */
struct header {
	bool folded;
	int begin; /* of the tabs */
};

static struct header header_of(const struct frame *frame, int columns)
{
	int width = tabs_width(frame, TAB_COUNT, false);

	return (struct header){
		.folded = width > columns,
		.begin = columns >= WIDE_COLUMNS && NAME_COLUMNS + width + TIME_COLUMNS <= columns
				 ? NAME_COLUMNS
				 : 0};
}

static struct rect tab_place(const struct frame *frame, int columns, enum tab tab)
{
	struct header header = header_of(frame, columns);
	char text[TAB_TEXT_SIZE];

	tab_text(frame, tab, header.folded, text);
	return (struct rect){.column = header.begin + tabs_width(frame, tab, header.folded),
			     .rows = 1,
			     .columns = utf8_width(text) + 2};
}

enum tab frame_tab_at(const struct frame *frame, int columns, int row, int column)
{
	enum tab tab = 0;

	while (tab < TAB_COUNT && !rect_has(tab_place(frame, columns, tab), row, column))
		tab++;
	return tab;
}

static void draw_now(const struct frame *frame, struct canvas *canvas, struct rect place)
{
	char now[DAY_TEXT_SIZE + WORDS_SIZE];

	snprintf(now, sizeof(now), "%s  %s", frame->day, frame->time);
	if (utf8_width(now) <= place.columns)
		canvas_text_right(canvas, place, ROLE_DIM, now);
	else if (utf8_width(frame->time) <= place.columns)
		canvas_text_right(canvas, place, ROLE_DIM, frame->time);
}

/* Without colours of its own the tab one is at stands in brackets. */
static void mark_tab(struct canvas *canvas, struct rect place)
{
	canvas_put(canvas, place.row, place.column, ROLE_ACCENT | INK_BOLD, '[');
	canvas_put(canvas, place.row, place.column + place.columns - 1, ROLE_ACCENT | INK_BOLD,
		   ']');
}

static void draw_header(const struct frame *frame, struct canvas *canvas)
{
	struct rect line = rect_line(canvas_area(canvas), 0, 0);
	struct header header = header_of(frame, canvas->columns);

	if (header.begin > 0)
		canvas_text(canvas, line, ROLE_STRONG, " taper");
	rect_take_left(&line, header.begin);
	for (enum tab tab = 0; tab < TAB_COUNT; tab++) {
		bool here = tab == frame->tab;
		int ink = here ? ROLE_ACCENT | INK_BOLD : ROLE_DIM;
		char text[TAB_TEXT_SIZE];
		struct rect place;

		tab_text(frame, tab, header.folded, text);
		place = rect_take_left(&line, utf8_width(text) + 2);
		canvas_fill(canvas, place, ink, ' ');
		canvas_text(canvas, rect_line(place, 0, 1), ink, text);
		if (!here)
			continue;
		if (canvas->plain)
			mark_tab(canvas, place);
		canvas_select(canvas, place);
	}
	rect_take_left(&line, 1);
	rect_take_right(&line, 1);
	draw_now(frame, canvas, line);
}

/* Columns an action takes in the footer; it is drawn where a canvas is given. */
static int foot(const struct frame *frame, struct canvas *canvas, bool draw, struct rect place,
		enum action action)
{
	struct key key = keymap_first(frame->keys, action);
	const struct view_class *class = frame->view->class;
	const char *brief = class->brief != NULL ? class->brief(frame->view, action)
						 : action_info(action)->brief;
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

	return info->footing == footing && scopes_have(info->scopes, view->class->scope) &&
	       (view->class->can == NULL || view->class->can(view, action));
}

static bool is_first(const struct view *view, enum action action)
{
	const enum action *first = view->class->first;

	while (first != NULL && *first != ACTION_NONE && *first != action)
		first++;
	return first != NULL && *first == action;
}

/* In little room the way back goes before the list of keys, and nothing has to say how to quit. */
static bool left_out(const struct view *view, enum action action)
{
	return action == ACTION_QUIT ||
	       (action == ACTION_KEYS && shown(view, ACTION_CLOSE, FOOT_RIGHT));
}

/* One at the left, where there is room for it. */
static void foot_left(const struct frame *frame, struct canvas *canvas, struct rect *left,
		      enum action action)
{
	int width;

	if (!shown(frame->view, action, FOOT_LEFT))
		return;
	width = foot(frame, canvas, false, *left, action);
	if (width > left->columns)
		return;
	foot(frame, canvas, true, *left, action);
	rect_take_left(left, width + KEY_GAP);
}

static void draw_footer(const struct frame *frame, struct canvas *canvas, struct rect line)
{
	struct rect left = rect_inset(line, 0, 1);
	const enum action *first = frame->view->class->first;
	enum action action;

	if (frame->view->turns && !canvas->plain)
		return;
	for (int i = ACTION_COUNT - 1; i >= 0; i--) {
		struct rect place;
		int width;

		action = (enum action)i;
		if (!shown(frame->view, action, FOOT_RIGHT) ||
		    (canvas->columns < WIDE_COLUMNS && left_out(frame->view, action)))
			continue;
		width = foot(frame, canvas, false, left, action);
		if (width > left.columns)
			break;
		place = rect_take_right(&left, width);
		foot(frame, canvas, true, place, action);
		rect_take_right(&left, KEY_GAP);
	}
	for (; first != NULL && *first != ACTION_NONE; first++)
		foot_left(frame, canvas, &left, *first);
	for (action = 0; action < ACTION_COUNT; action++) {
		if (!is_first(frame->view, action))
			foot_left(frame, canvas, &left, action);
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
