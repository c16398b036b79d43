/* SPDX-License-Identifier: MIT */
/*
 * What time it is, and what the zone's rules make of a time on the wall: the only file that asks the system for
 * either. TAPER_NOW fixes "now"; where it is "@FILE", now is what stands in that file, so that a test moves the time.
 */
#ifndef APP_CLOCK_H
#define APP_CLOCK_H

#include "base/err.h"

#include <stdint.h>

struct clock {
	bool fixed;
	int64_t fixed_utc;
	int16_t fixed_offset;
	const char *
		file; /* says what now is, each time anew; borrowed from the environment, NULL for none */
};

/* What a clock change did to a time on the wall. */
enum wall_kind { WALL_PLAIN, WALL_SKIPPED, WALL_DOUBLED };

/* Reads TAPER_NOW (RFC 3339, or @FILE with one) where it is set. ERR_USAGE where it can't be read. */
MUST_USE bool clock_from_environment(struct clock *clock, struct err *err);

/* Now: UTC seconds and the offset here, in minutes east. */
void clock_now(const struct clock *clock, int64_t *utc, int16_t *utc_offset);

/*
 * The UTC seconds of a wall minute (since 1970-01-01 00:00 on the wall) here. A skipped one is taken with the offset
 * before the change (so it comes out later on the wall), a doubled one as the first of the two.
 */
enum wall_kind clock_from_wall(const struct clock *clock, int64_t wall, int64_t *utc,
			       int16_t *utc_offset);

/* The offset here at a moment, in minutes east. */
int16_t clock_offset_at(const struct clock *clock, int64_t utc);

#endif
