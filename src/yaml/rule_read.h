/* SPDX-License-Identifier: MIT */
/*
 * One rule of guidance.yaml, from texts to values.
 */
#ifndef RULE_READ_H
#define RULE_READ_H

#include "engine/readiness.h"
#include "guidance_wire.h"
#include "value.h"

/* Reads one rule; mistakes go to the reading, and the rule is not to be used then. */
void rule_read(struct reading *reading, const struct node *map, const struct wire_rule *wire,
	       struct rule *rule);

/* "days" of "of": 1 to RULE_DAYS_MAX, days not above of. Both stay where they are not said. */
void rule_read_days(struct reading *reading, struct value days, struct value of, int32_t *days_out,
		    int32_t *of_out);

#endif
