/* SPDX-License-Identifier: MIT */
/*
 * The safety questions: asked one a screen where they have no answers, else what the answers mean. They are stored after the last
 * one; then it reloads what lies under it, and closes with Enter or Esc.
 */
#ifndef VIEW_SAFETY_H
#define VIEW_SAFETY_H

#include "safety_page.h"
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

/* What the page shows is read anew: the questions and their answers, and who can be called where the person lives. */
MUST_USE bool view_safety_read(struct app *app, struct safety_page *page, struct err *err);

/* True where a key may do something: the answers are stored after the last one, never by a key of their own. */
bool view_safety_can(const struct safety_page *page, enum action action);

#endif
