/* SPDX-License-Identifier: MIT */
/* What the last days say about the next step, with what led there, and what a person can do. It never acts by itself. */
#ifndef VIEW_READY_H
#define VIEW_READY_H

#include "view.h"

#include "app/guidance.h"

/* Its texts are made from readiness at once. The view under it is told the choice. */
struct view *view_ready_new(const struct readiness *readiness);

/* What a choice opens; NULL for going on as planned. */
struct view *view_ready_chosen(const struct readiness *readiness, int choice);

#endif
