/* SPDX-License-Identifier: MIT */
#include "chart.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/style.h"
#include "words.h"

enum { LABEL_COLUMNS = 5, LEAST_CHART_ROWS = 3, LEAST_CHART_COLUMNS = 20, MONTH_COLUMNS = 7 };

/* The cells of a place as a field of dots: two wide and four high each, or one where only letters can be drawn. */
struct dots {
	struct canvas *canvas;
	struct rect place;
	int columns, rows; /* in dots */
	int across, down;  /* dots a cell */
};

enum { BRAILLE = 0x2800, BRAILLE_LAST = 0x28FF };

static const unsigned char bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

int64_t chart_top(int64_t most, int64_t scale)
{
	static const int64_t steps[] = {10, 12, 14, 15, 16, 18, 20, 22, 24, 25, 26,
					28, 30, 35, 40, 45, 50, 60, 70, 80, 90};
	int64_t unit = scale / 100 > 0 ? scale / 100 : 1;

	for (;; unit *= 10) {
		for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
			if (steps[i] * unit >= most)
				return steps[i] * unit;
		}
	}
}

/* Added to the dots that are in its cell already. */
static void set_dot(const struct dots *dots, int x, int y, const struct series *series)
{
	int row = dots->place.row + y / dots->down, column = dots->place.column + x / dots->across;
	const struct cell *cell = canvas_cell(dots->canvas, row, column);
	uint32_t code = (unsigned char)series->letter;

	if (x < 0 || x >= dots->columns || y < 0 || y >= dots->rows || cell == NULL)
		return;
	if (!dots->canvas->ascii)
		code = (cell->code >= BRAILLE && cell->code <= BRAILLE_LAST ? cell->code
									    : BRAILLE) |
		       bits[y % dots->down][x % dots->across];
	canvas_put(dots->canvas, row, column, (int)series->role, code);
}

/* The mean of the days that fall on a column of dots; CHART_NO_DATA where none has a value. */
static int64_t value_at(const struct chart *chart, const struct series *series, int x, int columns)
{
	size_t from = (size_t)x * chart->days / (size_t)columns;
	size_t to = ((size_t)x + 1) * chart->days / (size_t)columns;
	int64_t sum = 0, count = 0;

	if (to <= from)
		to = from + 1;
	for (size_t day = from; day < to && day < chart->days; day++) {
		if (series->values[day] == CHART_NO_DATA)
			continue;
		sum += series->values[day];
		count++;
	}
	return count > 0 ? sum / count : CHART_NO_DATA;
}

static int row_of(const struct chart *chart, const struct dots *dots, int64_t value)
{
	int64_t up = (value * (dots->rows - 1) + chart->top / 2) / chart->top;

	return dots->rows - 1 - (int)up;
}

static void plot(const struct chart *chart, const struct series *series, const struct dots *dots)
{
	int last = -1;

	for (int x = 0; x < dots->columns; x++) {
		int64_t value = value_at(chart, series, x, dots->columns);
		int y, way;

		if (value == CHART_NO_DATA) {
			last = -1;
			continue;
		}
		y = row_of(chart, dots, value);
		way = last < y ? -1 : 1;
		if (!series->dotted || x % 2 == 0) {
			for (int join = y; last >= 0 && join != last; join += way)
				set_dot(dots, x, join, series);
			set_dot(dots, x, y, series);
		}
		last = y;
	}
}

static void label(struct canvas *canvas, struct rect line, int64_t value, int64_t scale)
{
	char text[32];
	int64_t tenth = scale / 10 > 0 ? scale / 10 : 1;

	if (value % scale == 0)
		snprintf(text, sizeof(text), "%" PRId64, value / scale);
	else
		snprintf(text, sizeof(text), "%" PRId64 "%c%" PRId64, value / scale, style_mark(),
			 value % scale / tenth);
	line.columns = LABEL_COLUMNS - 2;
	canvas_text_right(canvas, line, ROLE_DIM, text);
}

static void draw_axis(struct canvas *canvas, struct rect place, int64_t top, int64_t scale)
{
	for (int row = 0; row < place.rows - 1; row++)
		canvas_put(canvas, place.row + row, place.column + LABEL_COLUMNS - 1, ROLE_FRAME,
			   U'│');
	label(canvas, rect_line(place, 0, 0), top, scale);
	label(canvas, rect_line(place, place.rows - 2, 0), 0, scale);
	if (place.rows >= 6 && place.rows % 2 == 0 && top % 2 == 0)
		label(canvas, rect_line(place, (place.rows - 2) / 2, 0), top / 2, scale);
	canvas_put(canvas, place.row, place.column + LABEL_COLUMNS - 1, ROLE_FRAME, U'┤');
	canvas_put(canvas, place.row + place.rows - 2, place.column + LABEL_COLUMNS - 1, ROLE_FRAME,
		   U'┤');
}

static void draw_ends(struct canvas *canvas, struct rect line, struct day first, size_t days)
{
	char buf[DAY_TEXT_SIZE];

	canvas_text(canvas, line, ROLE_DIM, words_day(first, buf));
	canvas_text_right(canvas, line, ROLE_DIM,
			  words_day(day_add(first, (int32_t)days - 1), buf));
}

/* The first of the month after. */
static struct day next_month(struct day day)
{
	struct day beyond = day_add(day, 32 - day_to_civil(day).mday);

	return day_add(beyond, 1 - day_to_civil(beyond).mday);
}

/* Months where the chart is longer than six weeks, else the first and the last day. */
static void draw_days(struct canvas *canvas, struct rect line, const struct chart *chart)
{
	struct day end = day_add(chart->first, (int32_t)chart->days);
	int free_from = 0;
	int marked = chart->today < 0
			     ? -1
			     : (int)((size_t)chart->today * (size_t)line.columns / chart->days);

	if (chart->days <= 42) {
		draw_ends(canvas, line, chart->first, chart->days);
		return;
	}
	for (struct day day = chart->first; day.n < end.n; day = next_month(day)) {
		size_t past = (size_t)day_between(chart->first, day);
		int column = (int)(past * (size_t)line.columns / chart->days);

		if (column < free_from || column + 3 > line.columns ||
		    (marked >= column - 1 && marked <= column + 3))
			continue;
		canvas_text(canvas, rect_line(line, 0, column), ROLE_DIM,
			    month_short(day_to_civil(day).month));
		free_from = column + MONTH_COLUMNS;
	}
}

int chart_column(struct rect place, size_t days, size_t day)
{
	return place.column + LABEL_COLUMNS +
	       (int)(day * (size_t)(place.columns - LABEL_COLUMNS) / days);
}

void chart_draw(struct canvas *canvas, struct rect place, const struct chart *chart)
{
	struct dots dots = {.canvas = canvas, .place = place};

	if (place.rows < LEAST_CHART_ROWS || place.columns < LEAST_CHART_COLUMNS ||
	    chart->days == 0 || canvas->plain)
		return;
	rect_take_left(&dots.place, LABEL_COLUMNS);
	rect_take_bottom(&dots.place, 1);
	dots.across = canvas->ascii ? 1 : 2;
	dots.down = canvas->ascii ? 1 : 4;
	dots.columns = dots.place.columns * dots.across;
	dots.rows = dots.place.rows * dots.down;
	for (size_t i = 0; i < chart->series_count; i++)
		plot(chart, &chart->series[i], &dots);
	draw_axis(canvas, place, chart->top, chart->scale);
	draw_days(canvas, rect_line(place, place.rows - 1, LABEL_COLUMNS), chart);
	if (chart->today >= 0)
		canvas_put(canvas, place.row + place.rows - 1,
			   chart_column(place, chart->days, (size_t)chart->today), ROLE_ACCENT,
			   U'▲');
}

static const uint32_t levels[] = {U'▁', U'▂', U'▃', U'▄', U'▅', U'▆', U'▇', U'█'};

static int ink_of(enum bar_kind kind)
{
	switch (kind) {
	case BAR_BELOW:
		return ROLE_GOOD;
	case BAR_ABOVE:
		return ROLE_WARN;
	case BAR_NONE:
		return ROLE_DIM;
	case BAR_PLAIN:
		break;
	}
	return ROLE_ACCENT;
}

/* Eighths of a cell up to which a value reaches; anything above zero shows. */
static int64_t eighths_of(int64_t value, int64_t top, int rows)
{
	int64_t eighths = (value * rows * 8 + top / 2) / top;

	return eighths > 0 || value == 0 ? eighths : 1;
}

static void draw_one_bar(struct canvas *canvas, struct rect place, const struct bars *bars,
			 size_t day)
{
	enum bar_kind kind = bars->kinds[day];
	int64_t reach, limit;

	if (kind == BAR_NONE || bars->values[day] == CHART_NO_DATA) {
		canvas_put(canvas, place.row + place.rows - 1, place.column, ROLE_DIM, U'·');
		return;
	}
	reach = eighths_of(bars->values[day], bars->top, place.rows);
	limit = kind == BAR_ABOVE ? eighths_of(bars->limits[day], bars->top, place.rows) : reach;
	for (int row = 0; row < place.rows; row++) {
		int64_t from = (int64_t)row * 8, left = reach - from;
		struct rect cell = rect_line(place, place.rows - 1 - row, 0);
		bool above = from + 8 > limit && reach > limit;

		if (left <= 0)
			return;
		if (above)
			canvas_fill(canvas, cell, ROLE_WARN, U'▒');
		else
			canvas_fill(canvas, cell, ink_of(kind == BAR_ABOVE ? BAR_BELOW : kind),
				    levels[left >= 8 ? 7 : left - 1]);
	}
}

void chart_bars(struct canvas *canvas, struct rect place, const struct bars *bars)
{
	struct rect field = place;
	int pitch, width;

	if (place.rows < LEAST_CHART_ROWS || bars->days == 0 || canvas->plain)
		return;
	rect_take_left(&field, LABEL_COLUMNS);
	rect_take_bottom(&field, 1);
	pitch = field.columns / (int)bars->days;
	if (pitch < 1)
		return;
	if (pitch > 3)
		pitch = 3;
	width = 1;
	draw_axis(canvas, place, bars->top, bars->scale);
	for (size_t day = 0; day < bars->days; day++) {
		struct rect bar = field;

		bar.column += (int)day * pitch + (pitch > 1 ? 1 : 0);
		bar.columns = width;
		draw_one_bar(canvas, bar, bars, day);
	}
	field = rect_line(place, place.rows - 1, LABEL_COLUMNS + (pitch > 1 ? 1 : 0));
	field.columns = pitch * (int)bars->days - (pitch > 1 ? 1 : 0);
	draw_ends(canvas, field, bars->first, bars->days);
}

void chart_signs(struct canvas *canvas, struct rect place, const enum bar_kind *kinds, size_t count)
{
	for (size_t i = 0; i < count && (int)i < place.columns && place.rows > 0; i++) {
		uint32_t sign = kinds[i] == BAR_NONE ? U'·' : kinds[i] == BAR_ABOVE ? U'▣' : U'■';

		canvas_put(canvas, place.row, place.column + (int)i, ink_of(kinds[i]), sign);
	}
}

void chart_spark(struct canvas *canvas, struct rect place, int ink, const int64_t *values,
		 size_t count, int64_t top)
{
	for (size_t i = 0; i < count && (int)i < place.columns && place.rows > 0; i++) {
		int64_t level = values[i] * 8 / (top > 0 ? top : 1);

		if (values[i] == CHART_NO_DATA)
			continue;
		canvas_put(canvas, place.row, place.column + (int)i, ink,
			   levels[level > 7 ? 7 : level]);
	}
}
