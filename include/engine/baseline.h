/* SPDX-License-Identifier: MIT */
/*
 * What a log says of the last days: day totals, the baseline, adherence. Pure arithmetic over values; where the doses
 * come from is not its business.
 */
#ifndef ENGINE_BASELINE_H
#define ENGINE_BASELINE_H

#include "engine/amount.h"
#include "engine/day.h"
#include "engine/plan.h"

/* One entry of the log, as far as arithmetic needs it. An amount of 0 says "none", and is an entry too. */
struct intake {
	struct day day; /* the day it counts for */
	int16_t minute; /* minutes since that day's midnight; above 1439 after the next one */
	struct amount amount;
};

struct day_total {
	struct day day;
	struct amount taken;
	int32_t doses;   /* entries above 0 */
	int32_t entries; /* all of them; 0 means no data */
};

enum { BASELINE_DAYS = 7, BASELINE_SPREAD_BP = 2000 };

struct baseline {
	int32_t days;           /* complete days with an entry that were used, 0 to 7 */
	struct day first, last; /* of those days, where days > 0 */
	struct amount mean;     /* rounded half up to a milli-unit */
	struct amount median;
	struct amount lowest, highest;
	struct rate spread;  /* the larger of (highest - mean)/mean and (mean - lowest)/mean */
	bool enough;         /* 7 days */
	bool steady;         /* spread within 20 % */
	int32_t doses_a_day; /* median */
	int16_t usual_minutes[PLAN_SLOT_MAX]; /* one for each of doses_a_day, up to 12 */
};

/*
 * From the last 7 complete days with an entry before today, however long ago they are (see last). Entries are in
 * order of time.
 */
struct baseline baseline_of(const struct intake *intakes, size_t count, struct day today);

enum day_status { DAY_AT_OR_BELOW, DAY_ABOVE, DAY_NO_DATA, DAY_NO_PLAN, DAY_TODAY };

/* At or below plan: taken no more than half a measure above the target. */
enum day_status adherence_of(const struct day_total *total, const struct amount *target,
			     struct amount measure, struct day today);

/* "at-or-below", "above", "no-data", "no-plan", "today": stable words for JSON. */
const char *day_status_name(enum day_status status);

#endif
