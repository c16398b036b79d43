/* SPDX-License-Identifier: MIT */
#include "yaml/guide.h"

#include <stddef.h>
#include <string.h>

#include "base/mem.h"
#include "fields.h"
#include "wire.h"

struct wire_option {
	char *name, *is, *good, *bad;
};

struct wire_section {
	char *head, *text;
	char **points;
	struct wire_option *options;
	char **sources;
	uint32_t points_count, options_count, sources_count;
};

struct wire_page {
	char *format, *name, *title, *place, *summary, *words;
	struct wire_section *sections;
	uint32_t sections_count;
};

enum {
	CELL_SIZE = 200,
	OPTION_MAX = 12,
	PLACE_MOST = 99,
};

static const cyaml_schema_field_t option_schema[] = {
	WIRE_TEXT(wire_option, name, NEEDED, CELL_SIZE),
	WIRE_TEXT(wire_option, is, NEEDED, CELL_SIZE),
	CYAML_FIELD_STRING_PTR("for", NEEDED, struct wire_option, good, 1, CELL_SIZE - 1),
	CYAML_FIELD_STRING_PTR("against", NEEDED, struct wire_option, bad, 1, CELL_SIZE - 1),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t option_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_option, option_schema),
};

static const cyaml_schema_value_t point_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, GUIDE_TEXT_SIZE - 1),
};

static const cyaml_schema_value_t source_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, GUIDE_NAME_SIZE - 1),
};

static const cyaml_schema_field_t section_schema[] = {
	WIRE_TEXT(wire_section, head, MAY_BE, GUIDE_TITLE_SIZE),
	WIRE_TEXT(wire_section, text, MAY_BE, GUIDE_TEXT_SIZE),
	CYAML_FIELD_SEQUENCE("points", MAY_BE, struct wire_section, points, &point_entry, 1,
			     GUIDE_POINT_MAX),
	CYAML_FIELD_SEQUENCE("options", MAY_BE, struct wire_section, options, &option_entry, 1,
			     OPTION_MAX),
	CYAML_FIELD_SEQUENCE("sources", NEEDED, struct wire_section, sources, &source_entry, 1,
			     GUIDE_SOURCE_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t section_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_section, section_schema),
};

static const cyaml_schema_field_t page_schema[] = {
	WIRE_TEXT(wire_page, format, NEEDED, SHORT),
	WIRE_TEXT(wire_page, name, NEEDED, GUIDE_NAME_SIZE),
	WIRE_TEXT(wire_page, title, NEEDED, GUIDE_TITLE_SIZE),
	WIRE_TEXT(wire_page, place, NEEDED, SHORT),
	WIRE_TEXT(wire_page, summary, NEEDED, GUIDE_TEXT_SIZE),
	WIRE_TEXT(wire_page, words, MAY_BE, GUIDE_TEXT_SIZE),
	CYAML_FIELD_SEQUENCE("sections", NEEDED, struct wire_page, sections, &section_entry, 1,
			     GUIDE_SECTION_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_page, page_schema),
};

/* The text as one line of its own memory; "" for none. */
static char *take_text(struct reading *reading, struct value value)
{
	char buf[GUIDE_TEXT_SIZE] = "";

	value_text(reading, value, buf, sizeof(buf));
	return mem_dup(buf);
}

static void read_points(struct reading *reading, const struct node *map,
			const struct wire_section *wire, struct guide_section *section)
{
	const struct node *item = fields_first(reading, map, "points");

	section->points = mem_alloc(wire->points_count, sizeof(*section->points));
	for (uint32_t i = 0; i < wire->points_count && item != NULL; i++) {
		section->points[section->point_count++] =
			take_text(reading, value_item(item, wire->points[i]));
		item = tree_next(reading->tree, item);
	}
}

static void read_options(struct reading *reading, const struct node *map,
			 const struct wire_section *wire, struct guide_section *section)
{
	const struct node *item = fields_first(reading, map, "options");

	section->options = mem_alloc(wire->options_count, sizeof(*section->options));
	for (uint32_t i = 0; i < wire->options_count && item != NULL; i++) {
		const struct wire_option *option = &wire->options[i];

		section->options[section->option_count++] = (struct guide_option){
			.name = take_text(reading, value_of(reading, item, "name", option->name)),
			.is = take_text(reading, value_of(reading, item, "is", option->is)),
			.good = take_text(reading, value_of(reading, item, "for", option->good)),
			.bad = take_text(reading, value_of(reading, item, "against", option->bad)),
		};
		item = tree_next(reading->tree, item);
	}
}

static void read_section(struct reading *reading, const struct node *map,
			 const struct wire_section *wire, struct guide_section *section)
{
	const struct node *item = fields_first(reading, map, "sources");

	value_text(reading, value_of(reading, map, "head", wire->head), section->head,
		   sizeof(section->head));
	section->text = take_text(reading, value_of(reading, map, "text", wire->text));
	read_points(reading, map, wire, section);
	read_options(reading, map, wire, section);
	for (uint32_t i = 0; i < wire->sources_count && item != NULL; i++) {
		value_word(reading, value_item(item, wire->sources[i]),
			   section->sources[section->source_count], sizeof(section->sources[0]));
		section->source_count++;
		item = tree_next(reading->tree, item);
	}
	if (section->text[0] == '\0' && section->point_count == 0 && section->option_count == 0)
		value_wrong(reading, map, "a section needs 'text', 'points' or 'options'");
}

static void fill(struct reading *reading, const void *loaded, void *value)
{
	const struct wire_page *wire = loaded;
	struct guide_page *page = value;
	const struct node *root = tree_root(reading->tree);
	const struct node *item = fields_first(reading, root, "sections");

	value_word(reading, value_of(reading, root, "name", wire->name), page->name,
		   sizeof(page->name));
	value_text(reading, value_of(reading, root, "title", wire->title), page->title,
		   sizeof(page->title));
	value_whole(reading, value_of(reading, root, "place", wire->place), 1, PLACE_MOST,
		    &page->place);
	page->summary = take_text(reading, value_of(reading, root, "summary", wire->summary));
	page->words = take_text(reading, value_of(reading, root, "words", wire->words));
	page->sections = mem_alloc(wire->sections_count, sizeof(*page->sections));
	for (uint32_t i = 0; i < wire->sections_count && item != NULL; i++) {
		read_section(reading, item, &wire->sections[i],
			     &page->sections[page->section_count++]);
		item = tree_next(reading->tree, item);
	}
}

bool guide_page_read(const char *path, struct guide_page *page, struct problems *problems,
		     struct err *err)
{
	static const struct file_format format = {"taper-guide/1", &schema, fill};
	struct guide_page read = {.name = ""};

	if (!fields_read_file(path, &format, &read, problems, err)) {
		guide_page_free(&read);
		err->code = ERR_FORMAT;
		return false;
	}
	*page = read;
	return true;
}
