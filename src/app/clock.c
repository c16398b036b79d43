/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1

#include "app/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/moment.h"

enum { SECONDS_A_MINUTE = 60, SECONDS_A_DAY = 86400 };

static int16_t zone_offset(int64_t utc)
{
	time_t time = (time_t)utc;
	struct tm local;

	if (localtime_r(&time, &local) == NULL)
		return 0;
	return (int16_t)(local.tm_gmtoff / SECONDS_A_MINUTE);
}

/* Outputs untouched where it says no time: a file that is just being written must not turn the time back. */
static bool read_file(const char *path, int64_t *utc, int16_t *offset, struct err *err)
{
	char line[MOMENT_TEXT_SIZE + 1] = "";
	FILE *file = fopen(path, "re");

	if (file == NULL)
		return err_set(err, ERR_USAGE, "%s: can't be read", path);
	if (fgets(line, sizeof(line), file) != NULL)
		line[strcspn(line, "\r\n")] = '\0';
	fclose(file);
	return moment_read_rfc3339(line, utc, offset, err);
}

static bool read_now(const char *now, struct clock *clock, struct err *err)
{
	if (now[0] != '@')
		return moment_read_rfc3339(now, &clock->fixed_utc, &clock->fixed_offset, err);
	clock->file = now + 1;
	return read_file(clock->file, &clock->fixed_utc, &clock->fixed_offset, err);
}

bool clock_from_environment(struct clock *clock, struct err *err)
{
	const char *now = getenv("TAPER_NOW");
	struct clock read = {.fixed = now != NULL && now[0] != '\0'};

	tzset();
	if (read.fixed && !read_now(now, &read, err)) {
		err->code = ERR_USAGE;
		return err_wrap(err, "TAPER_NOW");
	}
	*clock = read;
	return true;
}

void clock_now(const struct clock *clock, int64_t *utc, int16_t *utc_offset)
{
	struct err ignored;
	int16_t offset;

	*utc = clock->fixed ? clock->fixed_utc : (int64_t)time(NULL);
	if (clock->file != NULL)
		(void)!read_file(clock->file, utc, &offset, &ignored);
	*utc_offset = clock_offset_at(clock, *utc);
}

/* A fixed now whose offset is not the zone's own says that we are somewhere else: then that offset holds always. */
int16_t clock_offset_at(const struct clock *clock, int64_t utc)
{
	if (clock->fixed && zone_offset(clock->fixed_utc) != clock->fixed_offset)
		return clock->fixed_offset;
	return zone_offset(utc);
}

enum wall_kind clock_from_wall(const struct clock *clock, int64_t wall, int64_t *utc,
			       int16_t *utc_offset)
{
	int64_t as_utc = wall * SECONDS_A_MINUTE;
	int16_t before = clock_offset_at(clock, as_utc - SECONDS_A_DAY);
	int16_t after = clock_offset_at(clock, as_utc + SECONDS_A_DAY);
	int64_t utc_before = as_utc - (int64_t)before * SECONDS_A_MINUTE;
	int64_t utc_after = as_utc - (int64_t)after * SECONDS_A_MINUTE;
	bool fits_before = clock_offset_at(clock, utc_before) == before;
	bool fits_after = clock_offset_at(clock, utc_after) == after;

	if (fits_before || !fits_after) {
		*utc = utc_before;
		*utc_offset = clock_offset_at(clock, utc_before);
	} else {
		*utc = utc_after;
		*utc_offset = after;
	}
	if (fits_before && fits_after && before != after)
		return WALL_DOUBLED;
	return fits_before || fits_after ? WALL_PLAIN : WALL_SKIPPED;
}
