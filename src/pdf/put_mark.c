/* SPDX-License-Identifier: MIT */
#include "put.h"

/* Corners in a square of side 1, its lower left corner at 0, 0, y upwards; NONE ends a shape. */
#define NONE -1.0

struct corner {
	double x, y;
};

static const struct corner down[] = {{0, 1}, {1, 1}, {0.5, 0.05}, {NONE, NONE}};
static const struct corner up[] = {{0, 0}, {1, 0}, {0.5, 0.95}, {NONE, NONE}};
static const struct corner bars[] = {{0.1, 0}, {0.1, 1}, {0.4, 1}, {0.4, 0}, {NONE, 0},
				     {0.6, 0}, {0.6, 1}, {0.9, 1}, {0.9, 0}, {NONE, NONE}};
static const struct corner square[] = {
	{0.1, 0.1}, {0.1, 0.9}, {0.9, 0.9}, {0.9, 0.1}, {NONE, NONE}};

static const struct corner *const shapes[MARK_COUNT] = {
	[MARK_STEP] = down,
	[MARK_GOAL] = square,
	[MARK_BACK] = up,
	[MARK_CHANGE] = bars,
};

void put_mark(const struct press *press, enum row_mark mark, double x, double y, double side)
{
	const struct corner *corner = shapes[mark];

	if (corner == NULL || !press->draws)
		return;
	cairo_new_path(press->cairo);
	for (;; corner++) {
		if (corner->x >= 0) {
			cairo_line_to(press->cairo, x + corner->x * side, y - corner->y * side);
			continue;
		}
		cairo_close_path(press->cairo);
		if (corner->y < 0)
			break;
	}
	cairo_fill(press->cairo);
}
