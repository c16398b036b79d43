/* SPDX-License-Identifier: MIT */
#include "month_page.h"

#include "base/utf8.h"
#include "day_panel.h"
#include "month_map.h"

enum { GAP = 5, PANEL_LEAST = 28, MARGIN_COLUMNS = 60, PAST_LEAST = 9 };
enum { AIR_ROWS = 14, LEGEND_LEAST = 12, LEGEND_ROWS = 4, WIDE_COLUMNS = 112, WIDE_ROWS = 24 };

void month_page_free(struct month_page *page)
{
	history_days_free(&page->days);
	history_days_free(&page->past);
	history_doses_free(&page->doses);
}

static const struct history_day *day_of(const struct month_page *page, struct day day)
{
	int32_t at = day_between(page->first, day);

	return at >= 0 && (size_t)at < page->days.count ? &page->days.days[at] : NULL;
}

struct parts {
	struct rect title, map, legend, line, panel, past;
	int cell; /* columns of a day */
};

/* What a day was taken stands in the map where there is room for it. */
static int cell_columns(struct rect area)
{
	return area.columns >= WIDE_COLUMNS && area.rows >= WIDE_ROWS ? MONTH_WIDE : MONTH_LARGE;
}

/* Beside the map; where no other months come below, the doses have all the rows. */
static void place_panel(struct parts *parts, struct rect *top, struct rect below)
{
	int width = MONTH_WEEK * parts->cell;

	if (top->columns < width + GAP + PANEL_LEAST)
		return;
	parts->panel = *top;
	*top = rect_take_left(&parts->panel, width);
	rect_take_left(&parts->panel, GAP);
	if (below.rows <= PAST_LEAST)
		parts->panel.rows += below.rows;
}

static struct parts parts_of(struct rect area)
{
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1), top;
	struct parts parts = {.panel = {.rows = 0}, .cell = cell_columns(area)};
	int air = area.rows >= AIR_ROWS ? 1 : 0;

	rect_take_top(&rest, air);
	top = rect_take_top(&rest, 2 + air + month_map_rows(parts.cell) + LEGEND_ROWS);
	place_panel(&parts, &top, rest);
	parts.title = rect_take_top(&top, 1);
	rect_take_top(&top, air);
	parts.map = rect_take_top(&top, month_map_rows(parts.cell));
	if (parts.panel.rows == 0)
		parts.line = rect_take_top(&top, 1);
	rect_take_top(&top, 1);
	if (area.rows >= LEGEND_LEAST)
		parts.legend = top;
	rect_take_top(&rest, 1);
	if (rest.rows >= PAST_LEAST)
		parts.past = rest;
	return parts;
}

static struct month_map map_of(const struct month_page *page, int cell)
{
	return (struct month_map){
		.days = &page->days, .month = page->first, .at = page->at, .cell = cell};
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
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

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
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	if (day == NULL)
		return;
	if (panel.rows > 0 && page->passes)
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

/* The months before, as far as the log goes back. */
static void draw_past(const struct month_page *page, struct canvas *canvas, struct rect place)
{
	if (page->past.count == 0 || place.rows == 0)
		return;
	canvas_text(canvas, rect_take_top(&place, 1), ROLE_DIM, "The months before");
	month_maps_draw(&page->past, page->past.days[0].total.day, day_add(page->first, -1), canvas,
			place);
}

void month_page_draw(const struct month_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(area);
	struct civil civil = day_to_civil(page->first);
	struct month_map map;

	canvas_textf(canvas, parts.title, INK_TITLE, "%s %d", month_long(civil.month), civil.year);
	if (canvas->plain) {
		rect_take_top(&area, parts.title.row - area.row + 1);
		draw_plain(page, canvas, rect_inset(area, 0, 1));
		return;
	}
	map = map_of(page, parts.cell);
	month_map_draw(&map, canvas, parts.map);
	month_map_legend(canvas, parts.legend);
	draw_past(page, canvas, parts.past);
	draw_day(page, canvas, &parts);
}

bool month_page_day_at(const struct month_page *page, struct rect area, int row, int column,
		       struct day *day)
{
	struct parts parts = parts_of(area);
	struct month_map map = map_of(page, parts.cell);

	return month_map_day_at(&map, parts.map, row, column, day);
}
