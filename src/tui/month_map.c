/* SPDX-License-Identifier: MIT */
#include "month_map.h"

static const struct history_day *day_of(const struct history_days *days, struct day day)
{
	int32_t at = days->count > 0 ? day_between(days->days[0].total.day, day) : -1;

	return at >= 0 && (size_t)at < days->count ? &days->days[at] : NULL;
}

static struct day after(struct day month)
{
	return history_span_after(HISTORY_BY_MONTH, month);
}

static int week_rows(int cell)
{
	return cell == MONTH_WIDE ? 2 : 1;
}

int month_map_rows(int cell)
{
	return 1 + MONTH_WEEKS * week_rows(cell);
}

static struct rect cell_of(const struct month_map *map, struct rect place, struct day day)
{
	int32_t at = day_between(map->month, day) + day_weekday(map->month);
	int rows = week_rows(map->cell);
	struct rect cell =
		rect_line(place, 1 + at / MONTH_WEEK * rows, at % MONTH_WEEK * map->cell);

	cell.rows = rows;
	return rect_take_left(&cell, map->cell - (map->cell == MONTH_WIDE ? 2 : 1));
}

static const char *sign_of(const struct history_day *day, int *ink)
{
	*ink = ROLE_DIM;
	if (day->total.entries == 0)
		return "·";
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

static void draw_cell(const struct month_map *map, struct canvas *canvas, struct rect cell,
		      struct day day)
{
	const struct history_day *of = day_of(map->days, day);
	struct rect number = cell;
	char amount[AMOUNT_TEXT_SIZE];
	int ink;

	rect_take_left(&number, 1);
	if (map->cell != MONTH_SMALL)
		canvas_textf(canvas, number, of == NULL ? ROLE_DIM : ROLE_TEXT, "%3d",
			     day_to_civil(day).mday);
	if (of != NULL) {
		const char *sign = sign_of(of, &ink);

		canvas_text(canvas, cell, ink, sign);
		if (map->cell == MONTH_WIDE && of->total.entries > 0)
			canvas_text(canvas, rect_line(cell, 1, 2), ROLE_DIM,
				    amount_fixed(of->total.taken, map->days->decimals, amount));
	}
	if (day.n == map->at.n) {
		canvas_select(canvas, cell);
		canvas_cursor(canvas, cell.row, cell.column, false);
	}
}

void month_map_draw(const struct month_map *map, struct canvas *canvas, struct rect place)
{
	for (int i = 0; i < MONTH_WEEK; i++) {
		struct rect name = rect_line(place, 0, i * map->cell);

		name = rect_take_left(&name, map->cell - 1);
		if (map->cell != MONTH_SMALL)
			canvas_textf(canvas, name, ROLE_DIM, "  %.2s", weekday_short(i));
		else
			canvas_textf(canvas, name, ROLE_DIM, "%.1s", weekday_short(i));
	}
	for (struct day day = map->month; day.n < after(map->month).n; day = day_add(day, 1))
		draw_cell(map, canvas, cell_of(map, place, day), day);
}

bool month_map_day_at(const struct month_map *map, struct rect place, int row, int column,
		      struct day *day)
{
	for (struct day each = map->month; each.n < after(map->month).n; each = day_add(each, 1)) {
		if (rect_has(cell_of(map, place, each), row, column)) {
			*day = each;
			return true;
		}
	}
	return false;
}

static int maps_across(struct rect place)
{
	return (place.columns + MONTH_SMALL_COLUMNS - MONTH_WEEK * MONTH_SMALL) /
	       MONTH_SMALL_COLUMNS;
}

int month_maps_fit(struct rect place)
{
	return maps_across(place) * ((place.rows + 1) / MONTH_SMALL_ROWS);
}

void month_maps_draw(const struct history_days *days, struct day since, struct day last,
		     struct canvas *canvas, struct rect place)
{
	struct month_map map = {.days = days,
				.month = history_span_begins(HISTORY_BY_MONTH, last),
				.at = {.n = MONTH_NO_DAY},
				.cell = MONTH_SMALL};
	int fit = month_maps_fit(place), across = maps_across(place);

	if (fit == 0 || last.n < since.n)
		return;
	for (int i = 1; i < fit && map.month.n > since.n; i++)
		map.month = history_span_begins(HISTORY_BY_MONTH, day_add(map.month, -1));
	for (int i = 0; i < fit && map.month.n <= last.n; i++) {
		struct rect at = rect_line(place, i / across * MONTH_SMALL_ROWS,
					   i % across * MONTH_SMALL_COLUMNS);
		struct civil civil = day_to_civil(map.month);

		at.rows = MONTH_SMALL_ROWS;
		at.columns = MONTH_WEEK * MONTH_SMALL;
		canvas_textf(canvas, rect_take_top(&at, 1), ROLE_TEXT, "%s %d",
			     month_short(civil.month), civil.year);
		month_map_draw(&map, canvas, at);
		map.month = after(map.month);
	}
}

void month_map_legend(struct canvas *canvas, struct rect place)
{
	static const struct {
		int ink;
		const char *sign, *text;
	} lines[] = {{ROLE_GOOD, "■", "at or below plan"},
		     {ROLE_WARN, "▣", "above plan"},
		     {ROLE_ACCENT, "●", "logged; no plan, or not over yet"},
		     {ROLE_DIM, "·", "nothing logged"}};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct rect line = rect_take_top(&place, 1);

		canvas_text(canvas, rect_take_left(&line, 2), lines[i].ink, lines[i].sign);
		canvas_text(canvas, line, ROLE_DIM, lines[i].text);
	}
}
