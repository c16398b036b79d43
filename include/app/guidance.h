/* SPDX-License-Identifier: MIT */
/*
 * What a check-in asks about, and what the last days say about the next step. It proposes; it never acts, and never proposes
 * more or faster.
 */
#ifndef APP_GUIDANCE_H
#define APP_GUIDANCE_H

#include "app/app.h"
#include "engine/readiness.h"

/*
 * The symptoms that check-ins ask about: taper's own, with what the person's symptoms.yaml changes; one with mistakes changes
 * nothing, and app_warning says so. To be freed. ERR_FORMAT where taper's own can't be read.
 */
MUST_USE bool app_symptoms(struct app *app, struct symptoms *symptoms, struct err *err);

/* A value that a rule looked at. */
struct readiness_sign {
	const char *name; /* the signal's, static */
	struct day day;
	char value[16]; /* as a number for JSON: "1.25", hours with tenths; "true" or "false" */
	bool met;
};

/* A rule that speaks. All texts are owned. */
struct readiness_reason {
	char *id;
	enum verdict say;
	char *because; /* a sentence */
	char *rule;    /* the rule in words */
	char *figures; /* what it rests on, in words: "above plan: yes on Wed 18 Nov, ..." */
	char *sources; /* ids parted by blanks; "" for taper's own setting alone */
	bool again;    /* the figures are those of a stronger rule before it */
	struct readiness_sign *signs;
	size_t sign_count;
};

struct readiness {
	bool applies; /* a plan is in use that has a step ahead, or is on hold */
	bool speaks; /* this is a moment to show it unasked: the day before a step, or after hard days */
	enum verdict verdict; /* UNKNOWN too where it does not apply */
	struct day day;
	bool has_step;
	struct day step;                  /* the next lower amount */
	bool on_hold;                     /* or a hold is chosen that begins tomorrow */
	int32_t check_ins;                /* in the last needs_of days */
	int32_t needs, needs_of;          /* check-ins before "ready" is said */
	char say[320];                    /* what can be done, or why there is no verdict */
	struct readiness_reason *reasons; /* owned; the strongest first */
	size_t reason_count;
};

#define READINESS_INIT                                                                             \
	{                                                                                          \
		.reasons = NULL                                                                    \
	}

/* What the rules say now; to be freed. ERR_FORMAT names the person's file of rules or symptoms where it has mistakes. */
MUST_USE bool app_readiness(struct app *app, struct readiness *readiness, struct err *err);
void readiness_free(struct readiness *readiness);

/* The rules, and where they come from. */
struct guidance {
	struct rules rules; /* owned */
	char *path;         /* owned; the file that was read, the person's where there is one */
	bool own;           /* it is the person's */
};

#define GUIDANCE_INIT                                                                              \
	{                                                                                          \
		.path = NULL                                                                       \
	}

/*
 * Reads a file of rules, or with NULL those in use; to be freed. ERR_FORMAT leaves all mistakes in problems and the file in
 * guidance->path.
 */
MUST_USE bool app_guidance(struct app *app, const char *path, struct guidance *guidance,
			   struct problems *problems, struct err *err);
void guidance_free(struct guidance *guidance);

/* How a week went. */
struct backtest_week {
	int32_t above, counted; /* days above plan, of those with an entry */
	bool has_mean;
	int32_t mean; /* of the symptoms, over the days with a check-in, in hundredths */
};

/* A lower amount that began, and what the rules said the day before. */
struct backtest_step {
	struct day day;
	struct amount from, to;
	enum verdict verdict;
	char *rules; /* owned; ids of those that spoke, parted by blanks */
	struct backtest_week before, after;
	bool whole; /* the week after is over */
};

/* Days in a row on which holding was proposed. */
struct backtest_spell {
	struct day first, last;
	char *rules;                        /* owned; as above */
	struct backtest_week before, after; /* after its first day */
	bool whole;
	bool held; /* the plan was on hold on one of its days or the two after */
};

struct backtest {
	struct day first, last;
	int32_t days;                /* with a plan */
	int32_t said[VERDICT_COUNT]; /* of these */
	struct backtest_step *steps; /* owned; oldest first */
	size_t step_count, step_cap;
	struct backtest_spell *spells; /* owned; likewise */
	size_t spell_count, spell_cap;
	enum unit unit;
	int decimals;
};

#define BACKTEST_INIT                                                                              \
	{                                                                                          \
		.steps = NULL                                                                      \
	}

/*
 * Plays the rules over the person's own log, day by day with what was known that evening. Days as typed; NULL: from the first day of the first
 * plan to yesterday. To be freed. ERR_NOT_FOUND where no plan was in use in these days.
 */
MUST_USE bool app_guidance_backtest(struct app *app, const char *from, const char *to,
				    struct backtest *backtest, struct err *err);
void backtest_free(struct backtest *backtest);

#endif
