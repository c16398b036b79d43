/* SPDX-License-Identifier: MIT */
#include "txt_parts.h"

#include <string.h>

/* Three heights of mark in a row of letters give three times as many steps as rows. */
enum { CHART_ROWS = 9, CHART_MARKS = 3, CHART_LEVELS = CHART_ROWS * CHART_MARKS };

static const char marks[CHART_MARKS] = {'.', '-', '\''};

struct chart {
	const struct schedule *schedule;
	int32_t days; /* on the chart: the way and the first day at the goal */
	int label_width;
	int columns;
	struct amount top;
};

static struct day day_of(const struct chart *chart, int column)
{
	return day_add(schedule_first_day(chart->schedule),
		       (int32_t)((int64_t)column * chart->days / chart->columns));
}

/* 0 at nothing, CHART_LEVELS - 1 at the top. */
static int height_of(const struct chart *chart, int column)
{
	const struct level *level = schedule_at(chart->schedule, day_of(chart, column));
	int64_t steps = CHART_LEVELS - 1;

	return (int)((level->target.nano * steps + chart->top.nano / 2) / chart->top.nano);
}

/* A label is exact: half of the top may need a decimal more than the scale has. */
static const char *label_of(const struct chart *chart, int row, char *buf)
{
	struct amount at = {.nano = chart->top.nano / (CHART_ROWS - 1) * row};

	if (at.nano % chart->schedule->measure.nano != 0)
		return amount_text(at, buf);
	return amount_fixed(at, amount_decimals(chart->schedule->measure), buf);
}

static void add_row(struct txt_body *body, const struct chart *chart, int row)
{
	bool labelled = row % (CHART_ROWS / 2) == 0;
	char text[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%*s |", chart->label_width, labelled ? label_of(chart, row, text) : "");
	for (int column = 0; column < chart->columns; column++) {
		int height = height_of(chart, column);

		str_add_char(&line,
			     height / CHART_MARKS == row ? marks[height % CHART_MARKS] : ' ');
	}
	txt_body_line(body, line.data);
	str_free(&line);
}

static bool begins_month(const struct chart *chart, int column)
{
	int32_t before = day_to_civil(day_of(chart, column - 1)).month;

	return day_to_civil(day_of(chart, column)).month != before;
}

/* Names of months where there is room, years under the first one and under each January. */
static void add_axis(struct txt_body *body, const struct chart *chart)
{
	struct str rule = STR_INIT, months = STR_INIT, years = STR_INIT;
	size_t margin = (size_t)chart->label_width + 2;

	str_addf(&rule, "%*s +", chart->label_width, "");
	for (int column = 0; column < chart->columns; column++) {
		struct civil civil = day_to_civil(day_of(chart, column));
		bool tick = column == 0 || begins_month(chart, column);
		size_t at = margin + (size_t)column;

		str_add_char(&rule, tick && column > 0 ? '+' : '-');
		if (tick && (column == 0 || at > months.len) && at + 3 <= TXT_WIDTH) {
			str_add_repeat(&months, " ", at - months.len);
			str_add(&months, month_short(civil.month));
		}
		if (tick && (column == 0 || (civil.month == 1 && at > years.len)) &&
		    at + 4 <= TXT_WIDTH) {
			str_add_repeat(&years, " ", at - years.len);
			str_addf(&years, "%d", civil.year);
		}
	}
	txt_body_line(body, rule.data);
	txt_body_line(body, months.data);
	txt_body_line(body, years.data);
	str_free(&rule);
	str_free(&months);
	str_free(&years);
}

void txt_add_chart(struct txt_body *body, const struct schedule *schedule)
{
	struct chart chart = {.schedule = schedule,
			      .days = schedule_days(schedule) + 1,
			      .top = schedule->levels[0].target};
	char text[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	if (chart.top.nano == 0)
		return;
	for (int row = 0; row < CHART_ROWS; row += CHART_ROWS / 2) {
		int width = (int)strlen(label_of(&chart, row, text));

		if (width > chart.label_width)
			chart.label_width = width;
	}
	chart.columns = TXT_WIDTH - chart.label_width - 2;
	txt_body_open(body, false);
	str_addf(&line, "The whole way, from %s a day",
		 amount_with_unit(chart.top, schedule->unit, text));
	txt_body_line(body, line.data);
	for (int row = CHART_ROWS - 1; row >= 0; row--)
		add_row(body, &chart, row);
	add_axis(body, &chart);
	str_free(&line);
}
