/* SPDX-License-Identifier: MIT */
#include "engine/baseline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define TODAY ymd(2026, 11, 21)
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { LOG_MAX = 400 };

struct log {
	struct intake intakes[LOG_MAX];
	size_t count;
};

/* In order of time; ago is days before today. */
static void take(struct log *log, int32_t ago, int16_t minute, int64_t amount)
{
	assert_true(log->count < LOG_MAX);
	log->intakes[log->count++] = (struct intake){
		.day = day_add(TODAY, -ago), .minute = minute, .amount = milli(amount)};
}

static struct baseline baseline(const struct log *log)
{
	return baseline_of(log->intakes, log->count, TODAY);
}

static struct baseline of_days(const int64_t *amounts, size_t count)
{
	struct log log = {.count = 0};

	for (size_t i = 0; i < count; i++)
		take(&log, (int32_t)(count - i), 480, amounts[i]);
	return baseline(&log);
}

static void nothing_logged(void **state)
{
	struct baseline none = baseline_of(NULL, 0, TODAY);

	(void)state;
	assert_int_equal(none.days, 0);
	assert_false(none.enough);
	assert_int_equal(none.mean.nano, 0);
}

static void seven_even_days(void **state)
{
	static const int64_t amounts[] = {20000, 19000, 21000, 20000, 18000, 22000, 20000};
	struct baseline found = of_days(amounts, COUNT(amounts));

	(void)state;
	assert_int_equal(found.days, 7);
	assert_true(found.enough);
	assert_true(found.steady);
	assert_int_equal(amount_milli(found.mean), 20000);
	assert_int_equal(amount_milli(found.median), 20000);
	assert_int_equal(amount_milli(found.lowest), 18000);
	assert_int_equal(amount_milli(found.highest), 22000);
	assert_int_equal(found.spread.bp, 1000);
	assert_int_equal(found.first.n, TODAY.n - 7);
	assert_int_equal(found.last.n, TODAY.n - 1);
	assert_int_equal(found.doses_a_day, 1);
	assert_int_equal(found.usual_minutes[0], 480);
}

static void today_never_counts(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	take(&log, 0, 480, 9000);
	assert_int_equal(baseline(&log).days, 0);
	log.count = 0;
	take(&log, 1, 480, 5000);
	take(&log, 0, 480, 9000);
	take(&log, -1, 480, 9000);
	struct baseline found = baseline(&log);
	assert_int_equal(found.days, 1);
	assert_int_equal(amount_milli(found.mean), 5000);
	assert_false(found.enough);
}

/* Days without an entry are no data: the seven days before them are looked for further back. */
static void days_without_an_entry_are_no_data(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	take(&log, 20, 480, 99000);
	for (int32_t ago = 14; ago >= 2; ago -= 2)
		take(&log, ago, 480, 10000);
	struct baseline found = baseline(&log);
	assert_int_equal(found.days, 7);
	assert_int_equal(amount_milli(found.mean), 10000);
	assert_int_equal(found.first.n, TODAY.n - 14);
	assert_int_equal(found.last.n, TODAY.n - 2);
	assert_true(found.enough);
}

/* A log that ended long ago still has its last seven days; the dates tell how old they are. */
static void an_old_log_is_still_found(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	for (int32_t ago = 306; ago >= 300; ago--)
		take(&log, ago, 480, 8000);
	struct baseline found = baseline(&log);
	assert_int_equal(found.days, 7);
	assert_int_equal(found.last.n, TODAY.n - 300);
}

static void none_today_is_a_day_with_zero(void **state)
{
	static const int64_t amounts[] = {7000, 7000, 7000, 0, 7000, 7000, 7000};
	struct baseline found = of_days(amounts, COUNT(amounts));

	(void)state;
	assert_int_equal(found.days, 7);
	assert_int_equal(amount_milli(found.mean), 6000);
	assert_int_equal(amount_milli(found.median), 7000);
	assert_int_equal(found.lowest.nano, 0);
	assert_int_equal(found.spread.bp, 10000);
	assert_false(found.steady);
}

static void only_zeros(void **state)
{
	static const int64_t amounts[] = {0, 0, 0, 0, 0, 0, 0};
	struct baseline found = of_days(amounts, COUNT(amounts));

	(void)state;
	assert_int_equal(found.days, 7);
	assert_int_equal(found.mean.nano, 0);
	assert_int_equal(found.spread.bp, 0);
	assert_int_equal(found.doses_a_day, 0);
}

static void median_of_odd_and_even_numbers_of_days(void **state)
{
	static const int64_t odd[] = {3000, 9000, 1000}, even[] = {4000, 1000, 9000, 2000},
			     halves[] = {1000, 1001};

	(void)state;
	assert_int_equal(amount_milli(of_days(odd, COUNT(odd)).median), 3000);
	assert_int_equal(amount_milli(of_days(even, COUNT(even)).median), 3000);
	/* Half a milligram goes up, in the mean and in the median. */
	assert_int_equal(of_days(halves, COUNT(halves)).mean.nano, 1001 * AMOUNT_MILLI);
	assert_int_equal(of_days(halves, COUNT(halves)).median.nano, 1001 * AMOUNT_MILLI);
}

static void the_mean_is_rounded_half_up(void **state)
{
	static const int64_t third[] = {1000, 1000, 1001}, two[] = {1000, 1001, 1001};

	(void)state;
	assert_int_equal(amount_milli(of_days(third, COUNT(third)).mean), 1000);
	assert_int_equal(amount_milli(of_days(two, COUNT(two)).mean), 1001);
}

/* The larger side counts, and 20 % exactly is still steady. */
static void the_spread(void **state)
{
	static const int64_t at[] = {12000, 10000, 10000, 10000, 10000, 9000, 9000},
			     above[] = {12080, 9990, 9990, 9990, 9990, 8980, 8980},
			     below[] = {7000, 10500, 10500, 10500, 10500, 10500, 10500};
	struct baseline found = of_days(at, COUNT(at));

	(void)state;
	assert_int_equal(amount_milli(found.mean), 10000);
	assert_int_equal(found.spread.bp, 2000);
	assert_true(found.steady);
	found = of_days(above, COUNT(above));
	assert_int_equal(amount_milli(found.mean), 10000);
	assert_int_equal(found.spread.bp, 2080);
	assert_false(found.steady);
	found = of_days(below, COUNT(below));
	assert_int_equal(amount_milli(found.mean), 10000);
	assert_int_equal(found.spread.bp, 3000);
	assert_false(found.steady);
}

static void doses_a_day_and_their_usual_times(void **state)
{
	static const int16_t minutes[] = {480, 780, 1080, 1500};
	struct log log = {.count = 0};

	(void)state;
	for (int32_t ago = 7; ago >= 1; ago--) {
		for (size_t i = 0; i < COUNT(minutes); i++)
			take(&log, ago, minutes[i], 5000);
		if (ago == 3)
			take(&log, ago, 1560, 1000);
	}
	struct baseline found = baseline(&log);
	assert_int_equal(found.doses_a_day, 4);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(found.usual_minutes[i], minutes[i]);
	/* One after midnight still belongs to the day before; it is told as a time of day. */
	assert_int_equal(found.usual_minutes[3] % 1440, 60);
	assert_int_equal(amount_milli(found.highest), 21000);
}

static void very_many_doses_a_day(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	for (int32_t ago = 7; ago >= 1; ago--) {
		for (int16_t i = 0; i < 50; i++)
			take(&log, ago, (int16_t)(300 + 20 * i), 100);
	}
	struct baseline found = baseline(&log);
	assert_int_equal(amount_milli(found.mean), 5000);
	assert_in_range(found.doses_a_day, PLAN_SLOT_MAX, 50);
}

static enum day_status status_of(int64_t taken_nano, int64_t target, int64_t measure, int32_t ago)
{
	struct amount planned = milli(target);
	struct day_total total = {.day = day_add(TODAY, -ago),
				  .taken = {.nano = taken_nano},
				  .doses = 1,
				  .entries = 1};

	return adherence_of(&total, &planned, milli(measure), TODAY);
}

static void half_a_measure_above_the_target_is_still_at_plan(void **state)
{
	(void)state;
	assert_int_equal(status_of(14050 * AMOUNT_MILLI, 14000, 100, 1), DAY_AT_OR_BELOW);
	assert_int_equal(status_of(14051 * AMOUNT_MILLI, 14000, 100, 1), DAY_ABOVE);
	assert_int_equal(status_of(14000 * AMOUNT_MILLI, 14000, 100, 1), DAY_AT_OR_BELOW);
	assert_int_equal(status_of(0, 14000, 100, 1), DAY_AT_OR_BELOW);
	assert_int_equal(status_of(14125 * AMOUNT_MILLI, 14000, 250, 1), DAY_AT_OR_BELOW);
	assert_int_equal(status_of(14126 * AMOUNT_MILLI, 14000, 250, 1), DAY_ABOVE);
	/* Half of an odd measure is no whole milligram: 2.5 mg on a 5 mg scale. */
	assert_int_equal(status_of(14002 * AMOUNT_MILLI, 14000, 5, 1), DAY_AT_OR_BELOW);
	assert_int_equal(status_of(14003 * AMOUNT_MILLI, 14000, 5, 1), DAY_ABOVE);
	assert_int_equal(status_of(50 * AMOUNT_MILLI, 0, 100, 1), DAY_AT_OR_BELOW);
	assert_int_equal(status_of(51 * AMOUNT_MILLI, 0, 100, 1), DAY_ABOVE);
}

static void days_that_are_not_judged(void **state)
{
	struct amount target = milli(5000);
	struct day_total none = {.day = day_add(TODAY, -1)},
			 some = {.day = day_add(TODAY, -1),
				 .taken = milli(9000),
				 .doses = 1,
				 .entries = 1},
			 zero = {.day = day_add(TODAY, -1), .entries = 1};

	(void)state;
	assert_int_equal(status_of(99000 * AMOUNT_MILLI, 14000, 100, 0), DAY_TODAY);
	assert_int_equal(adherence_of(&none, &target, milli(100), TODAY), DAY_NO_DATA);
	assert_int_equal(adherence_of(&some, NULL, milli(100), TODAY), DAY_NO_PLAN);
	assert_int_equal(adherence_of(&zero, &target, milli(100), TODAY), DAY_AT_OR_BELOW);
	assert_string_equal(day_status_name(DAY_AT_OR_BELOW), "at-or-below");
	assert_string_equal(day_status_name(DAY_ABOVE), "above");
	assert_string_equal(day_status_name(DAY_NO_DATA), "no-data");
	assert_string_equal(day_status_name(DAY_NO_PLAN), "no-plan");
	assert_string_equal(day_status_name(DAY_TODAY), "today");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_logged),
		cmocka_unit_test(seven_even_days),
		cmocka_unit_test(today_never_counts),
		cmocka_unit_test(days_without_an_entry_are_no_data),
		cmocka_unit_test(an_old_log_is_still_found),
		cmocka_unit_test(none_today_is_a_day_with_zero),
		cmocka_unit_test(only_zeros),
		cmocka_unit_test(median_of_odd_and_even_numbers_of_days),
		cmocka_unit_test(the_mean_is_rounded_half_up),
		cmocka_unit_test(the_spread),
		cmocka_unit_test(doses_a_day_and_their_usual_times),
		cmocka_unit_test(very_many_doses_a_day),
		cmocka_unit_test(half_a_measure_above_the_target_is_still_at_plan),
		cmocka_unit_test(days_that_are_not_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
