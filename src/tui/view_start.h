/* SPDX-License-Identifier: MIT */
/* The form to start a plan from an amount a person knows, on a day of choice. */
#ifndef VIEW_START_H
#define VIEW_START_H

#include "view.h"

#include "engine/plan.h"

/* What the fields begin with may be empty; all is borrowed for the call. */
struct view *view_start_new(const struct plan *plan, const char *amount, const char *first_day);

#endif
