/* SPDX-License-Identifier: MIT */
/*
 * Lines over days, drawn with braille dots or, where only ASCII can be shown, with letters; and spark lines. All in integers: values are
 * whole numbers of any unit.
 */
#ifndef CHART_H
#define CHART_H

#include "canvas.h"

#include "engine/day.h"

enum { CHART_NO_DATA = -1, CHART_SERIES = 2 };

struct series {
	const int64_t *values; /* one a day; CHART_NO_DATA where there is none; borrowed */
	enum role role;
	char letter; /* that draws it in ASCII */
	bool dotted; /* told apart from a full line without any colour */
};

struct chart {
	struct series series[CHART_SERIES]; /* the later one is in front */
	size_t series_count;
	size_t days;
	struct day first;
	int64_t top;   /* the value at the upper edge, above 0 */
	int64_t scale; /* of 1 in the labels: 1000 where values are thousandths */
	int today;     /* the day to mark below the axis; -1 for none */
};

/* A round number (of scale) at or above a value, for the upper edge. */
int64_t chart_top(int64_t most, int64_t scale);

/* Draws the chart with its axes; at least 3 rows and 20 columns, else nothing. */
void chart_draw(struct canvas *canvas, struct rect place, const struct chart *chart);

/* The column of the screen a day of a chart in that place stands in. */
int chart_column(struct rect place, size_t days, size_t day);

/* What a day's bar says besides its height. */
enum bar_kind { BAR_PLAIN, BAR_BELOW, BAR_ABOVE, BAR_NONE };

struct bars {
	const int64_t *values; /* one a day; borrowed */
	const int64_t
		*limits; /* what is above it is drawn in another way; CHART_NO_DATA for none */
	const enum bar_kind *kinds;
	size_t days;
	struct day first;
	int64_t top, scale; /* as in struct chart */
};

/* A bar a day, with an axis at the left and the first and last day below; at least 3 rows. */
void chart_bars(struct canvas *canvas, struct rect place, const struct bars *bars);

/* One sign a day in one row: ■ at or below, ▣ above, · nothing known. */
void chart_signs(struct canvas *canvas, struct rect place, const enum bar_kind *kinds,
		 size_t count);

/* One row, one cell a value, lowest to highest between 0 and top. */
void chart_spark(struct canvas *canvas, struct rect place, int ink, const int64_t *values,
		 size_t count, int64_t top);

#endif
