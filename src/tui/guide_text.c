/* SPDX-License-Identifier: MIT */
#include "guide_text.h"

#include <assert.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "seek.h"
#include "views.h"

enum { TEXT_COLUMNS = 76, POINT_INDENT = 2 };

static const int inks[] = {
	[GUIDE_BLANK] = ROLE_TEXT, [GUIDE_TITLE] = INK_TITLE, [GUIDE_HEAD] = ROLE_STRONG,
	[GUIDE_TEXT] = ROLE_TEXT,  [GUIDE_POINT] = ROLE_TEXT, [GUIDE_TABLE_HEAD] = ROLE_ACCENT,
	[GUIDE_TABLE] = ROLE_TEXT,
};

static_assert(sizeof(inks) / sizeof(inks[0]) == GUIDE_LOOK_COUNT, "every look has its ink");

static bool is_table(const struct guide_line *line)
{
	return line->look == GUIDE_TABLE || line->look == GUIDE_TABLE_HEAD;
}

/* Moves a line over; what it was has no text then. */
static void move_line(struct guide_lines *to, struct guide_line *line)
{
	to->items = mem_grow(to->items, &to->cap, to->count + 1, sizeof(*to->items));
	to->items[to->count++] = *line;
	line->text = NULL;
}

/* The next run of table lines from at on is moved over, below an empty line; returns where it ends. */
static size_t add_table(struct guide_lines *to, struct guide_lines *from, size_t at)
{
	struct guide_line blank = {.look = GUIDE_BLANK, .text = mem_dup("")};

	move_line(to, &blank);
	while (at < from->count && !is_table(&from->items[at]))
		at++;
	while (at < from->count && is_table(&from->items[at]))
		move_line(to, &from->items[at++]);
	return at;
}

void guide_text_lay(const struct guide_page *page, int columns, struct guide_lines *lines)
{
	struct guide_lines text, tables;
	size_t table = 0;

	*lines = (struct guide_lines){.items = NULL};
	guide_lay_out(page, columns < TEXT_COLUMNS ? columns : TEXT_COLUMNS, &text);
	guide_lay_out(page, columns, &tables);
	for (size_t i = 0; i < text.count; i++) {
		if (!is_table(&text.items[i]))
			move_line(lines, &text.items[i]);
		else if (i == 0 || !is_table(&text.items[i - 1]))
			table = add_table(lines, &tables, table);
	}
	guide_lines_free(&text);
	guide_lines_free(&tables);
}

int guide_text_height(const struct guide_lines *lines, int at)
{
	int end = at + 1;

	if (at < 0 || at >= (int)lines->count || is_table(&lines->items[at]))
		return at < 0 || at >= (int)lines->count ? 0 : 1;
	while (end < (int)lines->count && lines->items[end].look == lines->items[at].look &&
	       !str_starts(lines->items[end].text, "- "))
		end++;
	return end - at;
}

/* The names of options stand out: that parts the rows of a table. */
static void draw_line(const struct guide_line *line, struct canvas *canvas, struct rect row)
{
	struct rect name = row;

	canvas_text(canvas, row, inks[line->look], line->text);
	if (line->look == GUIDE_POINT && str_starts(line->text, "- ") && !canvas->plain)
		canvas_put(canvas, row.row, row.column, ROLE_ACCENT, U'–');
	name.columns = guide_name_columns(row.columns);
	if (line->look == GUIDE_TABLE && name.columns > 0 && line->text[0] != ' ')
		canvas_textf(canvas, name, ROLE_STRONG, "%.*s",
			     (int)utf8_fit(line->text, name.columns), line->text);
}

void guide_text_draw(const struct guide_lines *lines, int top, int at, struct canvas *canvas,
		     struct rect area)
{
	int marked = guide_text_height(lines, at);

	for (int i = 0; i < area.rows && top + i < (int)lines->count; i++) {
		const struct guide_line *line = &lines->items[top + i];
		struct rect row = rect_line(area, i, 0);

		/* A heading is not parted from what it is of. */
		if (line->look == GUIDE_HEAD && i == area.rows - 1)
			break;
		draw_line(line, canvas, row);
		if (at >= 0 && top + i >= at && top + i < at + marked)
			canvas_select(canvas, row);
	}
}

/* Whether a text begins with this line of the page. */
static bool begins(const char *text, const struct guide_line *line)
{
	const char *shown = line->text;

	if (line->look == GUIDE_POINT && str_starts(shown, "- "))
		shown += POINT_INDENT;
	return shown[0] != '\0' && shown[0] != ' ' && str_starts(text, shown);
}

int guide_text_find(const struct guide_lines *lines, const char *text, const char *words)
{
	for (size_t i = 1; i < lines->count; i++) {
		if (begins(text, &lines->items[i]))
			return (int)i;
	}
	for (size_t i = 1; i < lines->count; i++) {
		if (seek_fits(lines->items[i].text, words))
			return (int)i;
	}
	return 0;
}

static void add_sources(const struct source_notes *notes, struct str *text)
{
	for (size_t i = 0; i < notes->count; i++) {
		const struct source_note *note = &notes->items[i];

		str_addf(text, "-\t%s", note->title);
		if (!note->own && note->year > 0)
			str_addf(text, " (%d)", note->year);
		if (!note->own)
			str_addf(text, "; %s", note->where);
		str_add(text, note->reported ? "; seen in a text that reports it\n" : "\n");
	}
}

enum reply guide_text_open_sources(struct app *app, const struct guide_page *page,
				   struct outcome *outcome, struct err *err)
{
	struct source_notes notes;
	struct str text = STR_INIT, title = STR_INIT;

	if (!app_guide_sources(app, page, &notes, err))
		return REPLY_FAILED;
	add_sources(&notes, &text);
	str_addf(&title, "Sources: %s", page->title);
	outcome->open = view_read_new(title.data, &text);
	source_notes_free(&notes);
	str_free(&title);
	str_free(&text);
	return REPLY_DONE;
}
