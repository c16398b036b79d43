/* SPDX-License-Identifier: MIT */
#include "engine/amount.h"

#include <stdlib.h>
#include <string.h>

#include "engine/money.h"
#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_amount(const char *text)
{
	struct amount amount = {.nano = -1}, again = {.nano = -2};
	enum unit unit = UNIT_COUNT;
	struct err err;
	char written[AMOUNT_TEXT_SIZE];

	if (!amount_read(text, &amount, &unit, &err)) {
		if (amount.nano != -1 || unit != UNIT_COUNT || err.code != ERR_INVALID)
			abort();
		return;
	}
	if (amount.nano < 0 || amount.nano > AMOUNT_MAX || amount.nano % AMOUNT_MILLI != 0)
		abort();
	if (unit == UNIT_NONE)
		amount_text(amount, written);
	else
		amount_with_unit(amount, unit, written);
	if (!amount_read_in(written, unit, &again, &err) || again.nano != amount.nano)
		abort();
}

static void check_rate(const char *text)
{
	struct rate rate = {.bp = -1}, again = {.bp = -2};
	struct err err;
	char written[AMOUNT_TEXT_SIZE];

	if (!rate_read(text, &rate, &err)) {
		if (rate.bp != -1 || err.code != ERR_INVALID)
			abort();
		return;
	}
	if (rate.bp < 1 || rate.bp > RATE_WHOLE)
		abort();
	if (!rate_read(rate_text(rate, written), &again, &err) || again.bp != rate.bp)
		abort();
}

static void check_money(const char *text)
{
	int64_t milli = -1, again = -2;
	char currency[MONEY_CURRENCY_SIZE] = "?", same[MONEY_CURRENCY_SIZE];
	char written[MONEY_TEXT_SIZE];
	struct err err;

	if (!money_read(text, &milli, currency, &err)) {
		if (milli != -1 || strcmp(currency, "?") != 0 || err.code != ERR_INVALID)
			abort();
		return;
	}
	if (milli < 0 || !money_read(money_text(milli, currency, written), &again, same, &err) ||
	    again != milli || strcmp(same, currency) != 0)
		abort();
}

/* Whatever is read is in range and comes back from its own writing; whatever is not leaves the outputs alone. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size);

	check_amount(text);
	check_rate(text);
	check_money(text);
	free(text);
	return 0;
}
