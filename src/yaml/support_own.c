/* SPDX-License-Identifier: MIT */
#include "yaml/support.h"

#include <string.h>

#include "fields.h"
#include "file.h"
#include "wire.h"

/* One shape for all maps of the file: libcyaml puts each part's own keys into these three. */
struct wire_entry {
	char *head, *detail, *text;
};

struct wire_own {
	char *format, *breathing;
	char **reasons, **now_good, **now_hard, **change_good, **change_hard, **signs, **avoid,
		**activities, **after, **sleep;
	struct wire_entry *people, *clinicians, *plans, *practices, *aims, *rewards, *goal;
	uint32_t reasons_count, now_good_count, now_hard_count, change_good_count,
		change_hard_count, signs_count, avoid_count, activities_count, after_count,
		sleep_count, people_count, clinicians_count, plans_count, practices_count,
		aims_count, rewards_count;
};

#define TEXT(key, flags, member, size)                                                             \
	CYAML_FIELD_STRING_PTR(key, flags, struct wire_entry, member, 1, (size)-1)

static const cyaml_schema_field_t person_fields[] = {
	TEXT("name", NEEDED, head, OWN_HEAD_SIZE),
	TEXT("number", MAY_BE, detail, OWN_DETAIL_SIZE),
	TEXT("note", MAY_BE, text, OWN_TEXT_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t if_then_fields[] = {
	TEXT("tag", NEEDED, head, OWN_HEAD_SIZE),
	TEXT("if", MAY_BE, detail, OWN_DETAIL_SIZE),
	TEXT("then", NEEDED, text, OWN_TEXT_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t practice_fields[] = {
	TEXT("name", NEEDED, head, OWN_HEAD_SIZE),
	TEXT("note", MAY_BE, text, OWN_TEXT_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t aim_fields[] = {
	TEXT("aim", NEEDED, text, OWN_TEXT_SIZE),
	TEXT("by", MAY_BE, detail, OWN_DETAIL_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t reward_fields[] = {
	TEXT("at", NEEDED, head, OWN_HEAD_SIZE),
	TEXT("reward", NEEDED, text, OWN_TEXT_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_field_t goal_fields[] = {
	TEXT("for", NEEDED, text, OWN_TEXT_SIZE),
	TEXT("cost", MAY_BE, detail, OWN_DETAIL_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t person_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_entry, person_fields),
};

static const cyaml_schema_value_t if_then_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_entry, if_then_fields),
};

static const cyaml_schema_value_t practice_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_entry, practice_fields),
};

static const cyaml_schema_value_t aim_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_entry, aim_fields),
};

static const cyaml_schema_value_t reward_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_entry, reward_fields),
};

static const cyaml_schema_value_t text_entry = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, OWN_TEXT_SIZE - 1),
};

#define LIST(key, entry)                                                                           \
	CYAML_FIELD_SEQUENCE(#key, MAY_BE, struct wire_own, key, entry, 0, OWN_PART_MAX)

static const cyaml_schema_field_t file_schema[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_own, format, 1, SHORT),
	LIST(people, &person_entry),
	LIST(clinicians, &person_entry),
	LIST(reasons, &text_entry),
	LIST(now_good, &text_entry),
	LIST(now_hard, &text_entry),
	LIST(change_good, &text_entry),
	LIST(change_hard, &text_entry),
	LIST(signs, &text_entry),
	LIST(plans, &if_then_entry),
	LIST(avoid, &text_entry),
	LIST(activities, &text_entry),
	LIST(after, &text_entry),
	LIST(practices, &practice_entry),
	LIST(aims, &aim_entry),
	LIST(rewards, &reward_entry),
	LIST(sleep, &text_entry),
	CYAML_FIELD_STRING_PTR("breathing", MAY_BE, struct wire_own, breathing, 1, SHORT),
	CYAML_FIELD_MAPPING_PTR("goal", MAY_BE, struct wire_own, goal, goal_fields),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_own, file_schema),
};

static void add(struct reading *reading, const struct node *node, const struct own_entry *entry,
		struct own_plan *plan)
{
	const struct own_shape *shape = own_shape(entry->part);
	struct err err;

	/* A needed field that is not there, or wrong, has been told. */
	if ((shape->head_needed && entry->head[0] == '\0') ||
	    (shape->text_needed && entry->text[0] == '\0'))
		return;
	if (!own_plan_add(plan, entry, &err))
		value_wrong(reading, node, "%s", err.msg);
}

static void read_entry(struct reading *reading, const struct node *map, enum own_part part,
		       const struct wire_entry *wire, struct own_plan *plan)
{
	const struct own_shape *shape = own_shape(part);
	struct own_entry entry = {.part = part};
	const struct value text = value_of(reading, map, shape->text, wire->text);

	if (shape->head != NULL)
		value_text(reading, value_of(reading, map, shape->head, wire->head), entry.head,
			   sizeof(entry.head));
	if (shape->detail != NULL)
		value_text(reading, value_of(reading, map, shape->detail, wire->detail),
			   entry.detail, sizeof(entry.detail));
	value_text(reading, text, entry.text, sizeof(entry.text));
	add(reading, map, &entry, plan);
}

static void read_texts(struct reading *reading, enum own_part part, char *const *texts,
		       uint32_t count, struct own_plan *plan)
{
	const struct node *node =
		fields_first(reading, tree_root(reading->tree), own_shape(part)->key);

	for (uint32_t i = 0; i < count && node != NULL; i++) {
		struct own_entry entry = {.part = part};

		value_text(reading, value_item(node, texts[i]), entry.text, sizeof(entry.text));
		add(reading, node, &entry, plan);
		node = tree_next(reading->tree, node);
	}
}

static void read_maps(struct reading *reading, enum own_part part, const struct wire_entry *maps,
		      uint32_t count, struct own_plan *plan)
{
	const struct node *node =
		fields_first(reading, tree_root(reading->tree), own_shape(part)->key);

	for (uint32_t i = 0; i < count && node != NULL; i++) {
		read_entry(reading, node, part, &maps[i], plan);
		node = tree_next(reading->tree, node);
	}
}

static void fill(struct reading *reading, const void *loaded, void *value)
{
	const struct wire_own *wire = loaded;
	struct own_plan *plan = value;
	const struct node *root = tree_root(reading->tree);
	const struct {
		enum own_part part;
		const struct wire_entry *maps;
		uint32_t count;
	} maps[] = {
		{OWN_PERSON, wire->people, wire->people_count},
		{OWN_CLINICIAN, wire->clinicians, wire->clinicians_count},
		{OWN_IF_THEN, wire->plans, wire->plans_count},
		{OWN_PRACTICE, wire->practices, wire->practices_count},
		{OWN_AIM, wire->aims, wire->aims_count},
		{OWN_REWARD, wire->rewards, wire->rewards_count},
	};
	const struct {
		enum own_part part;
		char *const *texts;
		uint32_t count;
	} texts[] = {
		{OWN_REASON, wire->reasons, wire->reasons_count},
		{OWN_NOW_GOOD, wire->now_good, wire->now_good_count},
		{OWN_NOW_HARD, wire->now_hard, wire->now_hard_count},
		{OWN_CHANGE_GOOD, wire->change_good, wire->change_good_count},
		{OWN_CHANGE_HARD, wire->change_hard, wire->change_hard_count},
		{OWN_SIGN, wire->signs, wire->signs_count},
		{OWN_AVOID, wire->avoid, wire->avoid_count},
		{OWN_ACTIVITY, wire->activities, wire->activities_count},
		{OWN_AFTER, wire->after, wire->after_count},
		{OWN_SLEEP, wire->sleep, wire->sleep_count},
	};
	const struct value breathing = value_of(reading, root, "breathing", wire->breathing);
	struct own_entry entry = {.part = OWN_BREATHING};

	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
		read_maps(reading, maps[i].part, maps[i].maps, maps[i].count, plan);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		read_texts(reading, texts[i].part, texts[i].texts, texts[i].count, plan);
	if (value_text(reading, breathing, entry.text, sizeof(entry.text)))
		add(reading, breathing.node, &entry, plan);
	if (wire->goal != NULL && tree_get(reading->tree, root, "goal") != NULL)
		read_entry(reading, tree_get(reading->tree, root, "goal"), OWN_GOAL, wire->goal,
			   plan);
}

bool support_own_read(const char *path, struct own_plan *plan, struct problems *problems,
		      struct err *err)
{
	static const struct file_format format = {"taper-support/1", &schema, fill};
	struct own_plan read = OWN_PLAN_INIT;
	struct err trouble;

	if (!fields_read_file(path, &format, &read, problems, &trouble) &&
	    trouble.code != ERR_NOT_FOUND) {
		own_plan_free(&read);
		*err = trouble;
		return false;
	}
	*plan = read;
	return true;
}

bool support_own_text(const char *path, struct str *out, struct err *err)
{
	return file_load(path, out, err);
}
