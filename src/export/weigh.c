/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "export/sheet.h"

enum { WEEK_DAYS = 7 };

static int32_t week_of(const struct sheet_day *day)
{
	return (day->number - 1) / WEEK_DAYS + 1;
}

static void add_day(const struct sheet *sheet, const struct sheet_day *day, struct sheet_week *week)
{
	const struct amount *doses = schedule_doses(sheet->schedule, day->level);

	/* What can't be weighed by this sheet is no part of what it adds up. */
	if (day->split || !sheet->weigh)
		week->total.nano += day->level->target.nano;
	for (size_t i = 0; day->split && i < sheet->schedule->slot_count; i++)
		week->slots[i].nano += doses[i].nano;
}

struct sheet_week sheet_week_at(const struct sheet *sheet, size_t first)
{
	struct sheet_week week = {.first = first, .end = first};

	assert(first < sheet->day_count);
	week.number = week_of(&sheet->days[first]);
	while (week.end < sheet->day_count && week_of(&sheet->days[week.end]) == week.number)
		add_day(sheet, &sheet->days[week.end++], &week);
	return week;
}

/* Its place among the sizes, which are kept in order. */
static size_t count_dose(struct amount dose, struct sheet_portion *portions, size_t count)
{
	size_t at = 0;

	while (at < count && portions[at].amount.nano > dose.nano)
		at++;
	if (at < count && portions[at].amount.nano == dose.nano) {
		portions[at].count++;
		return count;
	}
	for (size_t i = count; i > at; i--)
		portions[i] = portions[i - 1];
	portions[at] = (struct sheet_portion){.amount = dose, .count = 1};
	return count + 1;
}

size_t sheet_portions(const struct sheet *sheet, const struct sheet_week *week,
		      struct sheet_portion portions[SHEET_PORTION_MAX])
{
	size_t count = 0;

	for (size_t i = week->first; i < week->end; i++) {
		const struct sheet_day *day = &sheet->days[i];
		const struct amount *doses = schedule_doses(sheet->schedule, day->level);

		for (size_t slot = 0; day->split && slot < sheet->schedule->slot_count; slot++) {
			if (doses[slot].nano > 0)
				count = count_dose(doses[slot], portions, count);
		}
	}
	return count;
}

static void grow_for(struct amount amount, int *decimals)
{
	int need = amount.nano > 0 ? amount_decimals(amount) : 0;

	if (need > *decimals)
		*decimals = need;
}

/* Days that are over may have been planned for a finer scale. */
int sheet_decimals(const struct sheet *sheet)
{
	int decimals = amount_decimals(sheet->schedule->measure);
	const struct level *last = NULL;

	for (size_t i = 0; i < sheet->day_count; i++) {
		const struct level *level = sheet->days[i].level;
		const struct amount *doses = schedule_doses(sheet->schedule, level);

		if (level == last)
			continue;
		last = level;
		grow_for(level->target, &decimals);
		for (size_t slot = 0; slot < sheet->schedule->slot_count; slot++)
			grow_for(doses[slot], &decimals);
	}
	return decimals;
}
