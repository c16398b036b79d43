/* SPDX-License-Identifier: MIT */
#include "checkin_page.h"

#include <stdio.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "chart.h"
#include "prose.h"

#include <stdlib.h>

enum {
	WIDE_COLUMNS = 72,
	PAGE_COLUMNS = 76,
	PANEL_GAP = 4,
	GROUP_COLUMNS = 10,
	NAME_COLUMNS = 28,
	NAME_LEAST = 18,
	ANSWER_COLUMNS = 18,
	DIGIT_COLUMNS = 3,
	SLEEP_COLUMNS = 10,
	CHART_ROWS = 8,
	TELL_ROWS = 2,
	PLAIN_TELL_ROWS = 3,
	AIR_ROWS = 14,
	POINT = 100
};

const char checkin_page_worth[] = "Not a validated scale; it compares you with yourself.";

struct checkin_layout checkin_layout(const struct checkin_page *page, struct rect area, bool plain)
{
	struct rect rest = rect_inset(area, 0, area.columns >= WIDE_COLUMNS ? 2 : 1);
	struct checkin_layout layout = {.wide = area.columns >= WIDE_COLUMNS && !plain};
	int tell = plain ? PLAIN_TELL_ROWS : TELL_ROWS, room, foot;

	if (area.columns >= PANEL_COLUMNS && !plain) {
		layout.panel = rest;
		rest = rect_take_left(&layout.panel, PAGE_COLUMNS);
		rect_take_left(&layout.panel, PANEL_GAP);
		rect_take_top(&layout.panel, 1);
		rect_take_top(&rest, 1);
		tell = 0;
	}
	layout.head = rect_take_top(&rest, 1);
	layout.scale = rect_take_top(&rest, 1);
	if (rest.rows < AIR_ROWS && !plain) {
		layout.rows = rest;
		return layout;
	}
	foot = text_rows(checkin_page_worth, rest.columns);
	room = rest.rows > tell + foot ? rest.rows - tell - foot : 0;
	layout.rows = rect_take_top(&rest, page->list.count < room ? page->list.count : room);
	rect_take_top(&rest, rest.rows > tell + foot ? 1 : 0);
	layout.told = rect_take_top(&rest, tell);
	layout.foot = rect_take_top(&rest, foot);
	return layout;
}

static void draw_head(const struct checkin_page *page, const struct checkin_layout *layout,
		      struct canvas *canvas)
{
	char day[DAY_TEXT_SIZE];
	int answered = 0;
	struct rect line = layout->head;

	for (int i = 0; i < page->row_count; i++)
		answered += page->rows[i].rating != CHECKIN_UNRATED;
	day_short(page->day, day);
	if (page->today)
		canvas_textf(canvas, line, INK_TITLE, "How is today? %s", day);
	else
		canvas_textf(canvas, line, INK_TITLE, "How was %s?", day);
	if (line.columns >= WIDE_COLUMNS - 4) {
		char text[48];

		snprintf(text, sizeof(text), "%d of %d answered   ← → other days", answered,
			 page->row_count);
		canvas_text_right(canvas, line, ROLE_DIM, text);
	}
}

static void draw_scale(const struct checkin_page *page, const struct checkin_layout *layout,
		       struct canvas *canvas)
{
	int cuts = page->row_count > 0 ? spark_cuts(&page->rows[0].spark) : 0;
	struct rect line = layout->scale;

	if (!layout->wide) {
		canvas_text(canvas, line, ROLE_DIM, "0 none, 1 a little, 2, 3, 4 extreme");
		return;
	}
	canvas_text(canvas, line, ROLE_DIM,
		    "0 none  1 a little  2 moderate  3 quite a lot  4 extreme");
	canvas_text_right(canvas, line, ROLE_DIM,
			  cuts == 0                ? "last 14 days"
			  : cuts <= SPARK_CUTS_MAX ? "14 days, │ cut"
						   : "14 days");
}

static void draw_answer(const struct checkin_row *row, const struct checkin_layout *layout,
			struct canvas *canvas, struct rect place)
{
	if (row->rating == CHECKIN_UNRATED) {
		canvas_text(canvas, place, ROLE_DIM, layout->wide ? "· · · ·" : "·");
		return;
	}
	canvas_textf(canvas, rect_take_left(&place, 2), ROLE_STRONG, "%d", row->rating);
	if (!layout->wide)
		return;
	for (int i = 0; i < SYMPTOM_WORST && place.columns > 0; i++) {
		bool full = i < row->rating;

		canvas_put(canvas, place.row, place.column, full ? ROLE_ACCENT : ROLE_DIM,
			   full ? U'●' : U'○');
		rect_take_left(&place, 1);
	}
	rect_take_left(&place, 1);
	canvas_text(canvas, place, ROLE_TEXT, symptom_rating_word(row->rating));
}

static void draw_plain_row(const struct checkin_row *row, struct canvas *canvas, struct rect line)
{
	if (row->rating == CHECKIN_UNRATED)
		canvas_textf(canvas, line, ROLE_TEXT, "%s: no answer", row->name);
	else
		canvas_textf(canvas, line, ROLE_TEXT, "%s: %d %s", row->name, row->rating,
			     symptom_rating_word(row->rating));
}

static void draw_row(const struct checkin_page *page, const struct checkin_layout *layout, int item,
		     struct canvas *canvas, struct rect line)
{
	const struct checkin_row *row = &page->rows[item];
	bool first = item == page->list.top || page->rows[item - 1].group != row->group;
	int spark = layout->wide ? SPARK_COLUMNS : SPARK_DAYS + spark_cuts(&row->spark);
	int name = line.columns - DIGIT_COLUMNS - spark;

	if (canvas->plain) {
		draw_plain_row(row, canvas, line);
		return;
	}
	if (layout->wide) {
		canvas_text(canvas, rect_take_left(&line, GROUP_COLUMNS), ROLE_DIM,
			    first ? symptom_group_title(row->group) : "");
		canvas_text(canvas, rect_take_left(&line, NAME_COLUMNS), ROLE_TEXT, row->name);
		draw_answer(row, layout, canvas, rect_take_left(&line, ANSWER_COLUMNS + 1));
	} else {
		/* The one that is answered now is named in full, its days in the place of it otherwise. */
		if (item == page->list.cursor && utf8_width(row->name) > name)
			name = line.columns - DIGIT_COLUMNS;
		else if (name < NAME_LEAST)
			name = NAME_LEAST;
		canvas_text(canvas, rect_take_left(&line, name), ROLE_TEXT, row->name);
		draw_answer(row, layout, canvas, rect_take_left(&line, DIGIT_COLUMNS));
	}
	spark_draw(&row->spark, canvas, line);
}

static void draw_field(const struct checkin_page *page, const struct checkin_layout *layout,
		       int which, struct canvas *canvas, struct rect line)
{
	struct form one = {.count = 1, .at = which == page->form.at ? 0 : -1};
	const struct field *field = &page->form.fields[which];
	struct rect rest = line;

	one.fields[0] = *field;
	one.fields[0].said[0] = '\0';
	form_draw(&one, canvas, line, FIELD_ROWS_TIGHT);
	if (which != CHECKIN_SLEEP)
		return;
	rect_take_left(&rest, 2 * SLEEP_COLUMNS + 2);
	if (field->said[0] != '\0') {
		canvas_text(canvas, rest, ROLE_WARN, field->said);
		return;
	}
	canvas_text(canvas, rest, ROLE_DIM, field->hint);
	if (layout->wide) {
		rect_take_left(&rest, GROUP_COLUMNS + NAME_COLUMNS + ANSWER_COLUMNS + 1 -
					      (rest.column - line.column));
		spark_draw(&page->sleep, canvas, rest);
	}
}

/* The days behind the answer are no part of what is answered, nor written anew with every step of the cursor. */
static void select_row(const struct checkin_layout *layout, struct canvas *canvas, struct rect line)
{
	if (layout->wide && !canvas->plain) {
		rect_take_left(&line, GROUP_COLUMNS - 1);
		line.columns = NAME_COLUMNS + ANSWER_COLUMNS + 1;
	}
	canvas_select(canvas, line);
}

static void draw_rows(const struct checkin_page *page, const struct checkin_layout *layout,
		      struct canvas *canvas)
{
	for (int i = 0; i < layout->rows.rows && page->list.top + i < page->list.count; i++) {
		struct rect line = rect_line(layout->rows, i, 0);
		int item = page->list.top + i;

		if (item >= page->row_count) {
			draw_field(page, layout, item - page->row_count, canvas, line);
			continue;
		}
		draw_row(page, layout, item, canvas, line);
		if (item == page->list.cursor) {
			select_row(layout, canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
}

/* To a screen reader the days of the question under the cursor are told in words. */
static void draw_plain_days(const struct checkin_page *page, struct canvas *canvas,
			    struct rect place)
{
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));
	bool row = page->list.cursor >= 0 && page->list.cursor < page->row_count;

	str_add(&words, "Last 14 days: ");
	if (row)
		spark_words(&page->rows[page->list.cursor].spark, &words);
	else
		spark_words(&page->sleep, &words);
	if (row || page->form.at == CHECKIN_SLEEP)
		canvas_wrap(canvas, place, ROLE_TEXT, words.data);
	str_free(&words);
}

/* Days before the first check-in would leave the chart empty on its left. */
static int32_t first_of(const struct checkin_series *series)
{
	int32_t first = 0;

	while (first + SPARK_DAYS < series->days && series->means[first] == TREND_NONE)
		first++;
	return first;
}

/* The mean of every day, oldest left. */
static void draw_means(const struct checkin_series *series, struct canvas *canvas,
		       struct rect place)
{
	int32_t first = first_of(series);
	size_t days = (size_t)(series->days - first);
	int64_t *values = mem_alloc(days, sizeof(*values));
	struct chart chart = {
		.series = {{.values = values, .role = ROLE_ACCENT, .letter = '*'}},
		.series_count = 1,
		.days = days,
		.first = day_add(series->first, first),
		.top = (int64_t)SYMPTOM_WORST * POINT,
		.scale = POINT,
		.today = -1,
	};

	for (size_t i = 0; i < days; i++)
		values[i] = series->means[(size_t)first + i] == TREND_NONE
				    ? CHART_NO_DATA
				    : series->means[(size_t)first + i];
	chart_draw(canvas, place, &chart);
	free(values);
}

static void draw_panel(const struct checkin_page *page, struct canvas *canvas, struct rect place)
{
	if (place.rows > 3 * CHART_ROWS && page->series->checked > 1) {
		canvas_text(canvas, rect_take_top(&place, 1), ROLE_STRONG,
			    "All answers of a day, their mean");
		draw_means(page->series, canvas, rect_take_top(&place, CHART_ROWS));
		rect_take_top(&place, 1);
	}
	prose_draw(canvas, place, 0, page->changed);
}

void checkin_page_draw(const struct checkin_page *page, struct canvas *canvas, struct rect area)
{
	struct checkin_layout layout = checkin_layout(page, area, canvas->plain);

	draw_head(page, &layout, canvas);
	draw_scale(page, &layout, canvas);
	draw_rows(page, &layout, canvas);
	if (canvas->plain)
		draw_plain_days(page, canvas, layout.told);
	else
		canvas_wrap(canvas, layout.told, ROLE_TEXT, page->told);
	canvas_wrap(canvas, layout.foot, ROLE_DIM, checkin_page_worth);
	if (layout.panel.rows > 0)
		draw_panel(page, canvas, layout.panel);
}
