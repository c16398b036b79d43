/* SPDX-License-Identifier: MIT */
/*
 * Check-ins: how a day felt, one a day, and what the days say around the cuts of the plan. Compares a person with
 * themselves; it is no validated scale.
 */
#ifndef APP_CHECKIN_H
#define APP_CHECKIN_H

#include "app/app.h"
#include "engine/diary.h"
#include "engine/symptom.h"
#include "engine/trend.h"

/* Text as typed; NULL where nothing was said. */
struct checkin_request {
	const char *const *ratings; /* "craving=2"; "craving=" takes it out */
	size_t rating_count;
	const char *sleep; /* hours: "7", "7.5", "7h30"; "" takes it out */
	const char *note;  /* "" takes it out */
	const char *when;  /* as for a dose; else now. It says which day the check-in is of */
};

/* Hours of sleep as typed into minutes, SLEEP_UNKNOWN for "". ERR_INVALID says what is wrong. */
MUST_USE bool checkin_read_sleep(const char *text, int16_t *minutes, struct err *err);

struct checked_in {
	struct checkin checkin; /* to be freed; as it is now, with its id */
	struct day day;         /* it counts for */
	bool added;             /* there was none of that day before */
};

/*
 * Adds a check-in of the day, or puts what is said over what is there. ERR_USAGE or ERR_INVALID names the text; an unknown
 * item suggests the nearest.
 */
MUST_USE bool app_checkin(struct app *app, const struct checkin_request *request,
			  struct checked_in *checked, struct err *err);

/* The same for the one with that id, whose day may change. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_checkin_edit(struct app *app, int64_t id, const struct checkin_request *request,
			       struct checked_in *checked, struct err *err);

/* One to look at, to be freed: by id (ERR_NOT_FOUND), or the newest of a day (*any false where there is none). */
MUST_USE bool app_checkin_get(struct app *app, int64_t id, struct checkin *checkin,
			      struct err *err);
MUST_USE bool app_checkin_day(struct app *app, struct day day, bool *any, struct checkin *checkin,
			      struct err *err);

/* One item through the days. */
struct checkin_item {
	char id[SYMPTOM_ID_SIZE];
	char name[SYMPTOM_NAME_SIZE]; /* the id where the list does not know it any more */
	enum symptom_group group;
	bool asked;      /* it is in the list and not hidden */
	int16_t *values; /* owned; hundredths of a point, TREND_NONE where it was not rated */
	int32_t rated;   /* days */
};

struct checkin_cut {
	struct day day;
	int32_t at; /* its place in the series */
	struct amount before, after;
};

struct checkin_series {
	struct day first;
	int32_t days;
	int32_t checked; /* days with a check-in */
	struct checkin_item
		*items; /* owned; by group and list; those asked, and others that were rated */
	size_t item_count, item_cap;
	int16_t *means;           /* owned; of each day, in hundredths of a point, or TREND_NONE */
	int16_t *sleep;           /* owned; minutes, or SLEEP_UNKNOWN */
	struct checkin_cut *cuts; /* owned; oldest first */
	size_t cut_count, cut_cap;
	enum unit unit; /* of the cuts */
};

#define CHECKIN_SERIES_INIT                                                                        \
	{                                                                                          \
		.days = 0                                                                          \
	}

/* Every day from first to last with the cuts of the plan, to be freed. A day with two check-ins counts the later one. */
MUST_USE bool app_checkin_series(struct app *app, struct day first, struct day last,
				 struct checkin_series *series, struct err *err);
void checkin_series_free(struct checkin_series *series);

/*
 * The means of the check-ins alone, one for each day from first to last, in hundredths of a point or TREND_NONE; the caller's
 * means hold one for each.
 */
MUST_USE bool app_checkin_means(struct app *app, struct day first, struct day last, int16_t *means,
				struct err *err);

/* What values (an item's, or the means) say around cut number i. False where too few days were rated, or it is not over yet. */
MUST_USE bool checkin_trend(const struct checkin_series *series, const int16_t *values, size_t i,
			    struct trend *trend);

/*
 * Adds "After the cut of Tue 17 Nov, to 18.1 g: Restless legs up by 0.8." for cut number i. False where too little is known
 * to say anything.
 */
bool checkin_tell_cut(const struct checkin_series *series, size_t i, struct str *out);

/* taper's own settings: a week is told with so many check-ins, and a change of so many hundredths of a point in the mean. */
enum { CHECKIN_WEEK = 7, CHECKIN_WEEK_LEAST = 3, CHECKIN_WEEK_TELLS = 20 };

enum week_change { WEEK_UNKNOWN, WEEK_BETTER, WEEK_SAME, WEEK_HARDER };

/* The last seven days, today the last of them, against the seven before. */
struct checkin_week {
	int16_t means[CHECKIN_WEEK]; /* hundredths of a point, or TREND_NONE */
	int32_t checked;             /* days with a rating */
	bool today;                  /* today has one */
	enum week_change change;
};

MUST_USE bool app_checkin_week(struct app *app, struct checkin_week *week, struct err *err);

#endif
