/* SPDX-License-Identifier: MIT */
#include "text_box.h"

/* What is seen of a row ends before its bytes do: with a line break, or blanks between two words. */
struct row {
	size_t begin, end, next;
};

static struct row row_from(const char *text, size_t begin, int columns)
{
	const char *next;
	size_t len = text_break(text + begin, columns, &next);

	/* Blanks that fill the end of a line do not make an empty row of its break. */
	if (*next == '\n' && text[begin + len] == ' ')
		next++;
	return (struct row){begin, begin + len, (size_t)(next - text)};
}

/* A line break at the end of it all has one more row behind it. */
static bool is_last(const char *text, const struct row *row)
{
	return text[row->next] == '\0' && (row->next == row->begin || text[row->next - 1] != '\n');
}

int text_box_rows(const char *text, int columns)
{
	struct row row = row_from(text, 0, columns);
	int rows = 1;

	for (; !is_last(text, &row); rows++)
		row = row_from(text, row.next, columns);
	return rows;
}

struct text_spot text_box_spot(const char *text, int columns, size_t at)
{
	struct row row = row_from(text, 0, columns);
	struct text_spot spot = {.row = 0};

	for (; at >= row.next && !is_last(text, &row); spot.row++)
		row = row_from(text, row.next, columns);
	spot.column = text_width(text + row.begin, at - row.begin);
	if (spot.column > columns)
		spot.column = columns;
	return spot;
}

/* Where the last character of a row begins: behind it, where a word is broken, the next row begins. */
static size_t last_of(const char *text, const struct row *row)
{
	int width = text_width(text + row->begin, row->end - row->begin);

	return row->begin + text_fit(text + row->begin, row->end - row->begin, width - 1, &width);
}

size_t text_box_at(const char *text, int columns, struct text_spot spot)
{
	struct row row = row_from(text, 0, columns);
	size_t at;
	int width;

	for (; spot.row > 0 && !is_last(text, &row); spot.row--)
		row = row_from(text, row.next, columns);
	if (spot.row > 0)
		return row.next;
	at = row.begin + text_fit(text + row.begin, row.end - row.begin, spot.column, &width);
	return at == row.next && !is_last(text, &row) ? last_of(text, &row) : at;
}

void text_box_draw(struct canvas *canvas, struct rect place, int ink, const char *text, int top)
{
	struct row row = row_from(text, 0, place.columns);

	for (int i = 0; i < top + place.rows; i++) {
		if (i >= top)
			canvas_part(canvas, rect_line(place, i - top, 0), ink, text + row.begin,
				    row.end - row.begin);
		if (is_last(text, &row))
			return;
		row = row_from(text, row.next, place.columns);
	}
}
