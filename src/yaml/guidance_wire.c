/* SPDX-License-Identifier: MIT */
#include "guidance_wire.h"

#include "engine/readiness.h"
#include "wire.h"

enum {
	TEXT_MAX = 2 * RULE_TEXT_SIZE, /* room for the line breaks that joining takes out */
	NOTE_MAX = 2 * RULES_NOTE_SIZE,
};

static const cyaml_schema_value_t word_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, RULE_ID_SIZE - 1),
};

static const cyaml_schema_value_t source_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, SYMPTOM_SOURCE_SIZE - 1),
};

static const cyaml_schema_field_t test_fields[] = {
	CYAML_FIELD_STRING_PTR("signal", NEEDED, struct wire_test, signal, 1, SHORT),
	CYAML_FIELD_STRING_PTR("at_least", MAY_BE, struct wire_test, at_least, 1, SHORT),
	CYAML_FIELD_STRING_PTR("at_most", MAY_BE, struct wire_test, at_most, 1, SHORT),
	CYAML_FIELD_STRING_PTR("above", MAY_BE, struct wire_test, above, 1, SHORT),
	CYAML_FIELD_STRING_PTR("below", MAY_BE, struct wire_test, below, 1, SHORT),
	CYAML_FIELD_STRING_PTR("is", MAY_BE, struct wire_test, is, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t test_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_test, test_fields),
};

static const cyaml_schema_field_t term_fields[] = {
	CYAML_FIELD_STRING_PTR("signal", MAY_BE, struct wire_term, test.signal, 1, SHORT),
	CYAML_FIELD_STRING_PTR("at_least", MAY_BE, struct wire_term, test.at_least, 1, SHORT),
	CYAML_FIELD_STRING_PTR("at_most", MAY_BE, struct wire_term, test.at_most, 1, SHORT),
	CYAML_FIELD_STRING_PTR("above", MAY_BE, struct wire_term, test.above, 1, SHORT),
	CYAML_FIELD_STRING_PTR("below", MAY_BE, struct wire_term, test.below, 1, SHORT),
	CYAML_FIELD_STRING_PTR("is", MAY_BE, struct wire_term, test.is, 1, SHORT),
	CYAML_FIELD_STRING_PTR("days", MAY_BE, struct wire_term, days, 1, SHORT),
	CYAML_FIELD_STRING_PTR("of", MAY_BE, struct wire_term, of, 1, SHORT),
	CYAML_FIELD_SEQUENCE("all", MAY_BE, struct wire_term, all, &test_entry, 1, RULE_TEST_MAX),
	CYAML_FIELD_SEQUENCE("any", MAY_BE, struct wire_term, any, &test_entry, 1, RULE_TEST_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t term_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_term, term_fields),
};

static const cyaml_schema_field_t rule_fields[] = {
	CYAML_FIELD_STRING_PTR("id", NEEDED, struct wire_rule, id, 1, RULE_ID_SIZE - 1),
	CYAML_FIELD_STRING_PTR("say", NEEDED, struct wire_rule, say, 1, SHORT),
	CYAML_FIELD_STRING_PTR("because", NEEDED, struct wire_rule, because, 1, TEXT_MAX),
	CYAML_FIELD_SEQUENCE("sources", MAY_BE, struct wire_rule, sources, &source_entry, 1,
			     RULE_SOURCE_MAX),
	CYAML_FIELD_SEQUENCE("all", MAY_BE, struct wire_rule, all, &term_entry, 1, RULE_TERM_MAX),
	CYAML_FIELD_SEQUENCE("any", MAY_BE, struct wire_rule, any, &term_entry, 1, RULE_TERM_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t rule_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_rule, rule_fields),
};

static const cyaml_schema_field_t needs_fields[] = {
	CYAML_FIELD_STRING_PTR("days", NEEDED, struct wire_needs, days, 1, SHORT),
	CYAML_FIELD_STRING_PTR("of", NEEDED, struct wire_needs, of, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t guidance_fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_guidance, format, 1, SHORT),
	CYAML_FIELD_STRING_PTR("note", MAY_BE, struct wire_guidance, note, 1, NOTE_MAX),
	CYAML_FIELD_MAPPING_PTR("needs", MAY_BE, struct wire_guidance, needs, needs_fields),
	CYAML_FIELD_SEQUENCE("rules", MAY_BE, struct wire_guidance, rules, &rule_entry, 1,
			     RULES_MAX),
	CYAML_FIELD_SEQUENCE("off", MAY_BE, struct wire_guidance, off, &word_entry, 1, RULES_MAX),
	CYAML_FIELD_SEQUENCE("add", MAY_BE, struct wire_guidance, add, &rule_entry, 1, RULES_MAX),
	CYAML_FIELD_END,
};

const cyaml_schema_value_t guidance_wire_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_guidance, guidance_fields),
};
