/* SPDX-License-Identifier: MIT */
/*
 * Changing the plan in use: hold, go on, slow down, step back, plan anew, stop. The person decides; every change is shown
 * before it is made, is only ever added, and can be taken back with app_undo.
 */
#ifndef APP_REVISING_H
#define APP_REVISING_H

#include "app/planning.h"
#include "engine/revise.h"

/* One change of any kind but a start; texts as typed, NULL where nothing was said. */
struct revise_request {
	enum revision_kind kind;
	const char *days;   /* hold: "7", "7d"; NULL: until resumed */
	const char *factor; /* slow: "0.5", "50 %", "\u00bd"; NULL: half */
	const char *plan;   /* replan: name or file; NULL: the plan in use */
	const char *
		from; /* replan: "baseline" or an amount; NULL: the present target, or recent intake where that is lower */
	const char *start;   /* replan: its first day; NULL: as soon as can be */
	const char *measure; /* replan: what the scale measures */
	const char *by;      /* replan: last day to reach the goal */
	bool acknowledge;    /* the cautions are agreed to */
	const char *reason;
};

/* One side of a change: the plan as it stands before it, or after. */
struct revise_side {
	struct schedule schedule; /* owned; whole, see course_projected; empty after a stop */
	bool open;            /* on hold until resumed: the days are those of going on tomorrow */
	struct day last;      /* the last day above the goal */
	struct amount needed; /* from the change's first day to that day */
	bool has_step;
	struct day step; /* the next day with another target than today's */
	struct amount step_target;
};

struct revise_preview {
	struct revision revision; /* owned; as it is or would be stored */
	struct day today;
	int decimals; /* amounts are shown with */
	struct revise_side before, after;
	bool has_after;        /* false after a stop */
	struct amount present; /* today's target */
	struct pace pace;      /* of the days from the change on */
	bool asks;             /* one of the cautions needs a yes */
	bool from_recent; /* replan: goes on from what was taken lately, which is less than planned */
	bool has_bydate; /* replan: as in struct preview */
	struct bydate bydate;
	char *said; /* owned; what is said with it: paragraphs, parted by a newline */
};

#define REVISE_PREVIEW_INIT                                                                        \
	{                                                                                          \
		.said = NULL                                                                       \
	}

/*
 * What a change would do; changes nothing. *preview is to be freed. ERR_NOT_FOUND where no plan is in use, ERR_INVALID or
 * ERR_USAGE, with what to do instead, where it can't be done; mistakes in a plan file come in problems.
 */
MUST_USE bool app_revise_preview(struct app *app, const struct revise_request *request,
				 struct revise_preview *preview, struct problems *problems,
				 struct err *err);

/* The same, and makes it. ERR_ACKNOWLEDGE, with the cautions in preview, where one asks for a yes and there is none. */
MUST_USE bool app_revise_apply(struct app *app, const struct revise_request *request,
			       struct revise_preview *preview, struct problems *problems,
			       struct err *err);

void revise_preview_free(struct revise_preview *preview);

/* "hold for 7 days", "slower: all cuts \u00d7 0.5": a revision in a few words, added to out. */
void revision_describe(const struct revision *revision, struct str *out);

/* One change of the list, with the plan as it stood after it. */
struct plan_event {
	size_t number;                   /* from 1, in the order they were made */
	const struct revision *revision; /* borrowed from the list's course */
	char *what;                      /* owned; see revision_describe */
	bool in_force;                   /* at least one day belongs, or will belong, to it */
	bool has_last;
	struct day
		last; /* the last day above the goal as planned then; open: had it gone on at once */
	bool open;
};

struct plan_events {
	struct course course;      /* owned */
	struct plan_event *events; /* owned; oldest first */
	size_t count;
};

#define PLAN_EVENTS_INIT                                                                           \
	{                                                                                          \
		.events = NULL                                                                     \
	}

/* Every change there was, to be freed. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_plan_events(struct app *app, struct plan_events *events, struct err *err);
void plan_events_free(struct plan_events *events);

/* One side of a comparison: a whole schedule and what it is called. */
struct diff_side {
	char *name;               /* owned: "2: hold at 14.0 g for 7 days", or the plan's */
	struct schedule schedule; /* owned; as planned at the time */
	bool open;                /* on hold until resumed: its last level goes on */
	struct day ends;          /* after a stop the first day without the plan, else DAY_NEVER */
	bool has_last;
	struct day last;     /* the last day above the goal, or of the plan */
	struct amount total; /* to that day */
};

/* Days on which the two plan different amounts. */
struct diff_row {
	struct day first;
	int32_t days;       /* LEVEL_OPEN for the last */
	bool has_a, has_b;  /* that side plans them at all */
	struct amount a, b; /* where only one side plans: its first amount of these days */
};

struct plan_diff {
	struct diff_side a, b;
	enum unit unit;
	int decimals;
	struct diff_row *rows; /* owned */
	size_t count;
};

#define PLAN_DIFF_INIT                                                                             \
	{                                                                                          \
		.rows = NULL                                                                       \
	}

/* Two revisions by their number in the list, or plans by name or file, and how these are laid out (its plan is not looked at). */
struct diff_request {
	const char *a, *b;
	struct preview_request plans;
};

/* Compares them; to be freed. ERR_NOT_FOUND names what there is not. */
MUST_USE bool app_plan_diff(struct app *app, const struct diff_request *request,
			    struct plan_diff *diff, struct problems *problems, struct err *err);
void plan_diff_free(struct plan_diff *diff);

#endif
