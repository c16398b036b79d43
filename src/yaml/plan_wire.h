/* SPDX-License-Identifier: MIT */
/*
 * A plan file as it stands: every value still the text that was written. The schema says which keys there are.
 */
#ifndef PLAN_WIRE_H
#define PLAN_WIRE_H

#include <cyaml/cyaml.h>

#include <stdint.h>

struct wire_dose {
	char *at, *name, *share;
};

struct wire_curve {
	char *half, *steps, *cap;
};

struct wire_level {
	char *amount, *days;
	char **doses;
	uint32_t doses_count;
};

struct wire_phase {
	char *stay, *cut, *of, *every, *until, *least;
	struct wire_curve *curve;
	struct wire_level *levels;
	uint32_t levels_count;
};

struct wire_plan {
	char *format, *name, *title, *summary, *suits;
	char **sources;
	uint32_t sources_count;
	char *unit, *measure;
	struct wire_dose *doses;
	uint32_t doses_count;
	char **shrink;
	uint32_t shrink_count;
	char *smallest, *goal;
	struct wire_phase *phases;
	uint32_t phases_count;
};

extern const cyaml_schema_value_t plan_wire_schema;

#endif
