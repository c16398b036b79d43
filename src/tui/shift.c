/* SPDX-License-Identifier: MIT */
#include "shift.h"

#include <string.h>

/* Less than so many rows are written anew as quickly; to pass over a gap, for another look, and to move rows, it takes about so
 * many bytes. */
enum {
	ROWS_LEAST = 4,
	WHOLE_LEAST = 2,
	SHIFT_MOST = 8,
	GAP_BYTES = 8,
	LOOK_BYTES = 10,
	SHIFT_BYTES = 20
};

static const struct cell *row_of(const struct canvas *canvas, int row)
{
	return &canvas->cells[(ptrdiff_t)row * canvas->columns];
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
	for (int i = 0; i < now->columns; i++) {
		if (row_of(was, from)[i].code != row_of(now, to)[i].code)
			return false;
	}
	return true;
}

static bool same_look(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && a->selected == b->selected && a->bold == b->bold;
}

/*
 * About the bytes that make one row of the other; of a blank one where there is none. A gap is passed over for a few, or what is in it is written
 * again.
 */
static int cost(const struct cell *was, const struct cell *now, int columns)
{
	int bytes = 0, gap = GAP_BYTES;

	if (was != NULL && memcmp(was, now, (size_t)columns * sizeof(*now)) == 0)
		return 0;
	for (int i = 0; i < columns; i++) {
		if (was != NULL ? memcmp(&was[i], &now[i], sizeof(*now)) == 0
				: now[i].code == ' ') {
			gap++;
			continue;
		}
		bytes += 1 + (gap < GAP_BYTES ? gap : GAP_BYTES);
		if (i > 0 && !same_look(&now[i], &now[i - 1]))
			bytes += LOOK_BYTES;
		gap = 0;
	}
	return bytes;
}

/* It came from so many rows further down; a blank one tells of no list, but of another page. */
static bool moved_whole(const struct canvas *was, const struct canvas *now, int row, int by)
{
	return same_row(was, now, row + by, row) && !same_row(was, now, row, row) &&
	       cost(NULL, row_of(now, row), now->columns) > 0;
}

/* Less is to be written where it moves along: it lost the bar, or the "…" of a text that goes on. */
static bool nears(const struct canvas *was, const struct canvas *now, int from, int to)
{
	const struct cell *row = row_of(now, to);
	int moved;

	if (from < 0 || from >= was->rows)
		return false;
	if (same_letters(was, now, from, to))
		return true;
	moved = cost(row_of(was, from), row, now->columns);
	return moved < cost(row_of(was, to), row, now->columns) &&
	       moved < cost(NULL, row, now->columns);
}

/* The rows around one that moved by so many, which moved with it. */
static struct shift grow(const struct canvas *was, const struct canvas *now, int row, int by)
{
	int first = row, last = row;

	/* The last row stays: not every terminal can write its last column. */
	while (last + 2 < now->rows && nears(was, now, last + 1 + by, last + 1))
		last++;
	while (first > 0 && nears(was, now, first - 1 + by, first - 1))
		first--;
	if (by > 0)
		last += by;
	else
		first += by;
	return (struct shift){.first = first, .last = last, .by = by};
}

/* What need not be written. Rows that stand where they stood are not moved away and written anew. */
static int gain(const struct canvas *was, const struct canvas *now, struct shift shift)
{
	int saved = -SHIFT_BYTES, whole = 0;

	for (int row = shift.first; row <= shift.last; row++) {
		int from = row + shift.by;
		bool comes = from < shift.first || from > shift.last;

		if (!comes && moved_whole(was, now, row, shift.by))
			whole++;
		saved += cost(row_of(was, row), row_of(now, row), now->columns) -
			 cost(comes ? NULL : row_of(was, from), row_of(now, row), now->columns);
	}
	return whole < WHOLE_LEAST ? 0 : saved;
}

/* The best of those that moved by so many, where it is better than the best so far. */
static void look(const struct canvas *was, const struct canvas *now, int by, struct shift *best,
		 int *most)
{
	for (int row = 0; row < now->rows - 1; row++) {
		struct shift shift;
		int gained;

		if (!moved_whole(was, now, row, by))
			continue;
		shift = grow(was, now, row, by);
		gained = gain(was, now, shift);
		if (gained > *most) {
			*most = gained;
			*best = shift;
		}
		row = shift.last;
	}
}

struct shift shift_find(const struct canvas *was, const struct canvas *now)
{
	struct shift best = {.by = 0};
	int changed = 0, most = 0;

	for (int row = 0; row < now->rows; row++)
		changed += same_row(was, now, row, row) ? 0 : 1;
	for (int by = 1; by <= SHIFT_MOST && changed >= ROWS_LEAST; by++) {
		look(was, now, by, &best, &most);
		look(was, now, -by, &best, &most);
	}
	return best;
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

	memmove(&canvas->cells[(ptrdiff_t)to * canvas->columns], row_of(canvas, from),
		kept * sizeof(struct cell));
	canvas_fill(canvas, blank, ROLE_TEXT, ' ');
}
