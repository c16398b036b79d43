/* SPDX-License-Identifier: MIT */
/* The time after the last step of the plan in use. engine/aftercare.h counts; this gathers what there is to count. */
#ifndef APP_AFTERCARE_H
#define APP_AFTERCARE_H

#include "app/app.h"
#include "app/today.h"
#include "engine/aftercare.h"

struct app_aftercare {
	bool on; /* the last step is behind; else the rest is empty */
	struct aftercare care;
	enum unit unit;
	int decimals;
	bool has_dose; /* any was ever logged */
	struct day last_dose;
};

/* What there is to say of it today. today is as app_today gave it. */
MUST_USE bool app_aftercare(struct app *app, const struct today *today, struct app_aftercare *after,
			    struct err *err);

/* Each adds a few words: "Sun 4 Oct 2026, 48 days, 6 weeks"; "47 of 49 days" at or below the goal (with one above 0: of those with an entry); the milestones behind; the next; when a check-in is due. */
void app_aftercare_since(const struct app_aftercare *after, struct str *out);
void app_aftercare_kept(const struct app_aftercare *after, struct str *out);
void app_aftercare_behind(const struct app_aftercare *after, struct str *out);
void app_aftercare_next(const struct app_aftercare *after, struct str *out);
void app_aftercare_checkin(const struct app_aftercare *after, struct str *out);

/* Adds a sentence or three: the way back to a plan where it may be wanted, and always what an old dose may do. */
void app_aftercare_say(const struct app_aftercare *after, struct str *out);

/* A time at 0 after the last step of a plan that another one, or a stop, followed. */
struct aftercare_time {
	struct day since;
	int32_t days;    /* gone by in it */
	int32_t reached; /* milestones in it, at least 1 */
};

struct aftercare_times {
	struct aftercare_time *items; /* owned; by time; those that reached any milestone */
	size_t count, cap;
};

/* What was reached before the plan in use, which nothing that came after takes back. To be freed. */
MUST_USE bool app_aftercare_times(struct app *app, struct aftercare_times *times, struct err *err);
void aftercare_times_free(struct aftercare_times *times);

/* Adds "48 days from Sun 4 Oct 2026: 1 week, 2 weeks, 30 days". */
void aftercare_time_say(const struct aftercare_time *time, struct str *out);

/* "0.0g after 48d": one line for a prompt, added to out. */
void app_aftercare_short(const struct today *today, const struct app_aftercare *after,
			 struct str *out);

#endif
