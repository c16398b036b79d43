/* SPDX-License-Identifier: MIT */
/*
 * The doses of the day in a plan file, and the order in which they give.
 */
#ifndef PLANFILE_SLOTS_H
#define PLANFILE_SLOTS_H

#include "engine/moment.h"
#include "engine/plan.h"
#include "plan_wire.h"
#include "value.h"

/* Reads 'doses' and 'shrink', or sets what a plan without them means. Mistakes go to the reading's problems. */
void slots_read(struct reading *reading, const struct wire_plan *wire, struct plan *plan);

/* What 'shrink' calls a dose: its name, or its time where it has none. buf holds MOMENT_TEXT_SIZE. */
const char *slot_word(const struct slot *slot, char *buf);

#endif
