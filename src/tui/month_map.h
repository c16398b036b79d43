/* SPDX-License-Identifier: MIT */
/* A month as a map: a sign a day, small ones for many months, large ones with numbers, wide ones with what was taken below them. Drawn from values; asks nobody. */
#ifndef MONTH_MAP_H
#define MONTH_MAP_H

#include "canvas.h"

#include "app/history.h"

enum {
	MONTH_WEEK = 7,
	MONTH_WEEKS = 6,
	MONTH_SMALL = 2,
	MONTH_LARGE = 5,
	MONTH_WIDE = 9,
	MONTH_NO_DAY = INT32_MIN
};

/* Columns and rows of a small one, with its name, the weekdays and the air beside and below it. */
enum { MONTH_SMALL_COLUMNS = 17, MONTH_SMALL_ROWS = 9 };

struct month_map {
	const struct history_days *days; /* borrowed; those outside the month are passed over */
	struct day month;                /* its first day */
	struct day at;                   /* marked; n is MONTH_NO_DAY for none */
	int cell;                        /* columns a day: MONTH_SMALL, MONTH_LARGE or MONTH_WIDE */
};

/* The names of the weekdays, and the weeks below them; in the first rows of a place. */
void month_map_draw(const struct month_map *map, struct canvas *canvas, struct rect place);

/* How many rows that are. */
int month_map_rows(int cell);

/* The day at a place of the screen; false where there is none. */
bool month_map_day_at(const struct month_map *map, struct rect place, int row, int column,
		      struct day *day);

/* How many small ones fit, and the months in rows, the last of them at the end; the first day that can be is in the month of since. */
int month_maps_fit(struct rect place);
void month_maps_draw(const struct history_days *days, struct day since, struct day last,
		     struct canvas *canvas, struct rect place);

/* What the signs mean, a line each. */
void month_map_legend(struct canvas *canvas, struct rect place);

#endif
