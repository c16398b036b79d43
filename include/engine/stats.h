/* SPDX-License-Identifier: MIT */
/*
 * What a longer log says: weeks against each other, hours, weekdays, gaps, amounts not taken. Pure arithmetic over values.
 * Only complete days are handed in. Figures that rest on too little say so with enough = false.
 */
#ifndef ENGINE_STATS_H
#define ENGINE_STATS_H

#include "engine/baseline.h"

enum {
	STATS_WEEK = 7,
	STATS_WEEKDAYS = 7,
	STATS_HOURS = 24,
	STATS_DAYS_LEAST = 5,    /* days with an entry that make a week worth comparing */
	STATS_GAPS_LEAST = 5,    /* gaps in a week, likewise */
	STATS_DOSES_LEAST = 20,  /* doses that make a pattern of hours */
	STATS_WEEKDAY_LEAST = 3, /* days of each weekday that make a pattern of the week */
	STATS_SAME_BP = 1000,    /* a change of no more than 10 % is about the same */
};

/* The 7 days up to one of them. */
struct stats_week {
	struct day first, last;
	int32_t days;         /* with an entry */
	bool enough;          /* STATS_DAYS_LEAST of them */
	struct amount mean;   /* of the days with an entry, rounded half up to a milli-unit */
	struct amount median; /* likewise */
	int32_t doses;        /* above 0 */
	int32_t dosed_days;   /* days with a dose above 0 */
	int16_t first_dose;   /* median over these of the first, in minutes as in struct intake */
	bool first_enough;    /* STATS_DAYS_LEAST such days */
};

/* Intakes here and below are in order of time and of one unit; days outside are passed over. */
struct stats_week stats_week_of(const struct intake *intakes, size_t count, struct day last);

struct stats_hours {
	int32_t doses[STATS_HOURS]; /* above 0, by the hour on the wall */
	int32_t total;
	int16_t most; /* the hour with most doses, the earliest of equals */
	bool enough;  /* STATS_DOSES_LEAST doses */
};

/* Adds some more intakes of a log that may be too long to be in memory at once. */
void stats_hours_add(struct stats_hours *hours, const struct intake *intakes, size_t count);

struct stats_weekday {
	int32_t days;       /* with an entry */
	struct amount mean; /* of these, rounded half up to a milli-unit */
};

struct stats_weekdays {
	struct stats_weekday weekday[STATS_WEEKDAYS]; /* Monday first */
	bool enough;                                  /* STATS_WEEKDAY_LEAST days of each */
};

/* Totals here and below are those of days with an entry, in order; days outside are passed over. */
struct stats_weekdays stats_weekdays_of(const struct day_total *totals, size_t count,
					struct day first, struct day last);

/* When a dose above 0 was taken: gaps are hours that passed, whatever clocks on walls showed. */
struct dose_time {
	struct day day; /* it counts for */
	int64_t utc;    /* seconds */
};

/* Times between one dose and the next of the same day; the night is not a gap. */
struct stats_gaps {
	int32_t count;
	int32_t minutes; /* the median, where there are any */
	bool enough;     /* STATS_GAPS_LEAST of them */
};

/* In the 7 days up to last; times are put in order of utc here. */
struct stats_gaps stats_gaps_of(struct dose_time *times, size_t count, struct day last);

enum stats_trend { TREND_UNKNOWN, TREND_NARROWING, TREND_SAME, TREND_WIDENING };

enum stats_trend stats_trend_of(struct stats_gaps now, struct stats_gaps before);

/* "unknown", "narrowing", "same", "widening": stable words for JSON. */
const char *stats_trend_name(enum stats_trend trend);

/* What was taken in all, against an amount on each day with an entry: a day without one adds nothing to either. */
struct stats_saved {
	int32_t days;         /* with an entry */
	bool more;            /* more was taken, not less */
	struct amount amount; /* the difference */
};

struct stats_saved stats_saved_of(const struct day_total *totals, size_t count, struct amount a_day,
				  struct day first, struct day last);

/* All that was taken on these days. */
struct amount stats_taken_of(const struct day_total *totals, size_t count, struct day first,
			     struct day last);

#endif
