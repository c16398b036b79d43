/* SPDX-License-Identifier: MIT */
#include "yaml/support.h"

#include <stddef.h>
#include <string.h>

#include "base/mem.h"
#include "fields.h"
#include "file.h"
#include "wire.h"

struct wire_line {
	char *id, *kind, *name, *region, *number, *text, *web, *hours, *cost, *about, *source,
		*checked;
};

struct wire_country {
	char *code, *name, *also;
	struct wire_line *lines;
	uint32_t lines_count;
};

struct wire_group {
	char *id, *name, *web, *country, *about, *source, *checked;
};

struct wire_lines {
	char *format;
	struct wire_country *countries;
	uint32_t countries_count;
	struct wire_group *groups;
	uint32_t groups_count;
};

#define LINE_TEXT(key, flags, size)                                                                \
	CYAML_FIELD_STRING_PTR(#key, flags, struct wire_line, key, 1, (size)-1)
#define GROUP_TEXT(key, flags, size)                                                               \
	CYAML_FIELD_STRING_PTR(#key, flags, struct wire_group, key, 1, (size)-1)

static const cyaml_schema_field_t line_schema[] = {
	LINE_TEXT(id, NEEDED, SUPPORT_ID_SIZE),
	LINE_TEXT(kind, NEEDED, SHORT),
	LINE_TEXT(name, NEEDED, SUPPORT_NAME_SIZE),
	LINE_TEXT(region, MAY_BE, SUPPORT_NAME_SIZE),
	LINE_TEXT(number, MAY_BE, SUPPORT_NUMBER_SIZE),
	LINE_TEXT(text, MAY_BE, SUPPORT_NAME_SIZE),
	LINE_TEXT(web, MAY_BE, SUPPORT_NAME_SIZE),
	LINE_TEXT(hours, MAY_BE, SUPPORT_NAME_SIZE),
	LINE_TEXT(cost, MAY_BE, SUPPORT_NAME_SIZE),
	LINE_TEXT(about, MAY_BE, SUPPORT_TEXT_SIZE),
	LINE_TEXT(source, NEEDED, SUPPORT_ID_SIZE),
	LINE_TEXT(checked, MAY_BE, SUPPORT_NUMBER_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t line_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_line, line_schema),
};

static const cyaml_schema_field_t country_schema[] = {
	CYAML_FIELD_STRING_PTR("code", NEEDED, struct wire_country, code, 1, SUPPORT_CODE_SIZE - 1),
	CYAML_FIELD_STRING_PTR("name", NEEDED, struct wire_country, name, 1, SUPPORT_NAME_SIZE - 1),
	CYAML_FIELD_STRING_PTR("also", MAY_BE, struct wire_country, also, 1, SUPPORT_ALSO_SIZE - 1),
	CYAML_FIELD_SEQUENCE("lines", NEEDED, struct wire_country, lines, &line_entry, 1,
			     SUPPORT_LINE_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t country_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_country, country_schema),
};

static const cyaml_schema_field_t group_schema[] = {
	GROUP_TEXT(id, NEEDED, SUPPORT_ID_SIZE),
	GROUP_TEXT(name, NEEDED, SUPPORT_NAME_SIZE),
	GROUP_TEXT(web, MAY_BE, SUPPORT_NAME_SIZE),
	GROUP_TEXT(country, MAY_BE, SUPPORT_CODE_SIZE),
	GROUP_TEXT(about, NEEDED, SUPPORT_TEXT_SIZE),
	GROUP_TEXT(source, NEEDED, SUPPORT_ID_SIZE),
	GROUP_TEXT(checked, MAY_BE, SUPPORT_NUMBER_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t group_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_group, group_schema),
};

static const cyaml_schema_field_t file_schema[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_lines, format, 1, SHORT),
	CYAML_FIELD_SEQUENCE("countries", NEEDED, struct wire_lines, countries, &country_entry, 1,
			     SUPPORT_COUNTRY_MAX),
	CYAML_FIELD_SEQUENCE("groups", NEEDED, struct wire_lines, groups, &group_entry, 1,
			     SUPPORT_GROUP_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_lines, file_schema),
};

#define LINE_FIELD(key, is_word)                                                                   \
	{                                                                                          \
#key, offsetof(struct wire_line, key), offsetof(struct help_line, key),            \
			sizeof(((struct help_line *)NULL)->key), is_word                           \
	}
#define GROUP_FIELD(key, is_word)                                                                  \
	{                                                                                          \
#key, offsetof(struct wire_group, key), offsetof(struct peer_group, key),          \
			sizeof(((struct peer_group *)NULL)->key), is_word                          \
	}
#define COUNTRY_FIELD(key, is_word)                                                                \
	{                                                                                          \
#key, offsetof(struct wire_country, key), offsetof(struct help_country, key),      \
			sizeof(((struct help_country *)NULL)->key), is_word                        \
	}

static const struct field line_fields[] = {
	LINE_FIELD(id, true),      LINE_FIELD(name, false),   LINE_FIELD(region, false),
	LINE_FIELD(number, false), LINE_FIELD(text, false),   LINE_FIELD(web, false),
	LINE_FIELD(hours, false),  LINE_FIELD(cost, false),   LINE_FIELD(about, false),
	LINE_FIELD(source, true),  LINE_FIELD(checked, true),
};

static const struct field group_fields[] = {
	GROUP_FIELD(id, true),      GROUP_FIELD(name, false),  GROUP_FIELD(web, false),
	GROUP_FIELD(country, true), GROUP_FIELD(about, false), GROUP_FIELD(source, true),
	GROUP_FIELD(checked, true),
};

static const struct field country_fields[] = {
	COUNTRY_FIELD(code, true),
	COUNTRY_FIELD(name, false),
	COUNTRY_FIELD(also, false),
};

enum {
	LINE_FIELDS = sizeof(line_fields) / sizeof(line_fields[0]),
	GROUP_FIELDS = sizeof(group_fields) / sizeof(group_fields[0]),
	COUNTRY_FIELDS = sizeof(country_fields) / sizeof(country_fields[0]),
};

static void read_line(struct reading *reading, const struct node *map, const struct wire_line *wire,
		      struct help_line *line)
{
	const char *words[LINE_KIND_COUNT];
	size_t kind = LINE_CRISIS;

	for (size_t i = 0; i < LINE_KIND_COUNT; i++)
		words[i] = line_kind_word((enum line_kind)i);
	fields_read(reading, map, line_fields, LINE_FIELDS, wire, line);
	value_choice(reading, value_of(reading, map, "kind", wire->kind), words, LINE_KIND_COUNT,
		     &kind);
	line->kind = (enum line_kind)kind;
	if (line->number[0] == '\0' && line->text[0] == '\0' && line->web[0] == '\0')
		value_wrong(reading, map, "a line needs a number, a text or a web address");
}

static void read_country(struct reading *reading, const struct node *map,
			 const struct wire_country *wire, struct help_country *country)
{
	const struct node *item = fields_first(reading, map, "lines");

	fields_read(reading, map, country_fields, COUNTRY_FIELDS, wire, country);
	country->lines = mem_alloc(wire->lines_count, sizeof(*country->lines));
	for (uint32_t i = 0; i < wire->lines_count && item != NULL; i++) {
		read_line(reading, item, &wire->lines[i], &country->lines[i]);
		country->line_count++;
		item = tree_next(reading->tree, item);
	}
	if (country->line_count > 0 && country->lines[0].kind != LINE_EMERGENCY)
		value_wrong(reading, map, "the first line of a country is its emergency number");
}

static bool is_known(const struct help_lines *lines, const char *code)
{
	for (size_t i = 0; i < lines->country_count; i++) {
		if (strcmp(lines->countries[i].code, code) == 0)
			return true;
	}
	return false;
}

static void fill(struct reading *reading, const void *loaded, void *value)
{
	const struct wire_lines *wire = loaded;
	struct help_lines *lines = value;
	const struct node *root = tree_root(reading->tree);
	const struct node *item = fields_first(reading, root, "countries");

	lines->countries = mem_alloc(wire->countries_count, sizeof(*lines->countries));
	for (uint32_t i = 0; i < wire->countries_count && item != NULL; i++) {
		struct help_country *country = &lines->countries[i];

		read_country(reading, item, &wire->countries[i], country);
		if (country->code[0] != '\0' && is_known(lines, country->code))
			value_wrong(reading, item, "the country '%s' is there already",
				    country->code);
		lines->country_count++;
		item = tree_next(reading->tree, item);
	}
	item = fields_first(reading, root, "groups");
	lines->groups = mem_alloc(wire->groups_count, sizeof(*lines->groups));
	for (uint32_t i = 0; i < wire->groups_count && item != NULL; i++) {
		fields_read(reading, item, group_fields, GROUP_FIELDS, &wire->groups[i],
			    &lines->groups[i]);
		lines->group_count++;
		item = tree_next(reading->tree, item);
	}
}

static const struct file_format format = {"taper-lines/1", &schema, fill};

bool support_lines_read(const char *path, struct help_lines *lines, struct problems *problems,
			struct err *err)
{
	struct help_lines read = HELP_LINES_INIT;

	if (!fields_read_file(path, &format, &read, problems, err)) {
		help_lines_free(&read);
		err->code = ERR_FORMAT;
		return false;
	}
	*lines = read;
	return true;
}

/* How an item of a list begins in the shipped file. */
#define ITEM "  - "
#define ITEM_CODE ITEM "code: "

static bool is_country(const char *line, size_t len, const char *code)
{
	size_t head = strlen(ITEM_CODE);

	return len == head + strlen(code) && strncmp(line, ITEM_CODE, head) == 0 &&
	       strncmp(line + head, code, len - head) == 0;
}

/*
 * The same text with only that country, and one group, since a list can't be empty; every line is where it was. False where no
 * line of it says so plainly. A whole file takes eight times as long to read as the longest country.
 */
static bool pick_country(const struct str *text, const char *code, struct str *picked)
{
	bool found = false, keep = true, begun = false, countries = false;

	for (const char *line = text->data; *line != '\0';) {
		size_t len = strcspn(line, "\n"), whole = len + (line[len] == '\n');
		bool is_item = strncmp(line, ITEM, strlen(ITEM)) == 0;

		if (len > 0 && *line != ' ' && *line != '#') {
			countries = str_starts(line, "countries:");
			keep = true;
			begun = false;
		} else if (is_item) {
			keep = countries ? is_country(line, len, code) : !begun;
			found = found || (countries && keep);
			begun = true;
		}
		str_add_bytes(picked, keep ? line : "\n", keep ? whole : 1);
		line += whole;
	}
	return found;
}

bool support_lines_read_of(const char *path, const char *code, struct help_lines *lines,
			   struct problems *problems, struct err *err)
{
	struct str text = STR_INIT, picked = STR_INIT;
	struct help_lines read = HELP_LINES_INIT;
	bool found = code[0] != '\0' && file_load(path, &text, err) &&
		     strlen(text.data) == text.len && pick_country(&text, code, &picked) &&
		     fields_read_text(path, &picked, &format, &read, problems, err);

	str_free(&text);
	str_free(&picked);
	if (found)
		*lines = read;
	else
		help_lines_free(&read);
	return found || support_lines_read(path, lines, problems, err);
}
