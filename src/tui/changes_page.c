/* SPDX-License-Identifier: MIT */
#include "changes_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "move.h"
#include "words.h"

enum {
	MARGIN_COLUMNS = 60,
	TALL_ROWS = 14,
	PAGE_COLUMNS = 88,
	MARK_COLUMNS = 2,
	NUMBER_COLUMNS = 3,
	DAY_COLUMNS = 13,
	ABOUT_ROWS = 3,
	CELL_SIZE = 96
};

struct parts {
	struct rect title, head, list, about;
};

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);

	rect_take_top(&page, area.rows > TALL_ROWS ? 1 : 0);
	return rect_take_left(&page, PAGE_COLUMNS);
}

static struct parts parts_of(const struct changes_page *page, struct rect area)
{
	struct parts parts = {.title = {.rows = 0}};
	struct rect rest = page_of(area);
	bool tall = area.rows > TALL_ROWS;

	parts.title = rect_take_top(&rest, 1);
	rect_take_top(&rest, tall ? 1 : 0);
	parts.head = rect_take_top(&rest, 1);
	parts.about = rest;
	parts.list = rect_take_top(&parts.about, page->list.count < rest.rows - ABOUT_ROWS
							 ? page->list.count
							 : rest.rows - ABOUT_ROWS);
	rect_take_top(&parts.about, tall ? 1 : 0);
	return parts;
}

struct rect changes_page_list(const struct changes_page *page, struct rect area)
{
	return parts_of(page, area).list;
}

static void last_text(const struct plan_event *event, char *buf)
{
	if (event->has_last)
		day_long(event->last, buf);
	else
		snprintf(buf, DAY_TEXT_SIZE, "%s", event->open ? "open" : "–");
}

static void draw_line(struct canvas *canvas, struct rect line, int ink, const char *const texts[5])
{
	canvas_text(canvas, rect_take_left(&line, MARK_COLUMNS), ROLE_ACCENT, texts[0]);
	canvas_text_right(canvas, rect_take_left(&line, NUMBER_COLUMNS), ink, texts[1]);
	rect_take_left(&line, 2);
	canvas_text(canvas, rect_take_left(&line, DAY_COLUMNS), ink, texts[2]);
	if (line.columns >= 2 * DAY_COLUMNS + 10)
		canvas_text_right(canvas, rect_take_right(&line, DAY_COLUMNS), ink, texts[4]);
	canvas_text(canvas, line, ink, texts[3]);
}

/* More of the change under the cursor than its line has room for. */
static void draw_about(const struct changes_page *page, struct canvas *canvas, struct rect place)
{
	const struct plan_event *event = &page->events.events[page->list.cursor];
	char day[DAY_TEXT_SIZE];
	struct str text = STR_INIT;

	words_sentence(event->what, &text);
	if (event->has_last)
		str_addf(&text, " As planned then, the last day was %s.",
			 day_full(event->last, day));
	if (!event->in_force)
		str_add(&text, " It was changed again before it began.");
	rect_take_top(&place, canvas_wrap(canvas, place, ROLE_TEXT, text.data));
	if (event->revision->reason[0] != '\0') {
		str_reset(&text);
		str_addf(&text, "Why: %s", event->revision->reason);
		canvas_wrap(canvas, place, ROLE_DIM, text.data);
	}
	str_free(&text);
}

static void draw_event(const struct changes_page *page, int item, struct canvas *canvas,
		       struct rect line)
{
	const struct plan_event *event = &page->events.events[item];
	char number[16], from[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	const char *texts[5] = {item == page->marked ? (canvas->plain ? "m" : "●") : "", number,
				day_long(event->revision->from, from), event->what, last};

	snprintf(number, sizeof(number), "%zu", event->number);
	last_text(event, last);
	draw_line(canvas, line, event->in_force ? ROLE_TEXT : ROLE_DIM, texts);
	if (item == page->list.cursor) {
		canvas_select(canvas, line);
		canvas_cursor(canvas, line.row, line.column, false);
	}
}

void changes_page_draw(const struct changes_page *page, struct canvas *canvas, struct rect area)
{
	static const char *const heads[5] = {"", "", "From", "Change", "Last day"};
	struct parts parts = parts_of(page, area);

	canvas_text(canvas, parts.title, ROLE_ACCENT | INK_BOLD, "Changes of the plan");
	draw_line(canvas, parts.head, ROLE_DIM, heads);
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++)
		draw_event(page, page->list.top + i, canvas, rect_line(parts.list, i, 0));
	draw_about(page, canvas, parts.about);
}

void changes_page_line(const struct changes_page *page, int item, struct str *out)
{
	const struct plan_event *event = &page->events.events[item];

	move_day_words(event->revision->from, out);
	str_addf(out, "%zu %s %s", event->number, event->what, event->revision->reason);
}

enum { FROM, DAYS, A, B, CHANGED };

static const struct column columns[] = {
	[FROM] = {.title = "From", .width = 15},
	[DAYS] = {.title = "Days", .width = 4, .fold = 2, .right = true},
	[A] = {.title = "A", .width = 10, .right = true},
	[B] = {.title = "B", .width = 10, .right = true},
	[CHANGED] = {.title = "Change", .width = 10, .fold = 1, .right = true},
};

enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

struct diff_parts {
	struct rect a, b, head, list;
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
	struct str text = STR_INIT;
	int rows;

	side_text(page, is_b, &text);
	rows = text_rows(text.data, width);
	str_free(&text);
	return rows;
}

static struct diff_parts diff_parts_of(const struct diff_page *page, struct rect area)
{
	struct diff_parts parts;
	struct rect rest = page_of(area);

	parts.a = rect_take_top(&rest, side_rows(page, false, rest.columns));
	parts.b = rect_take_top(&rest, side_rows(page, true, rest.columns));
	rect_take_top(&rest, area.rows > TALL_ROWS ? 1 : 0);
	parts.head = rect_take_top(&rest, 1);
	parts.list = rest;
	return parts;
}

struct rect diff_page_list(const struct diff_page *page, struct rect area)
{
	return diff_parts_of(page, area).list;
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

static void draw_diff_row(const struct diff_page *page, const struct diff_row *row, const int *at,
			  struct canvas *canvas, struct rect line)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		char text[CELL_SIZE];
		struct rect cell = line;
		int ink = row == NULL || i == DAYS ? ROLE_DIM : i == B ? ROLE_STRONG : ROLE_TEXT;

		if (at[i] < 0)
			continue;
		rect_take_left(&cell, at[i]);
		cell = rect_take_left(&cell, columns[i].width);
		if (row == NULL)
			snprintf(text, sizeof(text), "%s", columns[i].title);
		else
			diff_cell(page, row, i, text);
		if (columns[i].right)
			canvas_text_right(canvas, cell, ink, text);
		else
			canvas_text(canvas, cell, ink, text);
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
	struct str text = STR_INIT;

	side_text(page, is_b, &text);
	canvas_wrap(canvas, place, ROLE_TEXT, text.data);
	canvas_put(canvas, place.row, place.column, ROLE_ACCENT | INK_BOLD, is_b ? 'B' : 'A');
	str_free(&text);
}

void diff_page_draw(const struct diff_page *page, struct canvas *canvas, struct rect area)
{
	struct diff_parts parts = diff_parts_of(page, area);
	int at[COLUMN_COUNT], width;

	width = columns_fit(columns, COLUMN_COUNT, parts.list.columns, at);
	draw_side(page, false, canvas, parts.a);
	draw_side(page, true, canvas, parts.b);
	if (page->diff.count == 0) {
		canvas_text(canvas, parts.head, ROLE_TEXT,
			    "Both plan the same amount on every day.");
		return;
	}
	draw_diff_row(page, NULL, at, canvas, parts.head);
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++) {
		struct rect line = rect_line(parts.list, i, 0);
		int item = page->list.top + i;

		draw_diff_row(page, &page->diff.rows[item], at, canvas, line);
		if (item == page->list.cursor) {
			canvas_select(canvas, rect_take_left(&line, width));
			canvas_cursor(canvas, line.row, parts.list.column, false);
		}
	}
}
