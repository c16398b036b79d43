/* SPDX-License-Identifier: MIT */
/*
 * Trends of the log: the last week against the one before, hours, weekdays, and how a plan has gone so far. Complete days only.
 */
#ifndef APP_STATS_H
#define APP_STATS_H

#include "app/app.h"
#include "engine/money.h"
#include "engine/plan.h"
#include "engine/stats.h"

struct stats {
	struct day first, last; /* the complete days looked at */
	int32_t days;           /* of these with an entry */
	struct amount taken;    /* on them */
	enum unit unit;         /* the plan's, or the usual one */
	int decimals;
	struct stats_week now, before; /* the last 7 of these days, and the 7 before them */
	struct stats_gaps gaps_now, gaps_before;
	enum stats_trend gaps_trend;
	int16_t day_starts; /* minutes after midnight */
	struct stats_hours hours;
	struct stats_weekdays weekdays;

	/* Of the plan in use on the last day, since it began. */
	bool has_plan;
	char plan_name[PLAN_NAME_SIZE];
	char plan_title[PLAN_TITLE_SIZE];
	struct day plan_began;
	struct amount plan_from; /* taken a day before it */
	int32_t at_or_below;     /* of counted, days with an entry */
	int32_t counted;
	struct stats_saved saved; /* against plan_from a day */

	/* Where the settings name a price of the unit; in thousandths, see engine/money.h. */
	bool has_price;
	int64_t price_milli;
	char currency[MONEY_CURRENCY_SIZE];
	int64_t spent_milli; /* on taken */
	int64_t saved_milli; /* on saved, not spent (or spent where more was taken) */
};

/*
 * What the days from first to last (or yesterday) say. ERR_NOT_FOUND where none of them is complete and has an entry.
 */
MUST_USE bool app_stats(struct app *app, struct day first, struct day last, struct stats *stats,
			struct err *err);

/* Of that only what is added up, the plan without its days that were counted, and money: a quick look. */
MUST_USE bool app_stats_totals(struct app *app, struct day first, struct day last,
			       struct stats *stats, struct err *err);

#endif
