/* SPDX-License-Identifier: MIT */
#include "yaml/content.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "file.h"
#include "load.h"
#include "value.h"
#include "wire.h"

#define SOURCES_FORMAT "taper-sources/1"

struct wire_source {
	char *id, *title, *year, *where, *mark;
};

struct wire_sources {
	char *format;
	struct wire_source *sources;
	uint32_t sources_count;
};

static const cyaml_schema_field_t source_fields[] = {
	CYAML_FIELD_STRING_PTR("id", NEEDED, struct wire_source, id, 1, SOURCE_ID_SIZE - 1),
	CYAML_FIELD_STRING_PTR("title", NEEDED, struct wire_source, title, 1, SOURCE_TEXT_SIZE - 1),
	CYAML_FIELD_STRING_PTR("year", MAY_BE, struct wire_source, year, 1, SHORT),
	CYAML_FIELD_STRING_PTR("where", NEEDED, struct wire_source, where, 1, SOURCE_TEXT_SIZE - 1),
	CYAML_FIELD_STRING_PTR("mark", NEEDED, struct wire_source, mark, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t source_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_source, source_fields),
};

static const cyaml_schema_field_t fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_sources, format, 1, SHORT),
	CYAML_FIELD_SEQUENCE("sources", NEEDED, struct wire_sources, sources, &source_entry, 1,
			     SOURCE_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_sources, fields),
};

void sources_free(struct sources *sources)
{
	free(sources->items);
	*sources = (struct sources)SOURCES_INIT;
}

const struct source *sources_find(const struct sources *sources, const char *id)
{
	for (size_t i = 0; i < sources->count; i++) {
		if (strcmp(sources->items[i].id, id) == 0)
			return &sources->items[i];
	}
	return NULL;
}

static void read_source(struct reading *reading, const struct node *map,
			const struct wire_source *wire, struct source *source)
{
	static const char *const marks[] = {
		[SOURCE_READ] = "read",
		[SOURCE_REPORTED] = "reported",
	};
	size_t mark = SOURCE_READ;

	value_word(reading, value_of(reading, map, "id", wire->id), source->id, sizeof(source->id));
	value_text(reading, value_of(reading, map, "title", wire->title), source->title,
		   sizeof(source->title));
	value_text(reading, value_of(reading, map, "where", wire->where), source->where,
		   sizeof(source->where));
	value_whole(reading, value_of(reading, map, "year", wire->year), 1800, 2200, &source->year);
	value_choice(reading, value_of(reading, map, "mark", wire->mark), marks,
		     sizeof(marks) / sizeof(marks[0]), &mark);
	source->mark = (enum source_mark)mark;
}

static void read_sources(struct reading *reading, const struct wire_sources *wire,
			 struct sources *sources)
{
	const struct tree *tree = reading->tree;
	const struct node *list = tree_get(tree, tree_root(tree), "sources");
	const struct node *map = list == NULL ? NULL : tree_first(tree, list);

	sources->items = mem_alloc(wire->sources_count, sizeof(*sources->items));
	for (uint32_t i = 0; i < wire->sources_count && map != NULL; i++) {
		struct source *source = &sources->items[i];

		read_source(reading, map, &wire->sources[i], source);
		if (source->id[0] != '\0' && sources_find(sources, source->id) != NULL)
			value_wrong(reading, map, "a source called '%s' is there already",
				    source->id);
		sources->count++;
		map = tree_next(tree, map);
	}
}

static bool parse(const struct str *text, struct sources *sources, struct problems *problems,
		  struct err *err)
{
	struct sources read = SOURCES_INIT;
	struct problems found = PROBLEMS_INIT;
	struct loaded loaded;
	bool ok;

	if (load_text(text, SOURCES_FORMAT, &schema, &loaded, &found)) {
		const struct wire_sources *wire = loaded.data;
		struct reading reading = {.tree = &loaded.tree, .problems = &found};

		read_sources(&reading, wire, &read);
	}
	load_free(&loaded);
	ok = found.count == 0;
	if (ok) {
		*sources = read;
	} else {
		load_refuse(&found, err);
		sources_free(&read);
	}
	load_hand_over(&found, problems);
	return ok;
}

bool sources_read(const char *path, struct sources *sources, struct problems *problems,
		  struct err *err)
{
	struct str text = STR_INIT;
	bool ok = file_load(path, &text, err);

	if (ok)
		ok = parse(&text, sources, problems, err) || err_wrap(err, "%s", path);
	else
		err->code = ERR_FORMAT;
	str_free(&text);
	return ok;
}
