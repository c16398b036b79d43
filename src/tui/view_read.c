/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "move.h"
#include "prose.h"
#include "seek.h"

enum { TEXT_COLUMNS = 76, KEY_COLUMNS = 21, KEY_LEAST = 7, KEY_GAP = 2, NARROW = 56, MARGIN = 2 };

struct view_read {
	struct view view;
	char *title;
	struct str text; /* lines, each with its end */
	int top;
	int rows, columns; /* of the whole text, and the width it was measured at */
	int keys;          /* columns of the keys at that width */
	int at;            /* the row found last; -1 for none */
};

static const char *next_line(const struct view_read *self, const char *line)
{
	const char *next = line == NULL ? self->text.data : line + strlen(line) + 1;

	return next < self->text.data + self->text.len ? next : NULL;
}

/* As many as the longest key needs, within what is left to the meanings. */
static int key_columns(const struct view_read *self, int columns)
{
	int most = columns < NARROW ? KEY_LEAST : KEY_COLUMNS, keys = 0;

	for (const char *line = next_line(self, NULL); line != NULL; line = next_line(self, line)) {
		const char *tab = strchr(line, '\t');
		int width = tab != NULL ? text_width(line, (size_t)(tab - line)) + KEY_GAP : 0;

		keys = width > keys ? width : keys;
	}
	return keys < most ? keys : most;
}

/* Words broken to a place, but for the rows above what is in sight. */
static void wrap(struct canvas *canvas, struct rect place, int above, int ink, const char *text)
{
	rect_take_top(&place, above);
	for (; above > 0 && text[0] != '\0'; above--)
		text_break(text, place.columns, &text);
	canvas_wrap(canvas, place, ink, text);
}

/* A key with its meaning; where it is too long for its columns it has a row of its own. */
static int draw_key(struct canvas *canvas, struct rect place, int above, int keys, const char *line,
		    size_t len)
{
	struct rect right = place, left = place;
	int own, rows;

	rect_take_left(&right, str_starts(line, "-\t") ? 2 : keys);
	own = text_width(line, len) >= place.columns - right.columns ? 1 : 0;
	left.columns = own > 0 ? place.columns : place.columns - right.columns;
	rect_take_top(&right, own);
	rows = text_rows(line + len + 1, right.columns);
	if (canvas != NULL) {
		if (above == 0)
			canvas_part(canvas, left, ROLE_ACCENT | INK_BOLD, line, len);
		wrap(canvas, right, above > own ? above - own : 0, ROLE_TEXT, line + len + 1);
	}
	return own + (rows > 0 ? rows : 1);
}

/* One line of the page. Returns the rows it takes, of which so many lie above what is in sight; canvas may be NULL to measure. */
static int draw_line(struct canvas *canvas, struct rect place, int above, int keys,
		     const char *line)
{
	const char *tab = strchr(line, '\t');
	int ink = ROLE_TEXT;

	if (line[0] == '\0')
		return 1;
	if (tab != NULL)
		return draw_key(canvas, place, above, keys, line, (size_t)(tab - line));
	if (str_starts(line, "# ") || str_starts(line, "! ")) {
		ink = line[0] == '!' ? ROLE_SAFETY | INK_BOLD : ROLE_STRONG;
		line += 2;
	} else {
		/* What is set in stays so in the rows it breaks into. */
		rect_take_left(&place, (int)strspn(line, " "));
		line += strspn(line, " ");
	}
	if (canvas != NULL)
		wrap(canvas, place, above, ink, line);
	return text_rows(line, place.columns);
}

/* Returns all rows; where there is a canvas it draws, and walks no further than to the end of what is in sight. */
static int walk(const struct view_read *self, struct canvas *canvas, struct rect area)
{
	const char *line = next_line(self, NULL);
	int row = -self->top;

	for (; line != NULL && (canvas == NULL || row < area.rows); line = next_line(self, line)) {
		struct rect place = {.row = area.row + row,
				     .column = area.column,
				     .rows = area.rows - row,
				     .columns = area.columns};
		/* A heading is not parted from what it is of. */
		bool seen = row < area.rows - (str_starts(line, "# ") ? 1 : 0);

		row += draw_line(seen ? canvas : NULL, place, row < 0 ? -row : 0, self->keys, line);
	}
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
	struct rect page = page_of(area);

	if (page.columns != self->columns) {
		self->keys = key_columns(self, page.columns);
		self->rows = walk(self, NULL, page);
	}
	self->columns = page.columns;
	scroll(self, 0);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_read *self = (const struct view_read *)view;
	struct rect page = page_of(area);
	struct rect head = {
		.row = page.row - 2, .column = page.column, .rows = 1, .columns = page.columns};

	if (self->rows > page.rows) {
		char room[TEXT_ROOM];
		struct str where = str_in(room, sizeof(room));

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
	int row = 0;

	(void)app;
	(void)outcome;
	for (const char *line = next_line(self, NULL); line != NULL; line = next_line(self, line)) {
		consider(&seeker, line, row);
		row += draw_line(NULL, page, 0, self->keys, line);
	}
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
	self->text = (struct str)STR_INIT;
	str_append(&self->text, text);
	for (char *end = self->text.data; (end = strchr(end, '\n')) != NULL;)
		*end++ = '\0';
	return &self->view;
}
