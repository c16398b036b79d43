/* SPDX-License-Identifier: MIT */
#include "plan_wire.h"

#include "engine/plan.h"
#include "wire.h"

enum {
	TEXT_MAX = 2 * PLAN_TEXT_SIZE, /* room for the line breaks that joining takes out */
};

static const cyaml_schema_value_t amount_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, SHORT),
};

static const cyaml_schema_value_t name_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, PLAN_NAME_SIZE - 1),
};

static const cyaml_schema_field_t dose_fields[] = {
	CYAML_FIELD_STRING_PTR("at", MAY_BE, struct wire_dose, at, 1, SHORT),
	CYAML_FIELD_STRING_PTR("name", MAY_BE, struct wire_dose, name, 1, PLAN_NAME_SIZE - 1),
	CYAML_FIELD_STRING_PTR("share", MAY_BE, struct wire_dose, share, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t dose_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_dose, dose_fields),
};

static const cyaml_schema_field_t curve_fields[] = {
	CYAML_FIELD_STRING_PTR("half", NEEDED, struct wire_curve, half, 1, SHORT),
	CYAML_FIELD_STRING_PTR("steps", NEEDED, struct wire_curve, steps, 1, SHORT),
	CYAML_FIELD_STRING_PTR("cap", NEEDED, struct wire_curve, cap, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t level_fields[] = {
	CYAML_FIELD_STRING_PTR("amount", NEEDED, struct wire_level, amount, 1, SHORT),
	CYAML_FIELD_STRING_PTR("days", NEEDED, struct wire_level, days, 1, SHORT),
	CYAML_FIELD_SEQUENCE("doses", MAY_BE, struct wire_level, doses, &amount_entry, 1,
			     PLAN_SLOT_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t level_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_level, level_fields),
};

static const cyaml_schema_field_t phase_fields[] = {
	CYAML_FIELD_STRING_PTR("stay", MAY_BE, struct wire_phase, stay, 1, SHORT),
	CYAML_FIELD_STRING_PTR("cut", MAY_BE, struct wire_phase, cut, 1, SHORT),
	CYAML_FIELD_MAPPING_PTR("curve", MAY_BE, struct wire_phase, curve, curve_fields),
	CYAML_FIELD_SEQUENCE("levels", MAY_BE, struct wire_phase, levels, &level_entry, 1,
			     PLAN_LEVEL_MAX),
	CYAML_FIELD_STRING_PTR("of", MAY_BE, struct wire_phase, of, 1, SHORT),
	CYAML_FIELD_STRING_PTR("every", MAY_BE, struct wire_phase, every, 1, SHORT),
	CYAML_FIELD_STRING_PTR("until", MAY_BE, struct wire_phase, until, 1, SHORT),
	CYAML_FIELD_STRING_PTR("least", MAY_BE, struct wire_phase, least, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t phase_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_phase, phase_fields),
};

static const cyaml_schema_field_t plan_fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_plan, format, 1, SHORT),
	CYAML_FIELD_STRING_PTR("name", NEEDED, struct wire_plan, name, 1, PLAN_NAME_SIZE - 1),
	CYAML_FIELD_STRING_PTR("title", NEEDED, struct wire_plan, title, 1, PLAN_TITLE_SIZE - 1),
	CYAML_FIELD_STRING_PTR("summary", MAY_BE, struct wire_plan, summary, 1, TEXT_MAX),
	CYAML_FIELD_STRING_PTR("suits", MAY_BE, struct wire_plan, suits, 1, TEXT_MAX),
	CYAML_FIELD_SEQUENCE("sources", MAY_BE, struct wire_plan, sources, &name_entry, 0,
			     PLAN_SOURCE_MAX),
	CYAML_FIELD_STRING_PTR("unit", NEEDED, struct wire_plan, unit, 1, SHORT),
	CYAML_FIELD_STRING_PTR("measure", NEEDED, struct wire_plan, measure, 1, SHORT),
	CYAML_FIELD_SEQUENCE("doses", MAY_BE, struct wire_plan, doses, &dose_entry, 1,
			     PLAN_SLOT_MAX),
	CYAML_FIELD_SEQUENCE("shrink", MAY_BE, struct wire_plan, shrink, &name_entry, 1,
			     PLAN_SLOT_MAX),
	CYAML_FIELD_STRING_PTR("smallest", MAY_BE, struct wire_plan, smallest, 1, SHORT),
	CYAML_FIELD_SEQUENCE("phases", NEEDED, struct wire_plan, phases, &phase_entry, 1,
			     PLAN_PHASE_MAX),
	CYAML_FIELD_STRING_PTR("goal", MAY_BE, struct wire_plan, goal, 1, SHORT),
	CYAML_FIELD_END,
};

const cyaml_schema_value_t plan_wire_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_plan, plan_fields),
};
