/* SPDX-License-Identifier: MIT */
/*
 * The dialog that shows a change of the plan in use, before and after, and makes it. All rules are the app's.
 */
#ifndef VIEW_REVISE_H
#define VIEW_REVISE_H

#include "view.h"

#include "engine/course.h"

/* Hold, resume, slow, back, replan or stop. */
struct view *view_revise_new(enum revision_kind kind);

/* The dialog an action opens; NULL for an action that changes no plan. */
struct view *view_revise_for(enum action action);

#endif
