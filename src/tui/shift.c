/* SPDX-License-Identifier: MIT */
#include "shift.h"

#include <string.h>

/* Less than this is written anew as quickly. */
enum { ROWS_LEAST = 4, SHIFT_MOST = 8 };

static const struct cell *row_of(const struct canvas *canvas, int row)
{
	return &canvas->cells[row * canvas->columns];
}

static bool same_row(const struct canvas *was, const struct canvas *now, int from, int to)
{
	return from >= 0 && from < was->rows &&
	       memcmp(row_of(was, from), row_of(now, to),
		      (size_t)now->columns * sizeof(struct cell)) == 0;
}

/* The same letters, whatever they look like: the row that the bar has left. */
static bool same_letters(const struct canvas *was, const struct canvas *now, int from, int to)
{
	if (from < 0 || from >= was->rows)
		return false;
	for (int i = 0; i < now->columns; i++) {
		if (row_of(was, from)[i].code != row_of(now, to)[i].code)
			return false;
	}
	return true;
}

/* The rows around one that moved by so many, which moved with it. */
static struct shift grow(const struct canvas *was, const struct canvas *now, int row, int by)
{
	int first = row, last = row;

	while (last + 1 < now->rows && same_row(was, now, last + 1 + by, last + 1))
		last++;
	if (last + 1 < now->rows && same_letters(was, now, last + 1 + by, last + 1))
		last++;
	while (first > 0 && same_row(was, now, first - 1 + by, first - 1))
		first--;
	if (first > 0 && same_letters(was, now, first - 1 + by, first - 1))
		first--;
	if (by > 0)
		last += by;
	else
		first += by;
	return (struct shift){.first = first, .last = last, .by = by};
}

/* Rows that stand where they stood are not moved away and written anew. */
static int gain(const struct canvas *was, const struct canvas *now, struct shift shift)
{
	int saved = 0, size = shift.by > 0 ? shift.by : -shift.by;

	for (int row = shift.first; row <= shift.last; row++)
		saved += same_row(was, now, row, row) ? 0 : 1;
	return saved - size;
}

static struct shift moved_by(const struct canvas *was, const struct canvas *now, int by)
{
	struct shift best = {.by = 0};
	int most = ROWS_LEAST - 1;

	for (int row = 0; row < now->rows; row++) {
		struct shift shift;
		int gained;

		if (same_row(was, now, row, row) || !same_row(was, now, row + by, row))
			continue;
		shift = grow(was, now, row, by);
		gained = gain(was, now, shift);
		if (gained > most) {
			most = gained;
			best = shift;
		}
		row = shift.last;
	}
	return best;
}

struct shift shift_find(const struct canvas *was, const struct canvas *now)
{
	struct shift none = {.by = 0};
	int changed = 0;

	for (int row = 0; row < now->rows; row++)
		changed += same_row(was, now, row, row) ? 0 : 1;
	for (int by = 1; by <= SHIFT_MOST && changed >= ROWS_LEAST; by++) {
		struct shift up = moved_by(was, now, by), down = moved_by(was, now, -by);

		if (up.by != 0 || down.by != 0)
			return up.by != 0 ? up : down;
	}
	return none;
}

void shift_apply(struct canvas *canvas, struct shift shift)
{
	int size = shift.by > 0 ? shift.by : -shift.by;
	struct rect blank = {.row = shift.by > 0 ? shift.last + 1 - size : shift.first,
			     .rows = size,
			     .columns = canvas->columns};
	int from = shift.by > 0 ? shift.first + size : shift.first;
	int to = shift.by > 0 ? shift.first : shift.first + size;
	size_t kept = (size_t)(shift.last + 1 - shift.first - size) * (size_t)canvas->columns;

	memmove(&canvas->cells[to * canvas->columns], &canvas->cells[from * canvas->columns],
		kept * sizeof(struct cell));
	canvas_fill(canvas, blank, ROLE_TEXT, ' ');
}
