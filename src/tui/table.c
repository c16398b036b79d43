/* SPDX-License-Identifier: MIT */
#include "table.h"

struct table table_fit(const struct column *columns, size_t count, int width)
{
	struct table table = {.columns = columns, .count = count};

	table.width = columns_fit(columns, count, width, table.at);
	return table;
}

static void draw_cell(const struct table *table, size_t i, struct canvas *canvas, struct rect line,
		      int ink, const char *text)
{
	if (table->at[i] < 0)
		return;
	rect_take_left(&line, table->at[i]);
	line = rect_take_left(&line, table->columns[i].width);
	if (table->columns[i].right)
		canvas_text_right(canvas, line, ink, text);
	else
		canvas_text(canvas, line, ink, text);
}

void table_head(const struct table *table, struct canvas *canvas, struct rect line)
{
	for (size_t i = 0; i < table->count; i++)
		draw_cell(table, i, canvas, line, ROLE_DIM, table->columns[i].title);
}

void table_row(const struct table *table, struct canvas *canvas, struct rect line,
	       const char *const *texts, const int *inks)
{
	for (size_t i = 0; i < table->count; i++)
		draw_cell(table, i, canvas, line, inks[i], texts[i]);
}
