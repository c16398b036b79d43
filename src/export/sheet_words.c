/* SPDX-License-Identifier: MIT */
#include "sheet_words.h"

#include "base/plural.h"
#include "engine/moment.h"

void sheet_say_slot(const struct sheet *sheet, size_t index, struct str *out)
{
	const struct slot *slot = &sheet->schedule->slots[index];
	char text[MOMENT_TEXT_SIZE];

	if (slot->minute >= 0)
		str_add(out, minute_text(slot->minute, text));
	if (slot->name[0] != '\0') {
		str_add(out, slot->minute >= 0 ? " " : "");
		str_add(out, slot->name);
	} else if (slot->minute < 0) {
		str_add(out, "dose ");
		str_add_number(out, (int64_t)index + 1);
	}
}

void sheet_say_week(const struct sheet *sheet, const struct sheet_week *week, struct str *out)
{
	const struct sheet_day *first = &sheet->days[week->first];
	const struct sheet_day *last = &sheet->days[week->end - 1];
	char text[DAY_TEXT_SIZE];

	str_addf(out, "Week %d, %s", week->number, day_long(first->day, text));
	if (first != last)
		str_addf(out, " \u2013 %s", day_long(last->day, text));
}

/* More than a tenth of a percent no scale can tell. */
static struct rate tenths_of(struct rate rate)
{
	return (struct rate){.bp = (rate.bp + 5) / 10 * 10};
}

void sheet_say_step(const struct sheet *sheet, const struct level *level, int decimals,
		    struct str *out)
{
	struct amount before = {.nano = level->target.nano + level->cut.nano};
	char text[AMOUNT_TEXT_SIZE];

	str_add(out, level->days == LEVEL_OPEN ? "Goal: " : "Step: ");
	amount_add_fixed(out, before, decimals, UNIT_NONE);
	str_add(out, " \u2192 ");
	amount_add_fixed(out, level->target, decimals, sheet->schedule->unit);
	str_add(out, " a day");
	if (level->target.nano == 0)
		return;
	str_add(out, ", ");
	str_add(out, rate_text(tenths_of(amount_ratio(level->cut, before)), text));
	str_add(out, " less");
}

void sheet_say_portions(const struct sheet *sheet, const struct sheet_week *week, int decimals,
			struct str *out)
{
	struct sheet_portion portions[SHEET_PORTION_MAX];
	size_t count = sheet_portions(sheet, week, portions);
	char text[AMOUNT_TEXT_SIZE];

	for (size_t i = 0; i < count; i++)
		str_addf(out, "%s%d \u00d7 %s", i > 0 ? ", " : "", portions[i].count,
			 amount_fixed_with_unit(portions[i].amount, decimals, sheet->schedule->unit,
						text));
}

void sheet_say_doses(const struct schedule *schedule, const struct level *level, int decimals,
		     struct str *out)
{
	const struct amount *doses = schedule_doses(schedule, level);
	char text[AMOUNT_TEXT_SIZE];
	size_t open = 0;

	for (size_t i = 0; i < schedule->slot_count; i++) {
		if (doses[i].nano > 0)
			str_addf(out, "%s%s", open++ > 0 ? " + " : "",
				 amount_fixed(doses[i], decimals, text));
	}
}

void sheet_say_way(const struct sheet *sheet, struct str *out)
{
	const struct schedule *schedule = sheet->schedule;
	char start[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	size_t steps = schedule->level_count - 1;

	str_addf(out,
		 plural_of((int64_t)steps, "From %s a day on %s in %zu step to %s after %s.",
			   "From %s a day on %s in %zu steps to %s after %s."),
		 amount_with_unit(schedule->levels[0].target, schedule->unit, start),
		 day_long(schedule_first_day(schedule), first), steps,
		 amount_with_unit(schedule->goal, schedule->unit, goal),
		 day_long(schedule_last_day(schedule), last));
}

const char *sheet_taken(const struct sheet_day *day, int decimals, char *buf)
{
	if (!day->has_taken)
		buf[0] = '\0';
	else if (day->taken.nano > 0 && amount_decimals(day->taken) > decimals)
		amount_text(day->taken, buf);
	else
		amount_fixed(day->taken, decimals, buf);
	return buf;
}

const char *sheet_ahead(const struct sheet *sheet)
{
	switch (sheet->schedule->unit) {
	case UNIT_CAPSULE:
	case UNIT_TABLET:
		return "What to set out";
	case UNIT_ML:
		return "What to measure";
	case UNIT_NONE:
	case UNIT_GRAM:
	case UNIT_MG:
	case UNIT_COUNT:
		break;
	}
	return "What to weigh";
}

static const char *ahead_legend(enum unit unit)
{
	switch (unit) {
	case UNIT_CAPSULE:
	case UNIT_TABLET:
		return "Set each dose out in a bag or box of its own, write day and time on it, "
		       "and tick it here. Keep what is set out dry, locked away from children "
		       "and animals.";
	case UNIT_ML:
		return "Measure each dose into a bottle of its own, write day and time on it, and "
		       "tick it here. Keep what is measured cold, locked away from children and "
		       "animals.";
	case UNIT_NONE:
	case UNIT_GRAM:
	case UNIT_MG:
	case UNIT_COUNT:
		break;
	}
	return "Weigh each dose into a bag or box of its own, write day and time on it, "
	       "and tick it here. Keep what is weighed dry, locked away from children "
	       "and animals.";
}

const char *sheet_legend(const struct sheet *sheet)
{
	if (sheet->weigh)
		return ahead_legend(sheet->schedule->unit);
	return "Tick a box when that dose is taken. Write down the amount really taken, the hours "
	       "slept, and how strong symptoms were, from 0 (none) to 4 (extreme).";
}
