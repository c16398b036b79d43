/* SPDX-License-Identifier: MIT */
#include "app/support.h"

#include "paper.h"

/* How a line is reached, in the order in which it is quickest. */
static const char *way_to(const struct help_line *line)
{
	if (line->number[0] != '\0')
		return line->number;
	return line->text[0] != '\0' ? line->text : line->web;
}

static void add_line(const struct help_line *line, struct str *words)
{
	str_addf(words, "%s %s", line->name, way_to(line));
	if (line->region[0] != '\0')
		str_addf(words, " (%s)", line->region);
	else if (line->hours[0] != '\0' || line->cost[0] != '\0')
		str_addf(words, " (%s%s%s)", line->hours,
			 line->hours[0] != '\0' && line->cost[0] != '\0' ? ", " : "", line->cost);
}

static void add_country(const struct help_country *country, struct sheet *sheet)
{
	struct str words = STR_INIT;
	bool any = false;

	str_addf(&words, "In an emergency (%s) call %s. This is not medical advice.", country->name,
		 way_to(&country->lines[0]));
	sheet_add_note(sheet, words.data);
	str_reset(&words);
	str_addf(&words, "Help lines (%s): ", country->name);
	for (size_t i = 0; i < country->line_count; i++) {
		if (country->lines[i].kind == LINE_EMERGENCY)
			continue;
		str_add(&words, any ? "; " : "");
		add_line(&country->lines[i], &words);
		any = true;
	}
	str_add_char(&words, '.');
	if (any)
		sheet_add_note(sheet, words.data);
	str_free(&words);
}

void paper_add_numbers(struct app *app, struct sheet *sheet)
{
	struct support support;
	struct err none;

	if (!app_support_lines(app, &support, &none)) {
		sheet_add_note(sheet, "In an emergency call your local emergency number. This is "
				      "not medical advice.");
		return;
	}
	add_country(support.country, sheet);
	support_free(&support);
}
