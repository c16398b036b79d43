/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { GAP = 2 };

struct fitted {
	int widths[TABLE_COLUMN_MAX]; /* 0: the column is left out */
};

struct table table_of(const struct table_column *columns, size_t count)
{
	assert(count <= TABLE_COLUMN_MAX);
	return (struct table){.columns = columns, .column_count = count, .texts = STR_INIT};
}

static void forget_cells(struct table *table)
{
	str_reset(&table->texts);
	table->cell_count = 0;
}

void table_free(struct table *table)
{
	free(table->cells);
	str_free(&table->texts);
	*table = table_of(table->columns, table->column_count);
}

/* The cell whose text begins at the given place and ends with the texts. */
static void end_cell(struct table *table, enum ink ink, size_t at, int width)
{
	struct table_cell cell = {
		.at = at, .len = table->texts.len - at, .width = width, .ink = ink};

	str_add_char(&table->texts, '\0');
	table->cells = mem_grow(table->cells, &table->cell_cap, table->cell_count + 1,
				sizeof(*table->cells));
	table->cells[table->cell_count++] = cell;
}

void table_add(struct table *table, enum ink ink, const char *text)
{
	size_t at = table->texts.len, plain = utf8_plain(text);

	if (text[plain] == '\0') {
		str_add_bytes(&table->texts, text, plain);
		end_cell(table, ink, at, (int)plain);
		return;
	}
	utf8_add_clean(&table->texts, text);
	end_cell(table, ink, at, utf8_width(table->texts.data + at));
}

void table_add_number(struct table *table, int64_t number)
{
	size_t at = table->texts.len;

	str_add_number(&table->texts, number);
	end_cell(table, INK_NONE, at, (int)(table->texts.len - at));
}

void table_addf(struct table *table, const char *fmt, ...)
{
	char text[256];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	table_add(table, INK_NONE, text);
}

/* Of the cells, without the head. */
static int widest_cell(const struct table *table, size_t column)
{
	int widest = table->widest[column];

	for (size_t i = column; i < table->cell_count; i += table->column_count) {
		int width = table->cells[i].width;

		widest = width > widest ? width : widest;
	}
	return widest;
}

static int natural_width(const struct table *table, size_t column)
{
	int widest = widest_cell(table, column);
	int head = utf8_width(table->columns[column].head);

	if (widest == 0)
		return 0;
	return head > widest ? head : widest;
}

static int total_width(const struct fitted *fitted, size_t count)
{
	int total = -GAP;

	for (size_t i = 0; i < count; i++)
		total += fitted->widths[i] > 0 ? fitted->widths[i] + GAP : 0;
	return total;
}

/* The widest column that may still give, or count. */
static size_t widest_to_shrink(const struct table *table, const struct fitted *fitted)
{
	size_t found = table->column_count;

	for (size_t i = 0; i < table->column_count; i++) {
		if (!table->columns[i].shrinks || fitted->widths[i] <= TABLE_SHRUNK)
			continue;
		if (found == table->column_count || fitted->widths[i] > fitted->widths[found])
			found = i;
	}
	return found;
}

static size_t last_spare(const struct table *table, const struct fitted *fitted)
{
	for (size_t i = table->column_count; i > 0; i--) {
		if (table->columns[i - 1].spare && fitted->widths[i - 1] > 0)
			return i - 1;
	}
	return table->column_count;
}

static struct fitted fit(const struct table *table, int width)
{
	struct fitted fitted = {0};
	size_t count = table->column_count;

	for (size_t i = 0; i < count; i++)
		fitted.widths[i] = natural_width(table, i);
	while (total_width(&fitted, count) > width) {
		size_t shrink = widest_to_shrink(table, &fitted);
		size_t spare = last_spare(table, &fitted);

		if (shrink < count)
			fitted.widths[shrink]--;
		else if (spare < count)
			fitted.widths[spare] = 0;
		else
			break;
	}
	return fitted;
}

/* What is drawn into a column: of a cell, or a head. */
struct shown {
	const char *text; /* harmless without ink */
	size_t len;
	int width;
	enum ink ink;
};

static void draw_text(const struct shown *shown, int width, const struct looks *looks,
		      struct str *out)
{
	struct str fits = STR_INIT;

	if (shown->width <= width) {
		looks_ink(looks, shown->ink, shown->text, out);
		return;
	}
	utf8_add_padded(&fits, shown->text, width, looks->ascii);
	looks_ink(looks, shown->ink, fits.data, out);
	str_free(&fits);
}

/* Blanks in front, and the cell. Nearly every one is text as it is with blanks before or after it, written at once. */
static void draw_cell(const struct table_column *column, const struct shown *shown, int width,
		      size_t before, const struct looks *looks, struct str *out)
{
	size_t after = width > shown->width ? (size_t)(width - shown->width) : 0;
	bool as_it_is = shown->width <= width && shown->ink == INK_NONE;
	char *at;

	if (column->right) {
		before += after;
		after = 0;
	}
	at = str_room(out, before + shown->len + after);
	memset(at, ' ', before);
	if (as_it_is) {
		memcpy(at + before, shown->text, shown->len);
		memset(at + before + shown->len, ' ', after);
		str_wrote(out, before + shown->len + after);
		return;
	}
	str_wrote(out, before);
	draw_text(shown, width, looks, out);
	str_add_repeat(out, " ", after);
}

static void end_line(struct str *out, size_t from)
{
	size_t len = out->len;

	while (len > from && out->data[len - 1] == ' ')
		len--;
	str_cut(out, len);
	str_add_char(out, '\n');
}

static struct shown shown_cell(const struct table *table, const struct table_cell *cell,
			       const struct looks *looks)
{
	return (struct shown){.text = table->texts.data + cell->at,
			      .len = cell->len,
			      .width = cell->width,
			      .ink = looks->color ? cell->ink : INK_NONE};
}

static struct shown shown_head(const struct table_column *column)
{
	return (struct shown){.text = column->head,
			      .len = strlen(column->head),
			      .width = utf8_width(column->head),
			      .ink = INK_HEAD};
}

/* The row that begins with the given cell; the heads where row is NULL. */
static void draw_row(const struct table *table, const struct fitted *fitted,
		     const struct table_cell *row, const struct looks *looks, int indent,
		     struct str *out)
{
	size_t begin = out->len, before = (size_t)indent;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];
		struct shown shown;

		if (fitted->widths[i] == 0)
			continue;
		shown = row != NULL ? shown_cell(table, &row[i], looks) : shown_head(column);
		draw_cell(column, &shown, fitted->widths[i], before, looks, out);
		before = GAP;
	}
	end_line(out, begin);
}

static void draw_cells(const struct table *table, const struct fitted *fitted,
		       const struct looks *looks, int indent, struct str *out)
{
	assert(table->cell_count % table->column_count == 0);
	for (size_t at = 0; at < table->cell_count; at += table->column_count)
		draw_row(table, fitted, table->cells + at, looks, indent, out);
}

void table_draw(const struct table *table, const struct looks *looks, int indent, struct str *out)
{
	struct fitted fitted = fit(table, looks->width - indent);

	draw_row(table, &fitted, NULL, looks, indent, out);
	draw_cells(table, &fitted, looks, indent, out);
}

void table_measure(struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		table->widest[i] = widest_cell(table, i);
	forget_cells(table);
}

void table_draw_heads(const struct table *table, const struct looks *looks, int indent,
		      struct str *out)
{
	struct fitted fitted = fit(table, looks->width - indent);

	draw_row(table, &fitted, NULL, looks, indent, out);
}

/* Rows that came after the measuring do not make a column wider: what is in them is cut. */
void table_draw_rows(struct table *table, const struct looks *looks, int indent, struct str *out)
{
	struct table measured = *table;
	struct fitted fitted;

	measured.cell_count = 0;
	fitted = fit(&measured, looks->width - indent);
	draw_cells(table, &fitted, looks, indent, out);
	forget_cells(table);
}
