/* SPDX-License-Identifier: MIT */
#include "diff_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "chart.h"
#include "move.h"
#include "table.h"

enum { MARGIN_COLUMNS = 60, TALL_ROWS = 14, CELL_SIZE = 96, LIST_COLUMNS = 57, GAP = 5 };
enum { CHART_ROWS = 18 };
enum { FROM, DAYS, A, B, CHANGED };

static const struct column columns[] = {
	[FROM] = {.title = "From", .width = 15},
	[DAYS] = {.title = "Days", .width = 4, .fold = 2, .right = true},
	[A] = {.title = "A", .width = 10, .right = true},
	[B] = {.title = "B", .width = 10, .right = true},
	[CHANGED] = {.title = "Change", .width = 10, .fold = 1, .right = true},
};

enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

void diff_page_free(struct diff_page *page)
{
	plan_diff_free(&page->diff);
	free(page->a);
	free(page->b);
	page->a = page->b = NULL;
	page->days = 0;
}

static int64_t planned(const struct diff_side *side, struct day day)
{
	const struct level *level = day.n < side->ends.n ? schedule_at(&side->schedule, day) : NULL;

	return level != NULL ? amount_milli(level->target) : CHART_NO_DATA;
}

static void widen(const struct diff_side *side, struct day *first, struct day *last)
{
	if (side->schedule.level_count == 0)
		return;
	if (schedule_first_day(&side->schedule).n < first->n)
		*first = schedule_first_day(&side->schedule);
	if (side->has_last && side->last.n > last->n)
		*last = side->last;
}

void diff_page_build(struct diff_page *page)
{
	const struct plan_diff *diff = &page->diff;
	struct day first = {.n = INT32_MAX}, last = {.n = INT32_MIN};

	list_resize(&page->list, (int)diff->count);
	widen(&diff->a, &first, &last);
	widen(&diff->b, &first, &last);
	if (last.n < first.n)
		return;
	page->first = first;
	page->days = (size_t)day_between(first, last) + 2;
	page->a = mem_alloc(page->days, sizeof(*page->a));
	page->b = mem_alloc(page->days, sizeof(*page->b));
	for (size_t i = 0; i < page->days; i++) {
		page->a[i] = planned(&diff->a, day_add(first, (int32_t)i));
		page->b[i] = planned(&diff->b, day_add(first, (int32_t)i));
	}
}

struct parts {
	struct rect title, a, b, head, list, chart;
};

static void side_text(const struct diff_page *page, bool is_b, struct str *out)
{
	const struct diff_side *side = is_b ? &page->diff.b : &page->diff.a;
	char day[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	str_addf(out, "%c  %s", is_b ? 'B' : 'A', side->name);
	if (side->has_last)
		str_addf(out, "; last day %s, %s in all", day_full(side->last, day),
			 amount_fixed_with_unit(side->total, page->diff.decimals, page->diff.unit,
						amount));
	else if (side->open)
		str_add(out, "; no last day while on hold");
}

static int side_rows(const struct diff_page *page, bool is_b, int width)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));
	int rows;

	side_text(page, is_b, &text);
	rows = text_rows(text.data, width);
	str_free(&text);
	return rows;
}

static struct parts parts_of(const struct diff_page *page, struct rect area)
{
	struct parts parts = {.chart = {.rows = 0}};
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);
	int air = area.rows > TALL_ROWS ? 1 : 0;

	rect_take_top(&rest, air);
	parts.title = rect_take_top(&rest, air);
	rect_take_top(&rest, air);
	parts.a = rect_take_top(&rest, side_rows(page, false, rest.columns));
	parts.b = rect_take_top(&rest, side_rows(page, true, rest.columns));
	rect_take_top(&rest, air);
	if (area.columns >= PANEL_COLUMNS) {
		parts.chart = rest;
		rest = rect_take_left(&parts.chart, LIST_COLUMNS);
		rect_take_left(&parts.chart, GAP);
		parts.chart = rect_take_top(&parts.chart, CHART_ROWS);
	}
	parts.head = rect_take_top(&rest, 1);
	parts.list = rest;
	return parts;
}

struct rect diff_page_list(const struct diff_page *page, struct rect area)
{
	return parts_of(page, area).list;
}

static void amount_cell(const struct diff_page *page, bool any, struct amount amount, char *out)
{
	if (any)
		amount_fixed_with_unit(amount, page->diff.decimals, page->diff.unit, out);
	else
		snprintf(out, AMOUNT_TEXT_SIZE, "no plan");
}

static void diff_cell(const struct diff_page *page, const struct diff_row *row, int which,
		      char *out)
{
	int64_t more = row->b.nano - row->a.nano;
	char amount[AMOUNT_TEXT_SIZE];

	out[0] = '\0';
	if (which == FROM)
		day_full(row->first, out);
	else if (which == DAYS && row->days != LEVEL_OPEN)
		snprintf(out, CELL_SIZE, "%" PRId32, row->days);
	else if (which == A)
		amount_cell(page, row->has_a, row->a, out);
	else if (which == B)
		amount_cell(page, row->has_b, row->b, out);
	else if (which == CHANGED && row->has_a && row->has_b)
		snprintf(out, CELL_SIZE, "%s%s", more < 0 ? "−" : "+",
			 amount_fixed_with_unit((struct amount){.nano = more < 0 ? -more : more},
						page->diff.decimals, page->diff.unit, amount));
}

static void draw_row(const struct diff_page *page, int item, const struct table *table,
		     struct canvas *canvas, struct rect line)
{
	static const int inks[] = {
		[FROM] = ROLE_TEXT, [DAYS] = ROLE_DIM,     [A] = ROLE_TEXT,
		[B] = ROLE_STRONG,  [CHANGED] = ROLE_TEXT,
	};
	char texts[COLUMN_COUNT][CELL_SIZE];
	const char *cells[COLUMN_COUNT];

	for (int i = 0; i < COLUMN_COUNT; i++) {
		diff_cell(page, &page->diff.rows[item], i, texts[i]);
		cells[i] = texts[i];
	}
	table_row(table, canvas, line, cells, inks);
	if (item == page->list.cursor) {
		canvas_cursor(canvas, line.row, line.column, false);
		canvas_select(canvas, rect_take_left(&line, table->width));
	}
}

void diff_page_line(const struct diff_page *page, int item, struct str *out)
{
	const struct diff_row *row = &page->diff.rows[item];
	char text[CELL_SIZE];

	move_day_words(row->first, out);
	for (int which = A; which <= CHANGED; which++) {
		diff_cell(page, row, which, text);
		str_addf(out, "%s ", text);
	}
}

static void draw_side(const struct diff_page *page, bool is_b, struct canvas *canvas,
		      struct rect place)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	side_text(page, is_b, &text);
	canvas_wrap(canvas, place, ROLE_TEXT, text.data);
	canvas_put(canvas, place.row, place.column, ROLE_ACCENT | INK_BOLD, is_b ? 'B' : 'A');
	str_free(&text);
}

static void draw_chart(const struct diff_page *page, struct canvas *canvas, struct rect place)
{
	struct chart chart = {
		.series = {{.values = page->a, .role = ROLE_DIM, .letter = 'A', .dotted = true},
			   {.values = page->b, .role = ROLE_ACCENT, .letter = 'B'}},
		.series_count = CHART_SERIES,
		.days = page->days,
		.first = page->first,
		.scale = 1000,
		.today = -1};
	int64_t most = 1;

	if (page->days == 0 || canvas->plain || place.rows == 0)
		return;
	for (size_t i = 0; i < page->days; i++) {
		most = page->a[i] > most ? page->a[i] : most;
		most = page->b[i] > most ? page->b[i] : most;
	}
	chart.top = chart_top(most, chart.scale);
	canvas_textf(canvas, rect_take_top(&place, 1), ROLE_DIM, "A (dotted) and B, %s a day",
		     unit_name(page->diff.unit));
	chart_draw(canvas, place, &chart);
}

void diff_page_draw(const struct diff_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area);
	struct table table = table_fit(columns, COLUMN_COUNT, parts.list.columns);

	canvas_text(canvas, parts.title, INK_TITLE, page->title);
	draw_side(page, false, canvas, parts.a);
	draw_side(page, true, canvas, parts.b);
	if (page->diff.count == 0) {
		canvas_text(canvas, parts.head, ROLE_TEXT,
			    "Both plan the same amount on every day.");
		return;
	}
	table_head(&table, canvas, parts.head);
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++)
		draw_row(page, page->list.top + i, &table, canvas, rect_line(parts.list, i, 0));
	draw_chart(page, canvas, parts.chart);
}
