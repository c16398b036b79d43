/* SPDX-License-Identifier: MIT */
#include "engine/day_typed.h"
#include "engine/moment.h"

#include <stdlib.h>

#include "base/style.h"
#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_day(const char *text, enum typed_style typed, enum day_year year)
{
	struct day today = {.n = 20778}, day = {.n = INT32_MIN}, again = {.n = INT32_MAX};
	struct err err;
	char written[DAY_TEXT_SIZE];

	style_choose((struct style){.typed = typed});
	if (!day_read_in(text, today, year, &day, &err)) {
		if (day.n != INT32_MIN || err.code != ERR_INVALID)
			abort();
		return;
	}
	if (!civil_valid(day_to_civil(day)))
		abort();
	if (!day_read_iso(day_iso(day, written), &again, &err) || again.n != day.n)
		abort();
}

static void check_minute(const char *text)
{
	int16_t minute = -1, again = -2;
	struct err err;
	char written[MOMENT_TEXT_SIZE];

	if (!minute_read(text, &minute, &err)) {
		if (minute != -1 || err.code != ERR_INVALID)
			abort();
		return;
	}
	if (minute < 0 || minute >= MINUTES_A_DAY)
		abort();
	if (!minute_read(minute_text(minute, written), &again, &err) || again != minute)
		abort();
}

static void check_moment(const char *text)
{
	int64_t utc = INT64_MIN, again = INT64_MAX;
	int16_t offset = INT16_MIN, offset_again = INT16_MAX;
	struct err err;
	char written[MOMENT_TEXT_SIZE];

	if (!moment_read_rfc3339(text, &utc, &offset, &err)) {
		if (utc != INT64_MIN || offset != INT16_MIN || err.code != ERR_INVALID)
			abort();
		return;
	}
	if (offset < -MOMENT_OFFSET_MAX || offset > MOMENT_OFFSET_MAX)
		abort();
	moment_rfc3339(utc, offset, written);
	if (!moment_read_rfc3339(written, &again, &offset_again, &err) || again != utc ||
	    offset_again != offset)
		abort();
}

/* Whatever is read is in the calendar and comes back from its own writing; whatever is not leaves the outputs alone. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size);

	for (enum typed_style typed = TYPED_CLEAR; typed <= TYPED_ISO; typed++)
		for (enum day_year year = DAY_YEAR_PAST; year <= DAY_YEAR_NEAREST; year++)
			check_day(text, typed, year);
	check_minute(text);
	check_moment(text);
	free(text);
	return 0;
}
