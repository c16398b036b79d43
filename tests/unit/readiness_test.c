/* SPDX-License-Identifier: MIT */
/*
 * The shipped rules of readiness, each with days that just make it speak and days that just do not; and what "ready" needs.
 */
#include "engine/readiness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"
#include "yaml/content.h"
#include "yaml/guidance.h"
#include "yaml/symptoms.h"

enum { DAYS = 60, TODAY = DAYS - 1, CUT = TODAY - 7 };

struct diary {
	struct symptoms symptoms;
	struct rules rules;
	struct sign_day days[DAYS];
};

/* A plan whose last cut was a week ago, with the next one in a week, and a calm check-in on every day. */
static struct diary calm(void)
{
	struct diary diary = {.symptoms = SYMPTOMS_INIT};
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	if (!symptoms_read("data/symptoms.yaml", NULL, &diary.symptoms, &problems, &err) ||
	    !guidance_read("data/guidance.yaml", NULL, &diary.rules, &problems, &err))
		fail_msg("%s", err.msg);
	for (int32_t i = 0; i < DAYS; i++) {
		struct sign_day *day = &diary.days[i];

		*day = sign_day_of(day_add(ymd(2026, 11, 1), i));
		for (size_t s = 0; s < diary.symptoms.count; s++)
			day->ratings[s] = diary.symptoms.items[s].hidden ? -1 : 1;
		day->sleep_minutes = 7 * 60;
		day->logged = true;
		day->status = i == TODAY ? DAY_TODAY : DAY_AT_OR_BELOW;
		day->cut = i == CUT;
		day->to_step = 7;
	}
	return diary;
}

static void put_away(struct diary *diary)
{
	symptoms_free(&diary->symptoms);
	rules_free(&diary->rules);
}

static void rate(struct diary *diary, size_t at, const char *id, int8_t rating)
{
	const struct symptom *symptom = symptoms_find(&diary->symptoms, id);

	diary->days[at].ratings[symptom - diary->symptoms.items] = rating;
}

static void rate_all(struct diary *diary, size_t at, int8_t rating)
{
	for (size_t s = 0; s < diary->symptoms.count; s++) {
		if (!diary->symptoms.items[s].hidden)
			diary->days[at].ratings[s] = rating;
	}
}

static void forget(struct diary *diary, size_t at)
{
	struct sign_day empty = sign_day_of(diary->days[at].day);

	empty.to_step = diary->days[at].to_step;
	empty.cut = diary->days[at].cut;
	diary->days[at] = empty;
}

static enum verdict judged(struct diary *diary, struct judgement *judgement)
{
	struct signs signs = {.days = diary->days, .count = DAYS, .symptoms = &diary->symptoms};

	signs_settle(diary->days, DAYS);
	judge(&signs, &diary->rules, TODAY, judgement);
	return judgement->verdict;
}

static enum verdict verdict_of(struct diary *diary)
{
	struct judgement judgement;
	enum verdict verdict = judged(diary, &judgement);

	judgement_free(&judgement);
	return verdict;
}

static bool speaks(struct diary *diary, const char *id)
{
	struct judgement judgement;
	bool found = false;
	size_t at;

	assert_true(rules_find(&diary->rules, id, &at));
	judged(diary, &judgement);
	for (size_t i = 0; i < judgement.count; i++)
		found = found || judgement.findings[i].rule == at;
	judgement_free(&judgement);
	return found;
}

static void calm_days_are_ready(void **state)
{
	struct diary diary = calm();

	(void)state;
	assert_int_equal(verdict_of(&diary), VERDICT_READY);
	diary.days[TODAY].to_step = 1;
	assert_int_equal(verdict_of(&diary), VERDICT_READY);
	put_away(&diary);
}

static void too_few_check_ins_give_no_verdict(void **state)
{
	struct diary diary = calm();

	(void)state;
	for (size_t i = TODAY - 6; i <= TODAY - 3; i++)
		forget(&diary, i);
	assert_int_equal(verdict_of(&diary), VERDICT_READY);
	forget(&diary, TODAY - 2);
	assert_int_equal(verdict_of(&diary), VERDICT_UNKNOWN);
	/* What is known still counts. */
	diary.days[TODAY - 1].status = DAY_ABOVE;
	diary.days[TODAY - 2].status = DAY_ABOVE;
	assert_int_equal(verdict_of(&diary), VERDICT_HOLD);
	put_away(&diary);
}

static void symptoms_up(void **state)
{
	struct diary diary = calm();

	(void)state;
	for (size_t i = TODAY - 2; i <= TODAY; i++)
		rate_all(&diary, i, 2);
	assert_true(speaks(&diary, "symptoms-up"));
	assert_int_equal(verdict_of(&diary), VERDICT_HOLD);
	/* One symptom of one day less: no longer a whole point up. */
	rate(&diary, TODAY - 1, "aches", 1);
	assert_false(speaks(&diary, "symptoms-up"));
	/* The day between may be the calm one. */
	rate_all(&diary, TODAY - 1, 1);
	rate_all(&diary, TODAY - 3, 2);
	assert_true(speaks(&diary, "symptoms-up"));
	/* Without three check-ins in the week before the cut there is nothing to hold it against. */
	for (size_t i = CUT - 7; i < CUT - 3; i++)
		forget(&diary, i);
	assert_true(speaks(&diary, "symptoms-up"));
	forget(&diary, CUT - 3);
	assert_false(speaks(&diary, "symptoms-up"));
	put_away(&diary);
}

/* A check-in that is still to come leaves the days before it as they are. */
static void today_counts_once_it_is_known(void **state)
{
	struct diary diary = calm();

	(void)state;
	for (size_t i = TODAY - 4; i <= TODAY - 2; i++)
		rate_all(&diary, i, 2);
	assert_false(speaks(&diary, "symptoms-up"));
	forget(&diary, TODAY);
	assert_true(speaks(&diary, "symptoms-up"));
	put_away(&diary);
}

static void extreme(void **state)
{
	struct diary diary = calm();

	(void)state;
	rate(&diary, TODAY - 1, "restless-legs", 4);
	rate(&diary, TODAY, "poor-sleep", 4);
	assert_true(speaks(&diary, "extreme"));
	rate(&diary, TODAY, "poor-sleep", 3);
	assert_false(speaks(&diary, "extreme"));
	rate(&diary, TODAY - 2, "restless-legs", 4);
	assert_false(speaks(&diary, "extreme"));
	put_away(&diary);
}

static void above_plan(void **state)
{
	struct diary diary = calm();

	(void)state;
	diary.days[TODAY - 1].status = DAY_ABOVE;
	diary.days[TODAY - 3].status = DAY_ABOVE;
	assert_true(speaks(&diary, "above-plan"));
	diary.days[TODAY - 3].status = DAY_AT_OR_BELOW;
	assert_false(speaks(&diary, "above-plan"));
	diary.days[TODAY - 4].status = DAY_ABOVE;
	assert_false(speaks(&diary, "above-plan"));
	/* A day without an entry is no data, not a day above. */
	diary.days[TODAY - 2].status = DAY_NO_DATA;
	assert_false(speaks(&diary, "above-plan"));
	put_away(&diary);
}

static void symptoms_some(void **state)
{
	struct diary diary = calm();
	size_t shown = 0, raised = 0;

	(void)state;
	for (size_t s = 0; s < diary.symptoms.count; s++)
		shown += diary.symptoms.items[s].hidden ? 0 : 1;
	for (size_t s = 0; s < diary.symptoms.count; s++) {
		if (diary.symptoms.items[s].hidden || raised == (shown + 1) / 2)
			continue;
		for (size_t i = TODAY - 2; i <= TODAY; i++)
			diary.days[i].ratings[s] = 2;
		raised++;
	}
	assert_true(speaks(&diary, "symptoms-some"));
	assert_int_equal(verdict_of(&diary), VERDICT_GENTLY);
	rate(&diary, TODAY, "aches", 1);
	assert_false(speaks(&diary, "symptoms-some"));
	put_away(&diary);
}

static void hard_day_before(void **state)
{
	struct diary diary = calm();

	(void)state;
	diary.days[TODAY].to_step = 1;
	rate(&diary, TODAY, "craving", 4);
	assert_true(speaks(&diary, "hard-day-before"));
	diary.days[TODAY].to_step = 2;
	assert_false(speaks(&diary, "hard-day-before"));
	diary.days[TODAY].to_step = 1;
	rate(&diary, TODAY, "craving", 3);
	assert_false(speaks(&diary, "hard-day-before"));
	/* Today is not over; yesterday above plan is the last that is known. */
	diary.days[TODAY - 1].status = DAY_ABOVE;
	assert_true(speaks(&diary, "hard-day-before"));
	put_away(&diary);
}

static void short_sleep(void **state)
{
	struct diary diary = calm();

	(void)state;
	diary.days[TODAY].sleep_minutes = 299;
	diary.days[TODAY - 2].sleep_minutes = 299;
	assert_true(speaks(&diary, "short-sleep"));
	diary.days[TODAY].sleep_minutes = 300;
	assert_false(speaks(&diary, "short-sleep"));
	put_away(&diary);
}

static void strong_craving(void **state)
{
	struct diary diary = calm();

	(void)state;
	rate(&diary, TODAY, "craving", 3);
	rate(&diary, TODAY - 1, "craving", 3);
	rate(&diary, TODAY - 3, "craving", 3);
	assert_true(speaks(&diary, "strong-craving"));
	rate(&diary, TODAY - 3, "craving", 2);
	assert_false(speaks(&diary, "strong-craving"));
	put_away(&diary);
}

static void many_urges(void **state)
{
	struct diary diary = calm();

	(void)state;
	diary.days[TODAY].urges = 4;
	diary.days[TODAY - 1].urges = 4;
	assert_true(speaks(&diary, "many-urges"));
	diary.days[TODAY].urges = 3;
	assert_false(speaks(&diary, "many-urges"));
	put_away(&diary);
}

static void quick_steps(void **state)
{
	struct diary diary = calm();

	(void)state;
	diary.days[CUT].cut = false;
	diary.days[TODAY - 5].cut = true;
	diary.days[TODAY].to_step = 1;
	assert_true(speaks(&diary, "quick-steps"));
	diary.days[TODAY - 5].cut = false;
	diary.days[TODAY - 6].cut = true;
	assert_false(speaks(&diary, "quick-steps"));
	put_away(&diary);
}

static void long_hold(void **state)
{
	struct diary diary = calm();

	(void)state;
	for (size_t i = TODAY - 27; i <= TODAY; i++)
		diary.days[i].held = true;
	assert_true(speaks(&diary, "long-hold"));
	diary.days[TODAY - 27].held = false;
	assert_false(speaks(&diary, "long-hold"));
	put_away(&diary);
}

static void two_steps_back(void **state)
{
	struct diary diary = calm();

	(void)state;
	diary.days[TODAY].stepped_back = true;
	diary.days[TODAY - 27].stepped_back = true;
	assert_true(speaks(&diary, "two-steps-back"));
	diary.days[TODAY - 27].stepped_back = false;
	diary.days[TODAY - 28].stepped_back = true;
	assert_false(speaks(&diary, "two-steps-back"));
	put_away(&diary);
}

/* A symptom asked about only since the cut says nothing about a change, and does not dilute one. */
static void change_is_taken_symptom_by_symptom(void **state)
{
	struct diary diary = calm();
	struct signs signs = {.days = diary.days, .count = DAYS, .symptoms = &diary.symptoms};
	int32_t value;

	(void)state;
	signs_settle(diary.days, DAYS);
	rate(&diary, TODAY, "tense", 4);
	assert_true(sign_value(&signs, SIGN_SYMPTOM_CHANGE, TODAY, &value));
	assert_int_equal(value, 0);
	rate_all(&diary, TODAY, 0);
	assert_true(sign_value(&signs, SIGN_SYMPTOM_CHANGE, TODAY, &value));
	assert_int_equal(value, -100);
	assert_true(sign_value(&signs, SIGN_SYMPTOM_WORST, TODAY, &value));
	assert_int_equal(value, 400);
	put_away(&diary);
}

static void nothing_known_is_no_value(void **state)
{
	struct sign_day days[2] = {sign_day_of(ymd(2026, 11, 1)), sign_day_of(ymd(2026, 11, 2))};
	struct symptoms none = SYMPTOMS_INIT;
	struct signs signs = {.days = days, .count = 2, .symptoms = &none};
	int32_t value = 77;

	(void)state;
	signs_settle(days, 2);
	for (int kind = 0; kind < SIGN_KIND_COUNT; kind++) {
		if (kind == SIGN_ON_HOLD || kind == SIGN_STEPS_BACK)
			continue;
		assert_false(sign_value(&signs, (enum sign_kind)kind, 1, &value));
	}
	assert_int_equal(value, 77);
}

/* Every rule is proved above, says something, and names sources that are there. */
static void shipped_rules_are_these(void **state)
{
	static const char *const ids[] = {"symptoms-up",    "extreme",         "above-plan",
					  "symptoms-some",  "hard-day-before", "short-sleep",
					  "strong-craving", "many-urges",      "quick-steps",
					  "long-hold",      "two-steps-back"};
	struct diary diary = calm();
	struct problems problems = PROBLEMS_INIT;
	struct sources sources;
	struct err err;

	(void)state;
	assert_true(sources_read("data/sources.yaml", &sources, &problems, &err));
	assert_int_equal(diary.rules.count, sizeof(ids) / sizeof(ids[0]));
	for (size_t i = 0; i < diary.rules.count; i++) {
		const struct rule *rule = &diary.rules.items[i];

		assert_string_equal(rule->id, ids[i]);
		for (size_t s = 0; s < rule->source_count; s++)
			assert_non_null(sources_find(&sources, rule->sources[s]));
	}
	sources_free(&sources);
	put_away(&diary);
}

static void rules_read_as_words(void **state)
{
	struct diary diary = calm();
	struct str text = STR_INIT;
	size_t at;

	(void)state;
	assert_true(rules_find(&diary.rules, "symptoms-up", &at));
	rule_describe(&diary.rules.items[at], &text);
	assert_string_equal(text.data, "symptoms against the week before the last cut at least +1 "
				       "on 3 of the last 4 days");
	str_reset(&text);
	assert_true(rules_find(&diary.rules, "hard-day-before", &at));
	rule_describe(&diary.rules.items[at], &text);
	assert_string_equal(text.data, "days to the next step at most 1; and strongest symptom at "
				       "least 4 or above plan");
	str_free(&text);
	put_away(&diary);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calm_days_are_ready),
		cmocka_unit_test(too_few_check_ins_give_no_verdict),
		cmocka_unit_test(symptoms_up),
		cmocka_unit_test(today_counts_once_it_is_known),
		cmocka_unit_test(extreme),
		cmocka_unit_test(above_plan),
		cmocka_unit_test(symptoms_some),
		cmocka_unit_test(hard_day_before),
		cmocka_unit_test(short_sleep),
		cmocka_unit_test(strong_craving),
		cmocka_unit_test(many_urges),
		cmocka_unit_test(quick_steps),
		cmocka_unit_test(long_hold),
		cmocka_unit_test(two_steps_back),
		cmocka_unit_test(change_is_taken_symptom_by_symptom),
		cmocka_unit_test(nothing_known_is_no_value),
		cmocka_unit_test(shipped_rules_are_these),
		cmocka_unit_test(rules_read_as_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
