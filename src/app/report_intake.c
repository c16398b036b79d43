/* SPDX-License-Identifier: MIT */
#include "report_parts.h"

#include "base/plural.h"
#include "base/style.h"

#include <stdio.h>

/* Rows that leave room for the rest of a page. */
enum { ROWS_MOST = 20, MONTHS_A_YEAR = 12 };

/* How days are gathered: 0 months is a week. The first that gives few enough rows is used. */
static const struct fold {
	int months;
	const char *title;
} folds[] = {
	{0, "Intake by week"},
	{1, "Intake by month"},
	{3, "Intake by quarter"},
	{MONTHS_A_YEAR, "Intake by year"},
};

enum { FOLD_COUNT = sizeof(folds) / sizeof(folds[0]) };

struct span_sums {
	int64_t planned, taken; /* nano-units */
	int32_t planned_days, days, doses, above, counted, cuts, urges;
	int32_t mean, mean_days, sleep, sleep_days;
};

static struct day fold_after(const struct fold *fold, struct day day)
{
	struct civil civil = day_to_civil(day);
	int32_t month = civil.year * MONTHS_A_YEAR + civil.month - 1;

	if (fold->months == 0)
		return day_add(day, 7 - day_weekday(day));
	month += fold->months - month % fold->months;
	return day_from_civil((struct civil){
		.year = month / MONTHS_A_YEAR, .month = month % MONTHS_A_YEAR + 1, .mday = 1});
}

static size_t rows_of(const struct fold *fold, struct day first, struct day last)
{
	size_t rows = 0;

	for (struct day day = first; day.n <= last.n; day = fold_after(fold, day))
		rows++;
	return rows;
}

static void sum_day(const struct reporting *reporting, size_t at, struct span_sums *sums)
{
	const struct history_day *day = &reporting->history.days[at];
	const struct sign_day *sign = &reporting->gathered.days[at];
	struct signs signs = gathered_signs(&reporting->gathered);
	int32_t mean;

	if (day->has_target) {
		sums->planned += day->target.nano;
		sums->planned_days++;
	}
	if (day->total.entries > 0) {
		sums->taken += day->total.taken.nano;
		sums->doses += day->total.doses;
		sums->days++;
	}
	sums->above += day->status == DAY_ABOVE ? 1 : 0;
	sums->counted += day->status == DAY_ABOVE || day->status == DAY_AT_OR_BELOW ? 1 : 0;
	sums->cuts += sign->cut ? 1 : 0;
	sums->urges += sign->urges;
	if (sign_value(&signs, SIGN_SYMPTOM_MEAN, at, &mean)) {
		sums->mean += mean;
		sums->mean_days++;
	}
	if (sign->sleep_minutes >= 0) {
		sums->sleep += sign->sleep_minutes;
		sums->sleep_days++;
	}
}

static void add_mean_amount(struct report_part *part, int64_t sum, int32_t days, int decimals)
{
	struct amount mean = {.nano = days > 0 ? (sum + days / 2) / days : 0};
	char text[AMOUNT_TEXT_SIZE];

	report_add_cell(part, days > 0 ? amount_fixed(mean, decimals, text) : "-");
}

/* A mean with one decimal; parts is what 1 is counted as. */
static void add_mean(struct report_part *part, int64_t sum, int64_t count, int parts)
{
	int64_t tenths = count > 0 ? (sum * 20 / parts + count) / (2 * count) : 0;

	if (count == 0)
		report_add_cell(part, "-");
	else
		report_add_cellf(part, "%d%c%d", (int)(tenths / 10), style_mark(),
				 (int)(tenths % 10));
}

static void add_row(struct reporting *reporting, struct report_part *part, const struct fold *fold,
		    struct day first, struct day last)
{
	struct span_sums sums = {.days = 0};
	struct civil civil = day_to_civil(first);
	int decimals = reporting->history.decimals;
	char day[DAY_TEXT_SIZE];

	for (struct day at = first; at.n <= last.n; at = day_add(at, 1))
		sum_day(reporting, (size_t)day_between(reporting->first, at), &sums);
	if (fold->months == 1)
		report_add_cellf(part, "%s %d", month_short(civil.month), civil.year);
	else if (fold->months == MONTHS_A_YEAR)
		report_add_cellf(part, "%d", civil.year);
	else
		report_add_cell(part, day_long(first, day));
	add_mean_amount(part, sums.planned, sums.planned_days, decimals);
	add_mean_amount(part, sums.taken, sums.days, decimals);
	report_add_cellf(part, "%d/%d", sums.days, day_between(first, last) + 1);
	if (sums.counted > 0)
		report_add_cellf(part, "%d/%d", sums.above, sums.counted);
	else
		report_add_cell(part, "-");
	add_mean(part, sums.doses, sums.days, 1);
	report_add_cellf(part, "%d", sums.cuts);
	add_mean(part, sums.mean, sums.mean_days, 100);
	add_mean(part, sums.sleep, sums.sleep_days, 60);
	report_add_cellf(part, "%d", sums.urges);
}

void report_add_intake(struct reporting *reporting)
{
	static const struct report_column columns[FOLD_COUNT][REPORT_COLUMN_MAX] = {
#define COLUMNS(head)                                                                              \
	{                                                                                          \
		{head, false}, {"planned", true}, {"taken", true}, {"days", true},                 \
			{"above", true}, {"doses", true}, {"cuts", true}, {"symptoms", true},      \
			{"sleep", true},                                                           \
		{                                                                                  \
			"urges", true                                                              \
		}                                                                                  \
	}
		COLUMNS("Week from"),
		COLUMNS("Month"),
		COLUMNS("Quarter"),
		COLUMNS("Year"),
#undef COLUMNS
	};
	struct day last = reporting->last, next;
	struct report_part *part;
	struct str text = STR_INIT;
	size_t fold = 0;

	while (fold + 1 < FOLD_COUNT && rows_of(&folds[fold], reporting->first, last) > ROWS_MOST)
		fold++;
	part = report_add_part(&reporting->report, 0, folds[fold].title);
	report_set_columns(part, columns[fold], REPORT_COLUMN_MAX);
	for (struct day first = reporting->first; first.n <= last.n; first = next) {
		next = fold_after(&folds[fold], first);
		add_row(reporting, part, &folds[fold], first,
			next.n > last.n ? last : day_add(next, -1));
	}
	str_addf(&text,
		 "Planned and taken: %s a day, means; taken over the days with an entry (days: of "
		 "how "
		 "many). Above: days above plan, of those that can be told. Doses a day, symptoms "
		 "(0 "
		 "to 4) and hours of sleep: means.",
		 unit_name(reporting->history.unit));
	report_add_paragraph(part, text.data);
	if (reporting->history.left_out > 0) {
		str_reset(&text);
		str_addf(&text,
			 plural_of((int64_t)reporting->history.left_out,
				   "%zu dose of another product or unit is not added up here.",
				   "%zu doses of another product or unit are not added up here."),
			 reporting->history.left_out);
		report_add_paragraph(part, text.data);
	}
	str_free(&text);
}
