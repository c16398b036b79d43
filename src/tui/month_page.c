/* SPDX-License-Identifier: MIT */
#include "month_page.h"

#include "base/utf8.h"
#include "day_panel.h"

enum { WEEK = 7, WEEKS = 6, CELL_COLUMNS = 5, GAP = 5, PANEL_LEAST = 28, MARGIN_COLUMNS = 60 };
enum { AIR_ROWS = 14, LEGEND_ROWS = 12 };

void month_page_free(struct month_page *page)
{
	history_days_free(&page->days);
	history_doses_free(&page->doses);
}

static const struct history_day *day_of(const struct month_page *page, struct day day)
{
	int32_t at = day_between(page->first, day);

	return at >= 0 && (size_t)at < page->days.count ? &page->days.days[at] : NULL;
}

struct parts {
	struct rect title, names, weeks, legend, line, panel;
};

static struct parts parts_of(struct rect area)
{
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);
	struct parts parts = {.panel = {.rows = 0}};
	bool tall = area.rows >= AIR_ROWS;

	if (tall)
		rect_take_top(&rest, 1);
	if (rest.columns >= WEEK * CELL_COLUMNS + GAP + PANEL_LEAST) {
		parts.panel = rest;
		rest = rect_take_left(&parts.panel, WEEK * CELL_COLUMNS);
		rect_take_left(&parts.panel, GAP);
	}
	parts.title = rect_take_top(&rest, 1);
	if (tall)
		rect_take_top(&rest, 1);
	parts.names = rect_take_top(&rest, 1);
	parts.weeks = rect_take_top(&rest, WEEKS);
	if (parts.panel.rows == 0)
		parts.line = rect_take_top(&rest, 1);
	if (area.rows >= LEGEND_ROWS)
		parts.legend = rest;
	return parts;
}

static struct rect cell_of(const struct month_page *page, struct rect weeks, struct day day)
{
	int32_t at = day_between(page->first, day) + day_weekday(page->first);
	struct rect cell = rect_line(weeks, at / WEEK, at % WEEK * CELL_COLUMNS);

	return rect_take_left(&cell, CELL_COLUMNS - 1);
}

static const char *sign_of(const struct history_day *day, int *ink)
{
	if (day->total.entries == 0) {
		*ink = ROLE_DIM;
		return "·";
	}
	switch (day->status) {
	case DAY_AT_OR_BELOW:
		*ink = ROLE_GOOD;
		return "■";
	case DAY_ABOVE:
		*ink = ROLE_WARN;
		return "▣";
	case DAY_NO_DATA:
	case DAY_NO_PLAN:
	case DAY_TODAY:
		break;
	}
	*ink = ROLE_ACCENT;
	return "●";
}

static void draw_cell(const struct month_page *page, struct canvas *canvas, struct rect cell,
		      struct day day)
{
	const struct history_day *of = day_of(page, day);
	struct rect place = cell;
	int ink = ROLE_DIM;

	if (of != NULL)
		canvas_text(canvas, rect_take_left(&place, 1), ink, sign_of(of, &ink));
	canvas_textf(canvas, place, of == NULL ? ROLE_DIM : ROLE_TEXT, "%3d",
		     day_to_civil(day).mday);
	if (of != NULL)
		canvas_text(canvas, cell, ink, sign_of(of, &ink));
	if (day.n == page->at.n) {
		canvas_select(canvas, cell);
		canvas_cursor(canvas, cell.row, cell.column, false);
	}
}

static void draw_legend(struct canvas *canvas, struct rect rest)
{
	static const struct {
		int ink;
		const char *sign, *text;
	} lines[] = {{ROLE_GOOD, "■", "at or below plan"},
		     {ROLE_WARN, "▣", "above plan"},
		     {ROLE_ACCENT, "●", "logged; no plan, or not over yet"},
		     {ROLE_DIM, "·", "nothing logged"}};

	rect_take_top(&rest, 1);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct rect line = rect_take_top(&rest, 1);

		canvas_text(canvas, rect_take_left(&line, 2), lines[i].ink, lines[i].sign);
		canvas_text(canvas, line, ROLE_DIM, lines[i].text);
	}
}

/* "Fri 20 Nov: 19.9 g, plan 17.2 g, above", where there is no room for whole words. */
static void describe_shortly(const struct month_page *page, const struct history_day *day,
			     struct str *out)
{
	const struct history_days *days = &page->days;
	char date[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s: %s", day_short(day->total.day, date),
		 amount_fixed_with_unit(day->total.taken, days->decimals, days->unit, amount));
	if (day->has_target)
		str_addf(out, ", plan %s",
			 amount_fixed_with_unit(day->target, days->decimals, days->unit, amount));
	if (day->status == DAY_ABOVE)
		str_add(out, ", above");
}

static void describe(const struct month_page *page, const struct history_day *day, int columns,
		     struct str *out)
{
	char date[DAY_TEXT_SIZE];
	const char *status;
	int ink;

	str_addf(out, "%s: ", day_short(day->total.day, date));
	day_describe(&page->days, day, out);
	status = day_status_text(day->status, &ink);
	if (day->total.entries > 0 && status[0] != '\0')
		str_addf(out, ", %s", day->status == DAY_AT_OR_BELOW ? "on plan" : status);
	if (day->total.entries > 0 && utf8_width(out->data) > columns) {
		str_reset(out);
		describe_shortly(page, day, out);
	}
}

/* In words, a day a line, the day under the cursor in the middle. */
static void draw_plain(const struct month_page *page, struct canvas *canvas, struct rect rest)
{
	int at = day_between(page->first, page->at), top = at - rest.rows / 2;
	int count = (int)page->days.count;

	if (top > count - rest.rows)
		top = count - rest.rows;
	for (int i = top < 0 ? 0 : top; i < count && rest.rows > 0; i++) {
		struct rect line = rect_take_top(&rest, 1);
		struct str text = STR_INIT;

		describe(page, &page->days.days[i], line.columns, &text);
		canvas_text(canvas, line, ROLE_TEXT, text.data);
		if (i == at) {
			canvas_select(canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
		str_free(&text);
	}
}

static void draw_day(const struct month_page *page, struct canvas *canvas,
		     const struct parts *parts)
{
	const struct history_day *day = day_of(page, page->at);
	struct rect panel = parts->panel;
	struct str text = STR_INIT;

	if (day == NULL)
		return;
	if (panel.rows > 0) {
		day_head_draw(&page->days, day, canvas, &panel);
		day_doses_draw(&page->doses, canvas, panel);
		return;
	}
	describe(page, day, parts->line.columns, &text);
	canvas_text(canvas, parts->line, ROLE_STRONG, text.data);
	str_free(&text);
}

void month_page_draw(const struct month_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(area);
	struct civil civil = day_to_civil(page->first);

	canvas_textf(canvas, parts.title, ROLE_STRONG, "%s %d", month_long(civil.month),
		     civil.year);
	if (canvas->plain) {
		rect_take_top(&area, parts.title.row - area.row + 1);
		draw_plain(page, canvas, rect_inset(area, 0, 1));
		return;
	}
	for (int i = 0; i < WEEK; i++) {
		struct rect name = rect_line(parts.names, 0, i * CELL_COLUMNS);

		name.columns = CELL_COLUMNS - 1;
		canvas_textf(canvas, name, ROLE_DIM, "  %.2s", weekday_short(i));
	}
	for (struct day day = page->first; day.n <= page->last.n; day = day_add(day, 1))
		draw_cell(page, canvas, cell_of(page, parts.weeks, day), day);
	draw_legend(canvas, parts.legend);
	draw_day(page, canvas, &parts);
}

bool month_page_day_at(const struct month_page *page, struct rect area, int row, int column,
		       struct day *day)
{
	struct parts parts = parts_of(area);

	for (struct day each = page->first; each.n <= page->last.n; each = day_add(each, 1)) {
		if (rect_has(cell_of(page, parts.weeks, each), row, column)) {
			*day = each;
			return true;
		}
	}
	return false;
}
