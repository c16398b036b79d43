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

/* How a table is drawn into the width there is. */
struct fitted {
	const struct table *table;
	const struct looks *looks;
	int widths[TABLE_COLUMN_MAX]; /* 0: the column is left out */
	size_t indent, line; /* blanks before a line; its columns with the gaps behind them */
};

struct table table_of(const struct table_column *columns, size_t count)
{
	assert(count <= TABLE_COLUMN_MAX);
	return (struct table){.columns = columns, .column_count = count, .texts = STR_INIT};
}

static void forget_cells(struct table *table)
{
	str_reset(&table->texts);
	table->ended = 0;
	table->cell_count = 0;
}

void table_free(struct table *table)
{
	free(table->cells);
	str_free(&table->texts);
	*table = table_of(table->columns, table->column_count);
}

/* What was added to the texts since the last cell is the next one. */
static void end_cell(struct table *table, enum ink ink, int width, bool plain)
{
	struct table_cell cell = {
		.at = (uint32_t)table->ended, .width = width, .ink = (uint8_t)ink, .plain = plain};

	assert(table->texts.len < UINT32_MAX);
	str_add_char(&table->texts, '\0');
	table->ended = table->texts.len;
	if (table->cell_count == table->cell_cap)
		table->cells = mem_grow(table->cells, &table->cell_cap, table->cell_count + 1,
					sizeof(*table->cells));
	table->cells[table->cell_count++] = cell;
}

void table_end(struct table *table, enum ink ink)
{
	const char *text = table->texts.data + table->ended;
	size_t plain = utf8_plain(text);

	if (text[plain] == '\0')
		end_cell(table, ink, (int)plain, true);
	else
		end_cell(table, ink, utf8_width(text), false);
}

void table_end_plain(struct table *table)
{
	end_cell(table, INK_NONE, (int)(table->texts.len - table->ended), true);
}

void table_add(struct table *table, enum ink ink, const char *text)
{
	size_t plain = utf8_plain(text);

	if (text[plain] == '\0') {
		str_add_bytes(&table->texts, text, plain);
		end_cell(table, ink, (int)plain, true);
		return;
	}
	utf8_add_clean(&table->texts, text);
	table_end(table, ink);
}

void table_add_number(struct table *table, int64_t number)
{
	str_add_number(&table->texts, number);
	table_end_plain(table);
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

static struct fitted fit(const struct table *table, const struct looks *looks, int indent)
{
	struct fitted fitted = {.table = table, .looks = looks, .indent = (size_t)indent};
	size_t count = table->column_count;
	int width = looks->width - indent;

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
	fitted.line = (size_t)total_width(&fitted, count) + GAP;
	return fitted;
}

/* What is drawn into a column: of a cell, or a head. */
struct shown {
	const char *text; /* harmless without ink */
	int width;
	enum ink ink;
	bool plain;
};

static struct shown shown_cell(const struct fitted *fitted, const struct table_cell *cell)
{
	return (struct shown){.text = fitted->table->texts.data + cell->at,
			      .width = cell->width,
			      .ink = fitted->looks->color ? (enum ink)cell->ink : INK_NONE,
			      .plain = cell->plain};
}

static struct shown shown_head(const struct table_column *column)
{
	return (struct shown){
		.text = column->head, .width = utf8_width(column->head), .ink = INK_HEAD};
}

/* In its ink, and cut where it is too wide. */
static void add_text(const struct shown *shown, int width, const struct looks *looks,
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

static void end_line(struct str *out, size_t from)
{
	size_t len = out->len;

	while (len > from && out->data[len - 1] == ' ')
		len--;
	str_cut(out, len);
	str_add_char(out, '\n');
}

static bool is_as_it_is(const struct shown *shown, int width)
{
	return shown->plain && shown->ink == INK_NONE && shown->width <= width;
}

/*
 * The row that begins with the given cell; the heads where row is NULL. A line is blanks at first, and nearly every text has a byte
 * a column and is put in its place; any other moves what follows, so the blanks after it are added anew.
 */
static void draw_row(const struct fitted *fitted, const struct table_cell *row, struct str *out)
{
	const struct table *table = fitted->table;
	size_t begin = out->len, at = begin + fitted->indent, left = fitted->line;

	str_add_repeat(out, " ", fitted->indent + left);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];
		int width = fitted->widths[i];
		struct shown shown;
		size_t before, after;

		if (width == 0)
			continue;
		shown = row != NULL ? shown_cell(fitted, &row[i]) : shown_head(column);
		after = GAP + (shown.width < width ? (size_t)(width - shown.width) : 0);
		before = column->right ? after - GAP : 0;
		after -= before;
		left -= (size_t)width + GAP;
		if (is_as_it_is(&shown, width)) {
			memcpy(out->data + at + before, shown.text, (size_t)shown.width);
			at += (size_t)width + GAP;
			continue;
		}
		str_cut(out, at + before);
		add_text(&shown, width, fitted->looks, out);
		at = out->len + after;
		str_add_repeat(out, " ", after + left);
	}
	end_line(out, begin);
}

static void draw_cells(const struct fitted *fitted, struct str *out)
{
	const struct table *table = fitted->table;

	assert(table->cell_count % table->column_count == 0);
	for (size_t at = 0; at < table->cell_count; at += table->column_count)
		draw_row(fitted, table->cells + at, out);
}

void table_draw(const struct table *table, const struct looks *looks, int indent, struct str *out)
{
	struct fitted fitted = fit(table, looks, indent);

	draw_row(&fitted, NULL, out);
	draw_cells(&fitted, out);
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
	struct fitted fitted = fit(table, looks, indent);

	draw_row(&fitted, NULL, out);
}

/* Rows that came after the measuring do not make a column wider: what is in them is cut. */
void table_draw_rows(struct table *table, const struct looks *looks, int indent, struct str *out)
{
	struct table measured = *table;
	struct fitted fitted;

	measured.cell_count = 0;
	fitted = fit(&measured, looks, indent);
	fitted.table = table;
	draw_cells(&fitted, out);
	forget_cells(table);
}
