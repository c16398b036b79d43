/* SPDX-License-Identifier: MIT */
#include "engine/baseline.h"

#include <assert.h>

#include "median.h"

/* The days a baseline is made of, the newest first, each with where its entries are. */
struct used_days {
	struct day_total total[BASELINE_DAYS];
	size_t first_entry[BASELINE_DAYS];
	size_t count;
};

static struct used_days find_days(const struct intake *intakes, size_t count, struct day today)
{
	struct used_days used = {.count = 0};

	for (size_t i = count; i > 0; i--) {
		const struct intake *intake = &intakes[i - 1];
		struct day_total *total;

		if (intake->day.n >= today.n)
			continue;
		if (used.count == 0 || used.total[used.count - 1].day.n != intake->day.n) {
			if (used.count == BASELINE_DAYS)
				break;
			used.total[used.count++] = (struct day_total){.day = intake->day};
		}
		total = &used.total[used.count - 1];
		total->taken.nano += intake->amount.nano;
		total->doses += intake->amount.nano > 0 ? 1 : 0;
		total->entries++;
		used.first_entry[used.count - 1] = i - 1;
	}
	return used;
}

static void find_amounts(const struct used_days *used, struct baseline *baseline)
{
	int64_t taken[BASELINE_DAYS] = {0};
	int64_t n = (int64_t)used->count, sum = 0;
	int64_t off_mean;

	for (size_t i = 0; i < used->count; i++) {
		taken[i] = used->total[i].taken.nano;
		sum += taken[i];
	}
	baseline->mean.nano = (sum + n * AMOUNT_MILLI / 2) / (n * AMOUNT_MILLI) * AMOUNT_MILLI;
	baseline->median.nano = median(taken, used->count, AMOUNT_MILLI);
	baseline->lowest.nano = taken[0];
	baseline->highest.nano = taken[used->count - 1];
	if (baseline->mean.nano == 0)
		return;
	off_mean = baseline->highest.nano - baseline->mean.nano;
	if (baseline->mean.nano - baseline->lowest.nano > off_mean)
		off_mean = baseline->mean.nano - baseline->lowest.nano;
	baseline->spread = amount_ratio((struct amount){.nano = off_mean}, baseline->mean);
}

/* The i-th dose above 0 of a used day. */
static int16_t dose_minute(const struct intake *intakes, const struct used_days *used, size_t day,
			   int32_t i)
{
	size_t at = used->first_entry[day];

	for (;; at++) {
		if (intakes[at].amount.nano > 0 && i-- == 0)
			return intakes[at].minute;
	}
}

/* Each usual time is the median of that dose over the days with as many doses, or with more where no day has just as many. */
static void find_times(const struct intake *intakes, const struct used_days *used,
		       struct baseline *baseline)
{
	int64_t numbers[BASELINE_DAYS] = {0};
	int32_t most;
	bool exact = false;

	for (size_t i = 0; i < used->count; i++)
		numbers[i] = used->total[i].doses;
	most = (int32_t)median(numbers, used->count, 1);
	baseline->doses_a_day = most;
	if (most > PLAN_SLOT_MAX)
		most = PLAN_SLOT_MAX;
	for (size_t i = 0; i < used->count; i++)
		exact = exact || used->total[i].doses == most;
	for (int32_t dose = 0; dose < most; dose++) {
		size_t n = 0;

		for (size_t i = 0; i < used->count; i++) {
			int32_t doses = used->total[i].doses;

			if (exact ? doses == most : doses > most)
				numbers[n++] = dose_minute(intakes, used, i, dose);
		}
		if (n > 0)
			baseline->usual_minutes[dose] = (int16_t)(median(numbers, n, 1) % 1440);
	}
}

struct baseline baseline_of(const struct intake *intakes, size_t count, struct day today)
{
	struct used_days used = find_days(intakes, count, today);
	struct baseline baseline = {.days = (int32_t)used.count};

	if (used.count == 0)
		return baseline;
	baseline.first = used.total[used.count - 1].day;
	baseline.last = used.total[0].day;
	find_amounts(&used, &baseline);
	baseline.enough = used.count == BASELINE_DAYS;
	baseline.steady = baseline.spread.bp <= BASELINE_SPREAD_BP;
	find_times(intakes, &used, &baseline);
	return baseline;
}

enum day_status adherence_of(const struct day_total *total, const struct amount *target,
			     struct amount measure, struct day today)
{
	if (total->day.n == today.n)
		return DAY_TODAY;
	if (target == NULL)
		return DAY_NO_PLAN;
	if (total->entries == 0)
		return DAY_NO_DATA;
	return 2 * total->taken.nano <= 2 * target->nano + measure.nano ? DAY_AT_OR_BELOW
									: DAY_ABOVE;
}

const char *day_status_name(enum day_status status)
{
	static const char *const names[] = {
		[DAY_AT_OR_BELOW] = "at-or-below", [DAY_ABOVE] = "above", [DAY_NO_DATA] = "no-data",
		[DAY_NO_PLAN] = "no-plan",         [DAY_TODAY] = "today",
	};

	return names[status];
}
