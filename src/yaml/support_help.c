/* SPDX-License-Identifier: MIT */
#include "yaml/support.h"

#include <stddef.h>

#include "base/mem.h"
#include "fields.h"
#include "wire.h"

struct wire_sign {
	char *when, *say, *source;
};

struct wire_act {
	char *say, *source;
};

struct wire_step {
	char *say, *seconds;
};

struct wire_tool {
	char *id, *name, *about, *source, *rounds;
	struct wire_step *steps;
	uint32_t steps_count;
};

struct wire_help {
	char *format;
	struct wire_sign *signs;
	struct wire_act *overdose, *cautions;
	struct wire_tool *tools;
	uint32_t signs_count, overdose_count, cautions_count, tools_count;
};

enum {
	SECONDS_MOST = 3600,
	ROUNDS_MOST = 200,
};

static const cyaml_schema_field_t sign_schema[] = {
	WIRE_TEXT(wire_sign, when, NEEDED, SHORT),
	WIRE_TEXT(wire_sign, say, NEEDED, HELP_SAY_SIZE),
	WIRE_TEXT(wire_sign, source, NEEDED, SUPPORT_ID_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t act_schema[] = {
	WIRE_TEXT(wire_act, say, NEEDED, HELP_SAY_SIZE),
	WIRE_TEXT(wire_act, source, NEEDED, SUPPORT_ID_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t step_schema[] = {
	WIRE_TEXT(wire_step, say, NEEDED, HELP_SAY_SIZE),
	WIRE_TEXT(wire_step, seconds, MAY_BE, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t sign_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_sign, sign_schema),
};

static const cyaml_schema_value_t act_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_act, act_schema),
};

static const cyaml_schema_value_t step_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_step, step_schema),
};

static const cyaml_schema_field_t tool_schema[] = {
	WIRE_TEXT(wire_tool, id, NEEDED, SUPPORT_ID_SIZE),
	WIRE_TEXT(wire_tool, name, NEEDED, SUPPORT_NAME_SIZE),
	WIRE_TEXT(wire_tool, about, NEEDED, SUPPORT_TEXT_SIZE),
	WIRE_TEXT(wire_tool, source, NEEDED, SUPPORT_ID_SIZE),
	WIRE_TEXT(wire_tool, rounds, MAY_BE, SHORT),
	CYAML_FIELD_SEQUENCE("steps", NEEDED, struct wire_tool, steps, &step_entry, 1,
			     HELP_STEP_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t tool_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_tool, tool_schema),
};

static const cyaml_schema_field_t file_schema[] = {
	WIRE_TEXT(wire_help, format, NEEDED, SHORT),
	CYAML_FIELD_SEQUENCE("signs", NEEDED, struct wire_help, signs, &sign_entry, 1,
			     HELP_SIGN_MAX),
	CYAML_FIELD_SEQUENCE("overdose", NEEDED, struct wire_help, overdose, &act_entry, 1,
			     HELP_STEP_MAX),
	CYAML_FIELD_SEQUENCE("cautions", NEEDED, struct wire_help, cautions, &act_entry, 1,
			     HELP_STEP_MAX),
	CYAML_FIELD_SEQUENCE("tools", NEEDED, struct wire_help, tools, &tool_entry, 1,
			     HELP_TOOL_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_help, file_schema),
};

#define FIELD(owner, value, key, is_word)                                                          \
	{                                                                                          \
#key, offsetof(struct owner, key), offsetof(struct value, key),                    \
			sizeof(((struct value *)NULL)->key), is_word                               \
	}

static const struct field sign_fields[] = {
	FIELD(wire_sign, help_sign, say, false),
	FIELD(wire_sign, help_sign, source, true),
};

static const struct field act_fields[] = {
	FIELD(wire_act, help_act, say, false),
	FIELD(wire_act, help_act, source, true),
};

static const struct field step_fields[] = {
	FIELD(wire_step, help_step, say, false),
};

static const struct field tool_fields[] = {
	FIELD(wire_tool, help_tool, id, true),
	FIELD(wire_tool, help_tool, name, false),
	FIELD(wire_tool, help_tool, about, false),
	FIELD(wire_tool, help_tool, source, true),
};

static void read_signs(struct reading *reading, const struct wire_help *wire,
		       struct help_texts *texts)
{
	const struct node *item = fields_first(reading, tree_root(reading->tree), "signs");
	const char *words[SIGN_WHEN_COUNT];

	for (size_t i = 0; i < SIGN_WHEN_COUNT; i++)
		words[i] = sign_when_word((enum sign_when)i);
	texts->signs = mem_alloc(wire->signs_count, sizeof(*texts->signs));
	for (uint32_t i = 0; i < wire->signs_count && item != NULL; i++) {
		struct help_sign *sign = &texts->signs[texts->sign_count++];
		size_t when = SIGN_EMERGENCY;

		fields_read(reading, item, sign_fields,
			    sizeof(sign_fields) / sizeof(sign_fields[0]), &wire->signs[i], sign);
		value_choice(reading, value_of(reading, item, "when", wire->signs[i].when), words,
			     SIGN_WHEN_COUNT, &when);
		sign->when = (enum sign_when)when;
		item = tree_next(reading->tree, item);
	}
}

/* The list of that key; its count goes to *count. */
static struct help_act *read_acts(struct reading *reading, const char *key,
				  const struct wire_act *wire, uint32_t wire_count, size_t *count)
{
	const struct node *item = fields_first(reading, tree_root(reading->tree), key);
	struct help_act *acts = mem_alloc(wire_count, sizeof(*acts));

	for (uint32_t i = 0; i < wire_count && item != NULL; i++) {
		fields_read(reading, item, act_fields, sizeof(act_fields) / sizeof(act_fields[0]),
			    &wire[i], &acts[(*count)++]);
		item = tree_next(reading->tree, item);
	}
	return acts;
}

static void read_tool(struct reading *reading, const struct node *map, const struct wire_tool *wire,
		      struct help_tool *tool)
{
	const struct node *item = fields_first(reading, map, "steps");

	fields_read(reading, map, tool_fields, sizeof(tool_fields) / sizeof(tool_fields[0]), wire,
		    tool);
	tool->rounds = 1;
	value_whole(reading, value_of(reading, map, "rounds", wire->rounds), 1, ROUNDS_MOST,
		    &tool->rounds);
	tool->steps = mem_alloc(wire->steps_count, sizeof(*tool->steps));
	for (uint32_t i = 0; i < wire->steps_count && item != NULL; i++) {
		struct help_step *step = &tool->steps[tool->step_count++];

		fields_read(reading, item, step_fields, 1, &wire->steps[i], step);
		value_whole(reading, value_of(reading, item, "seconds", wire->steps[i].seconds), 1,
			    SECONDS_MOST, &step->seconds);
		item = tree_next(reading->tree, item);
	}
}

static void fill(struct reading *reading, const void *loaded, void *value)
{
	const struct wire_help *wire = loaded;
	struct help_texts *texts = value;
	const struct node *item = fields_first(reading, tree_root(reading->tree), "tools");

	read_signs(reading, wire, texts);
	texts->overdose = read_acts(reading, "overdose", wire->overdose, wire->overdose_count,
				    &texts->overdose_count);
	texts->cautions = read_acts(reading, "cautions", wire->cautions, wire->cautions_count,
				    &texts->caution_count);
	texts->tools = mem_alloc(wire->tools_count, sizeof(*texts->tools));
	for (uint32_t i = 0; i < wire->tools_count && item != NULL; i++) {
		struct help_tool tool = {.rounds = 1};

		read_tool(reading, item, &wire->tools[i], &tool);
		if (tool.id[0] != '\0' && help_tool_find(texts, tool.id) != NULL)
			value_wrong(reading, item, "the tool '%s' is there already", tool.id);
		texts->tools[texts->tool_count++] = tool;
		item = tree_next(reading->tree, item);
	}
}

bool support_help_read(const char *path, struct help_texts *texts, struct problems *problems,
		       struct err *err)
{
	static const struct file_format format = {"taper-help/1", &schema, fill};
	struct help_texts read = HELP_TEXTS_INIT;

	if (!fields_read_file(path, &format, &read, problems, err)) {
		help_texts_free(&read);
		err->code = ERR_FORMAT;
		return false;
	}
	*texts = read;
	return true;
}
