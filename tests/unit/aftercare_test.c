/* SPDX-License-Identifier: MIT */
/* The time after the last step: what is counted, and that a return to use takes nothing back. */
#include "engine/aftercare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { DAYS = 120 };

static struct day_total totals[DAYS];

/* A plan over since day 20000, looked at so many days later, with nothing taken. */
static struct aftercare_facts facts_after(int32_t days)
{
	const struct day since = {20000};

	for (int32_t i = 0; i < DAYS; i++)
		totals[i] = (struct day_total){.day = day_add(since, i)};
	return (struct aftercare_facts){.since = since,
					.today = day_add(since, days),
					.totals = totals,
					.count = (size_t)(days < DAYS ? days + 1 : DAYS)};
}

static void milestones_only_ever_grow(void **state)
{
	int32_t before = 0;

	(void)state;
	for (int32_t days = 0; days < 5000; days++) {
		struct aftercare_facts facts = facts_after(days);
		struct aftercare care = aftercare_of(&facts);

		assert_true(care.reached >= before);
		assert_true(care.next_days > days);
		assert_true(care.reached == 0 || aftercare_milestone(care.reached - 1) <= days);
		before = care.reached;
	}
	assert_int_equal(aftercare_milestone(0), 7);
	assert_int_equal(aftercare_milestone(7), 730);
}

static void a_return_to_use_takes_nothing_back(void **state)
{
	struct aftercare_facts facts = facts_after(48);
	struct aftercare calm = aftercare_of(&facts), used;

	(void)state;
	totals[47].taken = amount_from_milli(1500);
	totals[45].taken = amount_from_milli(500);
	totals[10].taken = amount_from_milli(9000);
	used = aftercare_of(&facts);
	assert_int_equal(calm.reached, 3);
	assert_int_equal(used.reached, calm.reached);
	assert_int_equal(used.days, calm.days);
	assert_int_equal(used.above, 3);
	assert_int_equal(used.above_last.n, 20047);
	assert_int_equal(used.recent, 2);
	/* The older, larger day is not what a new plan begins from. */
	assert_int_equal(amount_milli(used.recent_mean), 1000);
	assert_int_equal(calm.recent, 0);
	assert_int_equal(calm.recent_mean.nano, 0);
}

static void a_day_without_an_entry_does_not_tell_of_an_amount_to_stay_at(void **state)
{
	struct aftercare_facts facts = facts_after(20);

	(void)state;
	assert_int_equal(aftercare_of(&facts).counted, 21);
	facts.goal = amount_from_milli(5000);
	assert_int_equal(aftercare_of(&facts).counted, 0);
	totals[3].entries = 2;
	totals[3].taken = amount_from_milli(4000);
	totals[4].entries = 1;
	totals[4].taken = amount_from_milli(6000);
	assert_int_equal(aftercare_of(&facts).counted, 2);
	assert_int_equal(aftercare_of(&facts).above, 1);
}

static void an_amount_to_stay_at_is_no_use_above_it(void **state)
{
	struct aftercare_facts facts = facts_after(10);
	struct aftercare care;

	(void)state;
	facts.goal = amount_from_milli(2000);
	totals[4].taken = amount_from_milli(2000);
	totals[5].taken = amount_from_milli(2001);
	care = aftercare_of(&facts);
	assert_int_equal(care.above, 1);
	assert_int_equal(care.above_last.n, 20005);
}

static void the_check_in_gets_gentler(void **state)
{
	static const struct {
		int32_t days, ago; /* since the last step; since the last check-in, -1 for none */
		bool due;
		int32_t in;
	} known[] = {{0, -1, true, 0},  {3, 0, false, 1},  {3, 1, true, 0},  {13, 1, true, 0},
		     {14, 1, false, 6}, {40, 6, false, 1}, {40, 7, true, 0}, {40, 90, true, 0}};

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct aftercare_facts facts = facts_after(known[i].days);
		struct aftercare care;

		facts.has_checkin = known[i].ago >= 0;
		facts.checkin = day_add(facts.today, -known[i].ago);
		care = aftercare_of(&facts);
		assert_int_equal(care.checkin_due, known[i].due);
		assert_int_equal(day_between(facts.today, care.next_checkin), known[i].in);
	}
}

static void milestones_have_names(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	aftercare_milestone_name(0, &out);
	str_add_char(&out, ' ');
	aftercare_milestone_name(6, &out);
	str_add_char(&out, ' ');
	aftercare_milestone_name(8, &out);
	assert_string_equal(out.data, "1 week 1 year 3 years");
	str_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(milestones_only_ever_grow),
		cmocka_unit_test(a_return_to_use_takes_nothing_back),
		cmocka_unit_test(a_day_without_an_entry_does_not_tell_of_an_amount_to_stay_at),
		cmocka_unit_test(an_amount_to_stay_at_is_no_use_above_it),
		cmocka_unit_test(the_check_in_gets_gentler),
		cmocka_unit_test(milestones_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
