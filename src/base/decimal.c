/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include <stddef.h>

/* A number's digits without the mark, and the power of ten that stands behind them. */
struct digits {
	const char *first; /* the whole part, then perhaps a mark and the rest */
	const char *end;
	int64_t exponent;
	bool negative;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *pass_digits(const char *text)
{
	while (is_digit(*text))
		text++;
	return text;
}

/* "e-3", where there is one; one beyond any use stays beyond it. */
static bool scan_exponent(const char **text, int64_t *exponent)
{
	bool negative;

	*exponent = 0;
	if (**text != 'e' && **text != 'E')
		return true;
	++*text;
	negative = **text == '-';
	if (**text == '-' || **text == '+')
		++*text;
	if (!is_digit(**text))
		return false;
	for (; is_digit(**text); ++*text) {
		if (*exponent < 100000)
			*exponent = *exponent * 10 + (**text - '0');
	}
	if (negative)
		*exponent = -*exponent;
	return true;
}

static bool scan(const char *text, struct digits *digits)
{
	*digits = (struct digits){.negative = *text == '-'};
	if (digits->negative)
		text++;
	digits->first = text;
	text = pass_digits(text);
	if (text == digits->first || (*digits->first == '0' && text > digits->first + 1))
		return false;
	if (*text == '.') {
		text++;
		if (!is_digit(*text))
			return false;
		text = pass_digits(text);
	}
	digits->end = text;
	return scan_exponent(&text, &digits->exponent) && *text == '\0';
}

/* How many of the digits, from the first, belong to the number; the rest are beyond the places. */
static int64_t digits_kept(const struct digits *digits, int places)
{
	const char *mark = digits->first;

	while (mark < digits->end && *mark != '.')
		mark++;
	return mark - digits->first + digits->exponent + places;
}

static bool add_digit(int64_t *number, int digit)
{
	if (*number > (INT64_MAX - digit) / 10)
		return false;
	*number = *number * 10 + digit;
	return true;
}

bool decimal_read(const char *text, int places, int64_t *number, bool *exact)
{
	struct digits digits;
	int64_t kept, at = 0, read = 0;
	bool up = false, all = true;

	if (!scan(text, &digits))
		return false;
	kept = digits_kept(&digits, places);
	for (const char *c = digits.first; c < digits.end; c++) {
		if (*c == '.')
			continue;
		if (at < kept && !add_digit(&read, *c - '0'))
			return false;
		if (at == kept)
			up = *c >= '5';
		if (at >= kept && *c != '0')
			all = false;
		at++;
	}
	for (; at < kept && read > 0; at++) {
		if (!add_digit(&read, 0))
			return false;
	}
	if (up && read == INT64_MAX)
		return false;
	read += up ? 1 : 0;
	*number = digits.negative ? -read : read;
	*exact = all;
	return true;
}

const char *decimal_text(int64_t number, int places, char *buf)
{
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	char row[DECIMAL_TEXT_SIZE];
	char *at = row + sizeof(row), *out = buf;
	bool written = false;

	for (int i = 0; i < places; i++, rest /= 10) {
		if (rest % 10 == 0 && !written)
			continue;
		*--at = (char)('0' + rest % 10);
		written = true;
	}
	if (written)
		*--at = '.';
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--at = '-';
	while (at < row + sizeof(row))
		*out++ = *at++;
	*out = '\0';
	return buf;
}
