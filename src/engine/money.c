/* SPDX-License-Identifier: MIT */
#include "engine/money.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/style.h"

enum { THOUSAND = 1000, HUNDRED = 100, DROPPED = 10 };

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
