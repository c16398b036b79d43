/* SPDX-License-Identifier: MIT */
#include "html_parts.h"

#include "sheet_words.h"

enum { WIDTH = 560, HEIGHT = 220, LEFT = 48, RIGHT = 8, TOP = 12, BOTTOM = 40, LABEL_GAP = 38 };

struct chart {
	const struct schedule *schedule;
	int32_t days; /* the way, and the first day at the goal */
	struct amount top;
};

static int x_of(const struct chart *chart, int32_t days)
{
	return LEFT + (int)((int64_t)days * (WIDTH - LEFT - RIGHT) / chart->days);
}

static int y_of(const struct chart *chart, struct amount amount)
{
	int64_t drawn = HEIGHT - TOP - BOTTOM;

	return HEIGHT - BOTTOM -
	       (int)((amount.nano * drawn + chart->top.nano / 2) / chart->top.nano);
}

static void add_line(struct str *out, int x1, int y1, int x2, int y2)
{
	str_addf(out,
		 "<line class=\"grid\" stroke=\"#b8b8b8\" x1=\"%d\" y1=\"%d\" x2=\"%d\" "
		 "y2=\"%d\"/>\n",
		 x1, y1, x2, y2);
}

/* The stairs from the first level to the goal; where closed, with what is below them. */
static void add_way(struct str *out, const struct chart *chart, bool closed)
{
	const struct schedule *schedule = chart->schedule;
	struct day first = schedule_first_day(schedule);

	str_addf(out, "<path class=\"%s\" d=\"M%d %d",
		 closed ? "under\" fill=\"#d5e4ef"
			: "way\" fill=\"none\" stroke-width=\"2.5\" stroke=\"#1d5d8c",
		 LEFT, y_of(chart, schedule->levels[0].target));
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		const struct level *next = schedule_next(schedule, level);
		int32_t end = next != NULL ? day_between(first, next->first) : chart->days;

		str_addf(out, "V%dH%d", y_of(chart, level->target), x_of(chart, end));
	}
	if (closed)
		str_addf(out, "V%dH%dZ", HEIGHT - BOTTOM, LEFT);
	str_add(out, "\"/>\n");
}

static void add_amounts(struct str *out, const struct chart *chart)
{
	char text[AMOUNT_TEXT_SIZE];

	for (int half = 0; half <= 2; half++) {
		struct amount at = {.nano = chart->top.nano / 2 * half};
		int y = y_of(chart, at);

		add_line(out, LEFT, y, WIDTH - RIGHT, y);
		str_addf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n", LEFT - 6,
			 y + 4, amount_text(at, text));
	}
}

/* A mark at each month's first day; its name, and under the first of a year the year, where there is room. */
static void add_months(struct str *out, const struct chart *chart)
{
	struct day first = schedule_first_day(chart->schedule);
	int free_from = 0, year = 0;

	for (int32_t days = 0; days < chart->days; days++) {
		struct civil civil = day_to_civil(day_add(first, days));
		int x = x_of(chart, days);

		if (days > 0 && civil.mday != 1)
			continue;
		if (days > 0)
			add_line(out, x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5);
		if (x < free_from || x > WIDTH - RIGHT - LABEL_GAP / 2)
			continue;
		str_addf(out, "<text x=\"%d\" y=\"%d\">%s</text>\n", x, HEIGHT - BOTTOM + 17,
			 month_short(civil.month));
		if (civil.year != year)
			str_addf(out, "<text x=\"%d\" y=\"%d\">%d</text>\n", x,
				 HEIGHT - BOTTOM + 33, civil.year);
		year = civil.year;
		free_from = x + LABEL_GAP;
	}
}

void html_add_chart(struct str *out, const struct sheet *sheet)
{
	struct chart chart = {.schedule = sheet->schedule,
			      .days = schedule_days(sheet->schedule) + 1,
			      .top = sheet->schedule->levels[0].target};

	if (chart.top.nano == 0)
		return;
	str_add(out, "<h2>The whole way</h2>\n<figure>\n");
	str_addf(out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"way\">\n", WIDTH,
		 HEIGHT);
	add_way(out, &chart, true);
	add_amounts(out, &chart);
	add_months(out, &chart);
	add_way(out, &chart, false);
	str_add(out, "</svg>\n<figcaption id=\"way\">");
	sheet_say_way(sheet, out);
	str_add(out, "</figcaption>\n</figure>\n");
}
