/* SPDX-License-Identifier: MIT */
/*
 * What the verbs share among themselves and no face sees.
 */
#ifndef APP_APP_PRIVATE_H
#define APP_APP_PRIVATE_H

#include "app/app.h"
#include "app/history.h"
#include "engine/baseline.h"
#include "engine/course.h"
#include "engine/dose.h"
#include "engine/pace.h"
#include "store/lock.h"
#include "store/course.h"
#include "store/store.h"
#include "yaml/settings.h"

#include "paths.h"

struct app {
	struct clock clock;
	struct paths paths; /* owned */
	struct settings settings;
	struct store *store;   /* owned; NULL until it is needed */
	struct keychain *keys; /* owned; of a locked store */
	bool store_is_empty;   /* it stands for a file that is not there yet */
	int looks;             /* calls of app_look not yet ended */
	int64_t stores;        /* how many were put in place of another one */
	char warning[480];
	char paper_note[480]; /* of the PDF made last */
};

/*
 * The store, for looking: where there is no file yet it is an empty one in memory. Borrowed until the next call of either.
 * The file is made only by app_store_write.
 */
MUST_USE bool app_store_read(struct app *app, struct store **store, struct err *err);
MUST_USE bool app_store_write(struct app *app, struct store **store, struct err *err);

/*
 * app_store_read for a verb that reads more than once: all of it is of one moment, and the file is opened once. May be
 * nested. After success app_looked follows, and nothing is written before it.
 */
MUST_USE bool app_look(struct app *app, struct store **store, struct err *err);
void app_looked(struct app *app);

/* Tells, once, that a person's file has mistakes and that taper's own of that name serves. */
void app_shipped_serves(struct app *app, const char *name);

int64_t app_now_utc(const struct app *app);

/* The minutes on the wall that count for the days from first to last. */
struct span app_span(const struct app *app, struct day first, struct day last);

/* The wall minute at which a day begins. */
int64_t app_day_begins(const struct app *app, struct day day);

/* The baseline in one unit. */
MUST_USE bool app_baseline_in(struct app *app, enum unit unit, struct baseline *baseline,
			      struct err *err);

/* app_history_days, with the tags only where they are asked for: they cost a look at every dose. */
MUST_USE bool history_read(struct app *app, struct day first, struct day last, bool tags,
			   struct history_days *history, struct err *err);

/* The same without tags, where the plan in use is at hand already. */
MUST_USE bool history_read_by(struct app *app, const struct course *course, struct day first,
			      struct day last, struct history_days *history, struct err *err);

/* Adds tags to a day; the days get theirs in their order. */
void history_add_tags(struct history_days *history, struct history_day *day, const char *tags);

/* Fills in the doses of other units; there is at least one day. */
MUST_USE bool history_read_others(struct app *app, struct store *store,
				  struct history_days *history, struct err *err);

/*
 * An amount a day as typed, in the plan's unit. ERR_USAGE where it names none and the settings count doses in capsules, say,
 * and the plan does not: nobody's four tablets become four grams.
 */
MUST_USE bool plan_read_from(struct app *app, const char *text, enum unit unit, struct amount *from,
			     struct err *err);

/*
 * What the person's scale can measure (as asked for, or else as in the settings) goes over what the plan file assumes;
 * the plan is proved again.
 */
MUST_USE bool plan_set_measure(struct app *app, const char *asked, struct plan *plan,
			       struct err *err);

/*
 * The person's usual times (as asked for, "08:00,13:00", or else as in the settings) become the plan's doses, all of the
 * same share. A plan whose doses are written out keeps its own where there are not as many.
 */
MUST_USE bool plan_set_times(struct app *app, const char *asked, struct plan *plan,
			     struct err *err);

/* The plan in use with all its changes, to be freed: store_course, with the steps that were not kept. */
MUST_USE bool app_course(struct store *store, struct course *course, struct err *err);

/*
 * app_plan_now with a course of app_course_followed: for those that ask it about days, and not what a revision was to be.
 */
struct plan_now;
MUST_USE bool plan_now_followed(struct app *app, struct plan_now *now, struct err *err);

/* The same as far as it is followed on some day: store_course_reach of all days. */
MUST_USE bool app_course_followed(struct store *store, struct course *course, struct err *err);

/* The plan a revision was laid out from, to be freed. */
MUST_USE bool revision_plan(const struct revision *revision, struct plan *plan, struct err *err);

/* What preview.c and revising.c share: the first day as typed or the soonest, and whether today has an entry. */
MUST_USE bool plan_any_today(struct app *app, bool *any, struct err *err);

/* The texts of cautions that need a yes, parted by newlines, added to out. */
void plan_note_acknowledged(const struct pace *pace, struct str *out);

/* The decimals that amounts of the day are shown with: the measure's, at least 1 for grams; amount_decimals_for where one has more. */
int app_decimals(enum unit unit, struct amount measure);

#endif
