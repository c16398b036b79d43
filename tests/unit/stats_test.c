/* SPDX-License-Identifier: MIT */
#include "engine/stats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/moment.h"
#include "engine/money.h"
#include "support.h"

#define LAST ymd(2026, 11, 20) /* a Friday */

enum { LOG_MAX = 400, DAY_STARTS = 4 * 60 };

/* A log as a person would write it: what the wall showed, and how far that wall was from UTC. */
struct log {
	struct intake intakes[LOG_MAX];
	struct dose_time times[LOG_MAX];
	size_t count;
};

static void take_at(struct log *log, struct day day, int hour, int minute, int16_t offset,
		    int64_t amount)
{
	struct moment moment = {
		.day = day, .minute = (int16_t)(hour * 60 + minute), .utc_offset = offset};
	int64_t wall = moment_wall(moment);
	struct day counts_for = moment_counts_for(wall, DAY_STARTS);

	assert_true(log->count < LOG_MAX);
	log->intakes[log->count] = (struct intake){
		.day = counts_for,
		.minute = (int16_t)(wall - (int64_t)counts_for.n * MINUTES_A_DAY),
		.amount = milli(amount),
	};
	log->times[log->count++] = (struct dose_time){.day = counts_for, .utc = moment_utc(moment)};
}

/* In Berlin in winter, so many days before LAST. */
static void take(struct log *log, int32_t ago, int hour, int64_t amount)
{
	take_at(log, day_add(LAST, -ago), hour, 0, 60, amount);
}

static struct stats_week week_to(const struct log *log, struct day last)
{
	return stats_week_of(log->intakes, log->count, last);
}

static struct stats_gaps gaps_to(struct log *log, struct day last)
{
	return stats_gaps_of(log->times, log->count, last);
}

/* The days of a log from first to last, as the store adds them up. */
struct days {
	struct day_total totals[LOG_MAX];
	size_t count;
};

static struct days days_of(const struct intake *intakes, size_t count)
{
	struct days days = {.count = 0};

	for (size_t i = 0; i < count; i++) {
		if (days.count == 0 || days.totals[days.count - 1].day.n != intakes[i].day.n)
			days.totals[days.count++] = (struct day_total){.day = intakes[i].day};
		days.totals[days.count - 1].taken.nano += intakes[i].amount.nano;
		days.totals[days.count - 1].entries++;
	}
	return days;
}

static struct stats_hours hours_of(const struct log *log, struct day first)
{
	struct stats_hours hours = {.total = 0};

	for (size_t i = 0; i < log->count; i++) {
		if (log->intakes[i].day.n >= first.n)
			stats_hours_add(&hours, &log->intakes[i], 1);
	}
	return hours;
}

static void a_week_of_nothing(void **state)
{
	struct stats_week week = stats_week_of(NULL, 0, LAST);

	(void)state;
	assert_int_equal(week.days, 0);
	assert_false(week.enough);
	assert_false(week.first_enough);
	assert_int_equal(week.first.n, ymd(2026, 11, 14).n);
	assert_int_equal(week.mean.nano, 0);
}

static void a_whole_week(void **state)
{
	struct log log = {.count = 0};
	struct stats_week week;

	(void)state;
	take(&log, 7, 8, 99000); /* the day before the week */
	for (int32_t ago = 6; ago >= 0; ago--) {
		take(&log, ago, 8, 2000);
		take(&log, ago, 18, ago == 0 ? 9000 : 2000);
	}
	take(&log, -1, 8, 99000); /* and the day after it */
	week = week_to(&log, LAST);
	assert_int_equal(week.days, 7);
	assert_true(week.enough);
	assert_int_equal(amount_milli(week.mean), 5000);
	assert_int_equal(amount_milli(week.median), 4000);
	assert_int_equal(week.doses, 14);
	assert_int_equal(week.first_dose, 8 * 60);
}

static void a_mean_is_of_days_with_an_entry(void **state)
{
	struct log log = {.count = 0};
	struct stats_week week;

	(void)state;
	take(&log, 6, 8, 10000);
	take(&log, 4, 8, 5000);
	take(&log, 1, 12, 0); /* "none today" is an entry, and no dose */
	week = week_to(&log, LAST);
	assert_int_equal(week.days, 3);
	assert_int_equal(amount_milli(week.mean), 5000);
	assert_int_equal(week.doses, 2);
	assert_int_equal(week.dosed_days, 2);
	assert_false(week.enough);
}

static void four_days_are_too_few_and_five_enough(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	for (int32_t ago = 4; ago >= 1; ago--)
		take(&log, ago, 8, 1000);
	assert_false(week_to(&log, LAST).enough);
	assert_false(week_to(&log, LAST).first_enough);
	take(&log, 0, 8, 0);
	assert_true(week_to(&log, LAST).enough);
	assert_false(week_to(&log, LAST).first_enough);
	take(&log, 0, 9, 500);
	assert_true(week_to(&log, LAST).first_enough);
}

static void means_are_rounded_half_up_to_a_milli_unit(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	take(&log, 1, 8, 1000);
	take(&log, 0, 8, 1001);
	assert_int_equal(amount_milli(week_to(&log, LAST).mean), 1001);
	assert_int_equal(amount_milli(week_to(&log, LAST).median), 1001);
	take(&log, 0, 9, 0);
	take(&log, 0, 10, 0);
	assert_int_equal(amount_milli(week_to(&log, LAST).mean), 1001);
}

static void after_midnight_belongs_to_the_day_before(void **state)
{
	struct log log = {.count = 0};
	struct stats_hours hours;
	struct stats_week week;

	(void)state;
	take_at(&log, ymd(2026, 11, 19), 23, 50, 60, 1000);
	take_at(&log, ymd(2026, 11, 20), 0, 30, 60, 1000);
	take_at(&log, ymd(2026, 11, 20), 3, 59, 60, 1000);
	take_at(&log, ymd(2026, 11, 20), 4, 0, 60, 1000);
	week = week_to(&log, ymd(2026, 11, 19));
	assert_int_equal(week.days, 1);
	assert_int_equal(amount_milli(week.mean), 3000);
	assert_int_equal(week.first_dose, 23 * 60 + 50);
	week = week_to(&log, LAST);
	assert_int_equal(week.days, 2);
	assert_int_equal(amount_milli(week.mean), 2000);
	hours = hours_of(&log, ymd(2026, 11, 19));
	assert_int_equal(hours.doses[23], 1);
	assert_int_equal(hours.doses[0], 1);
	assert_int_equal(hours.doses[3], 1);
	assert_int_equal(hours.doses[4], 1);
	assert_int_equal(gaps_to(&log, LAST).count, 2);
	assert_int_equal(gaps_to(&log, LAST).minutes, (40 + 209 + 1) / 2);
}

static void a_first_dose_after_midnight_is_late_not_early(void **state)
{
	struct log log = {.count = 0};

	(void)state;
	for (int32_t ago = 6; ago >= 0; ago--)
		take_at(&log, day_add(LAST, 1 - ago), 0, 30, 60, 1000);
	assert_int_equal(week_to(&log, LAST).first_dose, MINUTES_A_DAY + 30);
}

static void the_hours_between_are_right_on_days_the_clock_changes(void **state)
{
	struct log spring = {.count = 0}, autumn = {.count = 0};

	(void)state;
	take_at(&spring, ymd(2026, 3, 29), 0, 30, 60, 1000);
	take_at(&spring, ymd(2026, 3, 29), 3, 30, 120, 1000);
	assert_int_equal(gaps_to(&spring, ymd(2026, 3, 29)).count, 1);
	assert_int_equal(gaps_to(&spring, ymd(2026, 3, 29)).minutes, 2 * 60);

	take_at(&autumn, ymd(2026, 10, 25), 2, 30, 120, 1000);
	take_at(&autumn, ymd(2026, 10, 25), 2, 30, 60, 1000);
	assert_int_equal(gaps_to(&autumn, ymd(2026, 10, 25)).count, 1);
	assert_int_equal(gaps_to(&autumn, ymd(2026, 10, 25)).minutes, 60);
	assert_int_equal(week_to(&autumn, ymd(2026, 10, 25)).days, 1);
}

static void a_flight_moves_no_dose(void **state)
{
	struct log east = {.count = 0}, west = {.count = 0};

	(void)state;
	/* Berlin at noon, then Tokyo: ten hours in the air, and the wall is eight hours on. */
	take_at(&east, ymd(2026, 11, 10), 12, 0, 60, 2000);
	take_at(&east, ymd(2026, 11, 11), 3, 0, 540, 2000);
	assert_int_equal(week_to(&east, ymd(2026, 11, 10)).days, 1);
	assert_int_equal(amount_milli(week_to(&east, ymd(2026, 11, 10)).mean), 4000);
	assert_int_equal(gaps_to(&east, ymd(2026, 11, 10)).minutes, 7 * 60);

	/* Back again: the wall in Berlin shows less than the one in Tokyo did. */
	take_at(&west, ymd(2026, 11, 18), 14, 0, 60, 2000);
	take_at(&west, ymd(2026, 11, 18), 20, 0, 540, 2000);
	assert_int_equal(gaps_to(&west, ymd(2026, 11, 18)).count, 1);
	assert_int_equal(gaps_to(&west, ymd(2026, 11, 18)).minutes, 2 * 60);
}

static void the_night_is_not_a_gap(void **state)
{
	struct log log = {.count = 0};
	struct stats_gaps gaps;

	(void)state;
	for (int32_t ago = 6; ago >= 0; ago--) {
		take(&log, ago, 8, 1000);
		take(&log, ago, 12, 1000);
	}
	gaps = gaps_to(&log, LAST);
	assert_int_equal(gaps.count, 7);
	assert_true(gaps.enough);
	assert_int_equal(gaps.minutes, 4 * 60);
	gaps = gaps_to(&log, day_add(LAST, -3));
	assert_int_equal(gaps.count, 4);
	assert_false(gaps.enough);
}

static struct stats_gaps gap_of(int32_t count, int32_t minutes)
{
	return (struct stats_gaps){
		.count = count, .minutes = minutes, .enough = count >= STATS_GAPS_LEAST};
}

static void a_tenth_is_about_the_same(void **state)
{
	(void)state;
	assert_int_equal(stats_trend_of(gap_of(7, 220), gap_of(7, 200)), TREND_SAME);
	assert_int_equal(stats_trend_of(gap_of(7, 221), gap_of(7, 200)), TREND_WIDENING);
	assert_int_equal(stats_trend_of(gap_of(7, 180), gap_of(7, 200)), TREND_SAME);
	assert_int_equal(stats_trend_of(gap_of(7, 179), gap_of(7, 200)), TREND_NARROWING);
	assert_int_equal(stats_trend_of(gap_of(4, 400), gap_of(7, 200)), TREND_UNKNOWN);
	assert_int_equal(stats_trend_of(gap_of(7, 400), gap_of(4, 200)), TREND_UNKNOWN);
	assert_string_equal(stats_trend_name(TREND_WIDENING), "widening");
}

static void hours_count_doses_and_need_twenty(void **state)
{
	struct log log = {.count = 0};
	struct stats_hours hours;

	(void)state;
	take(&log, 12, 12, 0);
	for (int32_t ago = 9; ago >= 0; ago--) {
		take(&log, ago, 8, 1000);
		take(&log, ago, ago < 2 ? 20 : 13, 1000);
	}
	hours = hours_of(&log, day_add(LAST, -20));
	assert_int_equal(hours.total, 20);
	assert_true(hours.enough);
	assert_int_equal(hours.most, 8);
	assert_int_equal(hours.doses[13], 8);
	assert_int_equal(hours.doses[12], 0);
	assert_false(hours_of(&log, day_add(LAST, -8)).enough);
}

static void weekdays_need_three_of_each(void **state)
{
	struct log log = {.count = 0};
	struct stats_weekdays found;
	struct days days;

	(void)state;
	for (int32_t ago = 20; ago >= 0; ago--) {
		take(&log, ago, 8, 1000);
		take(&log, ago, 9, day_weekday(day_add(LAST, -ago)) == 6 ? 4000 : 1000);
	}
	days = days_of(log.intakes, log.count);
	found = stats_weekdays_of(days.totals, days.count, day_add(LAST, -20), LAST);
	assert_true(found.enough);
	assert_int_equal(found.weekday[0].days, 3);
	assert_int_equal(amount_milli(found.weekday[0].mean), 2000);
	assert_int_equal(amount_milli(found.weekday[6].mean), 5000);
	found = stats_weekdays_of(days.totals, days.count, day_add(LAST, -19), LAST);
	assert_false(found.enough);
}

static void what_was_not_taken(void **state)
{
	struct log log = {.count = 0};
	struct stats_saved saved;
	struct days days;

	(void)state;
	take(&log, 9, 8, 50000); /* before the plan began */
	take(&log, 5, 8, 8000);
	take(&log, 5, 18, 8000);
	take(&log, 3, 12, 0); /* none that day: all of it was not taken */
	take(&log, 0, 8, 22000);
	days = days_of(log.intakes, log.count);
	assert_int_equal(stats_taken_of(days.totals, days.count, day_add(LAST, -6), LAST).nano,
			 milli(38000).nano);
	saved = stats_saved_of(days.totals, days.count, milli(20000), day_add(LAST, -6), LAST);
	assert_int_equal(saved.days, 3);
	assert_false(saved.more);
	assert_int_equal(amount_milli(saved.amount), 4000 + 20000 - 2000);
	saved = stats_saved_of(days.totals, days.count, milli(20000), LAST, LAST);
	assert_true(saved.more);
	assert_int_equal(amount_milli(saved.amount), 2000);
	saved = stats_saved_of(days.totals, days.count, milli(20000), day_add(LAST, 1),
			       day_add(LAST, 7));
	assert_int_equal(saved.days, 0);
	assert_int_equal(saved.amount.nano, 0);
}

static void absurd_amounts_do_not_overflow(void **state)
{
	enum { MANY = 2000000 };
	struct intake *intakes = test_malloc(MANY * sizeof(*intakes));
	struct day_total total = {.day = LAST, .taken = {INT64_MAX}, .entries = MANY};
	struct stats_week week;

	(void)state;
	for (size_t i = 0; i < MANY; i++)
		intakes[i] = (struct intake){.day = LAST, .minute = 480, .amount = {AMOUNT_MAX}};
	week = stats_week_of(intakes, MANY, LAST);
	assert_true(week.mean.nano > 0);
	assert_int_equal(week.doses, MANY);
	assert_true(stats_saved_of(&total, 1, milli(1000), LAST, LAST).more);
	assert_true(stats_weekdays_of(&total, 1, LAST, LAST).weekday[4].mean.nano > 0);
	test_free(intakes);
}

static void money_is_written_as_the_person_writes_it(void **state)
{
	char text[MONEY_TEXT_SIZE];

	(void)state;
	assert_int_equal(money_of(milli(22500), 120), 2700);
	assert_int_equal(money_of(milli(1), 999), 0);
	assert_true(money_of((struct amount){INT64_MAX}, 10000000) > 0);
	assert_string_equal(money_text(86000, "$", text), "$86");
	assert_string_equal(money_text(86404, "€", text), "€86.40");
	assert_string_equal(money_text(86405, "USD", text), "86.41 USD");
	assert_string_equal(money_text(0, "kr", text), "0 kr");
	assert_string_equal(money_price_text(125, "$", text), "$0.125");
	assert_string_equal(money_text(INT64_MAX, "XXXXXXX", text), "9223372036854775.81 XXXXXXX");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_week_of_nothing),
		cmocka_unit_test(a_whole_week),
		cmocka_unit_test(a_mean_is_of_days_with_an_entry),
		cmocka_unit_test(four_days_are_too_few_and_five_enough),
		cmocka_unit_test(means_are_rounded_half_up_to_a_milli_unit),
		cmocka_unit_test(after_midnight_belongs_to_the_day_before),
		cmocka_unit_test(a_first_dose_after_midnight_is_late_not_early),
		cmocka_unit_test(the_hours_between_are_right_on_days_the_clock_changes),
		cmocka_unit_test(a_flight_moves_no_dose),
		cmocka_unit_test(the_night_is_not_a_gap),
		cmocka_unit_test(a_tenth_is_about_the_same),
		cmocka_unit_test(hours_count_doses_and_need_twenty),
		cmocka_unit_test(weekdays_need_three_of_each),
		cmocka_unit_test(what_was_not_taken),
		cmocka_unit_test(absurd_amounts_do_not_overflow),
		cmocka_unit_test(money_is_written_as_the_person_writes_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
