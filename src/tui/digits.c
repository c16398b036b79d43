/* SPDX-License-Identifier: MIT */
#include "digits.h"

enum { DIGIT_COLUMNS = 4, DOT_COLUMNS = 1 };

static const char *const shapes[10][DIGITS_ROWS] = {
	{"█▀▀█", "█  █", "▀▀▀▀"}, {" ▀█ ", "  █ ", " ▀▀▀"}, {"▀▀▀█", "█▀▀▀", "▀▀▀▀"},
	{"▀▀▀█", " ▀▀█", "▀▀▀▀"}, {"█  █", "▀▀▀█", "   ▀"}, {"█▀▀▀", "▀▀▀█", "▀▀▀▀"},
	{"█▀▀▀", "█▀▀█", "▀▀▀▀"}, {"▀▀▀█", "   █", "   ▀"}, {"█▀▀█", "█▀▀█", "▀▀▀▀"},
	{"█▀▀█", "▀▀▀█", "▀▀▀▀"},
};

static int width_of(char c)
{
	if (c >= '0' && c <= '9')
		return DIGIT_COLUMNS;
	return c == '.' || c == ',' || c == ':' ? DOT_COLUMNS : 0;
}

int digits_width(const char *text)
{
	int width = 0;

	for (; *text != '\0'; text++) {
		if (width_of(*text) > 0)
			width += (width > 0 ? 1 : 0) + width_of(*text);
	}
	return width;
}

void digits_draw(struct canvas *canvas, struct rect place, int ink, const char *text)
{
	int column = 0;

	for (; *text != '\0'; text++) {
		if (width_of(*text) == 0)
			continue;
		for (int row = 0; row < DIGITS_ROWS && *text >= '0' && *text <= '9'; row++)
			canvas_text(canvas, rect_line(place, row, column), ink,
				    shapes[*text - '0'][row]);
		if (*text == '.')
			canvas_text(canvas, rect_line(place, DIGITS_ROWS - 1, column), ink, "▀");
		if (*text == ',')
			canvas_text(canvas, rect_line(place, DIGITS_ROWS - 1, column), ink, "█");
		for (int row = 0; row < DIGITS_ROWS - 1 && *text == ':'; row++)
			canvas_text(canvas, rect_line(place, row, column), ink, "▄");
		column += width_of(*text) + 1;
	}
}
