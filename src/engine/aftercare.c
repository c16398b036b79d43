/* SPDX-License-Identifier: MIT */
#include "engine/aftercare.h"

#include <assert.h>
#include <inttypes.h>

enum { YEAR = 365, WEEK = 7 };

static const struct {
	int32_t days;
	const char *name;
} milestones[] = {{7, "1 week"},     {14, "2 weeks"},   {30, "30 days"}, {60, "60 days"},
		  {100, "100 days"}, {182, "26 weeks"}, {YEAR, "1 year"}};
static_assert(sizeof(milestones) / sizeof(milestones[0]) == AFTERCARE_MILESTONES, "all of them");

int32_t aftercare_milestone(int32_t i)
{
	return i < AFTERCARE_MILESTONES ? milestones[i].days
					: (i - AFTERCARE_MILESTONES + 2) * YEAR;
}

void aftercare_milestone_name(int32_t i, struct str *out)
{
	if (i < AFTERCARE_MILESTONES)
		str_add(out, milestones[i].name);
	else
		str_addf(out, "%" PRId32 " years", i - AFTERCARE_MILESTONES + 2);
}

/* A day with more than the goal; one at or below it is as it was meant to be. */
static void count_use(const struct aftercare_facts *facts, struct aftercare *care)
{
	int64_t sum = 0;

	for (size_t i = 0; i < facts->count; i++) {
		const struct day_total *total = &facts->totals[i];

		if (facts->goal.nano > 0 && total->entries > 0)
			care->counted++;
		if (total->taken.nano <= facts->goal.nano)
			continue;
		care->above++;
		care->any_above = true;
		care->above_last = total->day;
		if (day_between(total->day, facts->today) >= AFTERCARE_RECENT_DAYS)
			continue;
		care->recent++;
		sum += total->taken.nano;
	}
	if (care->recent > 0)
		care->recent_mean = amount_from_milli(sum / care->recent / AMOUNT_MILLI);
}

struct aftercare aftercare_of(const struct aftercare_facts *facts)
{
	struct aftercare care = {.since = facts->since, .goal = facts->goal};

	care.days = day_between(facts->since, facts->today);
	care.counted = facts->goal.nano == 0 ? care.days + 1 : 0;
	count_use(facts, &care);
	while (aftercare_milestone(care.reached) <= care.days)
		care.reached++;
	care.next_days = aftercare_milestone(care.reached);
	care.every = care.days < AFTERCARE_DAILY_DAYS ? 1 : WEEK;
	care.next_checkin = facts->today;
	if (facts->has_checkin && day_add(facts->checkin, care.every).n > facts->today.n)
		care.next_checkin = day_add(facts->checkin, care.every);
	care.checkin_due = care.next_checkin.n <= facts->today.n;
	return care;
}
