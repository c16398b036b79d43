/* SPDX-License-Identifier: MIT */
#include "history_page.h"

#include <stdio.h>

#include "bar.h"
#include "words.h"

enum { MARGIN_COLUMNS = 60, AIR_ROWS = 14, CELL_SIZE = 128, PANEL_WIDTH = 40 };

enum { DATE, TAKEN, PLAN, DOSES, STATUS, BAR, TAGS };

static const struct column columns[] = {
	[DATE] = {.title = "Date", .width = 10},
	[TAKEN] = {.title = "Taken", .width = 9, .right = true},
	[PLAN] = {.title = "Plan", .width = 9, .fold = 2, .right = true},
	[DOSES] = {.title = "Doses", .width = 5, .fold = 4, .right = true},
	[STATUS] = {.title = "", .width = 11, .fold = 1},
	[BAR] = {.title = "", .width = 16, .fold = 3},
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
	struct rect head, list, panel;
};

static struct parts parts_of(struct rect area)
{
	struct parts parts = {.panel = {.rows = 0}};
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);

	if (area.rows >= AIR_ROWS)
		rect_take_top(&rest, 1);
	if (area.columns >= PANEL_COLUMNS) {
		parts.panel = rect_take_right(&rest, PANEL_WIDTH);
		rect_take_right(&rest, 3);
	}
	parts.head = rect_take_top(&rest, 1);
	parts.list = rest;
	return parts;
}

struct rect history_page_list(struct rect area, struct rect *panel)
{
	struct parts parts = parts_of(area);

	*panel = parts.panel;
	return parts.list;
}

static const char *status_text(enum day_status status, int *ink)
{
	switch (status) {
	case DAY_AT_OR_BELOW:
		*ink = ROLE_GOOD;
		return "✓ on plan";
	case DAY_ABOVE:
		*ink = ROLE_WARN;
		return "above plan";
	case DAY_NO_DATA:
		*ink = ROLE_DIM;
		return "no entry";
	case DAY_TODAY:
		*ink = ROLE_ACCENT;
		return "today";
	case DAY_NO_PLAN:
		break;
	}
	*ink = ROLE_DIM;
	return "";
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
		snprintf(text, CELL_SIZE, "%s", status_text(day->status, &ink));
	} else if (which == TAGS) {
		snprintf(text, CELL_SIZE, "%.*s", CELL_SIZE - 1, day->tags);
		ink = ROLE_DIM;
	}
	return ink;
}

static int64_t most_taken(const struct history_page *page)
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

static void describe_dose(const struct dose *dose, struct str *out)
{
	if (dose->tags != NULL && dose->tags[0] != '\0')
		str_add(out, dose->tags);
	if (dose->note != NULL && dose->note[0] != '\0')
		str_addf(out, "%s“%s”", out->len > 0 ? "  " : "", dose->note);
}

static void draw_panel_dose(const struct dose *dose, struct canvas *canvas, struct rect *rest)
{
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];
	struct rect line = *rest;
	struct str words = STR_INIT;
	int rows;

	canvas_text(canvas, rect_take_left(&line, 7), ROLE_DIM, words_time(dose_wall(dose), time));
	canvas_text_right(canvas, rect_take_left(&line, 8), ROLE_TEXT,
			  amount_with_unit(dose->amount, dose->unit, amount));
	rect_take_left(&line, 2);
	describe_dose(dose, &words);
	rows = canvas_wrap(canvas, line, ROLE_DIM, words.data);
	str_free(&words);
	rect_take_top(rest, rows > 1 ? rows : 1);
}

static void draw_panel(const struct history_page *page, struct canvas *canvas, struct rect rest)
{
	const struct history_day *day = history_page_day(page, page->list.cursor);
	char date[DAY_TEXT_SIZE], text[CELL_SIZE], taken[AMOUNT_TEXT_SIZE];
	char target[AMOUNT_TEXT_SIZE];
	int ink;

	if (day == NULL || rest.rows == 0)
		return;
	canvas_text(canvas, rect_take_top(&rest, 1), ROLE_STRONG, day_full(day->total.day, date));
	amount_fixed_with_unit(day->total.taken, page->days.decimals, page->days.unit, taken);
	amount_fixed_with_unit(day->target, page->days.decimals, page->days.unit, target);
	if (day->total.entries == 0)
		snprintf(text, sizeof(text), "nothing logged");
	else if (day->has_target)
		snprintf(text, sizeof(text), "%s taken, plan %s", taken, target);
	else
		snprintf(text, sizeof(text), "%s taken", taken);
	canvas_text(canvas, rect_take_top(&rest, 1), ROLE_TEXT, text);
	if (day->has_target && day->total.entries > 0)
		canvas_text(canvas, rect_take_top(&rest, 1), ROLE_DIM,
			    status_text(day->status, &ink));
	rect_take_top(&rest, 1);
	for (size_t i = 0; i < page->doses.count && page->has_doses && rest.rows > 0; i++)
		draw_panel_dose(&page->doses.doses[i], canvas, &rest);
}

void history_page_draw(const struct history_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(area);
	int64_t most = most_taken(page);
	int at[COLUMN_COUNT];

	if (page->days.count == 0) {
		canvas_wrap(canvas, parts.list, ROLE_DIM,
			    "Nothing is logged yet. Key a logs a dose.");
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
			if (at[BAR] >= 0)
				line.columns = at[BAR] - 1;
			canvas_select(canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
	draw_panel(page, canvas, parts.panel);
}

void history_page_describe(const struct history_page *page, struct str *out)
{
	for (size_t i = 0; i < page->doses.count; i++) {
		const struct dose *dose = &page->doses.doses[i];
		char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];

		str_addf(out, "%s\t%s  ", words_time(dose_wall(dose), time),
			 amount_with_unit(dose->amount, dose->unit, amount));
		describe_dose(dose, out);
		str_add_char(out, '\n');
	}
	if (page->doses.count == 0)
		str_add(out, "Nothing is logged for this day.\n");
}
