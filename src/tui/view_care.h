/* SPDX-License-Identifier: MIT */
/* Looking after the log: a copy, the way back from one, and whether all is as it should be. And what proves a plan or tells of a log. */
#ifndef VIEW_CARE_H
#define VIEW_CARE_H

#include "view.h"

/* The choice of what to do; what was chosen of it goes to the second. */
struct view *view_care_new(void);
enum reply view_care_chosen(struct app *app, int choice, struct outcome *outcome, struct err *err);

/* All that taper wrote, and the word that removes it. */
struct view *view_wipe_new(void);

/*
 * A page each: every proof of the plan in use, the last seven days of the log, the rules for a next step with what they would have
 * said so far, and the mistakes of a plan file, by its path.
 */
enum reply view_verify_open(struct app *app, struct outcome *outcome, struct err *err);
enum reply view_baseline_open(struct app *app, struct outcome *outcome, struct err *err);
enum reply view_rules_open(struct app *app, struct outcome *outcome, struct err *err);
enum reply view_mistakes_open(struct app *app, const char *path, struct outcome *outcome,
			      struct err *err);

#endif
