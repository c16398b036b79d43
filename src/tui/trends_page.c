/* SPDX-License-Identifier: MIT */
#include "trends_page.h"

#include <stdlib.h>

#include "chart.h"
#include "trends_side.h"
#include "trends_words.h"

enum { MARGIN_COLUMNS = 60, AIR_ROWS = 14, ROOMY_ROWS = 24 };
enum { CHART_LEAST = 4, COLUMN_ROWS = 5, COLUMN_ROWS_MOST = 9, BOTH_COLUMNS = 72, GAP = 4 };
enum { HOUR_COLUMNS = 2, HOUR_COLUMNS_MOST = 6, WEEKDAY_COLUMNS = 3 };
enum { COLUMN_CELLS = STATS_HOURS * HOUR_COLUMNS_MOST, HOURS_WIDTH = STATS_HOURS * HOUR_COLUMNS };

void trends_page_free(struct trends_page *page)
{
	free(page->means);
	free(page->planned);
	page->means = page->planned = NULL;
	history_days_free(&page->past);
	history_spans_free(&page->spans);
}

static void draw_chart(const struct trends_page *page, struct canvas *canvas, struct rect place)
{
	struct chart chart = {
		.series =
			{{.values = page->planned, .role = ROLE_DIM, .letter = '.', .dotted = true},
			 {.values = page->means, .role = ROLE_ACCENT, .letter = '*'}},
		.series_count = CHART_SERIES,
		.days = page->days,
		.first = page->first,
		.scale = 1000,
		.today = -1};
	int64_t most = 1;
	bool any = false;

	for (size_t i = 0; i < page->days; i++) {
		any = any || page->means[i] != CHART_NO_DATA || page->planned[i] != CHART_NO_DATA;
		most = page->means[i] > most ? page->means[i] : most;
		most = page->planned[i] > most ? page->planned[i] : most;
	}
	chart.top = chart_top(most, chart.scale);
	canvas_textf(canvas, rect_take_top(&place, 1), ROLE_DIM, "Mean of 7 days%s, %s a day",
		     page->stats.has_plan ? ", and the plan (dotted)" : "",
		     unit_name(page->stats.unit));
	if (any)
		chart_draw(canvas, place, &chart);
	else
		canvas_text(canvas, rect_line(place, 0, 0), ROLE_TEXT, "too few days to say");
}

/* Columns on several rows, so many cells apart; the last of three is free. Where there is nothing, nothing is drawn. */
static void draw_columns(const int64_t *values, int count, int width, struct canvas *canvas,
			 struct rect place)
{
	int64_t part[COLUMN_CELLS], most = 1;
	int cells = count * width;

	for (int i = 0; i < count; i++)
		most = values[i] > most ? values[i] : most;
	place.columns = cells;
	for (int row = 0; row < place.rows; row++) {
		for (int i = 0; i < cells; i++) {
			int64_t high = values[i / width] * place.rows;

			part[i] = high - most * (place.rows - 1 - row);
			if (part[i] <= 0 || (width > HOUR_COLUMNS && i % width == width - 1))
				part[i] = CHART_NO_DATA;
			else if (part[i] > most)
				part[i] = most;
		}
		chart_spark(canvas, rect_line(place, row, 0), ROLE_ACCENT, part, (size_t)cells,
			    most);
	}
}

/* As wide as there is room, up to rows with the hours below them. */
static void draw_hours(const struct stats_hours *hours, struct canvas *canvas, struct rect place,
		       int rows)
{
	int width = place.columns / STATS_HOURS;
	int64_t values[STATS_HOURS];
	struct rect labels, head = rect_take_top(&place, 1);

	if (width > HOUR_COLUMNS_MOST)
		width = HOUR_COLUMNS_MOST;
	canvas_text(canvas, head, ROLE_DIM, "Doses by hour of the day");
	if (place.rows > rows)
		place.rows = rows;
	labels = rect_take_bottom(&place, 1);
	for (int hour = 0; hour < STATS_HOURS; hour++)
		values[hour] = hours->doses[hour];
	draw_columns(values, STATS_HOURS, width, canvas, place);
	for (int hour = 0; hour < STATS_HOURS; hour += 3)
		canvas_textf(canvas, rect_line(labels, 0, hour * width), ROLE_DIM, "%d", hour);
}

/* Where there is no room for a row each. */
static void draw_weekday_columns(const struct stats *stats, struct canvas *canvas,
				 struct rect place)
{
	int64_t values[STATS_WEEKDAYS];
	struct rect labels;

	canvas_text(canvas, rect_take_top(&place, 1), ROLE_DIM, "By weekday");
	labels = rect_take_bottom(&place, 1);
	for (int i = 0; i < STATS_WEEKDAYS; i++)
		values[i] = stats->weekdays.weekday[i].mean.nano;
	draw_columns(values, STATS_WEEKDAYS, WEEKDAY_COLUMNS, canvas, place);
	for (int i = 0; i < STATS_WEEKDAYS; i++)
		canvas_textf(canvas, rect_line(labels, 0, i * WEEKDAY_COLUMNS), ROLE_DIM, "%.2s",
			     weekday_short(i));
}

static void draw_plain(const struct trends_page *page, struct canvas *canvas, struct rect rest)
{
	const struct stats *stats = &page->stats;

	trends_words_draw(stats, canvas, rect_take_top(&rest, TRENDS_WORDS_ROWS));
	if (stats->hours.enough)
		canvas_textf(canvas, rect_take_top(&rest, 1), ROLE_TEXT,
			     "Most doses between %d and %d o'clock", stats->hours.most,
			     stats->hours.most + 1);
	for (int i = 0; i < STATS_WEEKDAYS && stats->weekdays.enough; i++) {
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		str_addf(&text, "%s, a day: ", weekday_short(i));
		trends_amount(stats, stats->weekdays.weekday[i].mean, &text);
		canvas_text(canvas, rect_take_top(&rest, 1), ROLE_TEXT, text.data);
		str_free(&text);
	}
	trends_spans_say(page, canvas, rest);
}

static void draw_patterns(const struct trends_page *page, struct canvas *canvas, struct rect rest)
{
	struct rect left = rest;

	if (rest.columns >= BOTH_COLUMNS) {
		left = rect_take_left(&rest, HOURS_WIDTH);
		rect_take_left(&rest, GAP);
		if (rest.rows > STATS_WEEKDAYS)
			trends_weekdays_draw(&page->stats, canvas, rest);
		else
			draw_weekday_columns(&page->stats, canvas, rest);
	}
	left.columns = HOURS_WIDTH;
	draw_hours(&page->stats.hours, canvas, left, COLUMN_ROWS);
}

/* The chart as large as there is room, and the numbers beside it. */
static void draw_wide(const struct trends_page *page, struct canvas *canvas, struct rect rest)
{
	struct rect side = rect_take_right(&rest, TRENDS_SIDE_COLUMNS), hours;

	rect_take_right(&rest, GAP);
	hours = rect_take_bottom(&rest, COLUMN_ROWS_MOST);
	rect_take_bottom(&rest, 1);
	draw_hours(&page->stats.hours, canvas, hours, COLUMN_ROWS_MOST - 1);
	trends_words_draw(&page->stats, canvas, rect_take_top(&rest, TRENDS_WORDS_ROWS));
	rect_take_top(&rest, 1);
	draw_chart(page, canvas, rest);
	trends_side_draw(page, canvas, side);
}

static void draw_narrow(const struct trends_page *page, struct canvas *canvas, struct rect rest,
			bool roomy)
{
	trends_words_draw(&page->stats, canvas, rect_take_top(&rest, TRENDS_WORDS_ROWS));
	if (rest.rows >= COLUMN_ROWS + 1 + CHART_LEAST && rest.columns >= HOURS_WIDTH)
		draw_patterns(
			page, canvas,
			rect_take_bottom(&rest, roomy ? STATS_WEEKDAYS + 1 : COLUMN_ROWS + 1));
	if (roomy) {
		rect_take_top(&rest, 1);
		rect_take_bottom(&rest, 1);
	}
	draw_chart(page, canvas, rest);
}

void trends_page_draw(const struct trends_page *page, struct canvas *canvas, struct rect area)
{
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1), title;
	bool roomy = area.rows >= ROOMY_ROWS;

	if (area.rows >= AIR_ROWS)
		rect_take_top(&rest, 1);
	title = rect_take_top(&rest, 1);
	canvas_textf(canvas, title, INK_TITLE, "Trends, %s", page->period);
	canvas_cursor(canvas, title.row, title.column, false);
	if (!page->any)
		canvas_wrap(canvas, rest, ROLE_DIM, page->why);
	else if (canvas->plain)
		draw_plain(page, canvas, rest);
	else if (roomy && area.columns >= PANEL_COLUMNS)
		draw_wide(page, canvas, rest);
	else
		draw_narrow(page, canvas, rest, roomy);
}
