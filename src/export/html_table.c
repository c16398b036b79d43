/* SPDX-License-Identifier: MIT */
#include "html_parts.h"

#include "engine/moment.h"

#include "sheet_words.h"

struct table {
	const struct sheet *sheet;
	int decimals;
	size_t columns;
};

/* Time and name apart, so that a narrow screen can leave the name out. */
static void add_slot(struct str *out, const struct table *table, size_t index)
{
	const struct slot *slot = &table->sheet->schedule->slots[index];
	char text[MOMENT_TEXT_SIZE];

	str_add(out, "<th scope=\"col\">");
	if (slot->minute >= 0)
		str_addf(out, "<span class=\"at\">%s</span> ", minute_text(slot->minute, text));
	str_add(out, "<bdi class=\"name\">");
	if (slot->name[0] != '\0')
		html_add_text(out, slot->name);
	else if (slot->minute < 0)
		str_addf(out, "dose %zu", index + 1);
	str_add(out, "</bdi></th>");
}

static void add_head(struct str *out, const struct table *table)
{
	str_add(out, "<thead><tr><th scope=\"col\">Date</th>"
		     "<th scope=\"col\" class=\"number\">Day</th>");
	for (size_t i = 0; i < table->sheet->schedule->slot_count; i++)
		add_slot(out, table, i);
	str_add(out, "<th scope=\"col\">Total</th>");
	if (!table->sheet->weigh)
		str_add(out, "<th scope=\"col\" class=\"taken\">Taken</th>"
			     "<th scope=\"col\" class=\"fill\">Sleep, h</th>"
			     "<th scope=\"col\" class=\"fill\">Symptoms, 0 to 4</th>");
	str_add(out, "</tr></thead>\n");
}

static void add_doses(struct str *out, const struct table *table, const struct sheet_day *day)
{
	const struct schedule *schedule = table->sheet->schedule;
	const struct amount *doses = schedule_doses(schedule, day->level);
	char text[AMOUNT_TEXT_SIZE];

	if (!day->split) {
		str_addf(out, "<td class=\"only\" colspan=\"%zu\">at other times</td>",
			 schedule->slot_count);
		return;
	}
	for (size_t i = 0; i < schedule->slot_count; i++) {
		if (doses[i].nano > 0)
			str_addf(out, "<td class=\"dose\"><i class=\"box\"></i>%s</td>",
				 amount_fixed(doses[i], table->decimals, text));
		else
			str_add(out, "<td class=\"dose\">\u2013</td>");
	}
}

static void add_row(struct str *out, const struct table *table, const struct sheet_day *day)
{
	struct civil civil = day_to_civil(day->day);
	char text[AMOUNT_TEXT_SIZE], iso[DAY_TEXT_SIZE];

	str_addf(out,
		 "<tr><th scope=\"row\"><time datetime=\"%s\">%s %d %s</time></th>"
		 "<td class=\"number\">%d</td>",
		 day_iso(day->day, iso), weekday_short(day_weekday(day->day)), civil.mday,
		 month_short(civil.month), day->number);
	add_doses(out, table, day);
	str_addf(out, "<td class=\"total\">%s</td>",
		 amount_fixed(day->level->target, table->decimals, text));
	if (!table->sheet->weigh)
		str_addf(out,
			 "<td class=\"taken\">%s</td><td class=\"fill\"></td>"
			 "<td class=\"fill\"></td>",
			 sheet_taken(day, table->decimals, text));
	str_add(out, "</tr>\n");
}

static void add_step(struct str *out, const struct table *table, const struct level *level)
{
	struct str words = STR_INIT;

	sheet_say_step(table->sheet, level, table->decimals, &words);
	str_addf(out, "<tr class=\"step\"><td colspan=\"%zu\">", table->columns);
	html_add_text(out, words.data);
	str_add(out, "</td></tr>\n");
	str_free(&words);
}

static void add_sums(struct str *out, const struct table *table, const struct sheet_week *week)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str words = STR_INIT;

	str_add(out, "<tr class=\"sum\"><th scope=\"row\">The week</th><td class=\"number\"></td>");
	for (size_t i = 0; i < table->sheet->schedule->slot_count; i++)
		str_addf(out, "<td>%s</td>", amount_fixed(week->slots[i], table->decimals, text));
	str_addf(out, "<td>%s</td></tr>\n", amount_fixed(week->total, table->decimals, text));
	sheet_say_portions(table->sheet, week, table->decimals, &words);
	if (words.len > 0)
		str_addf(out, "<tr class=\"portions\"><td colspan=\"%zu\">Portions: %s</td></tr>\n",
			 table->columns, words.data);
	str_free(&words);
}

static void add_week(struct str *out, const struct table *table, const struct sheet_week *week)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str title = STR_INIT;

	sheet_say_week(table->sheet, week, &title);
	str_addf(out,
		 "<section class=\"week\">\n<h3 id=\"week-%d\"><span>%s</span> <span>%s in "
		 "all</span></h3>\n<div class=\"scroll\">"
		 "<table aria-labelledby=\"week-%d\">\n",
		 week->number, title.data,
		 amount_fixed_with_unit(week->total, table->decimals, table->sheet->schedule->unit,
					text),
		 week->number);
	add_head(out, table);
	str_add(out, "<tbody>\n");
	for (size_t i = week->first; i < week->end; i++) {
		const struct sheet_day *day = &table->sheet->days[i];

		if (day->step && day->level->cut.nano > 0)
			add_step(out, table, day->level);
		add_row(out, table, day);
	}
	if (table->sheet->weigh)
		add_sums(out, table, week);
	str_add(out, "</tbody>\n</table></div>\n</section>\n");
	str_free(&title);
}

void html_add_weeks(struct str *out, const struct sheet *sheet)
{
	struct table table = {.sheet = sheet,
			      .decimals = sheet_decimals(sheet),
			      .columns = sheet->schedule->slot_count + (sheet->weigh ? 3 : 6)};
	struct sheet_week week = {.end = 0};

	while (week.end < sheet->day_count) {
		week = sheet_week_at(sheet, week.end);
		add_week(out, &table, &week);
	}
}
