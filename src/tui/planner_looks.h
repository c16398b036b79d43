/* SPDX-License-Identifier: MIT */
/* What the settings say of the whole screen: drawing, colours and keys. */
#ifndef PLANNER_LOOKS_H
#define PLANNER_LOOKS_H

#include "planner.h"

/* The settings' looks as they are now, or what was asked for when taper was called. */
void planner_looks(struct planner *planner);

/* The person's keys over the list's; the first that can't be is said. */
void planner_bind_keys(struct planner *planner);

#endif
