/* SPDX-License-Identifier: MIT */
/* Looking after the log: a copy, the way back from one, and whether all is as it should be. And what proves a plan or tells of a log. */
#ifndef VIEW_CARE_H
#define VIEW_CARE_H

#include "view.h"

/* The choice of what to do; what was chosen of it goes to the second. */
struct view *view_care_new(void);
enum reply view_care_chosen(struct app *app, int choice, struct outcome *outcome, struct err *err);

/* A page each: every proof of the plan in use, and the last seven days of the log. */
enum reply view_verify_open(struct app *app, struct outcome *outcome, struct err *err);
enum reply view_baseline_open(struct app *app, struct outcome *outcome, struct err *err);

#endif
