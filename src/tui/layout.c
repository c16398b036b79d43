/* SPDX-License-Identifier: MIT */
#include "layout.h"

#include <assert.h>

static int within(int wanted, int room)
{
	if (wanted < 0)
		return 0;
	return wanted < room ? wanted : room;
}

/* Takes the beginning off a stretch and returns how long it was. */
static int cut(int *at, int *size, int wanted)
{
	int taken = within(wanted, *size);

	*at += taken;
	*size -= taken;
	return taken;
}

struct rect rect_take_top(struct rect *from, int rows)
{
	struct rect strip = *from;

	strip.rows = cut(&from->row, &from->rows, rows);
	return strip;
}

struct rect rect_take_bottom(struct rect *from, int rows)
{
	struct rect strip = *from;

	from->rows = cut(&strip.row, &strip.rows, from->rows - within(rows, from->rows));
	return strip;
}

struct rect rect_take_left(struct rect *from, int columns)
{
	struct rect strip = *from;

	strip.columns = cut(&from->column, &from->columns, columns);
	return strip;
}

struct rect rect_take_right(struct rect *from, int columns)
{
	struct rect strip = *from;

	from->columns =
		cut(&strip.column, &strip.columns, from->columns - within(columns, from->columns));
	return strip;
}

struct rect rect_line(struct rect area, int row, int column)
{
	struct rect line = {.row = area.row + row, .column = area.column + column};

	if (row < 0 || row >= area.rows || column < 0 || column >= area.columns)
		return line;
	line.rows = 1;
	line.columns = area.columns - column;
	return line;
}

struct rect rect_inset(struct rect area, int rows, int columns)
{
	rect_take_top(&area, rows);
	rect_take_bottom(&area, rows);
	rect_take_left(&area, columns);
	rect_take_right(&area, columns);
	return area;
}

struct rect rect_centre(struct rect area, int rows, int columns)
{
	rows = within(rows, area.rows);
	columns = within(columns, area.columns);
	return (struct rect){.row = area.row + (area.rows - rows) / 2,
			     .column = area.column + (area.columns - columns) / 2,
			     .rows = rows,
			     .columns = columns};
}

bool rect_has(struct rect area, int row, int column)
{
	return row >= area.row && row < area.row + area.rows && column >= area.column &&
	       column < area.column + area.columns;
}

static int width_of(const struct column *columns, size_t count, const int *at)
{
	int width = 0;

	for (size_t i = 0; i < count; i++) {
		if (at[i] >= 0)
			width += (width > 0 ? COLUMN_GAP : 0) + columns[i].width;
	}
	return width;
}

int columns_fit(const struct column *columns, size_t count, int width, int *at)
{
	int x = 0;

	assert(count <= COLUMNS_MAX);
	for (size_t i = 0; i < count; i++)
		at[i] = 0;
	while (width_of(columns, count, at) > width) {
		size_t worst = count;

		for (size_t i = 0; i < count; i++) {
			if (at[i] >= 0 && columns[i].fold > 0 &&
			    (worst == count || columns[i].fold > columns[worst].fold))
				worst = i;
		}
		if (worst == count)
			break;
		at[worst] = -1;
	}
	for (size_t i = 0; i < count; i++) {
		if (at[i] < 0)
			continue;
		at[i] = x;
		x += columns[i].width + COLUMN_GAP;
	}
	return x > 0 ? x - COLUMN_GAP : 0;
}
