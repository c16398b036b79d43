/* SPDX-License-Identifier: MIT */
#include "engine/guide.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { COLUMNS_LEAST = 24, POINT_INDENT = 2, CELLS = 4, GAP = 2, TABLE_LEAST = 64 };

static const char *const cell_heads[CELLS] = {"", "What it is", "For it", "Against it"};

void guide_lines_free(struct guide_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->items[i].text);
	free(lines->items);
	*lines = (struct guide_lines){.items = NULL};
}

static void add_line(struct guide_lines *lines, enum guide_look look, const char *text)
{
	lines->items = mem_grow(lines->items, &lines->cap, lines->count + 1, sizeof(*lines->items));
	lines->items[lines->count++] = (struct guide_line){.look = look, .text = mem_dup(text)};
}

/* Bytes of text for one line of so many columns; a word longer than that is cut. */
static size_t line_bytes(const char *text, int columns)
{
	size_t fits = utf8_fit(text, columns), end = fits;

	if (text[fits] == '\0' || text[fits] == ' ')
		return fits;
	while (end > 0 && text[end] != ' ')
		end--;
	if (end > 0)
		return end;
	return fits > 0 ? fits : strlen(text);
}

/* Takes the next line off *rest; empty where nothing is left. */
static void take_line(const char **rest, int columns, struct str *line)
{
	size_t len = line_bytes(*rest, columns);

	str_reset(line);
	str_add_bytes(line, *rest, len);
	*rest += len;
	*rest += strspn(*rest, " ");
}

/* Text broken into lines; before is put before the first, and as many blanks before the others. */
static void add_text(struct guide_lines *lines, enum guide_look look, const char *before,
		     const char *text, int columns)
{
	int indent = utf8_width(before);
	struct str line = STR_INIT, whole = STR_INIT;
	const char *rest = text;
	bool first = true;

	while (*rest != '\0') {
		take_line(&rest, columns - indent, &line);
		str_reset(&whole);
		if (first)
			str_add(&whole, before);
		else
			str_add_repeat(&whole, " ", (size_t)indent);
		str_add(&whole, line.data);
		add_line(lines, look, whole.data);
		first = false;
	}
	str_free(&line);
	str_free(&whole);
}

/* One row: its cells side by side, each broken at its own width. */
static void add_row(struct guide_lines *lines, enum guide_look look, const char *const *cells,
		    const int *widths)
{
	const char *rest[CELLS];
	struct str line = STR_INIT, cell = STR_INIT;
	bool more = true;

	memcpy(rest, cells, sizeof(rest));
	while (more) {
		more = false;
		str_reset(&line);
		for (size_t i = 0; i < CELLS; i++) {
			take_line(&rest[i], widths[i], &cell);
			utf8_add_padded(&line, cell.data, widths[i], true);
			str_add_repeat(&line, " ", i + 1 < CELLS ? GAP : 0);
			more = more || rest[i][0] != '\0';
		}
		while (line.len > 0 && line.data[line.len - 1] == ' ')
			str_cut(&line, line.len - 1);
		add_line(lines, look, line.data);
	}
	str_free(&line);
	str_free(&cell);
}

static int name_columns(int columns)
{
	return (columns - (CELLS - 1) * GAP) * 15 / 70;
}

int guide_name_columns(int columns)
{
	return columns >= TABLE_LEAST ? name_columns(columns) : 0;
}

static void add_table(struct guide_lines *lines, const struct guide_section *section, int columns)
{
	int room = columns - (CELLS - 1) * GAP;
	const int widths[CELLS] = {name_columns(columns), room * 19 / 70, room * 17 / 70,
				   room * 19 / 70};

	add_row(lines, GUIDE_TABLE_HEAD, cell_heads, widths);
	for (size_t i = 0; i < section->option_count; i++) {
		const struct guide_option *option = &section->options[i];
		const char *const cells[CELLS] = {option->name, option->is, option->good,
						  option->bad};

		add_row(lines, GUIDE_TABLE, cells, widths);
	}
}

/* Where a table has no room: one option after the other. */
static void add_options(struct guide_lines *lines, const struct guide_section *section, int columns)
{
	struct str before = STR_INIT;

	for (size_t i = 0; i < section->option_count; i++) {
		const struct guide_option *option = &section->options[i];
		const char *const cells[CELLS] = {option->name, option->is, option->good,
						  option->bad};

		add_text(lines, GUIDE_TABLE_HEAD, "", cells[0], columns);
		for (size_t k = 1; k < CELLS; k++) {
			str_reset(&before);
			str_addf(&before, "  %s: ", cell_heads[k]);
			str_add(&before, cells[k]);
			add_text(lines, GUIDE_TABLE, "  ", before.data + POINT_INDENT, columns);
		}
	}
	str_free(&before);
}

static void add_section(struct guide_lines *lines, const struct guide_section *section, int columns)
{
	if (section->head[0] != '\0')
		add_text(lines, GUIDE_HEAD, "", section->head, columns);
	add_text(lines, GUIDE_TEXT, "", section->text, columns);
	for (size_t i = 0; i < section->point_count; i++)
		add_text(lines, GUIDE_POINT, "- ", section->points[i], columns);
	if (section->option_count > 0 && columns >= TABLE_LEAST)
		add_table(lines, section, columns);
	else if (section->option_count > 0)
		add_options(lines, section, columns);
}

void guide_lay_out(const struct guide_page *page, int columns, struct guide_lines *lines)
{
	int width = columns > COLUMNS_LEAST ? columns : COLUMNS_LEAST;

	*lines = (struct guide_lines){.items = NULL};
	add_text(lines, GUIDE_TITLE, "", page->title, width);
	for (size_t i = 0; i < page->section_count; i++) {
		add_line(lines, GUIDE_BLANK, "");
		add_section(lines, &page->sections[i], width);
	}
}
