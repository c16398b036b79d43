/* SPDX-License-Identifier: MIT */
#include "yaml/symptoms.h"

#include <string.h>

#include "file.h"
#include "load.h"
#include "value.h"
#include "wire.h"

#define SYMPTOMS_FORMAT "taper-symptoms/1"

struct wire_symptom {
	char *id, *name, *group, *hidden;
	char **sources;
	unsigned sources_count;
};

struct wire_list {
	char *format;
	struct wire_symptom *symptoms, *add, *rename;
	char **hide, **show;
	unsigned symptoms_count, add_count, rename_count, hide_count, show_count;
};

static const cyaml_schema_value_t source_text = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, SYMPTOM_SOURCE_SIZE - 1),
};

static const cyaml_schema_value_t id_text = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, SYMPTOM_ID_SIZE - 1),
};

static const cyaml_schema_field_t symptom_fields[] = {
	CYAML_FIELD_STRING_PTR("id", NEEDED, struct wire_symptom, id, 1, SYMPTOM_ID_SIZE - 1),
	CYAML_FIELD_STRING_PTR("name", NEEDED, struct wire_symptom, name, 1, SYMPTOM_NAME_SIZE - 1),
	CYAML_FIELD_STRING_PTR("group", NEEDED, struct wire_symptom, group, 1, SHORT),
	CYAML_FIELD_STRING_PTR("hidden", MAY_BE, struct wire_symptom, hidden, 1, SHORT),
	CYAML_FIELD_SEQUENCE("sources", MAY_BE, struct wire_symptom, sources, &source_text, 1,
			     SYMPTOM_SOURCE_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t rename_fields[] = {
	CYAML_FIELD_STRING_PTR("id", NEEDED, struct wire_symptom, id, 1, SYMPTOM_ID_SIZE - 1),
	CYAML_FIELD_STRING_PTR("name", NEEDED, struct wire_symptom, name, 1, SYMPTOM_NAME_SIZE - 1),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t symptom_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_symptom, symptom_fields),
};

static const cyaml_schema_value_t rename_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_symptom, rename_fields),
};

static const cyaml_schema_field_t fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_list, format, 1, SHORT),
	CYAML_FIELD_SEQUENCE("symptoms", MAY_BE, struct wire_list, symptoms, &symptom_entry, 1,
			     SYMPTOM_MAX),
	CYAML_FIELD_SEQUENCE("add", MAY_BE, struct wire_list, add, &symptom_entry, 1, SYMPTOM_MAX),
	CYAML_FIELD_SEQUENCE("rename", MAY_BE, struct wire_list, rename, &rename_entry, 1,
			     SYMPTOM_MAX),
	CYAML_FIELD_SEQUENCE("hide", MAY_BE, struct wire_list, hide, &id_text, 1, SYMPTOM_MAX),
	CYAML_FIELD_SEQUENCE("show", MAY_BE, struct wire_list, show, &id_text, 1, SYMPTOM_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_list, fields),
};

static void read_sources(struct reading *reading, const struct node *map,
			 const struct wire_symptom *wire, struct symptom *symptom)
{
	const struct node *list = tree_get(reading->tree, map, "sources");
	const struct node *item = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; item != NULL && i < wire->sources_count; i++) {
		value_word(reading, value_item(item, wire->sources[i]), symptom->sources[i],
			   sizeof(symptom->sources[i]));
		symptom->source_count++;
		item = tree_next(reading->tree, item);
	}
}

static bool read_id(struct reading *reading, struct value value, char *id)
{
	if (value.text == NULL)
		return false;
	if (!symptom_id_valid(value.text)) {
		value_wrong(reading, value.node,
			    "'%.40s' is not an id; small letters, digits and - make one, a letter "
			    "first",
			    value.text);
		return false;
	}
	return str_copy(id, SYMPTOM_ID_SIZE, value.text);
}

static void read_symptom(struct reading *reading, const struct node *map,
			 const struct wire_symptom *wire, struct symptoms *symptoms)
{
	const char *groups[SYMPTOM_GROUP_COUNT];
	struct symptom symptom = {.hidden = false};
	size_t group = 0;

	for (size_t i = 0; i < SYMPTOM_GROUP_COUNT; i++)
		groups[i] = symptom_group_name((enum symptom_group)i);
	value_text(reading, value_of(reading, map, "name", wire->name), symptom.name,
		   sizeof(symptom.name));
	value_choice(reading, value_of(reading, map, "group", wire->group), groups,
		     SYMPTOM_GROUP_COUNT, &group);
	symptom.group = (enum symptom_group)group;
	value_bool(reading, value_of(reading, map, "hidden", wire->hidden), &symptom.hidden);
	read_sources(reading, map, wire, &symptom);
	if (!read_id(reading, value_of(reading, map, "id", wire->id), symptom.id) ||
	    symptoms_add(symptoms, &symptom))
		return;
	if (symptoms_find(symptoms, symptom.id) != NULL)
		value_wrong(reading, map, "a symptom with the id '%s' is there already",
			    symptom.id);
	else
		value_wrong(reading, map, "there are more than %d symptoms", SYMPTOM_MAX);
}

static void read_symptoms(struct reading *reading, const char *key, const struct wire_symptom *wire,
			  size_t count, struct symptoms *symptoms)
{
	const struct node *list = tree_get(reading->tree, tree_root(reading->tree), key);
	const struct node *map = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; map != NULL && i < count; i++) {
		read_symptom(reading, map, &wire[i], symptoms);
		map = tree_next(reading->tree, map);
	}
}

/* The symptom an id in the file stands for; NULL, with the mistake told, where there is none. */
static struct symptom *meant(struct reading *reading, struct value value,
			     const struct symptoms *symptoms)
{
	struct symptom *found;
	const char *nearest;

	if (value.text == NULL)
		return NULL;
	found = symptoms_find(symptoms, value.text);
	if (found != NULL)
		return found;
	nearest = symptoms_nearest(symptoms, value.text);
	if (nearest != NULL)
		value_wrong(reading, value.node,
			    "there is no symptom with the id '%s'; did you mean '%s'?", value.text,
			    nearest);
	else
		value_wrong(reading, value.node, "there is no symptom with the id '%s'",
			    value.text);
	return NULL;
}

static void read_renames(struct reading *reading, const struct wire_list *wire,
			 const struct symptoms *symptoms)
{
	const struct node *list = tree_get(reading->tree, tree_root(reading->tree), "rename");
	const struct node *map = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; map != NULL && i < wire->rename_count; i++) {
		const struct wire_symptom *one = &wire->rename[i];
		struct symptom *symptom =
			meant(reading, value_of(reading, map, "id", one->id), symptoms);

		if (symptom != NULL)
			value_text(reading, value_of(reading, map, "name", one->name),
				   symptom->name, sizeof(symptom->name));
		map = tree_next(reading->tree, map);
	}
}

static void read_hidden(struct reading *reading, const char *key, char *const *ids, size_t count,
			const struct symptoms *symptoms)
{
	const struct node *list = tree_get(reading->tree, tree_root(reading->tree), key);
	const struct node *item = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; item != NULL && i < count; i++) {
		struct symptom *symptom = meant(reading, value_item(item, ids[i]), symptoms);

		if (symptom != NULL)
			symptom->hidden = strcmp(key, "hide") == 0;
		item = tree_next(reading->tree, item);
	}
}

static bool any_shown(const struct symptoms *symptoms)
{
	for (size_t i = 0; i < symptoms->count; i++) {
		if (!symptoms->items[i].hidden)
			return true;
	}
	return false;
}

static void read_list(struct reading *reading, const struct wire_list *wire,
		      const struct symptoms *shipped, struct symptoms *symptoms)
{
	const struct node *root = tree_root(reading->tree);
	bool whole = tree_get(reading->tree, root, "symptoms") != NULL;

	if (!whole && shipped != NULL)
		symptoms_copy(symptoms, shipped);
	read_symptoms(reading, "symptoms", wire->symptoms, wire->symptoms_count, symptoms);
	read_symptoms(reading, "add", wire->add, wire->add_count, symptoms);
	read_renames(reading, wire, symptoms);
	read_hidden(reading, "hide", wire->hide, wire->hide_count, symptoms);
	read_hidden(reading, "show", wire->show, wire->show_count, symptoms);
	if (reading->problems->count == 0 && !any_shown(symptoms))
		value_wrong(reading, root, "no symptom is shown; a check-in asks for at least one");
}

bool symptoms_parse(const char *text, size_t len, const struct symptoms *shipped,
		    struct symptoms *symptoms, struct problems *problems, struct err *err)
{
	struct symptoms read = SYMPTOMS_INIT;
	struct problems found = PROBLEMS_INIT;
	struct str copy = STR_INIT;
	struct loaded loaded;
	bool ok;

	str_add_bytes(&copy, text, len);
	if (load_text(&copy, SYMPTOMS_FORMAT, &schema, &loaded, &found)) {
		struct reading reading = {.tree = &loaded.tree, .problems = &found};

		read_list(&reading, loaded.data, shipped, &read);
	}
	load_free(&loaded);
	str_free(&copy);
	ok = found.count == 0;
	if (ok) {
		*symptoms = read;
	} else {
		load_refuse(&found, err);
		symptoms_free(&read);
	}
	load_hand_over(&found, problems);
	return ok;
}

bool symptoms_read(const char *path, const struct symptoms *shipped, struct symptoms *symptoms,
		   struct problems *problems, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = file_load(path, &text, err);

	if (ok)
		ok = symptoms_parse(text.data, text.len, shipped, symptoms, problems, err) ||
		     err_wrap(err, "%s", path);
	else
		err->code = ERR_FORMAT;
	str_free(&text);
	return ok;
}
