/* SPDX-License-Identifier: MIT */
#include "html_parts.h"

#include "base/style.h"
#include "engine/moment.h"

#include "sheet_words.h"

struct table {
	const struct sheet *sheet;
	int decimals;
	size_t columns;
	bool many; /* more doses than fit beside each other on a phone */
};

enum { SLOTS_BESIDE = 4 };

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

/* On a phone each dose of many stands behind its own time, for there is no head above it. */
static void add_dose(struct str *out, const struct table *table, size_t slot, struct amount dose)
{
	const struct slot *place = &table->sheet->schedule->slots[slot];
	char text[AMOUNT_TEXT_SIZE];
	struct str label = STR_INIT;

	str_add(out, "<td class=\"dose\"");
	if (table->many) {
		if (place->minute >= 0)
			str_add(&label, minute_text(place->minute, text));
		else
			sheet_say_slot(table->sheet, slot, &label);
		str_add(out, " data-at=\"");
		html_add_text(out, label.data);
		str_add_char(out, '"');
	}
	if (dose.nano > 0)
		str_addf(out, "><i class=\"box\"></i>%s</td>",
			 amount_fixed(dose, table->decimals, text));
	else
		str_add(out, ">\u2013</td>");
	str_free(&label);
}

static void add_doses(struct str *out, const struct table *table, const struct sheet_day *day)
{
	const struct schedule *schedule = table->sheet->schedule;
	const struct amount *doses = schedule_doses(schedule, day->level);

	if (!day->split) {
		str_addf(out, "<td class=\"only\" colspan=\"%zu\">at other times</td>",
			 schedule->slot_count);
		return;
	}
	for (size_t i = 0; i < schedule->slot_count; i++)
		add_dose(out, table, i, doses[i]);
}

/* The month is left out where the paper is narrow, and stands where a person has it. */
static void add_date(struct str *out, struct day day)
{
	struct civil civil = day_to_civil(day);
	const char *weekday = weekday_short(day_weekday(day)), *month = month_short(civil.month);

	switch (style_chosen().dates) {
	case DATES_COUNT:
	case DATES_DAY_MONTH:
		str_addf(out, "%s %d <span class=\"month\">%s</span>", weekday, civil.mday, month);
		break;
	case DATES_MONTH_DAY:
		str_addf(out, "%s <span class=\"month\">%s</span> %d", weekday, month, civil.mday);
		break;
	case DATES_ISO:
		str_addf(out, "%s <span class=\"month\">%02d-</span>%02d", weekday, civil.month,
			 civil.mday);
		break;
	}
}

static void add_row(struct str *out, const struct table *table, const struct sheet_day *day)
{
	char text[AMOUNT_TEXT_SIZE], iso[DAY_TEXT_SIZE];

	str_addf(out, "<tr><th scope=\"row\"><time datetime=\"%s\">", day_iso(day->day, iso));
	add_date(out, day->day);
	str_addf(out, "</time></th><td class=\"number\">%d</td>", day->number);
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

static void add_change(struct str *out, const struct table *table, const char *change)
{
	str_addf(out, "<tr class=\"change\"><td colspan=\"%zu\">Changed: <span dir=\"auto\">",
		 table->columns);
	html_add_text(out, change);
	str_add(out, "</span></td></tr>\n");
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
		 "<table%s aria-labelledby=\"week-%d\">\n",
		 week->number, title.data,
		 amount_fixed_with_unit(week->total, table->decimals, table->sheet->schedule->unit,
					text),
		 table->many ? " class=\"many\"" : "", week->number);
	add_head(out, table);
	str_add(out, "<tbody>\n");
	for (size_t i = week->first; i < week->end; i++) {
		const struct sheet_day *day = &table->sheet->days[i];

		if (day->change != NULL)
			add_change(out, table, day->change);
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
			      .columns = sheet->schedule->slot_count + (sheet->weigh ? 3 : 6),
			      .many = sheet->schedule->slot_count > SLOTS_BESIDE};
	struct sheet_week week = {.end = 0};

	while (week.end < sheet->day_count) {
		week = sheet_week_at(sheet, week.end);
		add_week(out, &table, &week);
	}
}
