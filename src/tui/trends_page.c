/* SPDX-License-Identifier: MIT */
#include "trends_page.h"

#include <inttypes.h>
#include <stdlib.h>

#include "bar.h"
#include "base/style.h"
#include "base/utf8.h"
#include "chart.h"
#include "words.h"

enum { MARGIN_COLUMNS = 60, AIR_ROWS = 14, ROOMY_ROWS = 24, TEXT_COLUMNS = 15, WORDS_ROWS = 4 };
enum { CHART_LEAST = 4, COLUMN_ROWS = 5, BOTH_COLUMNS = 72, GAP = 4 };
enum { HOUR_COLUMNS = 2, WEEKDAY_COLUMNS = 3, COLUMN_CELLS = STATS_HOURS * HOUR_COLUMNS };
enum { HOURS_WIDTH = COLUMN_CELLS };

void trends_page_free(struct trends_page *page)
{
	free(page->means);
	free(page->planned);
	page->means = page->planned = NULL;
}

static void add_amount(const struct stats *stats, struct amount amount, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_add(out, amount_fixed_with_unit(amount, stats->decimals, stats->unit, text));
}

/* Tenths, rounded half up. */
static void add_rate(int32_t part, int32_t whole, struct str *out)
{
	int32_t tenths = (part * 20 + whole) / (2 * whole);

	str_addf(out, "%" PRId32 "%c%" PRId32, tenths / 10, style_mark(), tenths % 10);
}

static void describe_amounts(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "nothing logged in the last 7 days");
		return;
	}
	add_amount(stats, stats->now.mean, out);
	str_add(out, " in the last 7 days");
	if (stats->before.enough) {
		str_add(out, ", ");
		add_amount(stats, stats->before.mean, out);
		str_add(out, " in the 7 before");
	}
}

static void describe_doses(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "–");
		return;
	}
	add_rate(stats->now.doses, stats->now.days, out);
	if (stats->before.enough) {
		str_add(out, ", ");
		add_rate(stats->before.doses, stats->before.days, out);
		str_add(out, " in the week before");
	}
}

static void describe_gaps(const struct stats *stats, struct str *out)
{
	if (!stats->gaps_now.enough) {
		str_add(out, "too few doses to say");
		return;
	}
	str_addf(out, "%" PRId32 " h %02" PRId32 " min", stats->gaps_now.minutes / 60,
		 stats->gaps_now.minutes % 60);
	if (stats->gaps_trend != TREND_UNKNOWN)
		str_addf(out, ", %s",
			 stats->gaps_trend == TREND_SAME       ? "about as in the week before"
			 : stats->gaps_trend == TREND_WIDENING ? "longer than in the week before"
							       : "shorter than in the week before");
}

static void describe_plan(const struct stats *stats, struct str *out)
{
	if (stats->has_plan && stats->counted > 0)
		str_addf(out, "%" PRId32 " of %" PRId32 " days at or below", stats->at_or_below,
			 stats->counted);
	else
		str_add(out, stats->has_plan ? "no complete day yet" : "none in use yesterday");
}

/* The same without the words that have no room: each against the week before. */
static void brief_amounts(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "nothing in 7 days");
		return;
	}
	add_amount(stats, stats->now.mean, out);
	if (stats->before.enough) {
		str_add(out, ", before ");
		add_amount(stats, stats->before.mean, out);
	}
}

static void brief_doses(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "–");
		return;
	}
	add_rate(stats->now.doses, stats->now.days, out);
	if (stats->before.enough) {
		str_add(out, ", before ");
		add_rate(stats->before.doses, stats->before.days, out);
	}
}

static void brief_gaps(const struct stats *stats, struct str *out)
{
	if (!stats->gaps_now.enough) {
		str_add(out, "too few doses");
		return;
	}
	str_addf(out, "%" PRId32 " h %02" PRId32 " min", stats->gaps_now.minutes / 60,
		 stats->gaps_now.minutes % 60);
	if (stats->gaps_trend != TREND_UNKNOWN)
		str_addf(out, ", %s",
			 stats->gaps_trend == TREND_SAME       ? "as before"
			 : stats->gaps_trend == TREND_WIDENING ? "longer"
							       : "shorter");
}

static void brief_plan(const struct stats *stats, struct str *out)
{
	if (stats->has_plan && stats->counted > 0)
		str_addf(out, "%" PRId32 " of %" PRId32 " at or below", stats->at_or_below,
			 stats->counted);
	else
		describe_plan(stats, out);
}

static void draw_words(const struct stats *stats, struct canvas *canvas, struct rect rest)
{
	static const struct {
		const char *label;
		void (*describe)(const struct stats *stats, struct str *out);
		void (*brief)(const struct stats *stats, struct str *out);
	} lines[] = {{"A day", describe_amounts, brief_amounts},
		     {"Doses a day", describe_doses, brief_doses},
		     {"Between doses", describe_gaps, brief_gaps},
		     {"Plan", describe_plan, brief_plan}};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct rect line = rect_take_top(&rest, 1);
		struct str text = STR_INIT;

		canvas_text(canvas, rect_take_left(&line, TEXT_COLUMNS), ROLE_DIM, lines[i].label);
		lines[i].describe(stats, &text);
		if (utf8_width(text.data) > line.columns) {
			str_reset(&text);
			lines[i].brief(stats, &text);
		}
		canvas_text(canvas, line, ROLE_TEXT, text.data);
		str_free(&text);
	}
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
	canvas_text(canvas, rect_take_top(&place, 1), ROLE_DIM,
		    page->stats.has_plan ? "Mean of 7 days, and the plan (dotted)"
					 : "Mean of 7 days");
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

static void draw_hours(const struct stats_hours *hours, struct canvas *canvas, struct rect place)
{
	int64_t values[STATS_HOURS];
	struct rect labels;

	canvas_text(canvas, rect_take_top(&place, 1), ROLE_DIM, "Doses by hour of the day");
	if (place.rows > COLUMN_ROWS)
		place.rows = COLUMN_ROWS;
	labels = rect_take_bottom(&place, 1);
	for (int hour = 0; hour < STATS_HOURS; hour++)
		values[hour] = hours->doses[hour];
	draw_columns(values, STATS_HOURS, HOUR_COLUMNS, canvas, place);
	for (int hour = 0; hour < STATS_HOURS; hour += 3)
		canvas_textf(canvas, rect_line(labels, 0, hour * HOUR_COLUMNS), ROLE_DIM, "%d",
			     hour);
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

static void draw_weekdays(const struct stats *stats, struct canvas *canvas, struct rect place)
{
	int64_t most = 1;

	canvas_text(canvas, rect_take_top(&place, 1), ROLE_DIM, "By weekday, a day");
	for (int i = 0; i < STATS_WEEKDAYS; i++) {
		int64_t mean = stats->weekdays.weekday[i].mean.nano;

		most = mean > most ? mean : most;
	}
	for (int i = 0; i < STATS_WEEKDAYS; i++) {
		const struct stats_weekday *day = &stats->weekdays.weekday[i];
		struct rect line = rect_take_top(&place, 1), amount = rect_take_right(&line, 9);
		struct str text = STR_INIT;

		canvas_text(canvas, rect_take_left(&line, 4), ROLE_TEXT, weekday_short(i));
		if (day->days > 0) {
			add_amount(stats, day->mean, &text);
			bar_draw(canvas, line, ROLE_ACCENT, day->mean.nano, most);
		}
		canvas_text_right(canvas, amount, ROLE_DIM, day->days > 0 ? text.data : "–");
		str_free(&text);
	}
}

static void draw_plain(const struct trends_page *page, struct canvas *canvas, struct rect rest)
{
	const struct stats *stats = &page->stats;

	draw_words(stats, canvas, rect_take_top(&rest, WORDS_ROWS));
	if (stats->hours.enough)
		canvas_textf(canvas, rect_take_top(&rest, 1), ROLE_TEXT,
			     "Most doses between %d and %d o'clock", stats->hours.most,
			     stats->hours.most + 1);
	for (int i = 0; i < STATS_WEEKDAYS && stats->weekdays.enough; i++) {
		struct str text = STR_INIT;

		str_addf(&text, "%s, a day: ", weekday_short(i));
		add_amount(stats, stats->weekdays.weekday[i].mean, &text);
		canvas_text(canvas, rect_take_top(&rest, 1), ROLE_TEXT, text.data);
		str_free(&text);
	}
}

static void draw_patterns(const struct trends_page *page, struct canvas *canvas, struct rect rest)
{
	struct rect left = rest;

	if (rest.columns >= BOTH_COLUMNS) {
		left = rect_take_left(&rest, HOURS_WIDTH);
		rect_take_left(&rest, GAP);
		if (rest.rows > STATS_WEEKDAYS)
			draw_weekdays(&page->stats, canvas, rest);
		else
			draw_weekday_columns(&page->stats, canvas, rest);
	}
	draw_hours(&page->stats.hours, canvas, left);
}

void trends_page_draw(const struct trends_page *page, struct canvas *canvas, struct rect area)
{
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1), title;

	bool roomy = area.rows >= ROOMY_ROWS;

	if (area.rows >= AIR_ROWS)
		rect_take_top(&rest, 1);
	title = rect_take_top(&rest, 1);
	canvas_textf(canvas, title, ROLE_STRONG, "Trends, %s", page->period);
	canvas_cursor(canvas, title.row, title.column, false);
	if (!page->any) {
		canvas_wrap(canvas, rest, ROLE_DIM, page->why);
		return;
	}
	if (canvas->plain) {
		draw_plain(page, canvas, rest);
		return;
	}
	draw_words(&page->stats, canvas, rect_take_top(&rest, WORDS_ROWS));
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
