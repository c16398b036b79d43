/* SPDX-License-Identifier: MIT */
#include "answer.h"

#include <inttypes.h>
#include <stdio.h>

#include "words.h"

static const char *fixed(const struct today *today, struct amount amount, char *buf)
{
	return amount_fixed_with_unit(amount, today->decimals, today->unit, buf);
}

static void say_taken(const struct today *today, char *out)
{
	char amount[AMOUNT_TEXT_SIZE], count[WORDS_SIZE];

	if (today->doses_taken == 0)
		snprintf(out, ANSWER_TEXT_SIZE, "nothing taken yet");
	else
		snprintf(out, ANSWER_TEXT_SIZE, "%s taken in %s",
			 fixed(today, today->taken, amount),
			 words_count(today->doses_taken, "dose", "doses", count));
}

static void say_next(const struct today *today, char *out)
{
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE], ahead[WORDS_SIZE];

	if (!today->has_next_dose)
		snprintf(out, ANSWER_TEXT_SIZE, "no more planned doses today");
	else if (today->next_wall < 0)
		snprintf(out, ANSWER_TEXT_SIZE, "next dose %s",
			 fixed(today, today->next_amount, amount));
	else if (today->next_wall < today->now_wall)
		snprintf(out, ANSWER_TEXT_SIZE, "next %s, planned for %s",
			 fixed(today, today->next_amount, amount),
			 words_time(today->next_wall, time));
	else
		snprintf(out, ANSWER_TEXT_SIZE, "next at %s: %s, %s",
			 words_time(today->next_wall, time),
			 fixed(today, today->next_amount, amount),
			 words_ahead(today->next_wall, today->now_wall, ahead));
}

static void answer_planned(const struct today *today, struct answer *answer)
{
	bool above = today->above.nano > 0;
	struct amount shown = above ? today->above : today->left;
	char unit[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];

	amount_fixed(shown, today->decimals, answer->number);
	answer->role = above ? ROLE_WARN : ROLE_GOOD;
	snprintf(answer->of, sizeof(answer->of), above ? "%s above today's %s" : "%s left of %s",
		 words_unit(shown, today->unit, unit), fixed(today, today->target, target));
	say_taken(today, answer->then);
	if (above)
		snprintf(answer->next, sizeof(answer->next), "tomorrow starts fresh");
	else if (today->left.nano == 0)
		snprintf(answer->next, sizeof(answer->next), "today's amount is reached");
	else
		say_next(today, answer->next);
	answer->part = today->taken.nano;
	answer->whole = today->target.nano;
}

static void answer_goal(const struct today *today, struct answer *answer)
{
	char unit[AMOUNT_TEXT_SIZE];

	amount_fixed(today->taken, today->decimals, answer->number);
	answer->role = today->taken.nano > 0 ? ROLE_WARN : ROLE_GOOD;
	snprintf(answer->of, sizeof(answer->of), "%s taken today",
		 words_unit(today->taken, today->unit, unit));
	snprintf(answer->next, sizeof(answer->next), "the last step of your plan is behind you");
}

static void answer_unplanned(const struct today *today, struct answer *answer)
{
	char unit[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE], count[WORDS_SIZE];
	int32_t days = day_between(today->day, today->plan_begins);

	amount_fixed(today->taken, today->decimals, answer->number);
	answer->role = ROLE_STRONG;
	snprintf(answer->of, sizeof(answer->of), "%s taken today",
		 words_unit(today->taken, today->unit, unit));
	if (today->doses_taken == 0)
		snprintf(answer->then, sizeof(answer->then), "no dose logged yet");
	else
		snprintf(answer->then, sizeof(answer->then), "in %s",
			 words_count(today->doses_taken, "dose", "doses", count));
	if (today->plan_waits) {
		snprintf(answer->next, sizeof(answer->next), "%.60s begins %s, in %s",
			 today->plan_title, day_short(today->plan_begins, day),
			 words_count(days, "day", "days", count));
		return;
	}
	if (today->baseline_days >= BASELINE_DAYS)
		snprintf(answer->next, sizeof(answer->next), "the baseline is complete");
	else
		snprintf(answer->next, sizeof(answer->next), "baseline: %" PRId32 " of %d days",
			 today->baseline_days, BASELINE_DAYS);
	answer->part = today->baseline_days;
	answer->whole = today->baseline_days < BASELINE_DAYS ? BASELINE_DAYS : 0;
}

struct answer answer_of(const struct today *today)
{
	struct answer answer = {.whole = 0};

	if (today->has_plan && today->at_goal && today->goal.nano == 0)
		answer_goal(today, &answer);
	else if (today->has_plan)
		answer_planned(today, &answer);
	else
		answer_unplanned(today, &answer);
	return answer;
}
