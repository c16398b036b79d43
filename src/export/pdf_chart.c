/* SPDX-License-Identifier: MIT */
#include "pdf_parts.h"

#include "sheet_words.h"

/* Days and amounts of the whole way; amounts count in thousandths of the unit. */
struct chart {
	const struct sheet *sheet;
	const struct schedule *schedule;
	int32_t days;        /* the way, and the first day at the goal */
	struct amount top;   /* the most there is on it */
	int64_t step, lines; /* of the scale: so many thousandths from one to the next */
};

static void grow_to(struct amount *top, struct amount amount)
{
	if (amount.nano > top->nano)
		*top = amount;
}

enum { LINES_MOST = 6 };

/* 1, 2 or 5 of some power of ten: the smallest with which few lines go up to the top. */
static int64_t step_to(int64_t top)
{
	static const int64_t steps[] = {1, 2, 5};

	for (int64_t power = 1;; power *= 10) {
		for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
			if (steps[i] * power * LINES_MOST >= top)
				return steps[i] * power;
		}
	}
}

static struct chart chart_of(const struct sheet *sheet)
{
	struct chart chart = {.sheet = sheet,
			      .schedule = sheet->schedule,
			      .days = schedule_days(sheet->schedule) + 1};

	for (size_t i = 0; i < chart.schedule->level_count; i++)
		grow_to(&chart.top, chart.schedule->levels[i].target);
	for (size_t i = 0; i < sheet->day_count; i++) {
		if (sheet->days[i].has_taken)
			grow_to(&chart.top, sheet->days[i].taken);
	}
	chart.step = step_to(amount_milli(chart.top));
	chart.lines = (amount_milli(chart.top) + chart.step - 1) / chart.step;
	return chart;
}

static int32_t day_on(const struct chart *chart, struct day day)
{
	return day_between(schedule_first_day(chart->schedule), day);
}

static void add_point(struct json *json, int32_t day, struct amount amount)
{
	json_open_list(json, NULL);
	json_int(json, NULL, day);
	json_int(json, NULL, amount_milli(amount));
	json_close_list(json);
}

static void add_tick(struct json *json, int64_t at, const char *text, const char *below)
{
	json_open_object(json, NULL);
	json_int(json, "at", at);
	json_text(json, "text", text);
	if (below[0] != '\0')
		json_text(json, "below", below);
	json_close_object(json);
}

static void add_amounts(struct json *json, const struct chart *chart)
{
	char text[AMOUNT_TEXT_SIZE];

	json_open_list(json, "amounts");
	for (int64_t line = 0; line <= chart->lines; line++) {
		struct amount at = amount_from_milli(line * chart->step);

		add_tick(json, line * chart->step,
			 line == 0 ? amount_text(at, text)
				   : amount_with_unit(at, chart->schedule->unit, text),
			 "");
	}
	json_close_list(json);
}

/* The first day, and each first day of a month; the year where it changes. */
static void add_dates(struct json *json, const struct chart *chart)
{
	struct day first = schedule_first_day(chart->schedule);
	int32_t year = 0;

	json_open_list(json, "dates");
	for (int32_t days = 0; days < chart->days; days++) {
		struct civil civil = day_to_civil(day_add(first, days));
		struct str below = STR_INIT;

		if (days > 0 && civil.mday != 1)
			continue;
		if (civil.year != year)
			str_addf(&below, "%d", civil.year);
		year = civil.year;
		add_tick(json, days, month_short(civil.month), below.data);
		str_free(&below);
	}
	json_close_list(json);
}

static void add_lines(struct json *json, const struct chart *chart)
{
	json_open_list(json, "way");
	for (size_t i = 0; i < chart->schedule->level_count; i++) {
		const struct level *level = &chart->schedule->levels[i];

		add_point(json, day_on(chart, level->first), level->target);
	}
	json_close_list(json);
	json_open_list(json, "taken");
	for (size_t i = 0; i < chart->sheet->day_count; i++) {
		const struct sheet_day *day = &chart->sheet->days[i];

		if (day->has_taken && day_on(chart, day->day) < chart->days)
			add_point(json, day_on(chart, day->day), day->taken);
	}
	json_close_list(json);
}

static bool any_taken(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->day_count; i++) {
		if (sheet->days[i].has_taken)
			return true;
	}
	return false;
}

void pdf_add_chart(struct json *json, const struct sheet *sheet)
{
	struct chart chart = chart_of(sheet);
	struct str caption = STR_INIT;

	if (chart.top.nano == 0)
		return;
	sheet_say_way(sheet, &caption);
	if (any_taken(sheet))
		str_add(&caption, " The line is the plan, the dots are what was really taken.");
	pdf_heading(json, "The whole way", false);
	json_open_object(json, NULL);
	json_text(json, "kind", "chart");
	pdf_text(json, "caption", caption.data);
	json_int(json, "days", chart.days);
	json_int(json, "top", chart.lines * chart.step);
	add_amounts(json, &chart);
	add_dates(json, &chart);
	add_lines(json, &chart);
	json_close_object(json);
	str_free(&caption);
}
