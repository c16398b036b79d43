/* SPDX-License-Identifier: MIT */
#include "prose.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { MARK_BYTES = 2, KEY_GAP = 2 };

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

static void put(const struct pen *pen, int column, int ink, const char *text)
{
	if (pen->canvas != NULL && pen->row >= 0 && pen->row < pen->place.rows)
		canvas_text(pen->canvas, rect_line(pen->place, pen->row, column), ink, text);
}

/* Row by row, so that a paragraph may begin above what is in sight. */
static void write_words(struct pen *pen, int column, int ink, const char *text)
{
	struct str line = STR_INIT;

	do {
		const char *next;
		size_t len = text_break(text, pen->place.columns - column, &next);

		str_reset(&line);
		str_add_bytes(&line, text, len);
		put(pen, column, ink, line.data);
		pen->row++;
		text = next;
	} while (*text != '\0');
	str_free(&line);
}

static void write_line(struct pen *pen, const char *line)
{
	const char *tab = strchr(line, '\t');
	struct str key = STR_INIT;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strncmp(line, kinds[i].mark, MARK_BYTES) == 0) {
			write_words(pen, 0, kinds[i].ink, line + MARK_BYTES);
			return;
		}
	}
	if (tab == NULL) {
		write_words(pen, 0, ROLE_TEXT, line);
		return;
	}
	str_add_bytes(&key, line, (size_t)(tab - line));
	put(pen, 0, ROLE_ACCENT | INK_BOLD, key.data);
	write_words(pen, utf8_width(key.data) + KEY_GAP, ROLE_TEXT, tab + 1);
	str_free(&key);
}

int prose_draw(struct canvas *canvas, struct rect place, int top, const char *text)
{
	struct pen pen = {.canvas = canvas, .place = place, .row = -top};
	struct str line = STR_INIT;

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		str_reset(&line);
		str_add_bytes(&line, text, len);
		write_line(&pen, line.data);
		text += len + (text[len] == '\n');
	}
	str_free(&line);
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
