/* SPDX-License-Identifier: MIT */
/*
 * One phase of a plan file into a phase of the engine.
 */
#ifndef PHASE_READ_H
#define PHASE_READ_H

#include "engine/plan.h"
#include "plan_wire.h"
#include "value.h"

/*
 * Reads the phase at node; plan has its unit, measure and slots already. The mistakes go to the reading's problems. The
 * levels of *phase are owned by the caller in any case.
 */
void phase_read(struct reading *reading, const struct node *node, const struct wire_phase *wire,
		const struct plan *plan, struct phase *phase);

#endif
