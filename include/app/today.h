/* SPDX-License-Identifier: MIT */
/*
 * The answer to "how much may I still take today, and when?".
 */
#ifndef APP_TODAY_H
#define APP_TODAY_H

#include "app/app.h"
#include "engine/baseline.h"
#include "engine/dose.h"
#include "engine/plan.h"

enum { TODAY_LAST_DAYS = 14, BELOW_DAYS = 3, TODAY_TEXT_SIZE = 480 };

/* One line of the day: a dose taken, or a planned one still open. */
struct today_dose {
	bool taken;
	int64_t id;            /* of the logged dose, where taken */
	int64_t wall;          /* minutes on the wall; -1 where the plan names no time */
	struct amount amount;  /* taken, or suggested now: never more in all than what is left */
	struct amount planned; /* where it belongs to a slot; else 0 */
	int slot;              /* of the plan; -1 for an extra dose, or without a plan */
	char name[PLAN_NAME_SIZE]; /* "morning", "extra", or "" */
	enum unit unit;            /* differs from the plan's where another product was taken */
	bool counts;               /* towards the day's total (same unit) */
	char *tags;                /* owned; "" for none */
	char *note;                /* owned; "" for none */
};

struct today {
	struct day day; /* the day now counts for */
	int64_t now_wall;
	enum unit unit;
	int decimals; /* that amounts of this unit are shown with */

	struct amount taken; /* today so far */
	int doses_taken;

	bool has_plan; /* a plan that has begun */
	char plan_name[PLAN_NAME_SIZE];
	char plan_title[PLAN_TITLE_SIZE];
	int32_t plan_day;    /* from 1 */
	int32_t plan_days;   /* while on hold until resumed: if it went on tomorrow */
	bool at_goal;        /* the last step is behind */
	struct amount start; /* A0 */
	struct amount goal;
	struct amount target;
	struct amount left;  /* 0 where nothing is */
	struct amount above; /* taken beyond the target; 0 where not */

	bool has_next_dose;
	int64_t next_wall; /* -1 where the plan names no time */
	struct amount next_amount;

	bool has_next_step; /* a day with another target, unless the plan is on hold until resumed */
	struct day next_step;
	struct amount next_target;
	struct rate next_cut; /* of the present target */

	bool on_hold; /* the amount stays where it is, from hold_since on, which may be tomorrow */
	bool hold_open; /* until resumed; then there is no next step */
	struct day hold_since;
	struct day goes_on; /* where it is not open: the first day after the hold */
	int32_t hold_days;  /* held so far, today included */
	bool hold_asks;     /* HOLD_PROMPT_DAYS or more: go on, slower, or stay? */
	bool plan_stops;    /* today is its last day, as was asked */

	int32_t below_days; /* complete days in a row, up to yesterday, below plan by a step or more */
	struct amount below_mean; /* taken on these, where there are BELOW_DAYS of them */
	bool below_offers;        /* there are, so going on from less is offered */

	bool plan_waits; /* one is chosen and begins on plan_begins */
	struct day plan_begins;

	int32_t days_at_or_below; /* of days_counted, complete days since the plan began that have an entry */
	int32_t days_counted;

	int32_t baseline_days; /* complete days logged so far, up to 7 */
	bool any_dose_ever;

	struct today_dose *doses; /* owned; by time, those without one last */
	size_t dose_count;

	size_t last_count;                      /* up to 14 days, today the last */
	struct day_total last[TODAY_LAST_DAYS]; /* entries 0: no data */
	bool last_has_target[TODAY_LAST_DAYS];
	struct amount last_target[TODAY_LAST_DAYS];
	enum day_status last_status[TODAY_LAST_DAYS];

	char say[TODAY_TEXT_SIZE]; /* a sentence that fits the day, kind and exact; "" for none */
};

#define TODAY_INIT                                                                                 \
	{                                                                                          \
		.doses = NULL                                                                      \
	}

/* Gives today as it is now; *today is to be freed. */
MUST_USE bool app_today(struct app *app, struct today *today, struct err *err);

/*
 * The same with no more than the day itself tells: what is taken, planned and left, the next dose, the day of the plan and
 * whether it is on hold. Nothing of other days and of the steps to come.
 */
MUST_USE bool app_today_brief(struct app *app, struct today *today, struct err *err);

void today_free(struct today *today);

/* "7.5/12.0g next 18:00 d18": one line for a prompt, added to out. */
void today_short(const struct today *today, struct str *out);

/*
 * The same in a form of one's own: each {word} of format becomes its value, "" where there is none; all else stays as it is.
 * ERR_USAGE names the words there are.
 */
MUST_USE bool today_format(const struct today *today, const char *format, struct str *out,
			   struct err *err);

/* Word number i from 0 that a format may have, without its braces; NULL where there are no more. */
const char *today_format_word(size_t i);

#endif
