/* SPDX-License-Identifier: MIT */
/*
 * Signals: what each day shows about how a plan is going, as whole numbers with names. Pure arithmetic over values; where
 * the days come from, and what is made of the numbers, is not its business.
 */
#ifndef ENGINE_SIGN_H
#define ENGINE_SIGN_H

#include "base/str.h"
#include "engine/baseline.h"
#include "engine/symptom.h"

enum {
	SIGN_BEFORE = 7,       /* days before the last cut that later ones are held against */
	SIGN_BEFORE_LEAST = 3, /* of them with a check-in, or there is nothing to hold against */
	SIGN_BACK_DAYS = 28,   /* in which steps back are counted */
};

/* What happened on one day; signs_settle fills in the rest. */
struct sign_day {
	struct day day;
	bool logged;                 /* a dose, a check-in or an urge: 0 urges mean something */
	int8_t ratings[SYMPTOM_MAX]; /* by place in the list of symptoms; -1 where not rated */
	int16_t sleep_minutes;       /* -1 where not said */
	int32_t urges, urges_took;   /* of these those after which kratom was taken */
	enum day_status status;      /* only AT_OR_BELOW and ABOVE say something */
	bool cut;                    /* a lower target begins */
	bool held;                   /* the plan is on hold */
	bool stepped_back;           /* a step back begins */
	int32_t to_step; /* days to the next lower target, as planned that day; -1 for none */

	int32_t since_cut;  /* -1 where there is none in these days */
	int32_t on_hold;    /* days in a row, this one counted */
	int32_t steps_back; /* in the last SIGN_BACK_DAYS days, this one counted */
};

/* A day nothing is known of. */
struct sign_day sign_day_of(struct day day);

/* Fills in what follows from the days before; they have no gaps and the oldest is first. */
void signs_settle(struct sign_day *days, size_t count);

/* Settled days, borrowed, with the symptoms their ratings are of. */
struct signs {
	const struct sign_day *days;
	size_t count;
	const struct symptoms *symptoms;
};

enum sign_kind {
	SIGN_SYMPTOM_CHANGE,
	SIGN_SYMPTOM_MEAN,
	SIGN_SYMPTOM_WORST,
	SIGN_CRAVING,
	SIGN_SLEEP,
	SIGN_ABOVE_PLAN,
	SIGN_URGES,
	SIGN_URGES_TOOK,
	SIGN_SINCE_CUT,
	SIGN_TO_STEP,
	SIGN_ON_HOLD,
	SIGN_STEPS_BACK,
	SIGN_KIND_COUNT
};

/* How values are counted, and so how they are written: hundredths of a point, minutes (written in hours), whole numbers, 0 or 1. */
enum sign_measure { SIGN_POINTS, SIGN_HOURS, SIGN_DAYS, SIGN_TIMES, SIGN_YES };

struct sign_info {
	const char *name; /* "symptom_change": stable, for files and JSON */
	enum sign_measure measure;
	int32_t most;     /* that a rule may ask for */
	const char *says; /* "symptoms against the week before the last cut" */
	const char *how;  /* how it comes about, in a sentence */
};

const struct sign_info *sign_info(enum sign_kind kind);

/* The value on the day of that index; false where it is not known. */
MUST_USE bool sign_value(const struct signs *signs, enum sign_kind kind, size_t at, int32_t *value);

/* "+1.25", "4.5 h", "3", "yes": added to out. */
void sign_text(enum sign_kind kind, int32_t value, struct str *out);

#endif
