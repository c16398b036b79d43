/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any text as the time of an entry, with the clock at a day that a clock change makes an hour shorter or longer. What
 * is taken is not after now, and reads as the same time once it is written.
 */
#include "app/log.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/moment.h"
#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SAID_SIZE = 160 };

struct now {
	struct app *app;
	int64_t utc;
};

static struct now open_at(const char *text)
{
	struct clock clock;
	struct now now;
	struct err err;

	setenv("TZ", "Europe/Berlin", 1);
	setenv("HOME", "/nowhere", 1);
	setenv("TAPER_NOW", text, 1);
	if (!clock_from_environment(&clock, &err) || !app_open(clock, &now.app, &err))
		abort();
	now.utc = clock.fixed_utc;
	return now;
}

static void check(const struct now *now, const char *text)
{
	int64_t utc = INT64_MIN, again = INT64_MAX;
	int16_t offset = INT16_MIN, offset_again;
	char said[SAID_SIZE], written[MOMENT_TEXT_SIZE];
	struct err err = {.code = ERR_NONE};

	if (!app_when(now->app, text, &utc, &offset, said, &err)) {
		if (utc != INT64_MIN || err.msg[0] == '\0')
			abort();
		return;
	}
	moment_rfc3339(utc, offset, written);
	if (utc > now->utc + 59 || memchr(said, '\0', SAID_SIZE) == NULL ||
	    !moment_read_rfc3339(written, &again, &offset_again, &err) || again != utc)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct now spring, autumn;
	char *text = fuzz_text(data, size);

	if (spring.app == NULL) {
		spring = open_at("2026-03-29T15:10:00+02:00");
		autumn = open_at("2026-10-25T15:10:00+01:00");
	}
	check(&spring, text);
	check(&autumn, text);
	free(text);
	return 0;
}
