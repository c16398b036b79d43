/* SPDX-License-Identifier: MIT */
/*
 * Day and time as other programs write them. Nothing is guessed: a date that could be read in two ways is refused.
 */
#ifndef CSV_WHEN_H
#define CSV_WHEN_H

#include "export/csv.h"

/* Where a dose was in time. */
struct csv_when {
	int64_t utc;
	int16_t utc_offset;
};

/* "2026-11-20T08:05:00+01:00", or a local "2026-11-20 08:05", "20.11.2026 8:05 pm" that the source places. */
MUST_USE bool csv_when_read(const struct csv_source *source, const char *text, enum csv_dates dates,
			    struct csv_when *when, struct err *err);

/* "2026-11-20" or "20.11.2026"; with an order said also "20/11/2026" and "11-20-2026". */
MUST_USE bool csv_date_read(const char *text, enum csv_dates dates, struct day *day,
			    struct err *err);

/* "08:05", "08:05:30", "8:05 pm", "8 p.m.", in seconds after midnight. */
MUST_USE bool csv_time_read(const char *text, int32_t *seconds, struct err *err);

/* Where such a local time was. */
MUST_USE bool csv_when_place(const struct csv_source *source, struct day day, int32_t seconds,
			     struct csv_when *when, struct err *err);

#endif
