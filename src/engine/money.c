/* SPDX-License-Identifier: MIT */
#include "engine/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/style.h"

enum { THOUSAND = 1000, HUNDRED = 100, DROPPED = 10, WHOLE_DIGITS = 9, DECIMALS = 2 };

int64_t money_of(struct amount amount, int64_t price_milli)
{
	int64_t milli = amount.nano / AMOUNT_MILLI;

	return milli / THOUSAND * price_milli + milli % THOUSAND * price_milli / THOUSAND;
}

static bool is_word(const char *currency)
{
	return (currency[0] >= 'A' && currency[0] <= 'Z') ||
	       (currency[0] >= 'a' && currency[0] <= 'z');
}

static const char *write(const char *figure, const char *currency, char *buf)
{
	bool after = is_word(currency);

	snprintf(buf, MONEY_TEXT_SIZE, "%s%s%s%s", after ? "" : currency, figure, after ? " " : "",
		 after ? currency : "");
	return buf;
}

const char *money_text(int64_t milli, const char *currency, char *buf)
{
	int64_t cents = milli / DROPPED + (milli % DROPPED >= DROPPED / 2 ? 1 : 0);
	char figure[MONEY_TEXT_SIZE - MONEY_CURRENCY_SIZE - 1];

	if (cents % HUNDRED == 0)
		snprintf(figure, sizeof(figure), "%" PRId64, cents / HUNDRED);
	else
		snprintf(figure, sizeof(figure), "%" PRId64 "%c%02d", cents / HUNDRED, style_mark(),
			 (int)(cents % HUNDRED));
	return write(figure, currency, buf);
}

const char *money_price_text(int64_t price_milli, const char *currency, char *buf)
{
	char figure[AMOUNT_TEXT_SIZE];

	return write(amount_text(amount_from_milli(price_milli), figure), currency, buf);
}

/* Thousandths of "1234,5"; false for anything else. */
static bool read_figure(const char *text, size_t len, int64_t *milli)
{
	size_t whole = strspn(text, "0123456789"), decimals = 0;
	int64_t read = 0, place = THOUSAND;

	if (whole < len)
		decimals = len - whole - 1;
	if (whole == 0 || whole > WHOLE_DIGITS || decimals > DECIMALS ||
	    (whole < len && (decimals == 0 || strspn(text + whole + 1, "0123456789") < decimals)))
		return false;
	for (size_t i = 0; i < whole; i++)
		read = read * 10 + (text[i] - '0');
	read *= THOUSAND;
	for (size_t i = 0; i < decimals; i++) {
		place /= 10;
		read += (text[whole + 1 + i] - '0') * place;
	}
	*milli = read;
	return true;
}

/* What stands before the figure or behind it, without blanks at its ends; there may be one of the two. */
static bool read_currency(const char *before, size_t len, const char *after, char *currency)
{
	size_t rest;

	while (len > 0 && before[len - 1] == ' ')
		len--;
	after += strspn(after, " ");
	rest = strlen(after);
	while (rest > 0 && after[rest - 1] == ' ')
		rest--;
	if ((len > 0 && rest > 0) || len + rest >= MONEY_CURRENCY_SIZE ||
	    memchr(before, ' ', len) != NULL || memchr(after, ' ', rest) != NULL)
		return false;
	snprintf(currency, MONEY_CURRENCY_SIZE, "%.*s%.*s", (int)len, before, (int)rest, after);
	return true;
}

bool money_read(const char *text, int64_t *milli, char *currency, struct err *err)
{
	const char *start = text + strspn(text, " ");
	size_t before = strcspn(start, "0123456789.,");
	size_t digits = strspn(start + before, "0123456789.,");
	char named[MONEY_CURRENCY_SIZE];
	int64_t read;

	if (!read_figure(start + before, digits, &read) ||
	    strpbrk(start + before + digits, "0123456789.,-") != NULL ||
	    memchr(start, '-', before) != NULL ||
	    !read_currency(start, before, start + before + digits, named))
		return err_set(err, ERR_INVALID,
			       "'%.40s' is not a sum of money, like 400, 600 EUR or $12.50; no "
			       "marks go between thousands",
			       text);
	*milli = read;
	memcpy(currency, named, sizeof(named));
	return true;
}
