/* SPDX-License-Identifier: MIT */
/*
 * What today is shown with besides its answer and takes longer to know: what the last days say about the next step, how the
 * week felt, and the money not spent.
 */
#ifndef APP_TODAY_REST_H
#define APP_TODAY_REST_H

#include "app/checkin.h"
#include "app/guidance.h"
#include "app/today.h"
#include "engine/money.h"
#include "engine/own.h"

struct today_rest {
	bool has_readiness; /* a plan is in use */
	struct readiness readiness;
	bool has_week;
	struct checkin_week week;
	const char *
		safety; /* why the safety questions come again, while a plan is in use; else NULL */
	char not_spent
		[MONEY_TEXT_SIZE]; /* against the days before the plan; "" for nothing to say */
	char goal[OWN_TEXT_SIZE];  /* ", 21 % of $400 for a weekend by the sea": behind not_spent */
};

#define TODAY_REST_INIT                                                                            \
	{                                                                                          \
		.has_week = false                                                                  \
	}

/*
 * Gives the rest of a day that app_today gave; to be freed in any case. A part that can't be told is left out: then it is
 * false, and err says why for the first of them.
 */
MUST_USE bool app_today_rest(struct app *app, const struct today *today, struct today_rest *rest,
			     struct err *err);
void today_rest_free(struct today_rest *rest);

#endif
