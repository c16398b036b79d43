/* SPDX-License-Identifier: MIT */
#include "screen_kit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

static struct kit_cell *cell_at(struct kit_screen *screen, int row, int column)
{
	return &screen->cells[row * screen->columns + column];
}

static void erase(struct kit_screen *screen, int row, int from, int to)
{
	struct kit_cell blank = {
		.code = ' ', .width = 1, .look = {KIT_PLAIN, KIT_PLAIN, .attributes = 0}};

	if (screen->erases_in_colour)
		blank.look.background = screen->look.background;
	for (int column = from; column < to; column++)
		*cell_at(screen, row, column) = blank;
}

void kit_screen_clear(struct kit_screen *screen, int rows, int columns)
{
	free(screen->cells);
	screen->cells = mem_alloc((size_t)rows * (size_t)columns, sizeof(*screen->cells));
	screen->rows = rows;
	screen->columns = columns;
	screen->row = screen->column = screen->upper = 0;
	screen->lower = rows - 1;
	screen->late = false;
	screen->look = (struct kit_look){KIT_PLAIN, KIT_PLAIN, 0};
	for (int row = 0; row < rows; row++)
		erase(screen, row, 0, columns);
}

void kit_screen_free(struct kit_screen *screen)
{
	free(screen->cells);
	screen->cells = NULL;
}

static void scroll(struct kit_screen *screen, bool up)
{
	int from = up ? screen->upper + 1 : screen->upper;
	int to = up ? screen->upper : screen->upper + 1;

	memmove(cell_at(screen, to, 0), cell_at(screen, from, 0),
		(size_t)((screen->lower - screen->upper) * screen->columns) *
			sizeof(struct kit_cell));
	erase(screen, up ? screen->lower : screen->upper, 0, screen->columns);
}

/* Terminals do not agree on where a new line below the margins leads. */
static void go_down(struct kit_screen *screen)
{
	if (screen->row > screen->lower)
		screen->strange = "a new line below the margins";
	if (screen->row == screen->lower)
		scroll(screen, true);
	else if (screen->row + 1 < screen->rows)
		screen->row++;
}

/* What is left of a wide character that loses a half is not blank here: nobody may count on that. */
static void spoil(struct kit_screen *screen, int row, int column)
{
	const struct kit_cell *cell = cell_at(screen, row, column);

	if (cell->width == 0 && column > 0)
		cell_at(screen, row, column - 1)->code = UTF8_REPLACEMENT;
	if (cell->width == 2 && column + 1 < screen->columns) {
		cell_at(screen, row, column + 1)->code = UTF8_REPLACEMENT;
		cell_at(screen, row, column + 1)->width = 1;
	}
}

static void put(struct kit_screen *screen, uint32_t code, int width)
{
	struct kit_cell *cell;

	if (screen->late) {
		screen->column = 0;
		go_down(screen);
		screen->late = false;
	}
	if (screen->column + width > screen->columns) {
		screen->strange = "a wide character in the last column";
		return;
	}
	cell = cell_at(screen, screen->row, screen->column);
	for (int i = 0; i < width; i++) {
		spoil(screen, screen->row, screen->column + i);
		cell[i] = (struct kit_cell){.code = i == 0 ? code : ' ',
					    .width = i == 0 ? width : 0,
					    .look = screen->look};
	}
	screen->column += width;
	if (screen->column < screen->columns)
		return;
	screen->late = screen->wraps_late;
	screen->column = screen->wraps_late ? screen->columns - 1 : 0;
	if (!screen->wraps_late)
		go_down(screen);
}

static void mark(struct kit_screen *screen, uint32_t code)
{
	int column = screen->late ? screen->column : screen->column - 1;
	struct kit_cell *cell;

	if (column > 0 && cell_at(screen, screen->row, column)->width == 0)
		column--;
	if (column < 0) {
		screen->strange = "a mark without a character";
		return;
	}
	cell = cell_at(screen, screen->row, column);
	for (int i = 0; i < KIT_MARKS; i++) {
		if (cell->marks[i] == 0) {
			cell->marks[i] = code;
			return;
		}
	}
}

static int colour_of(struct kit_screen *screen, const int *params, int count, int *at)
{
	int colour = params[*at] % 10;

	if (colour == 9)
		return KIT_PLAIN;
	screen->colours++;
	if (params[*at] >= 90)
		return colour + 8;
	if (colour != 8)
		return colour;
	if (*at + 2 >= count || params[*at + 1] != 5) {
		screen->strange = "a colour that is none";
		return KIT_PLAIN;
	}
	*at += 2;
	return params[*at];
}

static void set_looks(struct kit_screen *screen, const int *params, int count)
{
	static const unsigned attributes[] = {
		[1] = KIT_BOLD, [2] = KIT_DIM, [4] = KIT_UNDERLINE, [7] = KIT_REVERSE};

	for (int i = 0; i < count; i++) {
		int what = params[i];

		if (what == 0)
			screen->look = (struct kit_look){KIT_PLAIN, KIT_PLAIN, 0};
		else if (what < 8 && attributes[what] != 0)
			screen->look.attributes |= attributes[what];
		else if ((what >= 30 && what < 40) || (what >= 90 && what < 98))
			screen->look.foreground = colour_of(screen, params, count, &i);
		else if ((what >= 40 && what < 50) || (what >= 100 && what < 108))
			screen->look.background = colour_of(screen, params, count, &i);
		else
			screen->strange = "a look that nobody asked for";
	}
}

static void erase_below(struct kit_screen *screen, bool all)
{
	for (int row = all ? 0 : screen->row; row < screen->rows; row++)
		erase(screen, row, all || row > screen->row ? 0 : screen->column, screen->columns);
}

static void go(struct kit_screen *screen, int row, int column)
{
	if (row < 0 || row >= screen->rows || column < 0 || column >= screen->columns) {
		screen->strange = "a place outside";
		return;
	}
	screen->row = row;
	screen->column = column;
	screen->late = false;
}

static void obey(struct kit_screen *screen, char order, const int *params, int count)
{
	int first = params[0], second = params[1];

	switch (order) {
	case 'H':
		go(screen, first > 0 ? first - 1 : 0, second > 0 ? second - 1 : 0);
		break;
	case 'C':
		go(screen, screen->row, screen->column + (first > 0 ? first : 1));
		break;
	case 'K':
		erase(screen, screen->row, screen->column, screen->columns);
		break;
	case 'J':
		erase_below(screen, first == 2);
		break;
	case 'm':
		set_looks(screen, params, count);
		break;
	case 'r':
		screen->upper = first - 1;
		screen->lower = second - 1;
		if (screen->upper < 0 || screen->upper >= screen->lower ||
		    screen->lower >= screen->rows)
			screen->strange = "margins outside";
		go(screen, 0, 0);
		break;
	case 'h':
	case 'l':
	case 't':
	case 'c':
		break;
	default:
		screen->strange = "an order nobody knows";
	}
}

/* What follows "\033["; returns its end. */
static const char *read_order(struct kit_screen *screen, const char *text)
{
	int params[KIT_PARAMS] = {0}, count = 1;

	for (; *text != '\0' && (*text < '@' || *text > '~'); text++) {
		if (*text >= '0' && *text <= '9')
			params[count - 1] = params[count - 1] * 10 + *text - '0';
		else if (*text == ';' && count < KIT_PARAMS)
			count++;
		else if (*text != '?')
			screen->strange = "an order of another kind";
	}
	obey(screen, *text, params, count);
	return *text != '\0' ? text + 1 : text;
}

static const char *read_escape(struct kit_screen *screen, const char *text)
{
	if (*text == '[')
		return read_order(screen, text + 1);
	if (*text == '(')
		return text + 2;
	if (*text == ']') {
		text = strstr(text, "\033\\");
		return text + 2;
	}
	if (*text == 'M' && screen->row == screen->upper)
		scroll(screen, false);
	else if (*text == 'M')
		screen->row -= screen->row > 0 ? 1 : 0;
	else if (*text != '7' && *text != '8')
		screen->strange = "an escape nobody knows";
	return text + 1;
}

void kit_screen_write(struct kit_screen *screen, const char *text)
{
	while (*text != '\0') {
		uint32_t code;
		int width;

		text += utf8_decode(text, &code);
		width = code >= ' ' ? utf8_char_width(code) : 0;
		if (code == '\r') {
			screen->column = 0;
			screen->late = false;
		} else if (code == '\n') {
			go_down(screen);
		} else if (code == '\033') {
			text = read_escape(screen, text);
		} else if (code < ' ' && code != '\017') {
			screen->strange = "a control character";
		} else if (width > 0) {
			put(screen, code, width);
		} else if (code >= ' ') {
			mark(screen, code);
		}
	}
}
