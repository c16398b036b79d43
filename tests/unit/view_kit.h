/* SPDX-License-Identifier: MIT */
/*
 * A home of its own for what tests of whole screens look at: a log of three weeks, a plan in use, a diary. Now is Saturday,
 * 21 November 2026, 15:10.
 */
#ifndef VIEW_KIT_H
#define VIEW_KIT_H

#include "app/app.h"

/* A new home and its end, as set-up and teardown of a test. */
int view_kit_begin(void **state);
int view_kit_end(void **state);

/* What is in the home; close it with app_close. */
struct app *view_kit_open(void);

/* Puts the log, the plan and the diary into it. */
void view_kit_fill(struct app *app);

#endif
