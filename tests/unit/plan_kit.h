/* SPDX-License-Identifier: MIT */
/*
 * What the tests of plan files share: comparing two plans field by field, and reading one that has to be good.
 */
#ifndef PLAN_KIT_H
#define PLAN_KIT_H

#include "base/problems.h"
#include "base/str.h"
#include "engine/plan.h"

#define PLANS_GOOD "tests/data/plans/good"
#define PLANS_SHIPPED "data/plans"

/* Adds "LINE:COLUMN: text" lines. */
void plan_kit_add_problems(const struct problems *problems, struct str *out);

/* Reads folder/name; the test fails, saying why, where it is not good. */
void plan_kit_read(const char *folder, const char *name, struct plan *plan);

/* The test fails where the plan, written as a file and read again, is another one. */
void plan_kit_round_trip(const struct plan *plan);

#endif
