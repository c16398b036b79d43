/* SPDX-License-Identifier: MIT */
#include "trends_side.h"

#include <inttypes.h>
#include <stdio.h>

#include "bar.h"
#include "month_map.h"
#include "table.h"
#include "trends_words.h"

enum { CELL_SIZE = 48, DAY_COLUMNS = 4, AMOUNT_COLUMNS = 9, SPANS_MAX = 14, PATTERN_ROWS = 9 };
enum { FROM, MEAN, DOSES, BELOW };

static const struct column columns[] = {
	[FROM] = {.title = "", .width = 12},
	[MEAN] = {.title = "a day", .width = 9, .right = true},
	[DOSES] = {.title = "doses", .width = 6, .right = true},
	[BELOW] = {.title = "at or below", .width = 11, .right = true},
};

enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

/* "16 Nov" or "Nov 2026". */
static void span_name(const struct trends_page *page, const struct history_span *span, char *out)
{
	struct civil civil = day_to_civil(span->first);

	if (page->by == HISTORY_BY_WEEK)
		snprintf(out, CELL_SIZE, "from %d %s", civil.mday, month_short(civil.month));
	else
		snprintf(out, CELL_SIZE, "%s %d", month_short(civil.month), civil.year);
}

static void mean_text(const struct trends_page *page, const struct history_span *span, char *out)
{
	amount_fixed_with_unit(span->mean, page->spans.decimals, page->spans.unit, out);
}

static void draw_span(const struct trends_page *page, const struct history_span *span,
		      const struct table *table, struct canvas *canvas, struct rect line)
{
	static const int inks[] = {ROLE_TEXT, ROLE_TEXT, ROLE_DIM, ROLE_DIM};
	char name[CELL_SIZE], mean[CELL_SIZE] = "·", below[CELL_SIZE] = "";
	char room[TEXT_ROOM];
	struct str doses = str_in(room, sizeof(room));
	const char *texts[COLUMN_COUNT] = {
		[FROM] = name, [MEAN] = mean, [DOSES] = "", [BELOW] = below};

	span_name(page, span, name);
	if (span->days > 0) {
		mean_text(page, span, mean);
		trends_rate(span->day_doses, span->days, &doses);
		texts[DOSES] = doses.data;
	}
	if (span->counted > 0)
		snprintf(below, sizeof(below), "%" PRId32 " of %" PRId32, span->at_or_below,
			 span->counted);
	table_row(table, canvas, line, texts, inks);
	str_free(&doses);
}

/* The newest first; returns what is left below them. */
static struct rect draw_spans(const struct trends_page *page, struct canvas *canvas,
			      struct rect place)
{
	struct table table = table_fit(columns, COLUMN_COUNT, place.columns);
	int rows = place.rows - 2 < SPANS_MAX ? place.rows - 2 : SPANS_MAX;
	struct rect head = rect_take_top(&place, 1);

	table_head(&table, canvas, head);
	canvas_text(canvas, head, ROLE_DIM, page->by == HISTORY_BY_WEEK ? "By week" : "By month");
	for (size_t i = page->spans.count; i > 0 && rows > 0; i--, rows--)
		draw_span(page, &page->spans.spans[i - 1], &table, canvas,
			  rect_take_top(&place, 1));
	rect_take_top(&place, 1);
	return place;
}

void trends_weekdays_draw(const struct stats *stats, struct canvas *canvas, struct rect place)
{
	int64_t most = 1;

	canvas_text(canvas, rect_take_top(&place, 1), ROLE_DIM, "By weekday, a day");
	for (int i = 0; i < STATS_WEEKDAYS; i++) {
		int64_t mean = stats->weekdays.weekday[i].mean.nano;

		most = mean > most ? mean : most;
	}
	for (int i = 0; i < STATS_WEEKDAYS; i++) {
		const struct stats_weekday *day = &stats->weekdays.weekday[i];
		struct rect line = rect_take_top(&place, 1);
		struct rect amount = rect_take_right(&line, AMOUNT_COLUMNS);
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		canvas_text(canvas, rect_take_left(&line, DAY_COLUMNS), ROLE_TEXT,
			    weekday_short(i));
		if (day->days > 0) {
			trends_amount(stats, day->mean, &text);
			bar_draw(canvas, line, ROLE_ACCENT, day->mean.nano, most);
		}
		canvas_text_right(canvas, amount, ROLE_DIM, day->days > 0 ? text.data : "–");
		str_free(&text);
	}
}

void trends_side_draw(const struct trends_page *page, struct canvas *canvas, struct rect place)
{
	const struct history_days *days = &page->past;

	if (page->spans.count > 0)
		place = draw_spans(page, canvas, place);
	if (place.rows >= PATTERN_ROWS) {
		trends_weekdays_draw(&page->stats, canvas, rect_take_top(&place, PATTERN_ROWS - 1));
		rect_take_top(&place, 1);
	}
	if (days->count == 0)
		return;
	month_maps_draw(days, days->days[0].total.day, days->days[days->count - 1].total.day,
			canvas, place);
}

void trends_spans_say(const struct trends_page *page, struct canvas *canvas, struct rect place)
{
	for (size_t i = page->spans.count; i > 0 && place.rows > 0; i--) {
		const struct history_span *span = &page->spans.spans[i - 1];
		char name[CELL_SIZE], mean[CELL_SIZE];
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		if (span->days == 0)
			continue;
		span_name(page, span, name);
		mean_text(page, span, mean);
		str_addf(&text, "%s %s: %s a day", page->by == HISTORY_BY_WEEK ? "Week" : "Month",
			 name, mean);
		if (span->counted > 0)
			str_addf(&text, ", %" PRId32 " of %" PRId32 " at or below",
				 span->at_or_below, span->counted);
		canvas_text(canvas, rect_take_top(&place, 1), ROLE_TEXT, text.data);
		str_free(&text);
	}
}
