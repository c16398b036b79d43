/* SPDX-License-Identifier: MIT */
#include "engine/stats.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "median.h"

enum { MINUTES_AN_HOUR = 60, SECONDS_A_MINUTE = 60 };

static struct amount mean_of(int64_t sum, int32_t count)
{
	int64_t step = (int64_t)count * AMOUNT_MILLI;

	return (struct amount){.nano = (sum + step / 2) / step * AMOUNT_MILLI};
}

/* Absurd amounts a million times over must not overflow, nor must the rounding of their mean. */
static void add_to(int64_t *sum, struct amount amount)
{
	*sum = amount.nano <= INT64_MAX / 2 - *sum ? *sum + amount.nano : INT64_MAX / 2;
}

static bool within(struct day day, struct day first, struct day last)
{
	return day.n >= first.n && day.n <= last.n;
}

struct stats_week stats_week_of(const struct intake *intakes, size_t count, struct day last)
{
	struct stats_week week = {.first = day_add(last, 1 - STATS_WEEK), .last = last};
	int64_t taken[STATS_WEEK] = {0}, used[STATS_WEEK], firsts[STATS_WEEK], sum = 0;
	bool entry[STATS_WEEK] = {false}, dosed[STATS_WEEK] = {false};

	for (size_t i = 0; i < count; i++) {
		int32_t at = day_between(week.first, intakes[i].day);

		if (!within(intakes[i].day, week.first, last))
			continue;
		entry[at] = true;
		add_to(&taken[at], intakes[i].amount);
		if (intakes[i].amount.nano == 0)
			continue;
		if (!dosed[at])
			firsts[week.dosed_days++] = intakes[i].minute;
		dosed[at] = true;
		week.doses++;
	}
	for (size_t i = 0; i < STATS_WEEK; i++) {
		if (entry[i])
			used[week.days++] = taken[i];
		add_to(&sum, (struct amount){.nano = taken[i]});
	}
	week.enough = week.days >= STATS_DAYS_LEAST;
	week.first_enough = week.dosed_days >= STATS_DAYS_LEAST;
	if (week.days > 0) {
		week.mean = mean_of(sum, week.days);
		week.median.nano = median(used, (size_t)week.days, AMOUNT_MILLI);
	}
	if (week.dosed_days > 0)
		week.first_dose = (int16_t)median(firsts, (size_t)week.dosed_days, 1);
	return week;
}

void stats_hours_add(struct stats_hours *hours, const struct intake *intakes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (intakes[i].amount.nano == 0)
			continue;
		hours->doses[intakes[i].minute / MINUTES_AN_HOUR % STATS_HOURS]++;
		hours->total++;
	}
	hours->most = 0;
	for (int hour = 1; hour < STATS_HOURS; hour++) {
		if (hours->doses[hour] > hours->doses[hours->most])
			hours->most = (int16_t)hour;
	}
	hours->enough = hours->total >= STATS_DOSES_LEAST;
}

struct stats_weekdays stats_weekdays_of(const struct day_total *totals, size_t count,
					struct day first, struct day last)
{
	struct stats_weekdays all = {.enough = true};
	int64_t sum[STATS_WEEKDAYS] = {0};

	for (size_t i = 0; i < count; i++) {
		int weekday = day_weekday(totals[i].day);

		if (!within(totals[i].day, first, last))
			continue;
		all.weekday[weekday].days++;
		add_to(&sum[weekday], totals[i].taken);
	}
	for (size_t i = 0; i < STATS_WEEKDAYS; i++) {
		struct stats_weekday *weekday = &all.weekday[i];

		all.enough = all.enough && weekday->days >= STATS_WEEKDAY_LEAST;
		if (weekday->days > 0)
			weekday->mean = mean_of(sum[i], weekday->days);
	}
	return all;
}

static int compare_times(const void *a, const void *b)
{
	const struct dose_time *left = a, *right = b;

	return (left->utc > right->utc) - (left->utc < right->utc);
}

struct stats_gaps stats_gaps_of(struct dose_time *times, size_t count, struct day last)
{
	struct stats_gaps gaps = {.count = 0};
	struct day first = day_add(last, 1 - STATS_WEEK);
	int64_t *minutes = mem_alloc(count, sizeof(*minutes));

	if (count > 0)
		qsort(times, count, sizeof(*times), compare_times);
	for (size_t i = 1; i < count; i++) {
		int64_t seconds = times[i].utc - times[i - 1].utc;

		if (times[i].day.n != times[i - 1].day.n || !within(times[i].day, first, last))
			continue;
		minutes[gaps.count++] = (seconds + SECONDS_A_MINUTE / 2) / SECONDS_A_MINUTE;
	}
	if (gaps.count > 0)
		gaps.minutes = (int32_t)median(minutes, (size_t)gaps.count, 1);
	gaps.enough = gaps.count >= STATS_GAPS_LEAST;
	free(minutes);
	return gaps;
}

enum stats_trend stats_trend_of(struct stats_gaps now, struct stats_gaps before)
{
	int64_t change = (int64_t)(now.minutes - before.minutes) * RATE_WHOLE;
	int64_t same = (int64_t)before.minutes * STATS_SAME_BP;

	if (!now.enough || !before.enough)
		return TREND_UNKNOWN;
	if (change > same)
		return TREND_WIDENING;
	return change < -same ? TREND_NARROWING : TREND_SAME;
}

const char *stats_trend_name(enum stats_trend trend)
{
	static const char *const names[] = {
		[TREND_UNKNOWN] = "unknown",
		[TREND_NARROWING] = "narrowing",
		[TREND_SAME] = "same",
		[TREND_WIDENING] = "widening",
	};

	return names[trend];
}

struct stats_saved stats_saved_of(const struct day_total *totals, size_t count, struct amount a_day,
				  struct day first, struct day last)
{
	struct stats_saved saved = {.days = 0};
	int64_t all = 0, taken = 0;

	for (size_t i = 0; i < count; i++) {
		if (!within(totals[i].day, first, last))
			continue;
		saved.days++;
		add_to(&all, a_day);
		add_to(&taken, totals[i].taken);
	}
	saved.more = taken > all;
	saved.amount.nano = saved.more ? taken - all : all - taken;
	return saved;
}

struct amount stats_taken_of(const struct day_total *totals, size_t count, struct day first,
			     struct day last)
{
	struct amount taken = {0};

	for (size_t i = 0; i < count; i++) {
		if (within(totals[i].day, first, last))
			add_to(&taken.nano, totals[i].taken);
	}
	return taken;
}
