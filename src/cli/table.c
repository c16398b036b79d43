/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { GAP = 2 };

struct fitted {
	int widths[TABLE_COLUMN_MAX]; /* 0: the column is left out */
};

struct table table_of(const struct table_column *columns, size_t count)
{
	assert(count <= TABLE_COLUMN_MAX);
	return (struct table){.columns = columns, .column_count = count};
}

static void forget_cells(struct table *table)
{
	for (size_t i = 0; i < table->cell_count; i++)
		free(table->cells[i].text);
	table->cell_count = 0;
}

void table_free(struct table *table)
{
	forget_cells(table);
	free(table->cells);
	*table = table_of(table->columns, table->column_count);
}

void table_add(struct table *table, enum ink ink, const char *text)
{
	struct str clean = STR_INIT;

	utf8_add_clean(&clean, text);
	table->cells = mem_grow(table->cells, &table->cell_cap, table->cell_count + 1,
				sizeof(*table->cells));
	table->cells[table->cell_count++] =
		(struct table_cell){.text = str_take(&clean), .ink = ink};
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
		int width = utf8_width(table->cells[i].text);

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

static void draw_cell(const struct table_column *column, enum ink ink, const char *text, int width,
		      const struct looks *looks, struct str *out)
{
	struct str fits = STR_INIT;
	int blanks = width - utf8_width(text);

	if (blanks < 0)
		utf8_add_padded(&fits, text, width, looks->ascii);
	if (column->right && blanks > 0)
		str_add_repeat(out, " ", (size_t)blanks);
	looks_ink(looks, ink, blanks < 0 ? fits.data : text, out);
	if (!column->right && blanks > 0)
		str_add_repeat(out, " ", (size_t)blanks);
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

/* The row that begins with the given cell; the heads where row is NULL. */
static void draw_row(const struct table *table, const struct fitted *fitted,
		     const struct table_cell *row, const struct looks *looks, int indent,
		     struct str *out)
{
	size_t begin = out->len;
	bool first = true;

	str_add_repeat(out, " ", (size_t)indent);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];

		if (fitted->widths[i] == 0)
			continue;
		if (!first)
			str_add_repeat(out, " ", GAP);
		first = false;
		draw_cell(column, row != NULL ? row[i].ink : INK_HEAD,
			  row != NULL ? row[i].text : column->head, fitted->widths[i], looks, out);
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
