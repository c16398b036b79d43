/* SPDX-License-Identifier: MIT */
#include "export/md.h"

#include <string.h>

#include "base/utf8.h"

#include "csv_guard.h"
#include "md_parts.h"
#include "sheet_words.h"

struct table {
	const struct sheet *sheet;
	int decimals;
};

/* "12. " at the front would begin a list. */
static const char *add_number(struct str *out, const char *text)
{
	size_t len = strspn(text, "0123456789");

	str_add_bytes(out, text, len);
	if (len > 0 && text[len] == '.' && (text[len + 1] == ' ' || text[len + 1] == '\0'))
		str_add_char(out, '\\');
	return text + len;
}

void md_add_text(struct str *out, const char *text)
{
	struct str clean = STR_INIT;
	const char *at;

	utf8_add_clean(&clean, text);
	at = clean.data + strspn(clean.data, " ");
	if (text_needs_guard(at))
		str_add(out, "\\'");
	at = add_number(out, at);
	for (; *at != '\0'; at++) {
		if (*at == '<')
			str_add(out, "&lt;");
		else if (*at == '&')
			str_add(out, "&amp;");
		else {
			if (strchr("\\`*_[]#|~>$", *at) != NULL)
				str_add_char(out, '\\');
			str_add_char(out, *at);
		}
	}
	str_free(&clean);
}

static void add_facts(struct str *out, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->fact_count; i++) {
		const struct sheet_fact *fact = &sheet->facts[i];

		str_add(out, "- **");
		md_add_text(out, fact->name);
		str_add(out, ":** ");
		if (fact->text[0] == '\0')
			str_add_repeat(out, "\\_", 24);
		else
			md_add_text(out, fact->text);
		str_add_char(out, '\n');
	}
	str_add(out, sheet->fact_count > 0 ? "\n" : "");
}

static void add_texts(struct str *out, const char *title, char *const *texts, size_t count)
{
	if (count == 0)
		return;
	str_addf(out, "## %s\n\n", title);
	for (size_t i = 0; i < count; i++) {
		str_add(out, "- ");
		md_add_text(out, texts[i]);
		str_add_char(out, '\n');
	}
	str_add_char(out, '\n');
}

static void add_head(struct str *out, const struct table *table)
{
	size_t slots = table->sheet->schedule->slot_count;
	struct str label = STR_INIT;

	str_add(out, "| Date | Day |");
	for (size_t i = 0; i < slots; i++) {
		str_reset(&label);
		sheet_say_slot(table->sheet, i, &label);
		str_add_char(out, ' ');
		md_add_text(out, label.data);
		str_add(out, " |");
	}
	str_add(out, table->sheet->weigh ? " Total |\n"
					 : " Total | Taken | Sleep, h | Symptoms, 0 to 4 |\n");
	str_add(out, "|:---|---:|");
	str_add_repeat(out, "---:|", slots + (table->sheet->weigh ? 1 : 4));
	str_add_char(out, '\n');
	str_free(&label);
}

static void add_row(struct str *out, const struct table *table, const struct sheet_day *day)
{
	const struct schedule *schedule = table->sheet->schedule;
	const struct amount *doses = schedule_doses(schedule, day->level);
	char text[AMOUNT_TEXT_SIZE], date[DAY_TEXT_SIZE];

	str_addf(out, "| %s | %d |", day_short(day->day, date), day->number);
	for (size_t i = 0; i < schedule->slot_count; i++) {
		if (day->split && doses[i].nano > 0)
			str_addf(out, " \u2610 %s |",
				 amount_fixed(doses[i], table->decimals, text));
		else
			str_add(out, " \u2013 |");
	}
	str_addf(out, " **%s** |", amount_fixed(day->level->target, table->decimals, text));
	if (!table->sheet->weigh) {
		sheet_taken(day, table->decimals, text);
		str_addf(out, " %s%s| | |", text, text[0] == '\0' ? "" : " ");
	}
	str_add_char(out, '\n');
}

static void add_sums(struct str *out, const struct table *table, const struct sheet_week *week)
{
	char text[AMOUNT_TEXT_SIZE];

	str_add(out, "| The week | |");
	for (size_t i = 0; i < table->sheet->schedule->slot_count; i++)
		str_addf(out, " %s |", amount_fixed(week->slots[i], table->decimals, text));
	str_addf(out, " **%s** |\n", amount_fixed(week->total, table->decimals, text));
}

/* Steps and changes are told above the table: a row of it has as many cells as every other. */
static void add_steps(struct str *out, const struct table *table, const struct sheet_week *week)
{
	char text[DAY_TEXT_SIZE];
	bool any = false;

	for (size_t i = week->first; i < week->end; i++) {
		const struct sheet_day *day = &table->sheet->days[i];

		if (day->change != NULL) {
			str_addf(out, "- %s: Changed: ", day_short(day->day, text));
			md_add_text(out, day->change);
			str_add_char(out, '\n');
			any = true;
		}
		if (!day->step || day->level->cut.nano <= 0)
			continue;
		str_addf(out, "- %s: ", day_short(day->day, text));
		sheet_say_step(table->sheet, day->level, table->decimals, out);
		str_add_char(out, '\n');
		any = true;
	}
	str_add(out, any ? "\n" : "");
}

static void add_week(struct str *out, const struct table *table, const struct sheet_week *week)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str portions = STR_INIT;

	str_add(out, "### ");
	sheet_say_week(table->sheet, week, out);
	str_addf(out, ": %s in all\n\n",
		 amount_fixed_with_unit(week->total, table->decimals, table->sheet->schedule->unit,
					text));
	add_steps(out, table, week);
	add_head(out, table);
	for (size_t i = week->first; i < week->end; i++)
		add_row(out, table, &table->sheet->days[i]);
	if (table->sheet->weigh) {
		add_sums(out, table, week);
		sheet_say_portions(table->sheet, week, table->decimals, &portions);
		if (portions.len > 0)
			str_addf(out, "\nPortions: %s\n", portions.data);
	}
	str_add_char(out, '\n');
	str_free(&portions);
}

void md_write(const struct sheet *sheet, struct str *out)
{
	struct table table = {.sheet = sheet, .decimals = sheet_decimals(sheet)};
	struct sheet_week week = {.end = 0};

	str_add(out, "# ");
	md_add_text(out, sheet->title == NULL ? "" : sheet->title);
	str_add(out, "\n\n");
	add_facts(out, sheet);
	add_texts(out, "To mind", sheet->cautions, sheet->caution_count);
	str_addf(out, "## %s\n\n%s\n\n", sheet->weigh ? sheet_ahead(sheet) : "Day by day",
		 sheet_legend(sheet));
	while (week.end < sheet->day_count) {
		week = sheet_week_at(sheet, week.end);
		add_week(out, &table, &week);
	}
	add_texts(out, "To know", sheet->notes, sheet->note_count);
}
