/* SPDX-License-Identifier: MIT */
#include "compare_rows.h"

#include "format.h"

const struct candidate *compare_first(const struct compare *compare)
{
	for (size_t i = 0; i < compare->count; i++) {
		if (compare->items[i].laid_out)
			return &compare->items[i];
	}
	return NULL;
}

static bool any_differs(const struct compare *compare,
			bool (*differ)(const struct candidate *a, const struct candidate *b))
{
	const struct candidate *first = compare_first(compare);

	for (size_t i = 0; first != NULL && i < compare->count; i++) {
		if (compare->items[i].laid_out && differ(first, &compare->items[i]))
			return true;
	}
	return false;
}

static bool units_differ(const struct candidate *a, const struct candidate *b)
{
	return a->preview.schedule.unit != b->preview.schedule.unit;
}

static bool starts_differ(const struct candidate *a, const struct candidate *b)
{
	return units_differ(a, b) ||
	       a->preview.schedule.from.nano != b->preview.schedule.from.nano ||
	       a->preview.schedule.start.nano != b->preview.schedule.start.nano;
}

static bool measures_differ(const struct candidate *a, const struct candidate *b)
{
	return units_differ(a, b) ||
	       a->preview.schedule.measure.nano != b->preview.schedule.measure.nano;
}

static bool replays_differ(const struct candidate *a, const struct candidate *b)
{
	return a->replayed != b->replayed || a->replay.first.n != b->replay.first.n ||
	       a->replay.from.nano != b->replay.from.nano || units_differ(a, b);
}

bool compare_starts_differ(const struct compare *compare)
{
	return any_differs(compare, starts_differ);
}

bool compare_measures_differ(const struct compare *compare)
{
	return any_differs(compare, measures_differ);
}

bool compare_replays_differ(const struct compare *compare)
{
	return compare->with_replay && any_differs(compare, replays_differ);
}

static bool always(const struct compare *compare)
{
	(void)compare;
	return true;
}

static bool all_grams(const struct compare *compare)
{
	for (size_t i = 0; i < compare->count; i++) {
		if (compare->items[i].laid_out &&
		    compare->items[i].preview.schedule.unit != UNIT_GRAM)
			return false;
	}
	return true;
}

static bool not_all_grams(const struct compare *compare)
{
	return !all_grams(compare);
}

static bool any_goal(const struct compare *compare)
{
	for (size_t i = 0; i < compare->count; i++) {
		if (compare->items[i].laid_out && compare->items[i].preview.schedule.goal.nano > 0)
			return true;
	}
	return false;
}

static bool by_date(const struct compare *compare)
{
	return compare->by_date;
}

static bool with_replay(const struct compare *compare)
{
	return compare->with_replay;
}

static int decimals_of(const struct candidate *candidate)
{
	return amount_decimals(candidate->preview.schedule.measure);
}

static void add_amount(const struct candidate *candidate, struct amount amount, int least,
		       struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_add(out, format_amount(amount, least, candidate->preview.schedule.unit, text));
}

static void from_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	(void)looks;
	add_amount(candidate, candidate->preview.schedule.start, decimals_of(candidate), out);
}

static void measure_cell(const struct candidate *candidate, const struct looks *looks,
			 struct str *out)
{
	(void)looks;
	add_amount(candidate, candidate->preview.schedule.measure, 0, out);
}

static void speed_cell(const struct candidate *candidate, const struct looks *looks,
		       struct str *out)
{
	compare_speed(&candidate->preview, looks->ascii, out);
}

static void factor_cell(const struct candidate *candidate, const struct looks *looks,
			struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s %s", looks_symbol(looks, SYMBOL_TIMES),
		 format_factor(candidate->preview.factor, text));
}

static void goal_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	(void)looks;
	add_amount(candidate, candidate->preview.schedule.goal, 0, out);
}

static void last_day_cell(const struct candidate *candidate, const struct looks *looks,
			  struct str *out)
{
	char text[DAY_TEXT_SIZE];

	(void)looks;
	if (schedule_days(&candidate->preview.schedule) > 0)
		str_add(out, day_long(schedule_last_day(&candidate->preview.schedule), text));
}

static void days_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	(void)looks;
	str_addf(out, "%d", schedule_days(&candidate->preview.schedule));
}

static void add_rate(struct rate rate, const struct looks *looks, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	if (rate.bp > 0)
		str_addf(out, "%s%s", looks_symbol(looks, SYMBOL_MINUS),
			 format_whole_rate(rate, text));
}

static void pace_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	add_rate(candidate->preview.pace.steepest, looks, out);
}

static void cut_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	add_rate(candidate->preview.pace.largest_cut, looks, out);
}

static void total_cell(const struct candidate *candidate, const struct looks *looks,
		       struct str *out)
{
	const struct schedule *schedule = &candidate->preview.schedule;
	char text[AMOUNT_TEXT_SIZE];

	(void)looks;
	str_add(out, format_grouped(schedule_total(schedule, schedule_first_day(schedule)),
				    decimals_of(candidate), schedule->unit, text));
}

static void notes_cell(const struct candidate *candidate, const struct looks *looks,
		       struct str *out)
{
	(void)looks;
	compare_notes(&candidate->preview.pace, out);
}

static void gentle_cell(const struct candidate *candidate, const struct looks *looks,
			struct str *out)
{
	const struct bydate *bydate = &candidate->preview.bydate;
	char factor[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	if (!bydate->beyond_caution)
		return;
	if (bydate->has_gentle)
		str_addf(out, "%s\n%s %s", day_long(bydate->gentle_goal, day),
			 looks_symbol(looks, SYMBOL_TIMES),
			 format_factor(bydate->gentle_factor, factor));
	else
		str_add(out, "no date");
}

static void begun_cell(const struct candidate *candidate, const struct looks *looks,
		       struct str *out)
{
	char text[DAY_TEXT_SIZE];

	(void)looks;
	if (!candidate->replayed)
		return;
	str_addf(out, "%s\nfrom ", day_long(candidate->replay.first, text));
	add_amount(candidate, candidate->replay.from, decimals_of(candidate), out);
}

static void now_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	(void)looks;
	if (candidate->replayed)
		add_amount(candidate, candidate->replay.target_now, decimals_of(candidate), out);
}

static void above_cell(const struct candidate *candidate, const struct looks *looks,
		       struct str *out)
{
	(void)looks;
	if (candidate->replayed)
		str_addf(out, "%d of %d", candidate->replay.above, candidate->replay.days);
}

static void end_cell(const struct candidate *candidate, const struct looks *looks, struct str *out)
{
	char text[DAY_TEXT_SIZE];

	(void)looks;
	if (candidate->replayed)
		str_add(out, day_long(day_add(candidate->replay.goal_day, -1), text));
}

const struct compare_row compare_rows[] = {
	{"from", compare_starts_differ, from_cell, false},
	{"scale", compare_measures_differ, measure_cell, false},
	{"speed", always, speed_cell, false},
	{"all cuts", by_date, factor_cell, false},
	{"goal", any_goal, goal_cell, false},
	{"last day", always, last_day_cell, false},
	{"days", always, days_cell, false},
	{"fastest four weeks", always, pace_cell, false},
	{"largest cut", always, cut_cell, false},
	{"grams to the end", all_grams, total_cell, false},
	{"all to the end", not_all_grams, total_cell, false},
	{"notes", always, notes_cell, false},
	{"within 20 % by", by_date, gentle_cell, false},
	{"begun", compare_replays_differ, begun_cell, true},
	{"would be at", with_replay, now_cell, true},
	{"days above", with_replay, above_cell, true},
	{"would end", with_replay, end_cell, true},
	{.name = NULL},
};
