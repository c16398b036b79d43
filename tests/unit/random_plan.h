/* SPDX-License-Identifier: MIT */
/*
 * Random plans, all valid: every kind of phase, unit, scale and number of doses; a few of them can't be laid out from the
 * amount that comes with them, as the page says.
 */
#ifndef TESTS_RANDOM_PLAN_H
#define TESTS_RANDOM_PLAN_H

#include "support.h"

/* Fills plan (to be freed with plan_free) and gives an amount to start from. */
struct amount random_plan(struct random *random, struct plan *plan);

/* True where a level has its doses written out by hand. */
bool random_plan_has_doses(const struct plan *plan);

#endif
