/* SPDX-License-Identifier: MIT */
/*
 * What the parts of revising share: a request read, a new plan from where a person is, and what is said.
 */
#ifndef APP_REVISING_PRIVATE_H
#define APP_REVISING_PRIVATE_H

#include "app/revising.h"
#include "app_private.h"

/* A change being made ready. */
struct draft {
	struct app *app;
	const struct revise_request *request;
	struct course course; /* owned */
	struct revise_ask ask;
	struct plan plan;     /* owned; the one in use, or for a replan the new one */
	bool has_recent;      /* the last 7 days with an entry are complete, and not long ago */
	struct amount recent; /* what they had a day */
	struct amount limit;  /* replan: it goes on from no more */
	struct revise_preview preview; /* owned */
};

/* "7", "7d", "7 days": ERR_INVALID names the text. */
MUST_USE bool revise_read_days(const char *text, int32_t *days, struct err *err);

/* "0.5", "50 %", "1/2", "\u00bd" of the present factor. ERR_INVALID likewise. */
MUST_USE bool revise_read_factor(const char *text, int32_t present, int32_t *factor,
				 struct err *err);

/* Fills plan, ask and limit of a replan. */
MUST_USE bool replan_read(struct draft *draft, struct problems *problems, struct err *err);

/* How fast a replan goes, with what was really taken lately counted as the way there. whole is the plan after it. */
struct pace replan_pace(const struct draft *draft, const struct schedule *whole);

/* Adds what is said with a change; course is the one before it. */
void revise_say(const struct draft *draft, struct str *out);

#endif
