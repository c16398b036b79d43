/* SPDX-License-Identifier: MIT */
#include "engine/amount.h"

#include <assert.h>
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/style.h"

struct unit_names {
	const char *name;       /* in files */
	const char *one, *many; /* for a person */
	const char *words[8];   /* all that are read */
};

static const struct unit_names units[] = {
	[UNIT_NONE] = {"", "", "", {NULL}},
	[UNIT_GRAM] = {"g", "g", "g", {"g", "gr", "gram", "grams", "gramme", "grammes"}},
	[UNIT_CAPSULE] = {"capsule", "capsule", "capsules", {"capsule", "capsules", "cap", "caps"}},
	[UNIT_ML] = {"ml",
		     "ml",
		     "ml",
		     {"ml", "millilitre", "millilitres", "milliliter", "milliliters"}},
	[UNIT_TABLET] = {"tablet", "tablet", "tablets", {"tablet", "tablets", "tab", "tabs"}},
	[UNIT_MG] = {"mg", "mg", "mg", {"mg", "milligram", "milligrams"}},
};

static_assert(sizeof(units) / sizeof(units[0]) == UNIT_COUNT, "every unit has its names");

struct amount amount_from_milli(int64_t milli)
{
	return (struct amount){.nano = milli * AMOUNT_MILLI};
}

int64_t amount_milli(struct amount amount)
{
	return amount.nano / AMOUNT_MILLI;
}

enum unit unit_from_text(const char *text)
{
	char lower[16];
	size_t len = strlen(text);

	if (len == 0 || len >= sizeof(lower))
		return UNIT_NONE;
	for (size_t i = 0; i <= len; i++)
		lower[i] = (char)tolower((unsigned char)text[i]);
	for (int unit = UNIT_NONE + 1; unit < UNIT_COUNT; unit++) {
		for (size_t i = 0; i < 8 && units[unit].words[i] != NULL; i++) {
			if (strcmp(lower, units[unit].words[i]) == 0)
				return (enum unit)unit;
		}
	}
	return UNIT_NONE;
}

const char *unit_name(enum unit unit)
{
	return units[unit].name;
}

const char *unit_many(enum unit unit)
{
	return units[unit].many;
}

const char *unit_short(enum unit unit)
{
	return unit == UNIT_CAPSULE ? " caps" : unit == UNIT_TABLET ? " tabs" : units[unit].name;
}

/* A number scanned from text: its digits without the mark, and where the text goes on. */
struct scan {
	int64_t number;
	int decimals;
	const char *rest;
};

/*
 * Digits, then optionally one mark and one to max_decimals digits. A number stops counting when it is beyond any
 * limit, so that a long row of digits can't overflow.
 */
static bool scan_decimal(const char *text, int max_decimals, struct scan *scan)
{
	int digits = 0;

	*scan = (struct scan){.rest = text};
	for (; *scan->rest >= '0' && *scan->rest <= '9'; scan->rest++, digits++) {
		if (scan->number < INT64_C(1000000000))
			scan->number = scan->number * 10 + (*scan->rest - '0');
	}
	if (digits == 0)
		return false;
	if (*scan->rest != '.' && *scan->rest != ',')
		return true;
	scan->rest++;
	for (; *scan->rest >= '0' && *scan->rest <= '9'; scan->rest++) {
		if (scan->decimals == max_decimals)
			return false;
		scan->number = scan->number * 10 + (*scan->rest - '0');
		scan->decimals++;
	}
	return scan->decimals > 0;
}

static const char *skip_blanks(const char *text)
{
	while (*text == ' ')
		text++;
	return text;
}

/* exponent is 0 to 9. */
static int64_t power_of_ten(int exponent)
{
	static const int64_t powers[] = {1,      10,      100,      1000,      10000,
					 100000, 1000000, 10000000, 100000000, 1000000000};

	return powers[exponent];
}

/* The unit after a number, blanks round it dropped; false where something is there that is none. */
static bool scan_unit(const char *text, enum unit *unit)
{
	char word[16];
	size_t len;

	text = skip_blanks(text);
	len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	*unit = UNIT_NONE;
	if (len == 0)
		return true;
	if (len >= sizeof(word))
		return false;
	memcpy(word, text, len);
	word[len] = '\0';
	*unit = unit_from_text(word);
	return *unit != UNIT_NONE;
}

bool amount_read(const char *text, struct amount *amount, enum unit *unit, struct err *err)
{
	enum unit named;
	struct scan scan;
	int64_t nano;

	if (!scan_decimal(skip_blanks(text), 3, &scan) || !scan_unit(scan.rest, &named))
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not an amount like 2.5, 2,5 g or 5 caps (at most three "
			       "decimals)",
			       text);
	nano = scan.number > INT64_C(100000000)
		       ? AMOUNT_MAX + 1
		       : scan.number * (AMOUNT_UNIT / power_of_ten(scan.decimals));
	if (nano > AMOUNT_MAX)
		return err_set(err, ERR_INVALID, "'%.60s' is more than 10000, which no dose is",
			       text);
	amount->nano = nano;
	*unit = named;
	return true;
}

bool amount_read_in(const char *text, enum unit expected, struct amount *amount, struct err *err)
{
	struct amount read;
	enum unit unit;

	if (!amount_read(text, &read, &unit, err))
		return false;
	if (unit != UNIT_NONE && unit != expected)
		return err_set(err, ERR_INVALID, "'%.60s' is in %s, but the unit here is %s", text,
			       units[unit].many, units[expected].many);
	*amount = read;
	return true;
}

bool rate_read(const char *text, struct rate *rate, struct err *err)
{
	struct scan scan;
	bool read = scan_decimal(skip_blanks(text), 2, &scan);
	int64_t bp = 0;

	if (read) {
		const char *rest = skip_blanks(scan.rest);

		read = *rest == '%' && *skip_blanks(rest + 1) == '\0';
		bp = scan.number * (100 / power_of_ten(scan.decimals));
	}
	if (!read)
		return err_set(
			err, ERR_INVALID,
			"'%.60s' is not a percentage like 5 %% or 7.5 %% (at most two decimals)",
			text);
	if (bp < 1 || bp > RATE_WHOLE)
		return err_set(err, ERR_INVALID, "'%.60s' is not above 0 and at most 100 %%", text);
	rate->bp = (int32_t)bp;
	return true;
}

/* Exactly count digits at the end of a row, or (count 0) as many as the number has; returns where they begin. */
static char *put_digits(char *end, int64_t number, int count)
{
	do {
		*--end = (char)('0' + number % 10);
		number /= 10;
	} while (--count > 0 || (count < 0 && number > 0));
	return end;
}

/* Written by hand: a ten-year plan prints ten thousand of these. */
static const char *put_amount(int64_t whole, int64_t part, int decimals, char mark, char *buf)
{
	char row[AMOUNT_TEXT_SIZE];
	char *end = row + sizeof(row), *begin = end;

	*--begin = '\0';
	if (decimals > 0) {
		begin = put_digits(begin, part, decimals);
		*--begin = mark;
	}
	begin = put_digits(begin, whole, 0);
	memcpy(buf, begin, (size_t)(end - begin));
	return buf;
}

/* Doses and targets are whole milli-units: most amounts need no more than three decimals. */
static const char *put_text(struct amount amount, char mark, char *buf)
{
	int64_t part = amount.nano % AMOUNT_UNIT;
	int decimals = part == 0 ? 0 : 9;

	assert(amount.nano >= 0);
	if (part % AMOUNT_MILLI == 0 && part > 0) {
		part /= AMOUNT_MILLI;
		decimals = 3;
	}
	for (; decimals > 0 && part % 10 == 0; decimals--)
		part /= 10;
	return put_amount(amount.nano / AMOUNT_UNIT, part, decimals, mark, buf);
}

const char *amount_text(struct amount amount, char *buf)
{
	return put_text(amount, style_mark(), buf);
}

const char *amount_plain(struct amount amount, char *buf)
{
	return put_text(amount, '.', buf);
}

const char *amount_fixed(struct amount amount, int decimals, char *buf)
{
	int64_t step, whole, rounded;

	assert(decimals >= 0 && decimals <= 9 && amount.nano >= 0);
	step = power_of_ten(9 - decimals);
	whole = power_of_ten(decimals);
	rounded = (amount.nano + step / 2) / step;
	return put_amount(rounded / whole, rounded % whole, decimals, style_mark(), buf);
}

static const char *add_unit(struct amount amount, enum unit unit, char *buf)
{
	const char *name = amount.nano == AMOUNT_UNIT ? units[unit].one : units[unit].many;
	size_t len = strlen(buf), more = unit != UNIT_NONE ? strlen(name) : 0;

	if (unit == UNIT_NONE)
		return buf;
	assert(len + more + 2 <= AMOUNT_TEXT_SIZE);
	buf[len] = ' ';
	memcpy(buf + len + 1, name, more + 1);
	return buf;
}

const char *amount_with_unit(struct amount amount, enum unit unit, char *buf)
{
	amount_text(amount, buf);
	return add_unit(amount, unit, buf);
}

const char *amount_plain_with_unit(struct amount amount, enum unit unit, char *buf)
{
	amount_plain(amount, buf);
	return add_unit(amount, unit, buf);
}

const char *amount_fixed_with_unit(struct amount amount, int decimals, enum unit unit, char *buf)
{
	amount_fixed(amount, decimals, buf);
	/* "1 tablet", and "1.0 tablets". */
	return add_unit(decimals > 0 ? (struct amount){.nano = 0} : amount, unit, buf);
}

static struct amount percent_of(struct rate rate)
{
	return (struct amount){.nano = (int64_t)rate.bp * (AMOUNT_UNIT / 100)};
}

const char *rate_plain(struct rate rate, char *buf)
{
	amount_plain(percent_of(rate), buf);
	snprintf(buf + strlen(buf), AMOUNT_TEXT_SIZE - strlen(buf), " %%");
	return buf;
}

const char *rate_text(struct rate rate, char *buf)
{
	amount_text(percent_of(rate), buf);
	snprintf(buf + strlen(buf), AMOUNT_TEXT_SIZE - strlen(buf), " %%");
	return buf;
}

int amount_decimals(struct amount measure)
{
	int decimals = 0;

	while (decimals < 3 && measure.nano % power_of_ten(9 - decimals) != 0)
		decimals++;
	return decimals;
}

struct amount amount_round_down(struct amount amount, struct amount measure)
{
	assert(measure.nano > 0 && amount.nano >= 0);
	return (struct amount){.nano = amount.nano / measure.nano * measure.nano};
}

struct amount amount_round_up(struct amount amount, struct amount measure)
{
	assert(measure.nano > 0 && amount.nano >= 0);
	return (struct amount){.nano = (amount.nano + measure.nano - 1) / measure.nano *
				       measure.nano};
}

struct rate amount_ratio(struct amount part, struct amount whole)
{
	int64_t bp;

	assert(whole.nano > 0);
	bp = (part.nano * RATE_WHOLE + whole.nano / 2) / whole.nano;
	return (struct rate){.bp = bp > INT32_MAX ? INT32_MAX : (int32_t)bp};
}
