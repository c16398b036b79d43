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

/*
 * A row that is written from its end, which is in the middle: so as many bytes can be copied from wherever it begins, and a copy
 * of known size takes no call. A ten-year plan has ten thousand of these.
 */
struct row {
	char text[2 * AMOUNT_TEXT_SIZE];
	char *begin;
};

static size_t row_len(const struct row *row)
{
	return (size_t)(row->text + AMOUNT_TEXT_SIZE - row->begin);
}

static void put_digits(struct row *row, uint64_t digits, int decimals, char mark)
{
	char *at = row->begin;

	for (int i = 0; i < decimals; i++) {
		*--at = (char)('0' + digits % 10);
		digits /= 10;
	}
	if (decimals > 0)
		*--at = mark;
	do {
		*--at = (char)('0' + digits % 10);
		digits /= 10;
	} while (digits > 0);
	row->begin = at;
}

/* "1 tablet", and "1.0 tablets". */
static void put_unit(struct row *row, enum unit unit, bool one)
{
	const char *name = one ? units[unit].one : units[unit].many;
	size_t len = strlen(name);

	row->begin -= len;
	memcpy(row->begin, name, len);
	*--row->begin = ' ';
}

static void put_amount(struct row *row, struct amount amount, int decimals, enum unit unit,
		       char mark)
{
	uint64_t step;

	assert(decimals >= 0 && decimals <= 9 && amount.nano >= 0);
	step = (uint64_t)power_of_ten(9 - decimals);
	row->begin = row->text + AMOUNT_TEXT_SIZE;
	if (unit != UNIT_NONE)
		put_unit(row, unit, decimals == 0 && amount.nano == AMOUNT_UNIT);
	put_digits(row, ((uint64_t)amount.nano + step / 2) / step, decimals, mark);
}

/* As many as it takes, at most so many. */
static int decimals_from(int least, int most, struct amount amount)
{
	while (least < most && amount.nano % power_of_ten(9 - least) != 0)
		least++;
	return least;
}

static const char *text_of(struct amount amount, int decimals, enum unit unit, char mark, char *buf)
{
	struct row row;
	size_t len;

	put_amount(&row, amount, decimals, unit, mark);
	len = row_len(&row);
	assert(len < AMOUNT_TEXT_SIZE);
	memcpy(buf, row.begin, len);
	buf[len] = '\0';
	return buf;
}

const char *amount_text(struct amount amount, char *buf)
{
	return amount_with_unit(amount, UNIT_NONE, buf);
}

const char *amount_plain(struct amount amount, char *buf)
{
	return amount_plain_with_unit(amount, UNIT_NONE, buf);
}

const char *amount_fixed(struct amount amount, int decimals, char *buf)
{
	return amount_fixed_with_unit(amount, decimals, UNIT_NONE, buf);
}

const char *amount_with_unit(struct amount amount, enum unit unit, char *buf)
{
	return text_of(amount, decimals_from(0, 9, amount), unit, style_mark(), buf);
}

const char *amount_plain_with_unit(struct amount amount, enum unit unit, char *buf)
{
	return text_of(amount, decimals_from(0, 9, amount), unit, '.', buf);
}

const char *amount_fixed_with_unit(struct amount amount, int decimals, enum unit unit, char *buf)
{
	return text_of(amount, decimals, unit, style_mark(), buf);
}

static void add_row(struct str *out, const struct row *row)
{
	memcpy(str_room(out, AMOUNT_TEXT_SIZE), row->begin, AMOUNT_TEXT_SIZE);
	str_wrote(out, row_len(row));
}

void amount_add_fixed(struct str *out, struct amount amount, int decimals, enum unit unit)
{
	struct row row;

	put_amount(&row, amount, decimals, unit, style_mark());
	add_row(out, &row);
}

void amount_add_right(struct str *out, struct amount amount, int decimals, size_t columns)
{
	struct row row;
	const char *left = row.text + AMOUNT_TEXT_SIZE - columns;

	assert(columns <= AMOUNT_TEXT_SIZE);
	put_amount(&row, amount, decimals, UNIT_NONE, style_mark());
	while (row.begin > left)
		*--row.begin = ' ';
	add_row(out, &row);
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
	return decimals_from(0, 3, measure);
}

int amount_decimals_for(int least, struct amount amount)
{
	return decimals_from(least, 3, amount);
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
