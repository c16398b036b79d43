/* SPDX-License-Identifier: MIT */
#include "txt_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "engine/moment.h"
#include "sheet_words.h"

enum { LEFT_WIDTH = 15, BOX_WIDTH = 4, BLANK_WIDTH = 5, AMOUNT_WIDTH_LEAST = 3 };

/* How the columns are placed: all slots on one line where they fit, else on as few as they need. */
struct table {
	const struct sheet *sheet;
	const struct schedule *schedule;
	bool ascii;
	int decimals;
	int amount_width; /* of the widest dose */
	int total_width;
	int gap; /* blanks before a slot */
	size_t per_line, lines;
};

static int amount_width(const struct table *table, struct amount amount)
{
	char text[AMOUNT_TEXT_SIZE];

	return (int)strlen(amount_fixed(amount, table->decimals, text));
}

static const char *taken_text(const struct table *table, const struct sheet_day *day, char *buf)
{
	return day->has_taken ? sheet_taken(day, table->decimals, buf) : "_____";
}

static void grow_to(int *width, int need)
{
	if (need > *width)
		*width = need;
}

static void measure_amounts(struct table *table, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->day_count; i++) {
		const struct sheet_day *day = &sheet->days[i];
		const struct amount *doses = schedule_doses(table->schedule, day->level);
		char text[AMOUNT_TEXT_SIZE];

		for (size_t slot = 0; slot < table->schedule->slot_count; slot++)
			grow_to(&table->amount_width, amount_width(table, doses[slot]));
		grow_to(&table->total_width, amount_width(table, day->level->target));
		if (!sheet->weigh)
			grow_to(&table->total_width, (int)strlen(taken_text(table, day, text)));
	}
	for (size_t at = 0; sheet->weigh && at < sheet->day_count;) {
		struct sheet_week week = sheet_week_at(sheet, at);

		for (size_t slot = 0; slot < table->schedule->slot_count; slot++)
			grow_to(&table->amount_width, amount_width(table, week.slots[slot]));
		grow_to(&table->total_width, amount_width(table, week.total));
		at = week.end;
	}
}

static struct table table_of(const struct sheet *sheet, bool ascii)
{
	const struct schedule *schedule = sheet->schedule;
	struct table table = {.sheet = sheet,
			      .schedule = schedule,
			      .ascii = ascii,
			      .decimals = sheet_decimals(sheet),
			      .amount_width = AMOUNT_WIDTH_LEAST,
			      .total_width = BLANK_WIDTH};
	int cell, right, room, slots = (int)schedule->slot_count;

	measure_amounts(&table, sheet);
	cell = BOX_WIDTH + table.amount_width;
	right = (sheet->weigh ? 1 : 2) * (2 + table.total_width);
	room = TXT_WIDTH - LEFT_WIDTH - right - (sheet->weigh ? 0 : 2 * (2 + BLANK_WIDTH));
	table.gap = slots * (2 + cell) <= room ? 2 : 1;
	table.lines = 1;
	if (slots * (1 + cell) > room) {
		size_t fit = (size_t)((TXT_WIDTH - LEFT_WIDTH - right) / (1 + cell));

		fit = fit > 0 ? fit : 1;
		table.lines = (schedule->slot_count + fit - 1) / fit;
		if (table.lines == 1)
			table.lines = 2;
	}
	assert(table.lines > 0);
	table.per_line = (schedule->slot_count + table.lines - 1) / table.lines;
	return table;
}

/* By hand: a year has ten thousand cells. */
static void add_aligned(struct str *line, const char *before, int width, const char *text)
{
	int gap = width - (int)strlen(text);

	str_add(line, before);
	str_add_repeat(line, " ", (size_t)(gap > 0 ? gap : 0));
	str_add(line, text);
}

/* The right part of a row or of the head: two cells behind the slots on its first line, two more there or below. */
struct right {
	const char *total, *taken, *sleep, *symptoms;
};

static void add_right(struct str *line, const struct table *table, const struct right *right,
		      size_t at)
{
	int slots = (int)table->per_line * (table->gap + BOX_WIDTH + table->amount_width);
	int gap = LEFT_WIDTH + slots - utf8_width(line->data);

	str_add_repeat(line, " ", (size_t)(gap > 0 ? gap : 0));
	if (at == 0)
		add_aligned(line, "  ", table->total_width, right->total);
	if (table->sheet->weigh)
		return;
	if (at == 0)
		add_aligned(line, "  ", table->total_width, right->taken);
	if (table->lines == 1 || at == 1) {
		int width = table->lines == 1 ? BLANK_WIDTH : table->total_width;

		add_aligned(line, "  ", width, right->sleep);
		add_aligned(line, "  ", width, right->symptoms);
	}
}

/* The slots that stand on one line of a row. */
static size_t slots_end(const struct table *table, size_t at)
{
	size_t end = (at + 1) * table->per_line;

	return end < table->schedule->slot_count ? end : table->schedule->slot_count;
}

/* Above: the slot's time, or its name where it has none. Below: the name that a time left over. */
static void slot_label(const struct table *table, size_t index, bool below, struct str *out)
{
	const struct slot *slot = &table->schedule->slots[index];
	char text[MOMENT_TEXT_SIZE];

	if (!below && slot->minute >= 0)
		str_add(out, minute_text(slot->minute, text));
	else if (slot->name[0] != '\0' && below == (slot->minute >= 0))
		txt_add_plain(out, slot->name, table->ascii);
	else if (!below)
		str_addf(out, "dose %zu", index + 1);
}

static void add_head_line(struct txt_body *body, const struct table *table, size_t at, bool below)
{
	static const struct right words = {"total", "taken", "sleep", "sympt"};
	static const struct right none = {"", "", "(h)", "(0-4)"};
	struct str line = STR_INIT, label = STR_INIT;

	str_addf(&line, "%-*s", LEFT_WIDTH, at == 0 && !below ? "Date        Day" : "");
	for (size_t i = at * table->per_line; i < slots_end(table, at); i++) {
		str_reset(&label);
		slot_label(table, i, below, &label);
		str_add_repeat(&line, " ", (size_t)table->gap);
		utf8_add_padded(&line, label.data, BOX_WIDTH + table->amount_width, table->ascii);
	}
	add_right(&line, table, below ? &none : &words, at);
	txt_add_line(&body->head, line.data);
	body->head_lines++;
	str_free(&line);
	str_free(&label);
}

static void set_head(struct txt_body *body, const struct table *table)
{
	struct str rule = STR_INIT;

	for (size_t at = 0; at < table->lines; at++)
		add_head_line(body, table, at, false);
	if (table->lines == 1)
		add_head_line(body, table, 0, true);
	str_add_repeat(&rule, "-", TXT_WIDTH);
	txt_add_line(&body->head, rule.data);
	body->head_lines++;
	str_free(&rule);
}

static void add_slot(struct str *line, const struct table *table, struct amount dose)
{
	char text[AMOUNT_TEXT_SIZE];
	bool open = dose.nano > 0;

	str_add_repeat(line, " ", (size_t)table->gap);
	add_aligned(line, open ? "[ ] " : "    ", table->amount_width,
		    open ? amount_fixed(dose, table->decimals, text) : "-");
}

static void add_row(struct txt_body *body, const struct table *table, const struct sheet_day *day)
{
	const struct amount *doses = schedule_doses(table->schedule, day->level);
	char total[AMOUNT_TEXT_SIZE], taken[AMOUNT_TEXT_SIZE];
	char date[DAY_TEXT_SIZE];
	struct right right = {.total = amount_fixed(day->level->target, table->decimals, total),
			      .taken = taken_text(table, day, taken),
			      .sleep = "_____",
			      .symptoms = "_____"};
	struct str line = STR_INIT;

	for (size_t at = 0; at < table->lines; at++) {
		str_reset(&line);
		if (at == 0)
			str_addf(&line, "%s %4d", day_cell(day->day, date), day->number);
		else
			str_add_repeat(&line, " ", LEFT_WIDTH);
		for (size_t i = at * table->per_line; i < slots_end(table, at); i++)
			add_slot(&line, table, doses[i]);
		add_right(&line, table, &right, at);
		txt_body_line(body, line.data);
	}
	str_free(&line);
}

/* "Week 3   15 Dec 2026 - 21 Dec 2026", and what it takes in all. */
static void add_week_line(struct txt_body *body, const struct table *table,
			  const struct sheet_week *week)
{
	const struct sheet_day *first = &table->sheet->days[week->first];
	const struct sheet_day *last = &table->sheet->days[week->end - 1];
	char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE], text[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT, whole = STR_INIT;

	str_addf(&line, "Week %d   %s", week->number, day_long(first->day, from));
	if (first != last)
		str_addf(&line, " - %s", day_long(last->day, to));
	str_addf(&whole, "%s in all",
		 amount_fixed_with_unit(week->total, table->decimals, table->schedule->unit, text));
	str_addf(&line, "%*s", TXT_WIDTH - (int)line.len, whole.data);
	txt_body_line(body, line.data);
	str_free(&line);
	str_free(&whole);
}

/* More than a tenth of a percent no scale can tell. */
static struct rate tenths_of(struct rate rate)
{
	return (struct rate){.bp = (rate.bp + 5) / 10 * 10};
}

/* "-5 %, 12.0 -> 11.4 g a day", above the day it begins on. */
static void add_step_line(struct txt_body *body, const struct table *table,
			  const struct level *level)
{
	struct amount before = {.nano = level->target.nano + level->cut.nano};
	char from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE], cut[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	amount_fixed(before, table->decimals, from);
	amount_fixed_with_unit(level->target, table->decimals, table->schedule->unit, to);
	str_add(&line, level->days == LEVEL_OPEN ? "  >> goal: " : "  >> step: ");
	if (level->target.nano > 0)
		str_addf(&line, "-%s, ",
			 rate_text(tenths_of(amount_ratio(level->cut, before)), cut));
	str_addf(&line, "%s -> %s a day", from, to);
	txt_body_line(body, line.data);
	str_free(&line);
}

/* "hold at 12.0 g for 7 days", above the day it counts from. */
static void add_change_line(struct txt_body *body, const struct table *table, const char *change)
{
	struct str plain = STR_INIT;

	txt_add_plain(&plain, change, table->ascii);
	txt_body_wrap(body, "  >> changed: ", plain.data);
	str_free(&plain);
}

/* Below the days to weigh: what each slot takes in the week, and how many doses of each size. */
static void add_sums(struct txt_body *body, const struct table *table,
		     const struct sheet_week *week)
{
	char text[AMOUNT_TEXT_SIZE];
	struct right right = {.total = amount_fixed(week->total, table->decimals, text)};
	struct str line = STR_INIT, portions = STR_INIT;

	for (size_t at = 0; at < table->lines; at++) {
		str_reset(&line);
		str_addf(&line, "%-*s", LEFT_WIDTH, at == 0 ? "The week" : "");
		for (size_t i = at * table->per_line; i < slots_end(table, at); i++) {
			char sum[AMOUNT_TEXT_SIZE];

			str_add_repeat(&line, " ", (size_t)table->gap);
			str_addf(&line, "%*s", BOX_WIDTH + table->amount_width,
				 amount_fixed(week->slots[i], table->decimals, sum));
		}
		add_right(&line, table, &right, at);
		txt_body_line(body, line.data);
	}
	str_reset(&line);
	sheet_say_portions(table->sheet, week, table->decimals, &line);
	txt_add_plain(&portions, line.data, table->ascii);
	if (portions.len > 0)
		txt_body_wrap(body, "  Portions: ", portions.data);
	str_free(&line);
	str_free(&portions);
}

void txt_add_table(struct txt_body *body, const struct sheet *sheet)
{
	struct sheet_week week = {.end = 0};
	struct table table;

	if (sheet->day_count == 0)
		return;
	table = table_of(sheet, body->ascii);
	set_head(body, &table);
	while (week.end < sheet->day_count) {
		week = sheet_week_at(sheet, week.end);
		txt_body_open(body, true);
		add_week_line(body, &table, &week);
		for (size_t i = week.first; i < week.end; i++) {
			const struct sheet_day *day = &sheet->days[i];

			if (day->change != NULL)
				add_change_line(body, &table, day->change);
			if (day->step && day->level->cut.nano > 0)
				add_step_line(body, &table, day->level);
			add_row(body, &table, day);
		}
		if (sheet->weigh)
			add_sums(body, &table, &week);
	}
}
