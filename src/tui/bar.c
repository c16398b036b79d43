/* SPDX-License-Identifier: MIT */
#include "bar.h"

static int cells_of(int64_t value, int64_t whole, int columns)
{
	int64_t halves = (value * 2 * columns + whole / 2) / whole;

	return (int)(halves < 2 * (int64_t)columns ? halves : 2 * (int64_t)columns);
}

void bar_draw(struct canvas *canvas, struct rect place, int ink, int64_t value, int64_t whole)
{
	int64_t length = value > whole ? value : whole;
	int full, halves;

	if (canvas->plain || place.rows <= 0 || place.columns <= 0 || whole <= 0)
		return;
	place.rows = 1;
	canvas_fill(canvas, place, ROLE_TRACK, U'─');
	halves = cells_of(value < whole ? value : whole, length, place.columns);
	full = halves / 2;
	for (int i = 0; i < full; i++)
		canvas_put(canvas, place.row, place.column + i, ink, U'━');
	if (halves % 2 != 0 && full < place.columns)
		canvas_put(canvas, place.row, place.column + full, ink, U'╸');
	for (int i = full; value > whole && i < place.columns; i++)
		canvas_put(canvas, place.row, place.column + i, ROLE_WARN, U'╍');
}
