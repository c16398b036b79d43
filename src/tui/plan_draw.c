/* SPDX-License-Identifier: MIT */
#include "plan_page.h"

#include "base/style.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "chart.h"
#include "table.h"
#include "words.h"

enum {
	MARGIN_COLUMNS = 60,
	CHART_AREA_ROWS = 18, /* less than this, and the table has it all */
	CHART_ROWS = 7,
	CHART_ROWS_TALL = 12,
	TALL_ROWS = 30,
	CELL_SIZE = 160
};

enum { MARK, NUMBER, FROM, AMOUNT, CUT, DOSES, TAKEN, DAYS };

static const struct column columns[] = {
	[MARK] = {.title = "", .width = 1},
	[NUMBER] = {.title = "Step", .width = 4, .right = true},
	[FROM] = {.title = "From", .width = 10},
	[AMOUNT] = {.title = "Per day", .width = 9, .right = true},
	[CUT] = {.title = "Cut", .width = 14, .fold = 2, .right = true},
	[DOSES] = {.title = "Doses", .width = 5, .fold = 3},
	[TAKEN] = {.title = "Taken", .width = 9, .fold = 1, .right = true},
	[DAYS] = {.title = "Days at or below", .width = 16, .fold = 4},
};

enum { FOLDS_FIRST = 9, NEVER_FITS = 10000 };

enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

struct parts {
	struct rect title, notice, marks, chart, head, table;
};

/* What is not to be overlooked: the plan is on hold, ends, or is over. "" for nothing. */
static void notice_text(const struct plan_now *now, struct str *out)
{
	const struct course_hold *hold = &now->hold;
	bool ahead = hold->since.n > now->today.n;
	const struct level *last = &now->schedule.levels[now->schedule.level_count - 1];
	char day[DAY_TEXT_SIZE], until[DAY_TEXT_SIZE];

	if (now->stops)
		str_addf(out, "The plan ends: from %s there is none.",
			 day_full(now->stops_on, day));
	else if (hold->on && hold->open)
		str_addf(out, "On hold %s %s. Going on tomorrow, the last day is %s.",
			 ahead ? "from" : "since", day_short(hold->since, day),
			 day_long(schedule_last_day(&now->schedule), until));
	else if (hold->on)
		str_addf(out, "On hold %s %s until %s.", ahead ? "from" : "since",
			 day_short(hold->since, day), day_full(day_add(hold->until, -1), until));
	else if (plan_page_goal_days(now) >= 0 && last->target.nano == 0)
		str_addf(out,
			 "The last step is behind you since %s. What comes after it is on Today.",
			 day_full(last->first, day));
}

static struct parts parts_of(const struct plan_page *page, struct rect area, bool plain)
{
	struct parts parts = {.chart = {.rows = 0}};
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);
	bool chart = area.rows >= CHART_AREA_ROWS && !plain;
	char room[TEXT_ROOM];
	struct str notice = str_in(room, sizeof(room));

	if (area.rows >= CHART_AREA_ROWS)
		rect_take_top(&rest, 1);
	parts.title = rect_take_top(&rest, 1);
	if (page->now != NULL)
		notice_text(page->now, &notice);
	parts.notice = rect_take_top(&rest, text_rows(notice.data, rest.columns));
	str_free(&notice);
	if (chart) {
		parts.marks = rect_take_top(&rest, 1);
		parts.chart =
			rect_take_top(&rest, area.rows >= TALL_ROWS ? CHART_ROWS_TALL : CHART_ROWS);
		rect_take_top(&rest, 1);
	}
	parts.head = rect_take_top(&rest, 1);
	parts.table = rest;
	return parts;
}

struct rect plan_page_table(const struct plan_page *page, struct rect area, bool plain)
{
	return parts_of(page, area, plain).table;
}

/* What there is room for: the changes first, then the days, then the amounts. */
static void draw_about(const struct plan_page *page, struct canvas *canvas, struct rect line)
{
	const struct schedule *schedule = &page->now->schedule;
	char texts[3][CELL_SIZE] = {"", "", ""};
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], start[AMOUNT_TEXT_SIZE];
	char goal[AMOUNT_TEXT_SIZE], count[WORDS_SIZE];
	static const int order[] = {2, 1, 0};
	int room = line.columns;
	bool fits[3] = {false};

	snprintf(texts[0], CELL_SIZE, "%s → %s",
		 amount_fixed_with_unit(schedule->start, page->decimals, schedule->unit, start),
		 amount_text(schedule->goal, goal));
	snprintf(texts[1], CELL_SIZE, "%s – %s", day_long(schedule_first_day(schedule), first),
		 day_long(plan_page_last(page->now), last));
	if (page->change_count > 0)
		snprintf(texts[2], CELL_SIZE, "%s",
			 words_count((int64_t)page->change_count, "change", "changes", count));
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		int width = utf8_width(texts[order[i]]);

		fits[order[i]] = width > 0 && width <= room;
		room -= fits[order[i]] ? width + 3 : 0;
	}
	for (int i = 0; i < 3; i++) {
		if (fits[i])
			rect_take_left(&line,
				       3 + canvas_text(canvas, line,
						       i == 2 ? ROLE_ACCENT : ROLE_DIM, texts[i]));
	}
}

static void draw_title(const struct plan_page *page, struct canvas *canvas, struct rect line)
{
	const struct schedule *schedule = &page->now->schedule;
	char text[CELL_SIZE], count[WORDS_SIZE], title[WORDS_TITLE_SIZE];
	int32_t day = day_between(schedule_first_day(schedule), page->now->today) + 1;
	int32_t days = day_between(schedule_first_day(schedule), plan_page_last(page->now)) + 1;

	if (day > days)
		snprintf(text, sizeof(text), "at goal");
	else if (day > 0)
		snprintf(text, sizeof(text), "day %" PRId32 " of %" PRId32, day, days);
	else
		snprintf(text, sizeof(text), "begins in %s",
			 words_count(1 - day, "day", "days", count));
	canvas_text_right(canvas, line, ROLE_ACCENT, text);
	rect_take_right(&line, utf8_width(text) + 2);
	words_title(page->now->current->title, line.columns, title);
	rect_take_left(&line, canvas_text(canvas, line, INK_TITLE, title) + 2);
	draw_about(page, canvas, line);
}

static void draw_notice(const struct plan_page *page, struct canvas *canvas, struct rect place)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	notice_text(page->now, &text);
	canvas_wrap(canvas, place, ROLE_ACCENT, text.data);
	str_free(&text);
}

/* Where on the time line each change begins, with its words as far as there is room before the next one. */
static void draw_marks(const struct plan_page *page, struct canvas *canvas,
		       const struct parts *parts)
{
	struct rect line = parts->marks;
	int edge = line.column + line.columns;

	for (size_t i = 0; i < page->change_count; i++) {
		const struct revision *change = page->changes[i];
		int32_t day = day_between(schedule_first_day(&page->now->schedule), change->from);
		int column, next = edge;
		char day_text[DAY_TEXT_SIZE];
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		if (day < 0 || (size_t)day >= page->days)
			continue;
		column = chart_column(parts->chart, page->days, (size_t)day);
		if (i + 1 < page->change_count)
			next = chart_column(
				parts->chart, page->days,
				(size_t)day_between(schedule_first_day(&page->now->schedule),
						    page->changes[i + 1]->from));
		canvas_put(canvas, line.row, column, ROLE_ACCENT, U'▾');
		change_brief(change, &text);
		str_addf(&text, ", %s", words_day(change->from, day_text));
		if (column + 2 + utf8_width(text.data) < next)
			canvas_text(canvas, rect_line(line, 0, column + 2 - line.column), ROLE_DIM,
				    text.data);
		str_free(&text);
	}
}

static void draw_chart(const struct plan_page *page, struct canvas *canvas, struct rect place)
{
	const struct schedule *schedule = &page->now->schedule;
	struct day first = schedule_first_day(schedule);
	int32_t today = day_between(first, page->now->today);
	int64_t most = amount_milli(schedule->start);
	struct chart chart = {
		.series = {{.values = page->planned,
			    .role = ROLE_ACCENT,
			    .letter = '.',
			    .dotted = true},
			   {.values = page->taken, .role = ROLE_TEXT, .letter = 'o'}},
		.series_count = 2,
		.days = page->days,
		.first = first,
		.scale = 1000,
		.today = today >= 0 && (size_t)today < page->days ? today : -1,
	};

	for (size_t i = 0; i < page->days; i++)
		most = page->taken[i] > most ? page->taken[i] : most;
	chart.top = chart_top(most > 0 ? most : 1, chart.scale);
	chart_draw(canvas, place, &chart);
}

static void doses_text(const struct plan_page *page, const struct level *level, char *text)
{
	const struct schedule *schedule = &page->now->schedule;
	const struct amount *doses = schedule_doses(schedule, level);
	char room[CELL_SIZE], amount[AMOUNT_TEXT_SIZE];
	struct str out = str_in(room, sizeof(room));

	for (size_t i = 0; i < schedule->slot_count && schedule->slot_count > 1; i++) {
		str_add(&out, i > 0 ? " " : "");
		str_add(&out,
			doses[i].nano == 0 ? "–" : amount_fixed(doses[i], page->decimals, amount));
	}
	snprintf(text, CELL_SIZE, "%.*s", CELL_SIZE - 1, out.data);
	str_free(&out);
}

/* The doses of the first step are the widest. */
static int doses_width(const struct plan_page *page)
{
	char text[CELL_SIZE];
	int width;

	doses_text(page, page->rows[0].level, text);
	width = utf8_width(text);
	return width > columns[DOSES].width ? width : columns[DOSES].width;
}

/* After a step back the amount is more than before, without a percentage. */
static void cut_text(const struct plan_page *page, const struct level *level, char *text)
{
	const struct schedule *schedule = &page->now->schedule;
	struct amount before = {.nano = level->target.nano + level->cut.nano};
	struct amount size = {.nano = level->cut.nano < 0 ? -level->cut.nano : level->cut.nano};
	char cut[AMOUNT_TEXT_SIZE];
	int tenths;

	text[0] = '\0';
	if (level->cut.nano == 0 || before.nano == 0)
		return;
	amount_fixed_with_unit(size, page->decimals, schedule->unit, cut);
	tenths = (amount_ratio(size, before).bp + 5) / 10;
	if (level->cut.nano < 0)
		snprintf(text, CELL_SIZE, "+%s        ", cut);
	else
		snprintf(text, CELL_SIZE, "−%s %3d%c%d %%", cut, tenths / 10, style_mark(),
			 tenths % 10);
}

static bool is_above(const struct plan_row *row)
{
	return row->taken != CHART_NO_DATA && row->taken > amount_milli(row->level->target);
}

/* A mean above plan has one decimal more where it would look like the plan's amount. */
static void taken_text(const struct plan_page *page, const struct plan_row *row, char *text)
{
	struct amount taken = amount_from_milli(row->taken);
	char amount[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];
	int decimals = page->decimals;

	text[0] = '\0';
	if (row->taken == CHART_NO_DATA)
		return;
	if (is_above(row) && strcmp(amount_fixed(taken, decimals, amount),
				    amount_fixed(row->level->target, decimals, target)) == 0)
		decimals++;
	snprintf(text, CELL_SIZE, "%s%s", is_above(row) ? "▲ " : "",
		 amount_fixed_with_unit(taken, decimals, page->now->schedule.unit, amount));
}

/* Text of a cell, and how it is drawn. */
static int cell_text(const struct plan_page *page, const struct plan_row *row, int which,
		     char *text)
{
	bool past = !row->now && row->taken != CHART_NO_DATA;
	bool above = row->at_or_below < row->with_data;
	int ink = row->now ? ROLE_STRONG : past ? ROLE_DIM : ROLE_TEXT;
	char day[DAY_TEXT_SIZE];

	text[0] = '\0';
	if (which == MARK)
		snprintf(text, CELL_SIZE, "%s", row->now ? "▶" : "");
	else if (which == NUMBER)
		snprintf(text, CELL_SIZE, "%d", row->number);
	else if (which == FROM)
		snprintf(text, CELL_SIZE, "%s", day_short(row->first, day));
	else if (which == AMOUNT)
		amount_fixed_with_unit(row->level->target, page->decimals, page->now->schedule.unit,
				       text);
	else if (which == CUT && row->first.n == row->level->first.n)
		cut_text(page, row->level, text);
	else if (which == DOSES)
		doses_text(page, row->level, text);
	else if (which == TAKEN)
		taken_text(page, row, text);
	else if (which == DAYS && row->with_data > 0 && page->by_day)
		snprintf(text, CELL_SIZE, "%s", above ? "above" : "✓");
	else if (which == DAYS && row->with_data > 0)
		snprintf(text, CELL_SIZE, "%" PRId32 " of %" PRId32, row->at_or_below,
			 row->with_data);
	if (which == MARK)
		return ROLE_ACCENT | INK_BOLD;
	if (which == TAKEN)
		return is_above(row) ? ROLE_WARN : ROLE_GOOD;
	if (which == DAYS)
		return !above ? ROLE_GOOD : page->by_day ? ROLE_WARN : ink;
	return which == CUT || which == DOSES ? (row->now ? ROLE_TEXT : ROLE_DIM) : ink;
}

/* "hold +7 d · hard week", from where the amounts begin. */
static void draw_change(const struct plan_row *row, const int *at, struct canvas *canvas,
			struct rect line)
{
	struct rect date = line, rest = line;
	char day[DAY_TEXT_SIZE];
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	canvas_text(canvas, rect_line(line, 0, at[NUMBER] + columns[NUMBER].width - 1), ROLE_ACCENT,
		    "•");
	rect_take_left(&date, at[FROM]);
	canvas_text(canvas, date, ROLE_DIM, day_short(row->first, day));
	rect_take_left(&rest, at[FROM] + columns[FROM].width + COLUMN_GAP);
	change_brief(row->change, &text);
	rect_take_left(&rest, canvas_text(canvas, rest, ROLE_ACCENT, text.data));
	if (row->change->reason[0] != '\0') {
		str_reset(&text);
		str_addf(&text, " · %s", row->change->reason);
		canvas_text(canvas, rest, ROLE_DIM, text.data);
	}
	str_free(&text);
}

static void draw_row(const struct plan_page *page, const struct plan_row *row,
		     const struct table *table, struct canvas *canvas, struct rect line)
{
	char texts[COLUMN_COUNT][CELL_SIZE];
	const char *cells[COLUMN_COUNT];
	int inks[COLUMN_COUNT];

	if (row->change != NULL) {
		draw_change(row, table->at, canvas, line);
		return;
	}
	for (int i = 0; i < COLUMN_COUNT; i++) {
		inks[i] = cell_text(page, row, i, texts[i]);
		cells[i] = texts[i];
	}
	table_row(table, canvas, line, cells, inks);
}

/* The mark of the present step stands beside the bar; what follows from the amount isn't written anew with every step of the cursor. */
static void select_row(const struct plan_row *row, const int *at, struct canvas *canvas,
		       struct rect line)
{
	int begin = at[NUMBER] - 1, end = at[AMOUNT] + columns[AMOUNT].width + 1;

	if (row->change == NULL && end < line.columns && !canvas->plain)
		line.columns = end;
	rect_take_left(&line, begin);
	canvas_select(canvas, line);
	canvas_cursor(canvas, line.row, line.column, false);
}

/* The columns as wide as this plan needs them. */
static void columns_of(const struct plan_page *page, struct column *fitted)
{
	memcpy(fitted, columns, sizeof(columns));
	fitted[DOSES].width = doses_width(page);
	if (page->by_day) {
		fitted[NUMBER].title = "Day";
		fitted[FROM].title = "Date";
		fitted[DAYS].title = "Against plan";
	}
	if (page->bare) {
		fitted[TAKEN].width = fitted[DAYS].width = NEVER_FITS;
		fitted[TAKEN].fold = fitted[DAYS].fold = FOLDS_FIRST;
	}
}

void plan_page_draw(const struct plan_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area, canvas->plain);
	struct column fitted[COLUMN_COUNT];
	struct table table;

	columns_of(page, fitted);
	table = table_fit(fitted, COLUMN_COUNT, parts.table.columns);
	draw_title(page, canvas, parts.title);
	draw_notice(page, canvas, parts.notice);
	if (parts.chart.rows > 0) {
		draw_chart(page, canvas, parts.chart);
		draw_marks(page, canvas, &parts);
	}
	table_head(&table, canvas, parts.head);
	for (int i = 0; i < parts.table.rows && page->list.top + i < page->list.count; i++) {
		struct rect line = rect_line(parts.table, i, 0);
		int item = page->list.top + i;

		draw_row(page, &page->rows[item], &table, canvas, line);
		if (item == page->list.cursor) {
			line = rect_take_left(&line, table.width);
			select_row(&page->rows[item], table.at, canvas, line);
		}
	}
}
