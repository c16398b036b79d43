/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

#include "base/utf8.h"
#include "digits.h"
#include "help_words.h"
#include "key_words.h"
#include "keymap.h"
#include "move.h"
#include "prose.h"

enum {
	ROOMY_ROWS = 14,
	AIRY_ROWS = 20,
	ROOMY_COLUMNS = 60,
	MARGIN = 2,
	TEXT_COLUMNS = 76,
	SIDE_GAP = 5,
	GAP = 3,
	ALL_DAYS = 40000
};

struct view_help {
	struct view view;
	bool loaded;
	struct help_now help;
	struct str urgent, rest; /* beside each other where there is room, else below */
	int top, rows;           /* of the text, as it was measured */
	struct rect measured;    /* the area it was measured for; empty for not yet */
};

static const char *key_of(const struct view *view, enum action action, char *buf)
{
	struct key key = {.kind = PRESS_NONE};

	if (view->keys != NULL)
		key = keymap_first(view->keys, action);
	return key_text(&key, buf);
}

/* Without an answer from the log or the files there still is a number to call. */
static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_help *self = (struct view_help *)view;
	struct day today = app_today_day(app);
	struct urge_stats stats = URGE_STATS_INIT;
	char urge[KEY_TEXT_SIZE], tools[KEY_TEXT_SIZE], signs[KEY_TEXT_SIZE];
	struct help_keys keys = {.urge = key_of(view, ACTION_URGE, urge),
				 .tools = key_of(view, ACTION_TOOLS, tools),
				 .signs = key_of(view, ACTION_SIGNS, signs)};

	(void)err;
	if (self->loaded)
		help_now_free(&self->help);
	app_help_now(app, &self->help);
	self->loaded = true;
	if (!app_urge_stats(app, day_add(today, -ALL_DAYS), today, &stats, err))
		stats = (struct urge_stats)URGE_STATS_INIT;
	str_reset(&self->urgent);
	str_reset(&self->rest);
	help_words_urgent(&self->help, &self->urgent);
	help_words_rest(&self->help, &stats, &keys, &self->rest);
	urge_stats_free(&stats);
	self->measured = (struct rect){.rows = 0};
	return true;
}

struct layout {
	bool roomy;
	struct rect title, number, text, side; /* side has no columns where there is no room */
};

static struct layout layout_of(struct rect area, bool plain)
{
	struct layout layout = {.roomy = area.rows >= ROOMY_ROWS && area.columns >= ROOMY_COLUMNS &&
					 !plain};
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? MARGIN : 1);

	if (area.columns >= PANEL_COLUMNS && !plain) {
		layout.side = rest;
		rest = rect_take_left(&layout.side, (rest.columns - SIDE_GAP) / 2);
		rect_take_left(&layout.side, SIDE_GAP);
		rect_take_top(&layout.side, 1);
	} else if (rest.columns > TEXT_COLUMNS) {
		rest.columns = TEXT_COLUMNS;
	}
	layout.title = rect_take_top(&rest, 1);
	rect_take_top(&rest, layout.roomy && area.rows >= AIRY_ROWS ? 1 : 0);
	layout.number = rect_take_top(&rest, layout.roomy ? DIGITS_ROWS : 1);
	rect_take_top(&rest, layout.roomy ? 1 : 0);
	layout.text = rest;
	return layout;
}

static void scroll(struct view_help *self, int by)
{
	struct layout layout = layout_of(self->view.area, self->view.plain);

	self->top = prose_top(self->top + by, self->rows, layout.text.rows);
}

/* Returns the rows there are; canvas may be NULL to count them. */
static int write_text(const struct view_help *self, struct canvas *canvas, struct layout layout)
{
	int rows = prose_draw(canvas, layout.text, self->top, self->urgent.data), more;

	if (layout.side.columns > 0) {
		more = prose_draw(canvas, layout.side, self->top, self->rest.data);
		/* The side begins higher up. */
		more -= layout.side.rows - layout.text.rows;
		return more > rows ? more : rows;
	}
	return rows + prose_draw(canvas, layout.text, self->top - rows, self->rest.data);
}

static void place(struct view *view, struct rect area)
{
	struct view_help *self = (struct view_help *)view;

	if (area.rows != self->measured.rows || area.columns != self->measured.columns)
		self->rows = write_text(self, NULL, layout_of(area, view->plain));
	self->measured = area;
	scroll(self, 0);
}

/* Both columns scroll: which rows are in sight stands over the last one. */
static void draw_title(const struct view_help *self, struct canvas *canvas, struct layout layout)
{
	char room[TEXT_ROOM];
	struct str from = str_in(room, sizeof(room));
	struct rect line = layout.title;

	if (layout.side.columns > 0)
		line.columns = layout.side.column + layout.side.columns - line.column;
	rect_take_right(&line,
			prose_draw_where(canvas, line, self->top, self->rows, layout.text.rows));
	rect_take_left(&line, canvas_text(canvas, line, INK_TITLE, "Help now") + GAP);
	rect_take_left(&line,
		       canvas_text(canvas, line, ROLE_TEXT, self->help.support.country->name) +
			       GAP);
	key_words_add(self->view.keys, help_words_from(self->help.support.from), &from);
	if (utf8_width(from.data) <= line.columns)
		canvas_text(canvas, line, ROLE_DIM, from.data);
	str_free(&from);
}

static bool is_digits(const char *number)
{
	return strspn(number, "0123456789") == strlen(number);
}

static void draw_number(const struct help_line *line, bool roomy, struct canvas *canvas,
			struct rect place)
{
	struct rect beside = place;
	int ink = ROLE_SAFETY | INK_BOLD;

	if (roomy && !canvas->ascii && is_digits(line->number)) {
		digits_draw(canvas, place, ink, line->number);
		rect_take_left(&beside, digits_width(line->number) + GAP);
		canvas_text(canvas, rect_line(beside, 1, 0), ROLE_STRONG, line->name);
		if (line->hours[0] != '\0' || line->about[0] != '\0')
			canvas_text(canvas, rect_line(beside, 2, 0), ROLE_DIM,
				    line->hours[0] != '\0' ? line->hours : line->about);
		return;
	}
	if (roomy)
		beside = rect_line(place, 1, 0);
	rect_take_left(&beside, canvas_textf(canvas, beside, ink, "Call %s", line->number) + GAP);
	if (is_digits(line->number))
		canvas_text(canvas, beside, ROLE_STRONG, line->name);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_help *self = (const struct view_help *)view;
	struct layout layout = layout_of(area, canvas->plain);

	if (!self->loaded)
		return;
	draw_title(self, canvas, layout);
	draw_number(help_words_first(&self->help), layout.roomy, canvas, layout.number);
	write_text(self, canvas, layout);
	canvas_cursor(canvas, layout.number.row, layout.number.column, false);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_help *self = (struct view_help *)view;
	int page = layout_of(view->area, view->plain).text.rows - 1, by;

	(void)app;
	(void)outcome;
	(void)err;
	if (!move_by(action, page, self->rows, &by))
		return REPLY_IGNORED;
	scroll(self, by);
	return REPLY_DONE;
}

static void free_help(struct view *view)
{
	struct view_help *self = (struct view_help *)view;

	if (self->loaded)
		help_now_free(&self->help);
	str_free(&self->urgent);
	str_free(&self->rest);
}

static const struct view_class class = {
	.title = "Help now",
	.scope = SCOPE_HELP,
	.size = sizeof(struct view_help),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.free = free_help,
};

struct view *view_help_now_new(void)
{
	struct view_help *self = view_new(&class);

	self->urgent = self->rest = (struct str)STR_INIT;
	return &self->view;
}
