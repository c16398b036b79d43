/* SPDX-License-Identifier: MIT */
#include "engine/sign.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Hundredths of a point. */
enum { POINT = 100, HOUR = 60, LONG_AGO = 3650, MANY = 100 };

struct sign_day sign_day_of(struct day day)
{
	struct sign_day sign_day = {
		.day = day,
		.sleep_minutes = -1,
		.status = DAY_NO_DATA,
		.to_step = -1,
		.since_cut = -1,
	};

	memset(sign_day.ratings, -1, sizeof(sign_day.ratings));
	return sign_day;
}

void signs_settle(struct sign_day *days, size_t count)
{
	int32_t since_cut = -1, on_hold = 0, steps_back = 0;

	for (size_t i = 0; i < count; i++) {
		if (days[i].cut)
			since_cut = 0;
		else if (since_cut >= 0)
			since_cut++;
		on_hold = days[i].held ? on_hold + 1 : 0;
		steps_back += days[i].stepped_back ? 1 : 0;
		if (i >= SIGN_BACK_DAYS && days[i - SIGN_BACK_DAYS].stepped_back)
			steps_back--;
		days[i].since_cut = since_cut;
		days[i].on_hold = on_hold;
		days[i].steps_back = steps_back;
	}
}

static int32_t divide(int32_t sum, int32_t count)
{
	int32_t half = sum < 0 ? -count / 2 : count / 2;

	return (sum + half) / count;
}

static size_t symptom_count(const struct signs *signs)
{
	return signs->symptoms->count < SYMPTOM_MAX ? signs->symptoms->count : SYMPTOM_MAX;
}

/* The mean of one symptom over some days, in hundredths; false where it was not rated in them. */
static bool mean_over(const struct signs *signs, size_t symptom, size_t first, size_t end,
		      int32_t *mean)
{
	int32_t sum = 0, count = 0;

	for (size_t i = first; i < end; i++) {
		if (signs->days[i].ratings[symptom] < 0)
			continue;
		sum += signs->days[i].ratings[symptom] * POINT;
		count++;
	}
	if (count > 0)
		*mean = divide(sum, count);
	return count > 0;
}

static bool day_rated(const struct signs *signs, size_t at)
{
	for (size_t i = 0; i < symptom_count(signs); i++) {
		if (signs->days[at].ratings[i] >= 0)
			return true;
	}
	return false;
}

/* Item by item, so that a symptom rated on some days only does not shift the mean. */
static bool change(const struct signs *signs, size_t at, int32_t *value)
{
	int32_t since = signs->days[at].since_cut;
	int32_t sum = 0, count = 0, days = 0, before;
	size_t cut, first;

	if (since < 0)
		return false;
	cut = at - (size_t)since;
	first = cut > SIGN_BEFORE ? cut - SIGN_BEFORE : 0;
	for (size_t i = first; i < cut; i++)
		days += day_rated(signs, i) ? 1 : 0;
	if (days < SIGN_BEFORE_LEAST)
		return false;
	for (size_t i = 0; i < symptom_count(signs); i++) {
		int8_t rating = signs->days[at].ratings[i];

		if (rating < 0 || !mean_over(signs, i, first, cut, &before))
			continue;
		sum += rating * POINT - before;
		count++;
	}
	if (count > 0)
		*value = divide(sum, count);
	return count > 0;
}

static bool mean(const struct signs *signs, size_t at, int32_t *value)
{
	int32_t sum = 0, count = 0;

	for (size_t i = 0; i < symptom_count(signs); i++) {
		if (signs->days[at].ratings[i] < 0)
			continue;
		sum += signs->days[at].ratings[i] * POINT;
		count++;
	}
	if (count > 0)
		*value = divide(sum, count);
	return count > 0;
}

static bool highest(const struct signs *signs, size_t at, bool craving, int32_t *value)
{
	int32_t most = -1;

	for (size_t i = 0; i < symptom_count(signs); i++) {
		int32_t rating = signs->days[at].ratings[i] * POINT;

		if (craving && signs->symptoms->items[i].group != SYMPTOM_CRAVING)
			continue;
		most = rating > most ? rating : most;
	}
	if (most >= 0)
		*value = most;
	return most >= 0;
}

static bool worst(const struct signs *signs, size_t at, int32_t *value)
{
	return highest(signs, at, false, value);
}

static bool craving(const struct signs *signs, size_t at, int32_t *value)
{
	return highest(signs, at, true, value);
}

static bool known_from(int32_t number, int32_t *value)
{
	if (number >= 0)
		*value = number;
	return number >= 0;
}

static bool slept(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].sleep_minutes, value);
}

static bool above_plan(const struct signs *signs, size_t at, int32_t *value)
{
	enum day_status status = signs->days[at].status;

	if (status != DAY_ABOVE && status != DAY_AT_OR_BELOW)
		return false;
	*value = status == DAY_ABOVE;
	return true;
}

static bool urges(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].logged ? signs->days[at].urges : -1, value);
}

static bool urges_took(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].logged ? signs->days[at].urges_took : -1, value);
}

static bool since_cut(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].since_cut, value);
}

static bool to_step(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].to_step, value);
}

static bool on_hold(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].on_hold, value);
}

static bool steps_back(const struct signs *signs, size_t at, int32_t *value)
{
	return known_from(signs->days[at].steps_back, value);
}

static const struct {
	struct sign_info info;
	bool (*value)(const struct signs *, size_t, int32_t *);
} table[] = {
	[SIGN_SYMPTOM_CHANGE] =
		{{"symptom_change", SIGN_POINTS, SYMPTOM_WORST *POINT,
		  "symptoms against the week before the last cut",
		  "the day's rating of each symptom less its mean in the 7 days before the last "
		  "cut, "
		  "and the mean of these; at least 3 of those days need a check-in"},
		 change},
	[SIGN_SYMPTOM_MEAN] = {{"symptom_mean", SIGN_POINTS, SYMPTOM_WORST *POINT,
				"mean of the symptoms",
				"the mean of all symptoms rated that day, 0 to 4"},
			       mean},
	[SIGN_SYMPTOM_WORST] = {{"symptom_worst", SIGN_POINTS, SYMPTOM_WORST *POINT,
				 "strongest symptom",
				 "the highest rating of any symptom that day, 0 to 4"},
				worst},
	[SIGN_CRAVING] = {{"craving", SIGN_POINTS, SYMPTOM_WORST *POINT, "craving",
			   "the highest rating in the group craving that day, 0 to 4"},
			  craving},
	[SIGN_SLEEP] = {{"sleep_hours", SIGN_HOURS, 24 * HOUR, "sleep",
			 "the hours slept, as told in the day's check-in"},
			slept},
	[SIGN_ABOVE_PLAN] = {{"above_plan", SIGN_YES, 1, "above plan",
			      "more was taken than planned; a day counts when it is over and has "
			      "an entry"},
			     above_plan},
	[SIGN_URGES] = {{"urges", SIGN_TIMES, MANY, "urges",
			 "urges noted that day, where anything was noted"},
			urges},
	[SIGN_URGES_TOOK] = {{"urges_took", SIGN_TIMES, MANY, "urges that ended with a dose",
			      "urges noted that day with the outcome 'took'"},
			     urges_took},
	[SIGN_SINCE_CUT] = {{"days_since_cut", SIGN_DAYS, LONG_AGO, "days since the last cut",
			     "0 on the first day of a lower amount"},
			    since_cut},
	[SIGN_TO_STEP] = {{"days_to_step", SIGN_DAYS, LONG_AGO, "days to the next step",
			   "1 on the day before a lower amount, as planned on that day"},
			  to_step},
	[SIGN_ON_HOLD] = {{"days_on_hold", SIGN_DAYS, LONG_AGO, "days on hold",
			   "days in a row on hold, this one counted; 0 where it is not"},
			  on_hold},
	[SIGN_STEPS_BACK] = {{"steps_back", SIGN_TIMES, MANY, "steps back in 28 days",
			      "steps back that began in the last 28 days"},
			     steps_back},
};

static_assert(sizeof(table) / sizeof(table[0]) == SIGN_KIND_COUNT, "a row for each signal");

const struct sign_info *sign_info(enum sign_kind kind)
{
	return &table[kind].info;
}

bool sign_value(const struct signs *signs, enum sign_kind kind, size_t at, int32_t *value)
{
	return at < signs->count && table[kind].value(signs, at, value);
}

/* Hundredths as "1.25", "1.5", "1". */
static void add_hundredths(int32_t value, struct str *out)
{
	str_addf(out, "%d", abs(value) / POINT);
	if (value % POINT == 0)
		return;
	str_addf(out, ".%02d", abs(value) % POINT);
	if (value % (POINT / 10) == 0)
		str_cut(out, out->len - 1);
}

void sign_text(enum sign_kind kind, int32_t value, struct str *out)
{
	switch (table[kind].info.measure) {
	case SIGN_POINTS:
		if (value < 0)
			str_add_char(out, '-');
		else if (kind == SIGN_SYMPTOM_CHANGE)
			str_add_char(out, '+');
		add_hundredths(value, out);
		return;
	case SIGN_HOURS:
		add_hundredths(divide(value * POINT, HOUR), out);
		str_add(out, " h");
		return;
	case SIGN_DAYS:
	case SIGN_TIMES:
		str_addf(out, "%d", value);
		return;
	case SIGN_YES:
		str_add(out, value != 0 ? "yes" : "no");
		return;
	}
}
