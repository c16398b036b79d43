/* SPDX-License-Identifier: MIT */
#include "today_say.h"

#include <inttypes.h>
#include <stdio.h>

enum { HARD_DAYS = 2, HARD_OF_DAYS = 3, LAST_WEEKS = 28 };

static const char *amount_in(const struct today *today, struct amount amount, char *buf)
{
	return amount_with_unit(amount, today->unit, buf);
}

/* Two of the last three complete days above plan: then a choice is worth naming. */
static bool days_are_hard(const struct today *today)
{
	int above = 0;

	for (size_t i = 1; i <= HARD_OF_DAYS && i < today->last_count; i++)
		above += today->last_status[today->last_count - 1 - i] == DAY_ABOVE ? 1 : 0;
	return above >= HARD_DAYS;
}

static void say_above(struct today *today)
{
	char above[AMOUNT_TEXT_SIZE];

	snprintf(today->say, sizeof(today->say),
		 "Today is %s above plan. It is noted, and nothing else changes; tomorrow starts "
		 "fresh.%s",
		 amount_in(today, today->above, above),
		 days_are_hard(today) && !today->on_hold
			 ? " Some days now were above plan: a hold or a step back is there, if you "
			   "want one."
			 : "");
}

/* An extra dose that leaves less than the planned ones still need. */
static void say_extra(struct today *today, int64_t extra, int64_t short_by)
{
	char taken[AMOUNT_TEXT_SIZE], less[AMOUNT_TEXT_SIZE];

	amount_in(today, (struct amount){.nano = extra}, taken);
	amount_in(today, (struct amount){.nano = short_by}, less);
	if (today->left.nano == 0) {
		snprintf(
			today->say, sizeof(today->say),
			"You took %s between planned doses, and today's amount is reached. No more "
			"today keeps it on plan; either way tomorrow starts fresh.",
			taken);
		return;
	}
	snprintf(today->say, sizeof(today->say),
		 "You took %s between planned doses. The rest of the day is still yours: %s less "
		 "later keeps today on plan, or leave it; either way tomorrow starts fresh.",
		 taken, less);
}

static void say_hold(struct today *today)
{
	char target[AMOUNT_TEXT_SIZE], since[DAY_TEXT_SIZE], on[DAY_TEXT_SIZE];

	amount_in(today, today->target, target);
	day_short(today->hold_since, since);
	if (today->hold_asks)
		snprintf(today->say, sizeof(today->say),
			 "You have held %s for %" PRId32 " days. Go on, go on slower, or stay "
			 "longer: each is fine, and it is yours to choose.",
			 target, today->hold_days);
	else if (today->hold_days == 0)
		snprintf(today->say, sizeof(today->say), "From %s the plan is on hold at %s%s%s.",
			 since, target, today->hold_open ? ", until you go on" : "; it resumes on ",
			 today->hold_open ? "" : day_short(today->goes_on, on));
	else if (today->hold_open)
		snprintf(today->say, sizeof(today->say), "On hold at %s since %s, until you go on.",
			 target, since);
	else
		snprintf(today->say, sizeof(today->say),
			 "On hold at %s since %s; the plan resumes on %s.", target, since,
			 day_short(today->goes_on, on));
}

static void say_below(struct today *today)
{
	char mean[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];

	snprintf(today->say, sizeof(today->say),
		 "For %" PRId32 " days in a row you took less than planned, %s a day of %s. You "
		 "can let the plan go on from what you take. After some time with less, an old "
		 "dose can hit much harder, so going on from less is also the safer way.",
		 today->below_days,
		 amount_fixed_with_unit(today->below_mean, today->decimals, today->unit, mean),
		 amount_in(today, today->target, target));
}

/* taper's own setting: four weeks before the last step. */
static bool is_last_weeks(const struct today *today)
{
	int32_t left = today->plan_days - today->plan_day;

	return today->goal.nano == 0 && !today->at_goal && left >= 0 && left < LAST_WEEKS;
}

void today_say(struct today *today)
{
	int64_t extra = 0, planned = 0;

	for (size_t i = 0; i < today->dose_count; i++) {
		const struct today_dose *dose = &today->doses[i];

		if (!dose->taken)
			planned += dose->planned.nano;
		else if (dose->slot < 0 && dose->counts)
			extra += dose->amount.nano;
	}
	if (today->above.nano > 0)
		say_above(today);
	else if (extra > 0 && planned > today->left.nano)
		say_extra(today, extra, planned - today->left.nano);
	else if (today->at_goal && today->goal.nano == 0)
		snprintf(today->say, sizeof(today->say),
			 "The last step of your plan is behind you. After some time with less, an "
			 "old dose "
			 "hits much harder: never go back to it.");
	else if (today->say[0] != '\0')
		return;
	else if (today->on_hold)
		say_hold(today);
	else if (today->below_offers)
		say_below(today);
	else if (is_last_weeks(today))
		snprintf(
			today->say, sizeof(today->say),
			"The last weeks of the plan. An old dose can hit much harder now: never go "
			"back to it, and put nothing stronger in its place.");
}
