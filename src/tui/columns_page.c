/* SPDX-License-Identifier: MIT */
#include "columns_page.h"

#include <assert.h>
#include <stdio.h>

#include "key_words.h"

enum {
	LABEL_COLUMNS = 18,
	NARROW_LABEL = 12,
	NARROW = 60,
	SIDE_COLUMNS = 64,
	SIDE_LEAST = 110,
	LINES_LEAST = 2,
	NUMBER_COLUMNS = 6,
	BESIDE_ROWS = COLUMNS_ROWS + 4, /* with the frame, the foot and a row of air */
	WORDS_MAX = 6
};

/* What a row that is no column chooses from: the word a person reads, and the one a request wants. */
struct choice {
	const char *shown, *word;
};

struct row {
	const char *label, *brief;
	struct choice choices[WORDS_MAX];
};

static const struct row rows[COLUMNS_ROWS] = {
	{"Day and time", "Both in one", {{NULL, NULL}}},
	{"Day", "Day", {{NULL, NULL}}},
	{"Time", "Time", {{NULL, NULL}}},
	{"Amount", "Amount", {{NULL, NULL}}},
	{"Unit", "Unit", {{NULL, NULL}}},
	{"Product", "Product", {{NULL, NULL}}},
	{"Tags", "Tags", {{NULL, NULL}}},
	{"Note", "Note", {{NULL, NULL}}},
	[COLUMNS_UNIT] = {"Amounts are in",
			  "Counted in",
			  {{"not said", NULL},
			   {"g", "g"},
			   {"capsules", "capsule"},
			   {"ml", "ml"},
			   {"tablets", "tablet"},
			   {"mg", "mg"}}},
	[COLUMNS_SEPARATOR] =
		{"Columns part at",
		 "Parted at",
		 {{"as found", NULL}, {",", ","}, {";", ";"}, {"|", "|"}, {"a tab", "tab"}}},
	[COLUMNS_DECIMAL] = {"Decimal mark",
			     "Decimals",
			     {{"point or comma", NULL},
			      {"point: 2.5", "point"},
			      {"comma: 2,5", "comma"}}},
	[COLUMNS_DATES] = {"Dates are",
			   "Dates",
			   {{"2026-11-20 or 20.11.2026", NULL},
			    {"year, month, day", "ymd"},
			    {"day, month, year", "dmy"},
			    {"month, day, year", "mdy"}}},
	[COLUMNS_HEADER] = {"First line",
			    "First line",
			    {{"names the columns", NULL}, {"is a dose", "yes"}}},
	[COLUMNS_BAD] = {"Unreadable lines",
			 "Unreadable",
			 {{"stop it", NULL}, {"are left out", "yes"}}},
};

int columns_values(const struct columns_page *page, int row)
{
	int count = 0;

	if (row < IMPORT_PARTS)
		return (int)page->table.column_count + 1;
	while (count < WORDS_MAX && rows[row].choices[count].shown != NULL)
		count++;
	return count;
}

const char *columns_word(const struct columns_page *page, int row)
{
	assert(row >= IMPORT_PARTS && row < COLUMNS_ROWS);
	return rows[row].choices[page->chosen[row]].word;
}

void columns_text(const struct columns_page *page, struct str *out)
{
	for (int part = 0; part < IMPORT_PARTS; part++) {
		if (page->chosen[part] > 0)
			str_addf(out, "%s%s=%d", out->len > 0 ? "," : "", app_table_part(part),
				 page->chosen[part]);
	}
}

/* Where things stand. */
struct parts {
	struct rect box, list, lines, foot;
};

static struct parts parts_of(struct rect area)
{
	struct rect inside = rect_inset(area, 1, 2);
	bool beside = inside.columns >= SIDE_LEAST;
	struct parts parts = {.box = beside ? rect_centre(area, BESIDE_ROWS, area.columns) : area};
	int room;

	inside = rect_inset(parts.box, 1, 2);
	parts.foot = rect_take_bottom(&inside, 1);
	if (beside) {
		parts.list = rect_take_left(&inside, SIDE_COLUMNS);
		parts.lines = inside;
		return parts;
	}
	room = inside.rows - COLUMNS_ROWS;
	if (inside.rows > COLUMNS_ROWS)
		room--;
	if (room < LINES_LEAST)
		room = LINES_LEAST;
	parts.lines = rect_take_bottom(&inside, room);
	if (inside.rows > COLUMNS_ROWS)
		rect_take_bottom(&inside, 1);
	parts.list = inside;
	return parts;
}

struct rect columns_page_list(const struct columns_page *page, struct rect area)
{
	(void)page;
	return parts_of(area).list;
}

static void value_of(const struct columns_page *page, int row, struct str *out)
{
	const struct choice *choices = rows[row].choices;
	int at = page->chosen[row];

	if (row == COLUMNS_DATES && at == 0 && page->table.dates_open) {
		str_add(out, "to be said: is the day first, or the month?");
		return;
	}
	if (row >= IMPORT_PARTS)
		str_add(out, choices[at].shown);
	if (row == COLUMNS_SEPARATOR && at == 0 && page->table.separator == '\t')
		str_add(out, ": a tab");
	else if (row == COLUMNS_SEPARATOR && at == 0)
		str_addf(out, ": %c", page->table.separator);
	if (row >= IMPORT_PARTS)
		return;
	if (at == 0)
		str_add(out, "\u2013");
	else
		str_addf(out, "%d: %s", at, page->table.names[at - 1]);
	if (at > 0 && page->table.samples[at - 1][0] != '\0')
		str_addf(out, "  (%s)", page->table.samples[at - 1]);
}

static void draw_row(const struct columns_page *page, struct canvas *canvas, struct rect line,
		     int row)
{
	bool here = row == page->list.cursor, narrow = line.columns < SIDE_COLUMNS;
	struct rect place = line;
	char room[TEXT_ROOM];
	struct str value = str_in(room, sizeof(room));

	value_of(page, row, &value);
	canvas_text(canvas, rect_take_left(&place, narrow ? NARROW_LABEL : LABEL_COLUMNS),
		    here ? ROLE_ACCENT : ROLE_DIM, narrow ? rows[row].brief : rows[row].label);
	canvas_text(canvas, place, here ? ROLE_STRONG : ROLE_TEXT, value.data);
	if (here) {
		canvas_select_row(canvas, line);
		canvas_cursor(canvas, line.row, line.column, false);
	}
	str_free(&value);
}

static void draw_lines(const struct columns_page *page, struct canvas *canvas, struct rect place)
{
	if (page->said[0] != '\0') {
		canvas_wrap(canvas, place, ROLE_WARN, page->said);
		return;
	}
	if (page->line_count == 0)
		canvas_text(canvas, place, ROLE_DIM, "There is no dose in it.");
	for (size_t i = 0; i < page->line_count && place.rows > 0; i++) {
		const struct table_line *line = &page->lines[i];
		int ink = line->read ? ROLE_GOOD : ROLE_WARN,
		    columns = place.columns - NUMBER_COLUMNS;
		int height = line->read ? 1 : text_rows(line->text, columns);
		struct rect row = rect_take_top(&place, height);

		canvas_textf(canvas, rect_take_left(&row, NUMBER_COLUMNS), ink, "%4d", line->line);
		if (line->read)
			canvas_text(canvas, row, ink, line->text);
		else
			canvas_wrap(canvas, row, ink, line->text);
	}
}

void columns_page_draw(const struct columns_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(area);

	canvas_dialog(canvas, area, parts.box, "Columns of the table");
	for (int i = 0; i < parts.list.rows && page->list.top + i < COLUMNS_ROWS; i++)
		draw_row(page, canvas, rect_line(parts.list, i, 0), page->list.top + i);
	draw_lines(page, canvas, parts.lines);
	key_words_wrap(page->keys, canvas, parts.foot, ROLE_DIM,
		       area.columns >= NARROW
			       ? "{column-less} and {column-more} change; {column-add} shows what "
				 "would be added."
			       : "{column-less} {column-more} change, {column-add} goes on");
}
