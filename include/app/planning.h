/* SPDX-License-Identifier: MIT */
/*
 * Choosing a plan, looking at it before it begins, and beginning it. app/receipts.h asks it for its reasons.
 */
#ifndef APP_PLANNING_H
#define APP_PLANNING_H

#include "app/app.h"
#include "engine/baseline.h"
#include "engine/bydate.h"
#include "engine/course.h"
#include "engine/pace.h"

/* A plan there is to choose. */
struct plan_card {
	char *path;  /* owned */
	bool own;    /* from the person's folder, not shipped */
	bool broken; /* the file has mistakes; then only name is filled in plan */
	char *passed_over; /* owned; the person's own file of that name, which has mistakes; NULL for none */
	struct plan plan; /* owned */
};

struct plan_cards {
	struct plan_card
		*cards; /* owned; gentlest-first for the shipped ones we know, then by name */
	size_t count;
};

#define PLAN_CARDS_INIT                                                                            \
	{                                                                                          \
		.cards = NULL                                                                      \
	}

/* All plans in the person's folder and the shipped one; an own file replaces a shipped one of its name. To be freed. */
MUST_USE bool app_plan_cards(struct app *app, struct plan_cards *cards, struct err *err);
void plan_cards_free(struct plan_cards *cards);

/*
 * A plan by its name or the path of its file (anything with a "/" or ending in .yaml is a path). To be freed. ERR_NOT_FOUND suggests the nearest name;
 * ERR_FORMAT leaves all mistakes in problems and the file's path in path (if not NULL).
 */
MUST_USE bool app_plan_load(struct app *app, const char *name, struct plan *plan, struct str *path,
			    struct problems *problems, struct err *err);

/* What to lay out; texts as typed. */
struct preview_request {
	const char *plan;    /* name or file */
	const char *from;    /* amount a day; NULL: the baseline */
	const char *start;   /* first day; NULL: today, or tomorrow where today has an entry */
	const char *measure; /* what the scale measures; NULL: the settings', or the plan's */
	const char *by;      /* last day to reach the goal; NULL: the plan's own speed */
	const char *times;   /* "08:00,13:00"; NULL: the settings', or the plan's */
	bool acknowledge;    /* the cautions are agreed to */
	const char *reason;  /* NULL: none */
	bool against_use; /* it is also held against the plan in use, for which the log is read */
};

struct preview {
	struct plan plan;
	struct schedule schedule;
	struct pace pace;
	bool from_baseline;       /* the starting amount is the log's own */
	struct baseline baseline; /* which it was taken from */
	int32_t recent; /* or it is what was taken on so many of the last days, after a plan that is over; else 0 */
	int32_t factor;  /* on all cuts; FACTOR_ONE without a date to end by */
	bool has_bydate; /* the cuts were scaled to end by a date */
	struct bydate bydate;
	bool compared;  /* it was held against the plan in use */
	bool above_use; /* it begins with more than another plan, which is in use, has on that day */
	struct amount in_use; /* that amount, where it does */
};

#define PREVIEW_INIT                                                                               \
	{                                                                                          \
		.plan = PLAN_INIT, .schedule = SCHEDULE_INIT                                       \
	}

/* Lays a plan out and changes nothing; *preview is to be freed. Mistakes in the file come in problems. */
MUST_USE bool app_plan_preview(struct app *app, const struct preview_request *request,
			       struct preview *preview, struct problems *problems, struct err *err);
void preview_free(struct preview *preview);

/* The same, and makes it the plan in use. ERR_ACKNOWLEDGE, with the cautions in preview, where one asks for a yes and there is none. */
MUST_USE bool app_plan_start(struct app *app, const struct preview_request *request,
			     struct preview *preview, struct problems *problems, struct err *err);

/* What both faces say whenever a plan begins: what taper is not, and who should ask first. A static sentence. */
const char *plan_start_notice(void);

/* And what to mind from then on: lost tolerance, and what not to mix. A static sentence or two. */
const char *plan_start_mind(void);

/* Adds "This begins with 19.0 g a day; the plan in use is at 17.2 g." where that is so; else nothing. Nothing is forbidden by it. */
void plan_start_above(const struct preview *preview, struct str *out);

/* The plan in use as it stands now. */
struct plan_now {
	struct course course; /* owned */
	const struct revision
		*current; /* borrowed from course; its newest change; never NULL on success */
	struct schedule
		schedule; /* owned; all of the plan, the past as it was, see course_projected */
	struct course_hold hold; /* where it is open, schedule shows going on tomorrow */
	bool stops;              /* a stop was asked for, and begins on stops_on */
	struct day stops_on;
	struct pace pace; /* from the newest change on */
	struct day today;
};

#define PLAN_NOW_INIT                                                                              \
	{                                                                                          \
		.course = COURSE_INIT, .schedule = SCHEDULE_INIT                                   \
	}

/* The plan in use, to be freed. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_plan_now(struct app *app, struct plan_now *now, struct err *err);
void plan_now_free(struct plan_now *now);

#endif
