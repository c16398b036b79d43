/* SPDX-License-Identifier: MIT */
/*
 * A moment as a person saw it: the day and minute on the wall, and how far that wall was from UTC. Knows the
 * arithmetic; does not know the clock or the rules of any time zone (app/clock asks the system for those).
 */
#ifndef ENGINE_MOMENT_H
#define ENGINE_MOMENT_H

#include "engine/day.h"

struct moment {
	struct day day;     /* the calendar day on the wall */
	int16_t minute;     /* of that day, 0 to 1439 */
	int16_t utc_offset; /* minutes east of UTC, -1080 to 1080 */
};

enum { MOMENT_TEXT_SIZE = 32, MINUTES_A_DAY = 1440, MOMENT_OFFSET_MAX = 1080 };

/* Seconds since 1970-01-01 UTC of the start of that minute. */
int64_t moment_utc(struct moment moment);

/* The wall time at utc seconds where the offset is as given; seconds within the minute are dropped. */
struct moment moment_from_utc(int64_t utc, int16_t utc_offset);

/* Minutes on the wall since 1970-01-01 00:00 on the wall: what doses are ordered and grouped by. */
int64_t moment_wall(struct moment moment);

/* The day a wall minute counts for, where a day begins at day_starts minutes after midnight (0 to 1439). */
struct day moment_counts_for(int64_t wall, int16_t day_starts);

/* Reads a time of day, "8:05", "08:05" or "0805", into minutes. ERR_INVALID names the text. */
MUST_USE bool minute_read(const char *text, int16_t *minute, struct err *err);

/*
 * Reads RFC 3339: "2026-11-20T08:05:30+01:00", or with a blank for the T, "Z" for the offset, without seconds.
 * Gives UTC seconds and the offset. ERR_INVALID names the text.
 */
MUST_USE bool moment_read_rfc3339(const char *text, int64_t *utc, int16_t *utc_offset,
				  struct err *err);

/* "2026-11-20T08:05:30+01:00"; buf holds MOMENT_TEXT_SIZE. Returns buf. */
const char *moment_rfc3339(int64_t utc, int16_t utc_offset, char *buf);

/* "08:05"; buf holds MOMENT_TEXT_SIZE. Returns buf. */
const char *minute_text(int16_t minute, char *buf);

#endif
