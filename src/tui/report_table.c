/* SPDX-License-Identifier: MIT */
#include "report_table.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

enum { INDENT = 2, GAP = 2, LEAST = 11, COUNT_MAX = 16 };

struct table_lines {
	struct blocks *lines;
	const struct report_piece *heads;
	size_t rows; /* behind the heads */
	int columns; /* of the page */
	int gap;
	int widths[COUNT_MAX];
};

static int whole(const struct table_lines *table)
{
	int width = INDENT;

	for (size_t i = 0; i < table->heads->count; i++)
		width += table->widths[i] + (i > 0 ? table->gap : 0);
	return width;
}

static void measure(struct table_lines *table)
{
	for (size_t i = 0; i < table->heads->count; i++)
		table->widths[i] = 0;
	for (size_t row = 0; row <= table->rows; row++) {
		for (size_t i = 0; i < table->heads->count; i++) {
			int width = utf8_width(table->heads[row].texts[i]);

			if (width > table->widths[i])
				table->widths[i] = width;
		}
	}
}

/* The widest of the texts gives a column until all have room; false where that does not do: then they stand closer. */
static bool shrink(struct table_lines *table)
{
	while (whole(table) > table->columns) {
		size_t widest = table->heads->count;

		for (size_t i = 0; i < table->heads->count; i++) {
			if (!table->heads->figures[i] && table->widths[i] > LEAST &&
			    (widest == table->heads->count ||
			     table->widths[i] > table->widths[widest]))
				widest = i;
		}
		if (widest == table->heads->count)
			return false;
		table->widths[widest]--;
	}
	return true;
}

/* Adds the next line of a cell, padded; what is left of its text stays in *text. */
static void add_cell(const struct table_lines *table, size_t i, const char **text, struct str *out)
{
	bool last = i + 1 == table->heads->count;
	int width = table->widths[i], pad;
	const char *next;
	size_t len = text_break(*text, width, &next);

	pad = width - text_width(*text, len);
	if (i > 0)
		str_addf(out, "%*s", table->gap, "");
	if (table->heads->figures[i])
		str_addf(out, "%*s", pad, "");
	str_add_bytes(out, *text, len);
	if (!table->heads->figures[i] && !last)
		str_addf(out, "%*s", pad, "");
	*text = next;
}

static void add_row(const struct table_lines *table, const struct report_piece *row)
{
	const char *left[COUNT_MAX];
	char room[TEXT_ROOM];
	struct str line = str_in(room, sizeof(room));
	bool more = true;

	for (size_t i = 0; i < row->count; i++)
		left[i] = row->texts[i];
	while (more) {
		more = false;
		str_reset(&line);
		for (size_t i = 0; i < row->count; i++) {
			add_cell(table, i, &left[i], &line);
			more = more || left[i][0] != '\0';
		}
		while (line.len > 0 && line.data[line.len - 1] == ' ')
			str_cut(&line, line.len - 1);
		blocks_words(table->lines,
			     (struct block){.columns = table->columns,
					    .column = INDENT,
					    .ink = row == table->heads ? ROLE_DIM : ROLE_TEXT,
					    .text = line.data});
	}
	str_free(&line);
}

/* "Week from 2 Nov 2026" and below it "planned 19.0, taken 19.5, …": what is not known is left out. */
static void add_words(const struct table_lines *table, const struct report_piece *row)
{
	const struct report_piece *heads = table->heads;
	char name_room[TEXT_ROOM], text_room[TEXT_ROOM];
	struct str name = str_in(name_room, sizeof(name_room));
	struct str text = str_in(text_room, sizeof(text_room));

	str_addf(&name, "%s%s%s", heads->texts[0], heads->figures[0] ? " " : ": ", row->texts[0]);
	for (size_t i = 1; i < row->count; i++) {
		if (strcmp(row->texts[i], "-") == 0)
			continue;
		str_addf(&text, "%s%s%s %s", text.len > 0 ? ", " : "", heads->texts[i],
			 heads->figures[i] ? "" : ":", row->texts[i]);
	}
	blocks_words(table->lines, (struct block){.columns = table->columns,
						  .column = INDENT,
						  .ink = ROLE_TEXT,
						  .text = name.data});
	if (text.len > 0)
		blocks_words(table->lines, (struct block){.columns = table->columns,
							  .column = INDENT + GAP,
							  .ink = ROLE_DIM,
							  .text = text.data});
	str_free(&name);
	str_free(&text);
}

size_t report_table_add(struct blocks *lines, const struct report_piece *heads, size_t pieces,
			int columns, bool plain)
{
	struct table_lines table = {.lines = lines, .heads = heads, .columns = columns, .gap = GAP};

	assert(heads->count <= COUNT_MAX);
	while (table.rows + 1 < pieces && heads[table.rows + 1].kind == REPORT_ROW)
		table.rows++;
	measure(&table);
	if (!shrink(&table))
		table.gap--;
	if (!plain && shrink(&table)) {
		for (size_t row = 0; row <= table.rows; row++)
			add_row(&table, &heads[row]);
	} else {
		for (size_t row = 1; row <= table.rows; row++)
			add_words(&table, &heads[row]);
	}
	return table.rows + 1;
}
