/* SPDX-License-Identifier: MIT */
#include "week_page.h"

#include <string.h>

#include "base/utf8.h"
#include "engine/moment.h"
#include "key_words.h"
#include "words.h"

enum {
	BOX_COLUMNS = 4,
	GAP = 1,
	AMOUNT_LEAST = 4,
	AMOUNT_MOST = 8,
	TOTAL_COLUMNS = 8,
	DATE_COLUMNS = 11,
	SHORT_DATE_COLUMNS = 7,
	NARROW = 60,
	AIR_ROWS = 16,
	NAMED_ROWS = 13,
	TITLED_ROWS = 10
};

/* Where things stand in an area. */
struct parts {
	struct rect title, head, names, rows, words;
	int date, cell;   /* columns of these */
	int shown;        /* columns of the week in sight */
	bool taken, plan; /* these totals are shown */
};

static bool has_names(const struct week *week)
{
	for (size_t i = 0; i < week->column_count; i++) {
		if (week->columns[i].name[0] != '\0')
			return true;
	}
	return false;
}

static void widen(int *width, struct amount amount, int decimals)
{
	char text[AMOUNT_TEXT_SIZE];
	int need = (int)strlen(amount_fixed(amount, decimals, text));

	if (need > *width)
		*width = need < AMOUNT_MOST ? need : AMOUNT_MOST;
}

static int cell_columns(const struct week *week)
{
	int width = AMOUNT_LEAST;

	for (size_t day = 0; day < WEEK_DAYS; day++) {
		for (size_t i = 0; i < week->column_count; i++) {
			widen(&width, week->days[day].cells[i].planned, week->decimals);
			widen(&width, week->days[day].cells[i].logged, week->decimals);
		}
	}
	return BOX_COLUMNS + width + GAP;
}

/* The totals go first where there is no room for every dose, the plan's before the other. */
static void fit_columns(const struct week *week, int columns, struct parts *parts)
{
	int all = (int)week->column_count, room = columns - parts->date;

	parts->plan = all * parts->cell + 2 * TOTAL_COLUMNS <= room;
	parts->taken = parts->plan || room >= 2 * parts->cell + TOTAL_COLUMNS;
	room -= (parts->plan ? TOTAL_COLUMNS : 0) + (parts->taken ? TOTAL_COLUMNS : 0);
	parts->shown = room / parts->cell;
	if (parts->shown > all)
		parts->shown = all;
	if (parts->shown < 1)
		parts->shown = 1;
}

static struct parts parts_of(const struct week *week, struct rect area)
{
	struct rect rest = rect_inset(area, 0, area.columns >= NARROW ? 2 : 1);
	struct parts parts = {.date = area.columns >= NARROW ? DATE_COLUMNS : SHORT_DATE_COLUMNS,
			      .cell = cell_columns(week)};

	if (area.rows >= AIR_ROWS)
		rect_take_top(&rest, 1);
	if (area.rows >= TITLED_ROWS)
		parts.title = rect_take_top(&rest, 1);
	if (area.rows >= AIR_ROWS)
		rect_take_top(&rest, 1);
	parts.head = rect_take_top(&rest, 1);
	if (area.rows >= NAMED_ROWS && has_names(week))
		parts.names = rect_take_top(&rest, 1);
	parts.rows = rect_take_top(&rest, WEEK_DAYS);
	if (area.rows >= AIR_ROWS)
		rect_take_top(&rest, 1);
	parts.words = rest;
	fit_columns(week, parts.rows.columns, &parts);
	return parts;
}

int week_page_columns(const struct week_page *page, struct rect area)
{
	return parts_of(&page->week, area).shown;
}

static struct rect cell_of(const struct parts *parts, struct rect line, int at)
{
	line.column += parts->date + at * parts->cell;
	line.columns = parts->cell - GAP;
	return line;
}

static struct rect total_of(const struct parts *parts, struct rect line, int at)
{
	line.column += parts->date + parts->shown * parts->cell + at * TOTAL_COLUMNS;
	line.columns = TOTAL_COLUMNS - GAP;
	return line;
}

static const char *text_of(const struct week_page *page, int day, int column)
{
	return page->cells->text[day][column];
}

static void draw_amount(struct canvas *canvas, struct rect cell, int ink, const char *box,
			struct amount amount, int decimals)
{
	char text[AMOUNT_TEXT_SIZE];

	canvas_text_right(canvas, cell, ink, amount_fixed(amount, decimals, text));
	cell.columns = BOX_COLUMNS;
	canvas_text(canvas, cell, ink, box);
}

/* As on the sheet: a box to tick; behind "=" stands what is in the log. */
static void draw_cell(const struct week_page *page, struct canvas *canvas, struct rect place,
		      int day, int column)
{
	const struct week_cell *cell = &page->week.days[day].cells[column];
	const char *text = text_of(page, day, column);
	int decimals = page->week.decimals;

	if (page->wrong[day][column])
		canvas_text_right(canvas, place, ROLE_WARN, text);
	else if (strcmp(text, "x") == 0)
		draw_amount(canvas, place, ROLE_STRONG, "[x]", cell->planned, decimals);
	else if (text[0] != '\0')
		canvas_text_right(canvas, place, ROLE_STRONG, text);
	else if (cell->logged.nano > 0)
		draw_amount(canvas, place, ROLE_GOOD, " = ", cell->logged, decimals);
	else if (cell->planned.nano > 0)
		draw_amount(canvas, place,
			    page->week.days[day].day.n > page->week.today.n ? ROLE_DIM : ROLE_TEXT,
			    "[ ]", cell->planned, decimals);
	else
		canvas_text_right(canvas, place, ROLE_DIM, "·");
}

static void draw_date(const struct week_page *page, const struct parts *parts,
		      struct canvas *canvas, struct rect line, int day)
{
	struct day of = page->week.days[day].day;
	char date[DAY_TEXT_SIZE];
	int ink = day == page->row ? ROLE_ACCENT : ROLE_TEXT;

	line.columns = parts->date - GAP;
	if (parts->date == DATE_COLUMNS)
		canvas_text(canvas, line, ink, day_cell(of, date));
	else
		canvas_textf(canvas, line, ink, "%s %2d", weekday_short(day_weekday(of)),
			     day_to_civil(of).mday);
}

static struct amount typed_of(const struct week_page *page, int day)
{
	struct amount sum = {0};

	for (size_t i = 0; i < page->week.column_count; i++)
		sum.nano += page->typed[day][i].sum.nano;
	return sum;
}

/* The plan's total, and what the log has with what is typed. */
static void draw_totals(const struct week_page *page, const struct parts *parts,
			struct canvas *canvas, struct rect line, int day)
{
	const struct week_day *of = &page->week.days[day];
	struct amount all = {.nano = of->taken.nano + typed_of(page, day).nano};
	bool any = all.nano > 0 || of->none;
	char text[AMOUNT_TEXT_SIZE];

	if (parts->plan && of->has_target)
		canvas_text_right(canvas, total_of(parts, line, 0), ROLE_DIM,
				  amount_fixed(of->target, page->week.decimals, text));
	if (parts->taken && any)
		canvas_text_right(canvas, total_of(parts, line, parts->plan ? 1 : 0),
				  of->has_target && all.nano > of->target.nano ? ROLE_WARN
									       : ROLE_STRONG,
				  amount_fixed(all, page->week.decimals, text));
}

static void draw_row(const struct week_page *page, const struct parts *parts, struct canvas *canvas,
		     int day)
{
	struct rect line = rect_line(parts->rows, day, 0);

	if (line.rows == 0)
		return;
	draw_date(page, parts, canvas, line, day);
	for (int i = 0; i < parts->shown; i++) {
		struct rect cell = cell_of(parts, line, i);

		draw_cell(page, canvas, cell, day, page->left + i);
		if (day != page->row || page->left + i != page->column)
			continue;
		canvas_select(canvas, cell);
		canvas_cursor(canvas, cell.row, cell.column + cell.columns - 1, true);
	}
	draw_totals(page, parts, canvas, line, day);
}

static void draw_head(const struct week_page *page, const struct parts *parts,
		      struct canvas *canvas)
{
	char text[MOMENT_TEXT_SIZE];

	for (int i = 0; i < parts->shown; i++) {
		const struct week_column *column = &page->week.columns[page->left + i];
		int ink = page->left + i == page->column ? ROLE_ACCENT : ROLE_DIM;

		canvas_text_right(canvas, cell_of(parts, parts->head, i), ink,
				  column->minute < 0 ? "extra" : minute_text(column->minute, text));
		if (parts->names.rows > 0)
			canvas_text_right(canvas, cell_of(parts, parts->names, i), ink,
					  column->name);
	}
	if (page->left > 0 || page->left + parts->shown < (int)page->week.column_count) {
		struct rect mark = parts->head;

		mark.columns = parts->date;
		canvas_textf(canvas, mark, ROLE_DIM, "%s%s", page->left > 0 ? "< " : "  ",
			     page->left + parts->shown < (int)page->week.column_count ? ">" : "");
	}
	if (parts->plan)
		canvas_text_right(canvas, total_of(parts, parts->head, 0), ROLE_DIM, "plan");
	if (parts->taken)
		canvas_text_right(canvas, total_of(parts, parts->head, parts->plan ? 1 : 0),
				  ROLE_DIM, "taken");
}

static void draw_title(const struct week_page *page, const struct parts *parts,
		       struct canvas *canvas)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], text[AMOUNT_TEXT_SIZE];
	struct amount sum = {0};
	int doses = 0;

	if (parts->title.rows == 0)
		return;
	for (int day = 0; day < WEEK_DAYS; day++) {
		sum.nano += typed_of(page, day).nano;
		for (size_t i = 0; i < page->week.column_count; i++)
			doses += page->typed[day][i].doses;
	}
	canvas_textf(canvas, parts->title, INK_TITLE, "%s – %s, %s",
		     day_short(page->week.first, first),
		     day_short(day_add(page->week.first, WEEK_DAYS - 1), last),
		     unit_name(page->week.unit));
	if (doses > 0) {
		char room[TEXT_ROOM];
		struct str words = str_in(room, sizeof(room));

		str_addf(&words, "%d typed, %s", doses,
			 amount_fixed_with_unit(sum, page->week.decimals, page->week.unit, text));
		canvas_text_right(canvas, parts->title, ROLE_ACCENT, words.data);
		str_free(&words);
	}
}

static void say_planned(const struct week_page *page, const struct week_cell *cell, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s planned. ",
		 amount_fixed_with_unit(cell->planned, page->week.decimals, page->week.unit, text));
	words_decimals("Space ticks it; or type what was taken, such as 2.5 or 2.5@8:40, or - for "
		       "not taken.",
		       out);
}

/* What the cell under the cursor is, or what is wrong with it. */
static void say_cell(const struct week_page *page, struct str *out)
{
	const struct week_day *day = &page->week.days[page->row];
	const struct week_column *column = &page->week.columns[page->column];
	const struct week_cell *cell = &day->cells[page->column];
	char text[AMOUNT_TEXT_SIZE], date[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	str_add(out, day_short(day->day, date));
	if (column->minute >= 0)
		str_addf(out, ", %s", minute_text(column->minute, time));
	str_addf(out, "%s%s: ", column->name[0] != '\0' ? " " : "", column->name);
	if (column->minute < 0)
		words_decimals("other doses, each with its time, such as 1.5@15:10; 0 says that "
			       "nothing was taken all day.",
			       out);
	else if (cell->logged.nano == 0 && cell->planned.nano > 0)
		say_planned(page, cell, out);
	else if (cell->logged.nano == 0)
		words_decimals("type what was taken, such as 2.5 or 2.5@8:40.", out);
	if (text_of(page, page->row, page->column)[0] != '\0')
		str_addf(out, " Typed: %s.", text_of(page, page->row, page->column));
	if (cell->logged.nano == 0)
		return;
	str_addf(out, "%s%s is in the log", column->minute < 0 ? " " : "",
		 amount_fixed_with_unit(cell->logged, page->week.decimals, page->week.unit, text));
	str_add(out, column->minute < 0 ? "; what is typed is added to it."
					: " and stays as it is: History corrects it, and another "
					  "dose goes into the last column.");
}

static void draw_words(const struct week_page *page, const struct parts *parts,
		       struct canvas *canvas, struct rect area)
{
	struct rect place = parts->words;
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));

	if (place.rows <= 0)
		return;
	if (page->said[0] != '\0') {
		canvas_wrap(canvas, place, ROLE_WARN, page->said);
		return;
	}
	if (page->passes && !canvas->plain)
		return;
	say_cell(page, &words);
	rect_take_top(&place, canvas_wrap(canvas, place, ROLE_DIM, words.data));
	if (place.rows > 1 && area.rows >= AIR_ROWS) {
		rect_take_top(&place, 1);
		key_words_wrap(page->keys, canvas, place, ROLE_DIM,
			       "{week-day} ticks the whole day, {week-save} shows what would be "
			       "added, {week-before} and {week-after} go to other weeks. What "
			       "stands after = is in the log already.");
	}
	str_free(&words);
}

void week_page_draw(const struct week_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(&page->week, area);

	draw_title(page, &parts, canvas);
	draw_head(page, &parts, canvas);
	for (int day = 0; day < WEEK_DAYS; day++)
		draw_row(page, &parts, canvas, day);
	draw_words(page, &parts, canvas, area);
}

bool week_page_at(const struct week_page *page, struct rect area, int row, int column, int *day,
		  int *cell)
{
	struct parts parts = parts_of(&page->week, area);

	for (int i = 0; i < parts.shown; i++) {
		struct rect place =
			cell_of(&parts, rect_line(parts.rows, row - parts.rows.row, 0), i);

		if (row < parts.rows.row || !rect_has(place, row, column))
			continue;
		*day = row - parts.rows.row;
		*cell = page->left + i;
		return *day < WEEK_DAYS;
	}
	return false;
}
