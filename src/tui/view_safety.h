/* SPDX-License-Identifier: MIT */
/*
 * The safety questions: asked one a screen where they have no answers, else what the answers mean. They are stored after the last
 * one; then it reloads what lies under it, and closes with Enter or Esc.
 */
#ifndef VIEW_SAFETY_H
#define VIEW_SAFETY_H

#include "view.h"

struct view *view_safety_new(void);

/*
 * Before a plan in that unit begins: REPLY_IGNORED where nothing stands before it; else the questions, or what the answers mean, are
 * opened, or (REPLY_FAILED) err says why not.
 */
enum reply view_safety_gate(struct app *app, enum unit unit, struct outcome *outcome,
			    struct err *err);

/* Keeps, beside the answers there are, that a clinician knows of them and agrees. */
enum reply view_safety_agree(struct app *app, struct outcome *outcome, struct err *err);

/* Who can be called in an emergency or a crisis where the person lives, a paragraph each (see prose.h); added to out. */
void view_safety_numbers(struct app *app, struct str *out);

#endif
