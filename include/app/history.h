/* SPDX-License-Identifier: MIT */
/*
 * Looking back: days and doses as they were, against the targets of their time.
 */
#ifndef APP_HISTORY_H
#define APP_HISTORY_H

#include "app/app.h"
#include "engine/baseline.h"
#include "engine/dose.h"

struct history_day {
	struct day_total total; /* of the plan's unit, or the usual one */
	bool has_target;
	struct amount target;
	enum day_status status;
	char *tags; /* owned; every tag of the day once; "" for none */
};

struct history_days {
	struct history_day *days; /* owned; oldest first, days without an entry included */
	size_t count;
	enum unit unit;
	int decimals;
};

#define HISTORY_DAYS_INIT                                                                          \
	{                                                                                          \
		.days = NULL                                                                       \
	}

/* Every day from first to last, to be freed. */
MUST_USE bool app_history_days(struct app *app, struct day first, struct day last,
			       struct history_days *history, struct err *err);

void history_days_free(struct history_days *history);

struct history_doses {
	struct dose *doses; /* owned; by time */
	size_t count;
};

#define HISTORY_DOSES_INIT                                                                         \
	{                                                                                          \
		.doses = NULL                                                                      \
	}

/* Every dose that counts for the days from first to last, to be freed. */
MUST_USE bool app_history_doses(struct app *app, struct day first, struct day last,
				struct history_doses *history, struct err *err);

void history_doses_free(struct history_doses *history);

/* First and last day that has an entry; *any false where there is none. */
MUST_USE bool app_history_range(struct app *app, bool *any, struct day *first, struct day *last,
				struct err *err);

/* The day a dose counts for. */
struct day app_dose_day(const struct app *app, const struct dose *dose);

/* What the log says of the last days, in the usual unit. */
MUST_USE bool app_baseline(struct app *app, struct baseline *baseline, enum unit *unit,
			   struct err *err);

#endif
