/* SPDX-License-Identifier: MIT */
#include "plan_view.h"

#include <string.h>

#include "base/plural.h"

#include "format.h"
#include "table.h"

enum { SLOT_WIDTH = 5 };

static void add_amounts(const struct schedule *schedule, const struct looks *looks, struct str *out)
{
	int decimals = amount_decimals(schedule->measure);
	char text[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%s a day", format_amount(schedule->from, decimals, schedule->unit, text));
	if (schedule->from.nano != schedule->start.nano)
		str_addf(&line, ", counted as %s",
			 format_amount(schedule->start, decimals, schedule->unit, text));
	looks_fact(looks, "From", line.data, out);
	looks_fact(looks, "Scale", format_amount(schedule->measure, 0, schedule->unit, text), out);
	str_free(&line);
}

static void add_dates(const struct schedule *schedule, const struct looks *looks, struct str *out)
{
	struct day last = schedule_last_day(schedule);
	char day[DAY_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	looks_fact(looks, "First day", day_full(schedule_first_day(schedule), day), out);
	if (schedule_days(schedule) > 0)
		str_addf(&line,
			 plural_of((int64_t)schedule_days(schedule), "%s, %d day", "%s, %d days"),
			 day_full(last, day), schedule_days(schedule));
	else
		str_add(&line, "none: the first day is at the goal already");
	looks_fact(looks, "Last day", line.data, out);
	str_reset(&line);
	str_addf(&line, "%s from %s", format_amount(schedule->goal, 0, schedule->unit, goal),
		 day_full(day_add(last, 1), day));
	looks_fact(looks, "Goal", line.data, out);
	str_free(&line);
}

static void add_speed(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	const struct schedule *schedule = view->schedule;
	const char *minus = looks_symbol(looks, SYMBOL_MINUS);
	char text[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	format_amount(schedule_total(schedule, schedule_first_day(schedule)),
		      amount_decimals(schedule->measure), schedule->unit, text);
	looks_fact(looks, "In all", text, out);
	if (view->pace->steepest.bp > 0) {
		str_addf(&line, "%s%s in 28 days, up to %s", minus,
			 format_rate(view->pace->steepest, text), day_full(view->pace->on, day));
		looks_fact(looks, "Fastest", line.data, out);
	}
	str_free(&line);
}

const char *plan_view_caution_name(const struct caution *caution, bool agreed)
{
	if (caution->level == CAUTION_NOTICE)
		return "note";
	return agreed ? "agreed to" : "needs your agreement";
}

void plan_view_cautions(const struct pace *pace, bool agreed, const struct looks *looks,
			struct str *out)
{
	for (size_t i = 0; i < pace->caution_count; i++) {
		const struct caution *caution = &pace->cautions[i];
		struct str line = STR_INIT;

		str_addf(&line, "%s: %s", plan_view_caution_name(caution, agreed), caution->text);
		str_add_char(out, '\n');
		looks_wrap(looks, 0, line.data, out);
		str_free(&line);
	}
}

void plan_view_above(const struct preview *preview, const struct looks *looks, struct str *out)
{
	struct str line = STR_INIT;

	plan_start_above(preview, &line);
	if (line.len > 0) {
		str_add_char(out, '\n');
		looks_wrap(looks, 0, line.data, out);
	}
	str_free(&line);
}

void plan_view_head(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	looks_ink(looks, INK_HEAD, view->title, out);
	str_add_char(out, '\n');
	looks_fact(looks, "Plan", view->name, out);
	add_amounts(view->schedule, looks, out);
	add_dates(view->schedule, looks, out);
	add_speed(view, looks, out);
	plan_view_factor(view, looks, out);
	plan_view_changes(view, looks, out);
	if (view->has_stash)
		plan_view_stash(view, looks, out);
	if (view->reason != NULL && view->reason[0] != '\0')
		looks_fact(looks, "Reason", view->reason, out);
	if (view->preview != NULL)
		plan_view_above(view->preview, looks, out);
	plan_view_cautions(view->pace, view->agreed, looks, out);
	if (view->bydate != NULL)
		plan_view_gentler(view->bydate, view->schedule, looks, out);
	str_add_char(out, '\n');
}

static bool all_timed(const struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->slot_count; i++) {
		if (schedule->slots[i].minute < 0)
			return false;
	}
	return true;
}

/* The times of the day's doses, or a word where a plan names none; each SLOT_WIDTH columns wide. */
static void add_slots_head(const struct schedule *schedule, struct str *out)
{
	char text[MOMENT_TEXT_SIZE];

	if (!all_timed(schedule)) {
		str_add(out, "Doses");
		return;
	}
	for (size_t i = 0; i < schedule->slot_count; i++)
		str_addf(out, "%s%*s", i > 0 ? " " : "", SLOT_WIDTH,
			 minute_text(schedule->slots[i].minute, text));
}

/* A dose that has closed is a dash. */
static void add_slot(struct amount dose, int decimals, const struct looks *looks, struct str *out)
{
	if (dose.nano > 0) {
		amount_add_right(out, dose, amount_decimals_for(decimals, dose), SLOT_WIDTH);
		return;
	}
	str_add_repeat(out, " ", SLOT_WIDTH - 1);
	str_add(out, looks_symbol(looks, SYMBOL_DASH));
}

static void add_slots_cell(const struct plan_row *row, int decimals, const struct looks *looks,
			   struct table *table)
{
	const struct amount *doses = schedule_doses(row->schedule, row->level);
	size_t count = row->schedule->slot_count;
	bool figures = true;

	if (row->level->target.nano == 0 || count < 2 || !plan_row_has_doses(row))
		count = 0;
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(&table->texts, ' ');
		add_slot(doses[i], decimals, looks, &table->texts);
		figures = figures && doses[i].nano > 0;
	}
	if (figures)
		table_end_plain(table);
	else
		table_end(table, INK_NONE);
}

static bool row_has(const struct plan_row *row, struct day day)
{
	return day.n >= row->first.n &&
	       (row->days == LEVEL_OPEN || day.n < row->first.n + row->days);
}

static void add_amount_cell(struct amount amount, int decimals, enum unit unit, struct table *table)
{
	amount_add_fixed(&table->texts, amount, amount_decimals_for(decimals, amount), unit);
	table_end_plain(table);
}

static void add_target_cells(const struct plan_row *row, const struct looks *looks,
			     struct table *table, bool with_cut)
{
	const struct level *level = row->level;
	enum unit unit = row->schedule->unit;
	int decimals = amount_decimals(row->schedule->measure);

	add_amount_cell(level->target, decimals, unit, table);
	if (with_cut && level->cut.nano > 0)
		add_amount_cell(level->cut, decimals, unit, table);
	else if (with_cut)
		table_add(table, INK_NONE, "");
	add_slots_cell(row, decimals, looks, table);
}

static void add_step_cells(const struct plan_view *view, size_t i, const struct looks *looks,
			   struct table *table)
{
	const struct plan_row *row = &view->rows[i];
	bool here = view->has_today && row_has(row, view->today);
	char text[DAY_TEXT_SIZE];

	table_add(table, INK_GOOD, here ? looks_symbol(looks, SYMBOL_HERE) : "");
	table_add_number(table, (int64_t)i + 1);
	table_add(table, INK_NONE, day_full(row->first, text));
	if (row->days == LEVEL_OPEN)
		table_add(table, INK_NONE, "");
	else
		table_add_number(table, row->days);
	add_target_cells(row, looks, table, true);
	plan_row_changes(view, row, &table->texts);
	table_end(table, INK_NONE);
}

void plan_view_steps(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	struct str slots = STR_INIT;
	struct table_column columns[] = {
		{.head = ""},
		{.head = "Step", .right = true},
		{.head = "From"},
		{.head = "Days", .right = true, .spare = true},
		{.head = "A day", .right = true},
		{.head = "Cut", .right = true, .spare = true},
		{.head = "Doses", .spare = true},
		{.head = "Changed", .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	add_slots_head(view->schedule, &slots);
	columns[6].head = slots.data;
	for (size_t i = 0; i < view->row_count; i++)
		add_step_cells(view, i, looks, &table);
	table_draw(&table, looks, 0, out);
	table_free(&table);
	str_free(&slots);
}

static void add_day_rows(const struct plan_view *view, const struct plan_row *row,
			 const struct looks *looks, struct table *table)
{
	struct day first = view->rows[0].first;
	char text[DAY_TEXT_SIZE];

	for (int32_t i = 0; i < row->days; i++) {
		struct day day = day_add(row->first, i);
		bool here = view->has_today && day.n == view->today.n;

		table_add(table, INK_GOOD, here ? looks_symbol(looks, SYMBOL_HERE) : "");
		table_add_number(table, day_between(first, day) + 1);
		table_add(table, INK_NONE, day_full(day, text));
		add_target_cells(row, looks, table, false);
	}
}

void plan_view_days(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	struct str slots = STR_INIT;
	struct table_column columns[] = {
		{.head = ""},
		{.head = "Day", .right = true},
		{.head = "Date"},
		{.head = "A day", .right = true},
		{.head = "Doses", .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	add_slots_head(view->schedule, &slots);
	columns[4].head = slots.data;
	for (size_t i = 0; i < view->row_count; i++)
		add_day_rows(view, &view->rows[i], looks, &table);
	table_draw(&table, looks, 0, out);
	table_free(&table);
	str_free(&slots);
}
