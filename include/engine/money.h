/* SPDX-License-Identifier: MIT */
/*
 * What amounts cost: thousandths of a currency, which is whatever a person writes. No currency is turned into another one.
 */
#ifndef ENGINE_MONEY_H
#define ENGINE_MONEY_H

#include "engine/amount.h"

enum { MONEY_CURRENCY_SIZE = 8, MONEY_TEXT_SIZE = 40 };

/* What an amount costs where one unit costs price_milli, rounded down to a thousandth. */
int64_t money_of(struct amount amount, int64_t price_milli);

/* "$86.40", "86.40 USD": a sign before it, a word after it; to a hundredth, half up, and none where it is whole. Returns buf, of MONEY_TEXT_SIZE. */
const char *money_text(int64_t milli, const char *currency, char *buf);

/* The same of a price, which is not rounded: "0.125 USD". */
const char *money_price_text(int64_t price_milli, const char *currency, char *buf);

/*
 * Reads a sum: "400", "600 EUR", "$12.50", "12,50 €"; at most two decimals and no marks between thousands, for 1.200 can be meant in
 * two ways. currency holds MONEY_CURRENCY_SIZE, and is "" where none is named. ERR_INVALID names the text.
 */
MUST_USE bool money_read(const char *text, int64_t *milli, char *currency, struct err *err);

#endif
