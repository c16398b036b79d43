/* SPDX-License-Identifier: MIT */
/* Where one is in the steps of a tool after some seconds. Keeps no time. */
#ifndef ENGINE_PACER_H
#define ENGINE_PACER_H

#include "engine/helpnow.h"

struct pace_point {
	const struct help_step *step; /* NULL once all rounds are over */
	int32_t second;               /* of the step, from 0 */
	int32_t round;                /* from 0 */
};

/* True for a tool that has several steps, each with its time: one to be led through. */
bool pacer_leads(const struct help_tool *tool);

/* The tool leads. Seconds beyond its end are past all rounds. */
struct pace_point pacer_at(const struct help_tool *tool, int32_t seconds);

#endif
