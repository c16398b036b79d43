/* SPDX-License-Identifier: MIT */
#include "prose.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { MARK_BYTES = 2, KEY_GAP = 2, HEADINGS = 3 };

/* A place filled from the top; rows above it or below are only counted. */
struct pen {
	struct canvas *canvas;
	struct rect place;
	int row; /* of the place; negative above it */
};

static const struct {
	const char *mark;
	int ink;
} kinds[] = {
	{"# ", ROLE_STRONG},
	{"! ", ROLE_SAFETY | INK_BOLD},
	{"* ", ROLE_WARN | INK_BOLD},
	{"> ", ROLE_WARN},
	{"~ ", ROLE_DIM},
};

static void put(const struct pen *pen, int column, int ink, const char *text, size_t len)
{
	if (pen->canvas != NULL && pen->row >= 0 && pen->row < pen->place.rows)
		canvas_part(pen->canvas, rect_line(pen->place, pen->row, column), ink, text, len);
}

/* A heading in the last row, whose words would be out of sight: it waits below with them. */
static bool parted(const struct pen *pen, const char *text, const char *end)
{
	return pen->place.rows > 2 && pen->row == pen->place.rows - 1 && *end != '\0' &&
	       text_width(text, (size_t)(end - text)) <= pen->place.columns;
}

/* Row by row up to the end of the paragraph, which may begin above what is in sight. */
static void write_words(struct pen *pen, int column, int ink, const char *text, const char *end)
{
	do {
		const char *next;
		size_t len = text_break(text, pen->place.columns - column, &next);

		put(pen, column, ink, text, len);
		pen->row++;
		text = next;
	} while (text < end);
}

static void write_paragraph(struct pen *pen, const char *text, size_t len)
{
	const char *end = text + len, *tab = memchr(text, '\t', len);
	size_t key;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strncmp(text, kinds[i].mark, MARK_BYTES) == 0) {
			if (i < HEADINGS && parted(pen, text + MARK_BYTES, end))
				pen->row++;
			else
				write_words(pen, 0, kinds[i].ink, text + MARK_BYTES, end);
			return;
		}
	}
	if (tab == NULL) {
		write_words(pen, 0, ROLE_TEXT, text, end);
		return;
	}
	key = (size_t)(tab - text);
	put(pen, 0, ROLE_ACCENT | INK_BOLD, text, key);
	write_words(pen, text_width(text, key) + KEY_GAP, ROLE_TEXT, tab + 1, end);
}

int prose_draw(struct canvas *canvas, struct rect place, int top, const char *text)
{
	struct pen pen = {.canvas = canvas, .place = place, .row = -top};

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		write_paragraph(&pen, text, len);
		text += len + (text[len] == '\n');
	}
	return pen.row + top;
}

int prose_top(int top, int rows, int room)
{
	if (top > rows - room)
		top = rows - room;
	return top < 0 ? 0 : top;
}

void prose_where(int top, int rows, int room, struct str *out)
{
	str_addf(out, "%d–%d of %d", top + 1, top + room < rows ? top + room : rows, rows);
}

int prose_draw_where(struct canvas *canvas, struct rect line, int top, int rows, int room)
{
	char place[TEXT_ROOM];
	struct str text = str_in(place, sizeof(place));
	int columns;

	if (rows <= room)
		return 0;
	prose_where(top, rows, room, &text);
	columns = utf8_width(text.data) + KEY_GAP;
	canvas_text_right(canvas, line, ROLE_DIM, text.data);
	str_free(&text);
	return columns;
}

void prose_where_in(int columns, int top, int rows, int room, struct str *out)
{
	size_t len = out->len;
	int last = top + room < rows ? top + room : rows;

	prose_where(top, rows, room, out);
	if (utf8_width(out->data + len) <= columns)
		return;
	str_cut(out, len);
	str_addf(out, "%d/%d", last, rows);
	if (utf8_width(out->data + len) > columns)
		str_cut(out, len);
}
