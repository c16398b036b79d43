/* SPDX-License-Identifier: MIT */
/*
 * The doses of today: which logged one is which planned one, and what is suggested for the rest of the day.
 */
#ifndef APP_TODAY_DOSES_H
#define APP_TODAY_DOSES_H

#include "app/today.h"
#include "app_private.h"

/* Reads the doses that count for today->day into today->doses and adds up what counts in today->unit. */
MUST_USE bool today_doses_read(struct app *app, struct store *store, struct today *today,
			       struct err *err);

/*
 * Gives each slot of the schedule (NULL: no plan) the nearest dose of its part of the day, calls the others extra, adds the
 * planned ones still open, and finds the next. What is suggested for them is never more in all than what is left:
 * the last dose of the day gives first.
 */
void today_doses_plan(const struct app *app, const struct schedule *schedule, struct today *today);

#endif
