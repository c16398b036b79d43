/* SPDX-License-Identifier: MIT */
/*
 * Receipts and proofs: how a day's amount came about, whether a plan keeps what it promises, and how it would have gone
 * over the log as it is.
 */
#ifndef APP_RECEIPTS_H
#define APP_RECEIPTS_H

#include "app/planning.h"
#include "engine/verify.h"

/* How the amount of one day of the plan in use came about. */
struct receipt {
	struct day day;
	enum unit unit;
	int decimals;         /* for planned amounts */
	int phase;            /* from 1; 0 at the goal, where the phases are used up */
	struct phase rule;    /* of that phase, without its written levels */
	int32_t factor;       /* on all cuts */
	struct amount before; /* unrounded, before the step this day belongs to */
	struct amount asked;  /* what the rule takes off */
	struct amount ideal;  /* unrounded, after it */
	struct amount measure;
	struct amount target;         /* ideal rounded up to the measure */
	struct amount planned_before; /* the target before this level */
	struct amount cut;            /* from that to this */
	struct slot slots[PLAN_SLOT_MAX];
	struct amount doses[PLAN_SLOT_MAX];
	size_t slot_count;

	enum revision_kind change; /* the one the day belongs to; a start for a plan as it began */
	struct day changed;        /* its first day */
	bool stepped_back;         /* one of the days at the level before */
	bool held;                 /* a day on hold */
	struct day held_since;
	bool has_goes_on; /* the hold ends by itself, and nothing was changed since */
	struct day goes_on;
};

/* The receipt of a day (as typed; NULL: today). ERR_NOT_FOUND where no plan was in use. */
MUST_USE bool app_plan_receipt(struct app *app, const char *day, struct receipt *receipt,
			       struct err *err);

/* The receipt as lines ready to show, added to out. */
void receipt_write(const struct receipt *receipt, struct str *out);

/* How a plan would have gone over the log as it is: begun after the days that make a baseline. */
struct replay {
	struct day first;         /* first day of the plan in the replay */
	struct amount from;       /* what it would have started at */
	int32_t days;             /* complete days with an entry since then */
	int32_t above;            /* of these, days with more taken than it would have planned */
	struct amount target_now; /* where it would be today */
	struct day goal_day;      /* when it would reach its goal */
};

/*
 * Replays a plan (as in the request; from NULL: the baseline of the first 7 days logged) over the last year of the log at most. ERR_NOT_FOUND where it
 * is too short for that.
 */
MUST_USE bool app_plan_replay(struct app *app, const struct preview_request *request,
			      struct replay *replay, struct problems *problems, struct err *err);

/* What verify proved. */
struct verified {
	struct proof proofs[PROOF_COUNT];
	bool all;               /* every one holds */
	int32_t laid_out;       /* schedules that were proved */
	bool stepped_back;      /* one of these is a step back, which begins above the day before */
	int32_t changes;        /* of the plan in use since it began, proved too */
	struct amount from, to; /* the starting amounts they began at */
	struct amount failed_at; /* the first of them where one does not hold */
	enum unit unit;
	struct amount measure; /* what the scale measures */
};

/*
 * Proves the plan in use (request->plan NULL), or a plan or file, with the measure of the request, the settings or the
 * plan: from one starting amount, or (from NULL) from every one the scale can show, from just above the goal to 60 units,
 * in at most 600 even steps. The rest of the request is not looked at.
 */
MUST_USE bool app_plan_verify(struct app *app, const struct preview_request *request,
			      struct verified *verified, struct problems *problems,
			      struct err *err);

#endif
