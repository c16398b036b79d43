/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "revising.h"

static const char *const day_endings[] = {"", "d", "day", "days"};
static const char *const halves[] = {"1/2", "\u00bd", "half"};

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(text, words[i]) == 0)
			return true;
	}
	return false;
}

bool revise_read_days(const char *text, int32_t *days, struct err *err)
{
	const char *at = text;
	int32_t number = 0;

	while (*at >= '0' && *at <= '9' && number <= HOLD_DAYS_MAX)
		number = number * 10 + (*at++ - '0');
	while (at > text && *at == ' ')
		at++;
	if (number < 1 || number > HOLD_DAYS_MAX ||
	    !is_one_of(at, day_endings, sizeof(day_endings) / sizeof(day_endings[0])))
		return err_set(err, ERR_INVALID,
			       "'%.60s' is no number of days; 1 to %d are understood, such as 7 "
			       "or 7d, and none means until you go on",
			       text, HOLD_DAYS_MAX);
	*days = number;
	return true;
}

/* In 1/10 000, above 0 and below 1. */
static bool read_part(const char *text, int32_t *part)
{
	struct err ignored;
	struct amount amount;
	struct rate rate;
	enum unit unit;

	if (is_one_of(text, halves, sizeof(halves) / sizeof(halves[0])))
		*part = FACTOR_ONE / 2;
	else if (rate_read(text, &rate, &ignored))
		*part = rate.bp;
	else if (amount_read(text, &amount, &unit, &ignored) && unit == UNIT_NONE)
		*part = (int32_t)(amount.nano / (AMOUNT_UNIT / FACTOR_ONE) > FACTOR_ONE
					  ? FACTOR_ONE
					  : amount.nano / (AMOUNT_UNIT / FACTOR_ONE));
	else
		return false;
	return *part > 0 && *part < FACTOR_ONE;
}

bool revise_read_factor(const char *text, int32_t present, int32_t *factor, struct err *err)
{
	int32_t part = FACTOR_ONE / 2;
	int64_t product;

	if (text != NULL && !read_part(text, &part))
		return err_set(err, ERR_INVALID,
			       "'%.60s' is no part of a cut; above 0 and below 1 is understood, "
			       "such as 0.5, 50 %% or 1/2",
			       text);
	product = ((int64_t)present * part + FACTOR_ONE / 2) / FACTOR_ONE;
	*factor = product > 0 ? (int32_t)product : 1;
	return true;
}
