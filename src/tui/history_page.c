/* SPDX-License-Identifier: MIT */
#include "history_page.h"

#include <stdio.h>

#include "bar.h"
#include "day_panel.h"

enum { MARGIN_COLUMNS = 60, AIR_ROWS = 14, CELL_SIZE = 128, PANEL_WIDTH = 40 };

enum { DATE, TAKEN, PLAN, DOSES, STATUS, BAR, TAGS };

static const struct column columns[] = {
	[DATE] = {.title = "Date", .width = 10},
	[TAKEN] = {.title = "Taken", .width = 9, .right = true},
	[PLAN] = {.title = "Plan", .width = 9, .fold = 2, .right = true},
	[DOSES] = {.title = "Doses", .width = 5, .fold = 4, .right = true},
	[STATUS] = {.title = "", .width = 11, .fold = 1},
	[BAR] = {.title = "", .width = 12, .fold = 3},
	[TAGS] = {.title = "", .width = 16, .fold = 5},
};

enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

void history_page_free(struct history_page *page)
{
	history_days_free(&page->days);
	history_doses_free(&page->doses);
	page->has_doses = false;
}

const struct history_day *history_page_day(const struct history_page *page, int item)
{
	if (item < 0 || (size_t)item >= page->days.count)
		return NULL;
	return &page->days.days[page->days.count - 1 - (size_t)item];
}

struct parts {
	struct rect filter, head, list, panel;
};

static struct parts parts_of(const struct history_page *page, struct rect area)
{
	struct parts parts = {.panel = {.rows = 0}};
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);

	if (area.rows >= AIR_ROWS || page->words[0] != '\0')
		parts.filter = rect_take_top(&rest, 1);
	if (area.columns >= PANEL_COLUMNS) {
		parts.panel = rect_take_right(&rest, PANEL_WIDTH);
		rect_take_right(&rest, 3);
	}
	parts.head = rect_take_top(&rest, 1);
	parts.list = rest;
	return parts;
}

struct rect history_page_list(const struct history_page *page, struct rect area, struct rect *panel)
{
	struct parts parts = parts_of(page, area);

	*panel = parts.panel;
	return parts.list;
}

static int cell_text(const struct history_page *page, const struct history_day *day, int which,
		     char *text)
{
	int ink = day->total.entries > 0 ? ROLE_TEXT : ROLE_DIM;
	char date[DAY_TEXT_SIZE];

	text[0] = '\0';
	if (which == DATE) {
		snprintf(text, CELL_SIZE, "%s", day_short(day->total.day, date));
	} else if (which == TAKEN && day->total.entries == 0) {
		snprintf(text, CELL_SIZE, "·");
	} else if (which == TAKEN) {
		amount_fixed_with_unit(day->total.taken, page->days.decimals, page->days.unit,
				       text);
	} else if (which == PLAN && day->has_target) {
		amount_fixed_with_unit(day->target, page->days.decimals, page->days.unit, text);
		ink = ROLE_DIM;
	} else if (which == DOSES && day->total.entries > 0) {
		snprintf(text, CELL_SIZE, "%d", (int)day->total.doses);
		ink = ROLE_DIM;
	} else if (which == STATUS) {
		snprintf(text, CELL_SIZE, "%s", day_status_text(day->status, &ink));
	} else if (which == TAGS) {
		snprintf(text, CELL_SIZE, "%.*s", CELL_SIZE - 1, history_tags(&page->days, day));
		ink = ROLE_DIM;
	}
	return ink;
}

int64_t history_page_most(const struct history_page *page)
{
	int64_t most = 1;

	for (size_t i = 0; i < page->days.count; i++) {
		const struct history_day *day = &page->days.days[i];

		most = day->total.taken.nano > most ? day->total.taken.nano : most;
		most = day->has_target && day->target.nano > most ? day->target.nano : most;
	}
	return most;
}

/* All bars have one scale, so that days can be compared; what is above the plan is drawn in another way. */
static void draw_bar(const struct history_day *day, int64_t most, struct canvas *canvas,
		     struct rect cell)
{
	int64_t part = day->total.taken.nano, target = day->target.nano;
	bool above = day->status == DAY_ABOVE ||
		     (day->status == DAY_TODAY && day->has_target && part > target);
	struct rect filled = cell;

	if (day->total.entries == 0)
		return;
	filled.columns = (int)((part * cell.columns + most - 1) / most);
	if (above)
		bar_draw(canvas, filled, ROLE_GOOD, part, target > 0 ? target : 1);
	else
		bar_draw(canvas, filled, day->has_target ? ROLE_GOOD : ROLE_ACCENT, 1, 1);
}

static void draw_row(const struct history_page *page, const struct history_day *day, const int *at,
		     struct canvas *canvas, struct rect line)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		char text[CELL_SIZE];
		struct rect cell = line;
		int ink = ROLE_DIM;

		if (at[i] < 0)
			continue;
		rect_take_left(&cell, at[i]);
		cell = rect_take_left(&cell, columns[i].width);
		if (day != NULL)
			ink = cell_text(page, day, i, text);
		else
			snprintf(text, sizeof(text), "%s", columns[i].title);
		if (columns[i].right)
			canvas_text_right(canvas, cell, ink, text);
		else
			canvas_text(canvas, cell, ink, text);
	}
}

/* What is in a colour of its own keeps it, and isn't written anew with every step of the cursor. */
static void select_row(const int *at, struct canvas *canvas, struct rect line)
{
	int end = at[TAKEN] + columns[TAKEN].width + 1;

	if (end < line.columns && !canvas->plain)
		line.columns = end;
	canvas_select(canvas, line);
}

/* The list has the doses that fit, the panel all of the day. */
static void draw_fitting(const struct history_page *page, const struct history_day *day,
			 struct canvas *canvas, struct rect *rest)
{
	char date[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	canvas_text(canvas, rect_take_top(rest, 1), INK_TITLE, day_full(day->total.day, date));
	canvas_textf(canvas, rect_take_top(rest, 1), ROLE_TEXT, "%s fits; the whole day:",
		     amount_fixed_with_unit(day->total.taken, page->days.decimals, page->days.unit,
					    amount));
	rect_take_top(rest, 1);
}

static void draw_panel(const struct history_page *page, struct canvas *canvas, struct rect rest)
{
	const struct history_day *day =
		history_page_day(page, page->has_doses ? page->doses_item : page->list.cursor);

	if (day == NULL || rest.rows == 0)
		return;
	if (page->words[0] != '\0')
		draw_fitting(page, day, canvas, &rest);
	else
		day_head_draw(&page->days, day, canvas, &rest);
	if (page->has_doses)
		day_doses_draw(&page->doses, canvas, rest);
}

void history_page_draw(const struct history_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area);
	int64_t most = page->most;
	int at[COLUMN_COUNT];

	if (page->words[0] != '\0')
		canvas_textf(canvas, parts.filter, ROLE_ACCENT, "Only doses with: %s", page->words);
	if (page->days.count == 0) {
		canvas_wrap(
			canvas, parts.list, ROLE_DIM,
			page->words[0] != '\0'
				? "No dose fits. An empty filter shows all days again."
				: "Nothing is logged yet. What you log shows here, day by day.");
		return;
	}
	columns_fit(columns, COLUMN_COUNT, parts.list.columns, at);
	draw_row(page, NULL, at, canvas, parts.head);
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++) {
		const struct history_day *day = history_page_day(page, page->list.top + i);
		struct rect line = rect_line(parts.list, i, 0), bar = line;

		if (day == NULL)
			continue;
		draw_row(page, day, at, canvas, line);
		if (at[BAR] >= 0) {
			rect_take_left(&bar, at[BAR]);
			draw_bar(day, most, canvas, rect_take_left(&bar, columns[BAR].width));
		}
		if (page->list.top + i == page->list.cursor) {
			select_row(at, canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
	draw_panel(page, canvas, parts.panel);
}
