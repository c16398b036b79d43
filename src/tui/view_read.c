/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "move.h"
#include "prose.h"
#include "seek.h"

enum { TEXT_COLUMNS = 76, KEY_COLUMNS = 21, KEY_LEAST = 7, NARROW = 56, MARGIN = 2 };

struct view_read {
	struct view view;
	char *title;
	struct str text;
	int top;
	int rows; /* of the whole text at the present width */
	int at;   /* the row found last; -1 for none */
};

static int key_columns(const char *key, int columns)
{
	if (strcmp(key, "-") == 0)
		return 2;
	return columns < NARROW ? KEY_LEAST : KEY_COLUMNS;
}

/* One line of the page: a heading, a key with its meaning, or words. Returns the rows it takes; canvas may be NULL to measure. */
static int draw_line(struct canvas *canvas, struct rect place, const char *line)
{
	const char *tab = strchr(line, '\t');
	int rows;

	if (line[0] == '\0')
		return 1;
	if (tab != NULL) {
		struct str key = STR_INIT;
		struct rect right = place, left = place;
		int above;

		str_add_bytes(&key, line, (size_t)(tab - line));
		rect_take_left(&right, key_columns(key.data, place.columns));
		/* A key too long for its columns has a row of its own. */
		above = utf8_width(key.data) >= place.columns - right.columns ? 1 : 0;
		left.columns = above > 0 ? place.columns : place.columns - right.columns;
		rect_take_top(&right, above);
		rows = text_rows(tab + 1, right.columns);
		if (canvas != NULL) {
			canvas_text(canvas, left, ROLE_ACCENT | INK_BOLD, key.data);
			canvas_wrap(canvas, right, ROLE_TEXT, tab + 1);
		}
		str_free(&key);
		return above + (rows > 0 ? rows : 1);
	}
	if (str_starts(line, "# ") || str_starts(line, "! ")) {
		int ink = line[0] == '!' ? ROLE_SAFETY | INK_BOLD : ROLE_STRONG;

		if (canvas != NULL)
			canvas_wrap(canvas, place, ink, line + 2);
		return text_rows(line + 2, place.columns);
	}
	/* What is set in stays so in the rows it breaks into. */
	rect_take_left(&place, (int)strspn(line, " "));
	line += strspn(line, " ");
	if (canvas != NULL)
		canvas_wrap(canvas, place, ROLE_TEXT, line);
	return text_rows(line, place.columns);
}

/* Walks the lines; those in sight are drawn where there is a canvas. Returns all rows. */
static int walk(const struct view_read *self, struct canvas *canvas, struct rect area)
{
	struct str line = STR_INIT;
	const char *text = self->text.data;
	int row = -self->top;

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		struct rect place = {.row = area.row + row,
				     .column = area.column,
				     .rows = area.rows - row,
				     .columns = area.columns};

		str_reset(&line);
		str_add_bytes(&line, text, len);
		row += draw_line(row >= 0 && row < area.rows ? canvas : NULL, place, line.data);
		text += len + (text[len] == '\n');
	}
	str_free(&line);
	return row + self->top;
}

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, MARGIN);

	rect_take_top(&page, area.rows > 14 ? 1 : 0);
	if (page.columns > TEXT_COLUMNS)
		page.columns = TEXT_COLUMNS;
	rect_take_top(&page, 2);
	return page;
}

static void scroll(struct view_read *self, int by)
{
	self->top = prose_top(self->top + by, self->rows, page_of(self->view.area).rows);
}

static void place(struct view *view, struct rect area)
{
	struct view_read *self = (struct view_read *)view;

	self->rows = walk(self, NULL, page_of(area));
	scroll(self, 0);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_read *self = (const struct view_read *)view;
	struct rect page = page_of(area);
	struct rect head = {
		.row = page.row - 2, .column = page.column, .rows = 1, .columns = page.columns};

	if (self->rows > page.rows) {
		struct str where = STR_INIT;

		prose_where_in(head.columns - utf8_width(self->title) - 1, self->top, self->rows,
			       page.rows, &where);
		canvas_text_right(canvas, head, ROLE_DIM, where.data);
		rect_take_right(&head, utf8_width(where.data) + 1);
		str_free(&where);
	}
	canvas_text(canvas, head, INK_TITLE, self->title);
	walk(self, canvas, page);
	canvas_cursor(canvas, page.row, page.column, false);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_read *self = (struct view_read *)view;
	int page = page_of(view->area).rows - 1, by;

	(void)app;
	(void)outcome;
	(void)err;
	if (!move_by(action, page, self->rows, &by))
		return REPLY_IGNORED;
	scroll(self, by);
	return REPLY_DONE;
}

/* The next line that has the words comes to the top. */
struct seeker {
	const char *words;
	int by, at;       /* the row looked from */
	int found, round; /* rows; -1 for none */
};

static void consider(struct seeker *seeker, const char *line, int row)
{
	bool ahead = seeker->by > 0 ? row > seeker->at : row < seeker->at;

	if (!seek_fits(line, seeker->words))
		return;
	if (ahead && (seeker->found < 0 || seeker->by < 0))
		seeker->found = row;
	if (seeker->round < 0 || seeker->by < 0)
		seeker->round = row;
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_read *self = (struct view_read *)view;
	struct seeker seeker = {.words = words, .by = by, .at = self->at, .found = -1, .round = -1};
	struct rect page = page_of(view->area);
	struct str line = STR_INIT;
	const char *text = self->text.data;
	int row = 0;

	(void)app;
	(void)outcome;
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		str_reset(&line);
		str_add_bytes(&line, text, len);
		consider(&seeker, line.data, row);
		row += draw_line(NULL, page, line.data);
		text += len + (text[len] == '\n');
	}
	str_free(&line);
	if (seeker.round < 0) {
		err_set(err, ERR_NOT_FOUND, "nothing here has '%.60s'", words);
		return REPLY_FAILED;
	}
	self->at = seeker.found >= 0 ? seeker.found : seeker.round;
	scroll(self, self->at - self->top);
	return REPLY_DONE;
}

static void free_read(struct view *view)
{
	struct view_read *self = (struct view_read *)view;

	free(self->title);
	str_free(&self->text);
}

static const enum action first[] = {ACTION_SEARCH, ACTION_NONE};

static const struct view_class class = {
	.title = "Page",
	.scope = SCOPE_READ,
	.first = first,
	.size = sizeof(struct view_read),
	.place = place,
	.draw = draw,
	.act = act,
	.find = find,
	.find_title = "Find",
	.find_hint = "a word; {find-next} goes on, {find-previous} goes back",
	.free = free_read,
};

struct view *view_read_new(const char *title, struct str *text)
{
	struct view_read *self = view_new(&class);

	self->at = -1;
	self->title = mem_dup(title);
	self->text = *text;
	*text = (struct str)STR_INIT;
	return &self->view;
}
