/* SPDX-License-Identifier: MIT */
#include "engine/moment.h"
#include "pdf_parts.h"
#include "sheet_words.h"

/* What a person can look over on one page. */
enum { WEEKS_A_PAGE = 4 };

struct table {
	struct json *json;
	const struct sheet *sheet;
	const struct schedule *schedule;
	int decimals;
};

/* Its time with its name below, or what there is of them. */
static void add_slot(const struct table *table, size_t index)
{
	const struct slot *slot = &table->schedule->slots[index];
	char time[MOMENT_TEXT_SIZE];
	struct str name = STR_INIT;

	if (slot->minute >= 0) {
		pdf_column(table->json, minute_text(slot->minute, time), slot->name, "box");
		return;
	}
	sheet_say_slot(table->sheet, index, &name);
	pdf_column(table->json, name.data, NULL, "box");
	str_free(&name);
}

static void add_columns(const struct table *table)
{
	json_open_list(table->json, "columns");
	pdf_column(table->json, "Date", NULL, "text");
	pdf_column(table->json, "Day", NULL, "figure");
	for (size_t i = 0; i < table->schedule->slot_count; i++)
		add_slot(table, i);
	pdf_column(table->json, "Total", unit_many(table->schedule->unit), "strong");
	if (!table->sheet->weigh) {
		pdf_column(table->json, "Taken", unit_many(table->schedule->unit), "blank");
		pdf_column(table->json, "Sleep", "hours", "blank");
		pdf_column(table->json, "Symptoms", "0 to 4", "blank");
	}
	json_close_list(table->json);
}

static void add_line(const struct table *table, const char *mark, const char *text)
{
	json_open_object(table->json, NULL);
	json_text(table->json, "mark", mark);
	pdf_text(table->json, "text", text);
	json_close_object(table->json);
}

static void add_doses(const struct table *table, const struct sheet_day *day)
{
	const struct amount *doses = schedule_doses(table->schedule, day->level);
	char text[AMOUNT_TEXT_SIZE];

	for (size_t i = 0; i < table->schedule->slot_count; i++) {
		bool open = day->split && doses[i].nano > 0;

		json_text(table->json, NULL,
			  open ? amount_fixed(doses[i], table->decimals, text) : "");
	}
}

static void add_day(const struct table *table, const struct sheet_day *day)
{
	char words[DAY_TEXT_SIZE];
	struct str date = STR_INIT, number = STR_INIT;
	char text[AMOUNT_TEXT_SIZE];

	str_add(&date, day_short(day->day, words));
	str_addf(&number, "%d", day->number);
	json_open_object(table->json, NULL);
	if (!day->split)
		json_text(table->json, "over", "at other times");
	json_open_list(table->json, "cells");
	json_text(table->json, NULL, date.data);
	json_text(table->json, NULL, number.data);
	add_doses(table, day);
	json_text(table->json, NULL, amount_fixed(day->level->target, table->decimals, text));
	if (!table->sheet->weigh) {
		json_text(table->json, NULL, sheet_taken(day, table->decimals, text));
		json_text(table->json, NULL, "");
		json_text(table->json, NULL, "");
	}
	json_close_list(table->json);
	json_close_object(table->json);
	str_free(&date);
	str_free(&number);
}

static void add_changes(const struct table *table, const struct sheet_day *day)
{
	struct str words = STR_INIT;

	if (day->change != NULL) {
		str_addf(&words, "Changed: %s", day->change);
		add_line(table, day->step && day->level->cut.nano < 0 ? "back" : "change",
			 words.data);
		str_reset(&words);
	}
	if (day->step && day->level->cut.nano > 0) {
		sheet_say_step(table->sheet, day->level, table->decimals, &words);
		add_line(table, day->level->days == LEVEL_OPEN ? "goal" : "step", words.data);
	}
	str_free(&words);
}

/* Below the days to weigh: what the week takes, by dose and by size. */
static void add_sums(const struct table *table, const struct sheet_week *week)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str words = STR_INIT;

	json_open_object(table->json, NULL);
	json_bool(table->json, "strong", true);
	json_open_list(table->json, "cells");
	json_text(table->json, NULL, "The week");
	json_text(table->json, NULL, "");
	for (size_t i = 0; i < table->schedule->slot_count; i++)
		json_text(table->json, NULL, amount_fixed(week->slots[i], table->decimals, text));
	json_text(table->json, NULL, amount_fixed(week->total, table->decimals, text));
	json_close_list(table->json);
	json_close_object(table->json);
	str_add(&words, "Portions: ");
	sheet_say_portions(table->sheet, week, table->decimals, &words);
	if (week->total.nano > 0)
		add_line(table, "none", words.data);
	str_free(&words);
}

static void add_week(const struct table *table, const struct sheet_week *week)
{
	const struct sheet_day *days = table->sheet->days;
	struct civil civil = day_to_civil(days[week->first].day);
	struct str text = STR_INIT;
	char amount[AMOUNT_TEXT_SIZE];

	json_open_object(table->json, NULL);
	sheet_say_week(table->sheet, week, &text);
	json_text(table->json, "title", text.data);
	str_reset(&text);
	str_addf(&text, "%s in all",
		 amount_fixed_with_unit(week->total, table->decimals, table->schedule->unit,
					amount));
	json_text(table->json, "note", text.data);
	str_reset(&text);
	str_addf(&text, "%s %d", month_long(civil.month), civil.year);
	json_text(table->json, "under", text.data);
	json_open_list(table->json, "rows");
	for (size_t i = week->first; i < week->end; i++) {
		add_changes(table, &days[i]);
		add_day(table, &days[i]);
	}
	if (table->sheet->weigh)
		add_sums(table, week);
	json_close_list(table->json);
	json_close_object(table->json);
	str_free(&text);
}

void pdf_add_weeks(struct json *json, const struct sheet *sheet)
{
	struct table table = {.json = json,
			      .sheet = sheet,
			      .schedule = sheet->schedule,
			      .decimals = sheet_decimals(sheet)};
	struct sheet_week week = {.end = 0};

	json_open_object(json, NULL);
	json_text(json, "kind", "table");
	json_int(json, "most", WEEKS_A_PAGE);
	json_text(json, "mark", "Weeks");
	if (!sheet->weigh)
		json_bool(json, "turn", true);
	add_columns(&table);
	json_open_list(json, "groups");
	while (week.end < sheet->day_count) {
		week = sheet_week_at(sheet, week.end);
		add_week(&table, &week);
	}
	json_close_list(json);
	json_close_object(json);
}
