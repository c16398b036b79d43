/* SPDX-License-Identifier: MIT */
#include "canvas.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "base/mem.h"
#include "base/utf8.h"

void canvas_free(struct canvas *canvas)
{
	free(canvas->cells);
	*canvas = (struct canvas)CANVAS_INIT;
}

void canvas_resize(struct canvas *canvas, int rows, int columns)
{
	free(canvas->cells);
	canvas->rows = rows > 0 ? rows : 1;
	canvas->columns = columns > 0 ? columns : 1;
	canvas->cells =
		mem_alloc((size_t)canvas->rows * (size_t)canvas->columns, sizeof(struct cell));
	canvas_clear(canvas);
}

void canvas_clear(struct canvas *canvas)
{
	canvas_fill(canvas, canvas_area(canvas), ROLE_TEXT, ' ');
	canvas_cursor(canvas, 0, 0, false);
}

struct rect canvas_area(const struct canvas *canvas)
{
	return (struct rect){.rows = canvas->rows, .columns = canvas->columns};
}

/* Boxes, blocks, shapes, dingbats and braille. */
enum { DRAWING_FIRST = 0x2500, DRAWING_LAST = 0x28FF };

static struct cell *cell_at(struct canvas *canvas, int row, int column)
{
	if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
		return NULL;
	return &canvas->cells[row * canvas->columns + column];
}

const struct cell *canvas_cell(const struct canvas *canvas, int row, int column)
{
	if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
		return NULL;
	return &canvas->cells[row * canvas->columns + column];
}

static void blank(struct cell *cell)
{
	if (cell != NULL) {
		cell->code = ' ';
		cell->width = 1;
		memset(cell->marks, 0, sizeof(cell->marks));
	}
}

/* A wide character that loses one half must lose the other too. */
static void set_cell(struct canvas *canvas, int row, int column, const struct cell *cell)
{
	struct cell *place = cell_at(canvas, row, column);

	if (place == NULL)
		return;
	if (place->width == 0)
		blank(cell_at(canvas, row, column - 1));
	if (place->width == 2)
		blank(cell_at(canvas, row, column + 1));
	*place = *cell;
}

static struct cell cell_of(uint32_t code, int ink, int width)
{
	return (struct cell){.code = code,
			     .width = (uint8_t)width,
			     .role = (uint8_t)(ink & ~INK_BOLD),
			     .bold = (ink & INK_BOLD) != 0};
}

/* Where plain, what is not a character to read but a drawing is not left to a screen reader to name. */
static uint32_t shown_for(const struct canvas *canvas, uint32_t code)
{
	bool drawing = code >= DRAWING_FIRST && code <= DRAWING_LAST;

	return canvas->ascii || (canvas->plain && drawing) ? ascii_for(code) : code;
}

void canvas_put(struct canvas *canvas, int row, int column, int ink, uint32_t code)
{
	int width = utf8_char_width(code);
	struct cell cell = cell_of(shown_for(canvas, code), ink, 1);

	if (width == 2 && !canvas->ascii)
		cell.code = UTF8_REPLACEMENT;
	set_cell(canvas, row, column, &cell);
}

/* What of a stretch lies within so many cells. */
static void clip(int *at, int *size, int room)
{
	if (*at < 0) {
		*size += *at;
		*at = 0;
	}
	if (*size > room - *at)
		*size = room - *at;
}

/* Most cells of every frame are set here, so that a wide character is looked for at the ends alone. */
void canvas_fill(struct canvas *canvas, struct rect place, int ink, uint32_t code)
{
	clip(&place.row, &place.rows, canvas->rows);
	clip(&place.column, &place.columns, canvas->columns);
	for (int row = place.row; place.columns > 0 && row < place.row + place.rows; row++) {
		struct cell *cells = &canvas->cells[row * canvas->columns + place.column];

		canvas_put(canvas, row, place.column + place.columns - 1, ink, code);
		canvas_put(canvas, row, place.column, ink, code);
		for (int i = 1; i < place.columns - 1; i++)
			cells[i] = cells[0];
	}
}

/* To the character that ends before a column; of a wide one to its left half. */
static void add_mark(struct canvas *canvas, int row, int column, uint32_t code)
{
	struct cell *cell = cell_at(canvas, row, column - 1);

	if (cell != NULL && cell->width == 0)
		cell = cell_at(canvas, row, column - 2);
	for (size_t i = 0; cell != NULL && i < CELL_MARKS; i++) {
		if (cell->marks[i] == 0) {
			cell->marks[i] = code;
			return;
		}
	}
}

/* Draws the first bytes of text, which are known to fit; what could harm a terminal becomes a sign. */
static void draw_clean(struct canvas *canvas, struct rect place, int ink, const char *text,
		       size_t len)
{
	int column = place.column;

	for (size_t at = 0; at < len;) {
		uint32_t code;
		int width;
		struct cell cell;

		at += text_next(text + at, &code, &width);
		if (width == 0) {
			if (column > place.column && !canvas->ascii)
				add_mark(canvas, place.row, column, code);
			continue;
		}
		cell = cell_of(shown_for(canvas, code), ink, canvas->ascii ? 1 : width);
		set_cell(canvas, place.row, column, &cell);
		if (width == 2) {
			cell = cell_of(canvas->ascii ? '?' : ' ', ink, canvas->ascii ? 1 : 0);
			set_cell(canvas, place.row, column + 1, &cell);
			if (!canvas->ascii && cell_at(canvas, place.row, column) != NULL)
				cell_at(canvas, place.row, column)->width = 2;
		}
		column += width;
	}
}

/* The first len bytes of text in one row; "…" stands for what does not fit, and after a blank for more that follows. */
static int draw_line(struct canvas *canvas, struct rect place, int ink, const char *text,
		     size_t len, bool more)
{
	struct rect rest = place;
	int room = more ? place.columns - 2 : place.columns, width;
	size_t fit;

	if (place.rows <= 0 || place.columns <= 0)
		return 0;
	fit = text_fit(text, len, room, &width);
	if (fit < len) {
		fit = text_fit(text, len, place.columns - 1, &width);
	} else if (!more) {
		draw_clean(canvas, place, ink, text, len);
		return width;
	}
	draw_clean(canvas, place, ink, text, fit);
	rect_take_left(&rest, width);
	rest.rows = 1;
	if (fit < len)
		canvas_fill(canvas, rest, ink, ' ');
	else
		canvas_put(canvas, rest.row, rest.column++, ink, ' ');
	canvas_put(canvas, rest.row, rest.column, ink, U'…');
	return fit < len ? place.columns : width + 2;
}

int canvas_text(struct canvas *canvas, struct rect place, int ink, const char *text)
{
	return canvas_part(canvas, place, ink, text, strlen(text));
}

int canvas_part(struct canvas *canvas, struct rect place, int ink, const char *text, size_t len)
{
	return draw_line(canvas, place, ink, text, len, false);
}

int canvas_textf(struct canvas *canvas, struct rect place, int ink, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	return canvas_text(canvas, place, ink, text);
}

int canvas_text_right(struct canvas *canvas, struct rect place, int ink, const char *text)
{
	int width = utf8_width(text);

	if (width < place.columns)
		rect_take_left(&place, place.columns - width);
	return canvas_text(canvas, place, ink, text);
}

int canvas_wrap(struct canvas *canvas, struct rect place, int ink, const char *text)
{
	int rows = 0;

	while (*text != '\0' && rows < place.rows) {
		const char *next;
		size_t len = text_break(text, place.columns, &next);

		/* A blank row at the end would hold nothing but the sign that more follows. */
		if (rows == place.rows - 2 && next[0] == '\n' && next[1] != '\0')
			place.rows--;
		draw_line(canvas, rect_line(place, rows, 0), ink, text, len,
			  rows == place.rows - 1 && *next != '\0');
		text = next;
		rows++;
	}
	return rows;
}

void canvas_rule(struct canvas *canvas, struct rect place)
{
	place.rows = place.rows > 0 ? 1 : 0;
	if (!canvas->plain)
		canvas_fill(canvas, place, ROLE_FRAME, U'─');
}

void canvas_frame(struct canvas *canvas, struct rect box, const char *title)
{
	int right = box.column + box.columns - 1, bottom = box.row + box.rows - 1;
	struct rect upper = rect_line(box, 0, 2);

	canvas_fill(canvas, box, ROLE_TEXT, ' ');
	rect_take_right(&upper, 2);
	if (!canvas->plain) {
		canvas_rule(canvas, box);
		canvas_rule(canvas, rect_line(box, box.rows - 1, 0));
		for (int row = box.row; row <= bottom; row++) {
			canvas_put(canvas, row, box.column, ROLE_FRAME, U'│');
			canvas_put(canvas, row, right, ROLE_FRAME, U'│');
		}
		canvas_put(canvas, box.row, box.column, ROLE_FRAME, U'╭');
		canvas_put(canvas, box.row, right, ROLE_FRAME, U'╮');
		canvas_put(canvas, bottom, box.column, ROLE_FRAME, U'╰');
		canvas_put(canvas, bottom, right, ROLE_FRAME, U'╯');
	}
	if (title[0] != '\0')
		canvas_textf(canvas, upper, INK_TITLE, canvas->plain ? "%s" : " %s ", title);
}

enum { SIDE_LEAST = 8 };

void canvas_dialog(struct canvas *canvas, struct rect area, struct rect box, const char *title)
{
	struct rect band = {
		.row = box.row, .column = area.column, .rows = box.rows, .columns = area.columns};

	if (area.columns - box.columns <= 2 * SIDE_LEAST)
		canvas_fill(canvas, band, ROLE_TEXT, ' ');
	canvas_frame(canvas, box, title);
}

void canvas_select(struct canvas *canvas, struct rect place)
{
	for (int row = place.row; row < place.row + place.rows; row++) {
		for (int column = place.column; column < place.column + place.columns; column++) {
			struct cell *cell = cell_at(canvas, row, column);

			if (cell == NULL)
				continue;
			cell->selected = 1;
			/* Dim letters would be hard to read on the ground of the selection. */
			if (cell->role == ROLE_DIM)
				cell->role = ROLE_TEXT;
		}
	}
}

enum { SELECT_MOST = 40, SELECT_LEAST = 16 };

static bool is_blank(const struct canvas *canvas, int row, int column)
{
	const struct cell *cell = canvas_cell(canvas, row, column);

	return cell == NULL || (cell->code == ' ' && cell->width == 1);
}

/* The end of a column of words: two blanks, or the end of the row. */
static bool ends_at(const struct canvas *canvas, struct rect row, int at)
{
	return at >= row.columns || (is_blank(canvas, row.row, row.column + at) &&
				     is_blank(canvas, row.row, row.column + at + 1));
}

static int select_columns(const struct canvas *canvas, struct rect row)
{
	int columns = row.columns < SELECT_MOST ? row.columns : SELECT_MOST;

	for (int at = columns; at >= SELECT_LEAST; at--) {
		if (ends_at(canvas, row, at))
			return at;
	}
	while (!ends_at(canvas, row, columns))
		columns++;
	return columns;
}

void canvas_select_row(struct canvas *canvas, struct rect row)
{
	/* What is read aloud is read to its end. */
	if (!canvas->plain)
		row.columns = select_columns(canvas, row);
	canvas_select(canvas, row);
}

void canvas_fade(struct canvas *canvas, struct rect place)
{
	for (int row = place.row; row < place.row + place.rows; row++) {
		for (int column = place.column; column < place.column + place.columns; column++) {
			struct cell *cell = cell_at(canvas, row, column);

			if (cell == NULL)
				continue;
			cell->role = cell->role == ROLE_TRACK ? ROLE_TRACK : ROLE_FRAME;
			cell->bold = 0;
			cell->selected = 0;
		}
	}
}

void canvas_cursor(struct canvas *canvas, int row, int column, bool shown)
{
	canvas->cursor_row = row;
	canvas->cursor_column = column;
	canvas->cursor_shown = shown;
}

void canvas_dump(const struct canvas *canvas, struct str *out)
{
	for (int row = 0; row < canvas->rows; row++) {
		size_t end = out->len;

		for (int column = 0; column < canvas->columns; column++) {
			const struct cell *cell = &canvas->cells[row * canvas->columns + column];

			if (cell->width == 0)
				continue;
			utf8_add(out, cell->code);
			for (size_t i = 0; i < CELL_MARKS && cell->marks[i] != 0; i++)
				utf8_add(out, cell->marks[i]);
			if (cell->code != ' ')
				end = out->len;
		}
		str_cut(out, end);
		str_add_char(out, '\n');
	}
}

void canvas_dump_roles(const struct canvas *canvas, struct str *out)
{
	static const char letters[] = " SdaGWXft";

	for (int row = 0; row < canvas->rows; row++) {
		for (int column = 0; column < canvas->columns; column++) {
			const struct cell *cell = &canvas->cells[row * canvas->columns + column];

			str_add_char(out, cell->selected ? '_' : letters[cell->role]);
		}
		str_add_char(out, '\n');
	}
}
