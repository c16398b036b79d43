/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <ctype.h>
#include <string.h>

enum { KEYS_MAX = 24 };

struct check {
	struct tree *tree;
	struct problems *problems;
	bool clean;
};

static const char *const kind_words[] = {
	[NODE_TEXT] = "text",
	[NODE_LIST] = "a list",
	[NODE_MAP] = "a group of keys",
};

static void complain(struct check *check, struct place at, const char *text)
{
	problems_add(check->problems, at.line, at.column, "%s", text);
	check->clean = false;
}

static void spoil(struct node *parent, struct node *node)
{
	node->bad = true;
	parent->spoiled = true;
}

static const cyaml_schema_field_t *field_named(const cyaml_schema_field_t *fields, const char *key)
{
	while (fields->key != NULL && strcmp(fields->key, key) != 0)
		fields++;
	return fields->key == NULL ? NULL : fields;
}

/* "'until'" for a value of a key, "an item of 'doses'" for one of a list. */
static void name_value(const struct check *check, const struct node *node, const char *key,
		       struct str *out)
{
	if (node == tree_root(check->tree))
		str_add(out, "the file");
	else
		str_addf(out, "%s'%s'", node->key == 0 ? "an item of " : "", key);
}

static void unknown_key(struct check *check, const struct node *node,
			const cyaml_schema_field_t *fields)
{
	const char *key = tree_key(check->tree, node);
	const char *known[KEYS_MAX], *nearest;
	struct str text = STR_INIT;
	size_t count = 0;

	if (check->problems->count == PROBLEMS_MAX) {
		complain(check, node->key_at, "unknown key");
		return;
	}
	for (; count < KEYS_MAX && fields[count].key != NULL; count++)
		known[count] = fields[count].key;
	nearest = str_nearest(key, known, count);
	str_addf(&text, "unknown key '%.60s'", key);
	if (nearest != NULL) {
		str_addf(&text, "; did you mean '%s'?", nearest);
	} else if (isdigit((unsigned char)key[0])) {
		str_add(&text,
			"; inside { } an amount with a decimal comma needs quotes: \"2,5 g\"");
	} else {
		str_add(&text, "; allowed are: ");
		for (size_t i = 0; i < count; i++)
			str_addf(&text, "%s%s", i > 0 ? ", " : "", known[i]);
	}
	complain(check, node->key_at, text.data);
	str_free(&text);
}

static bool check_kind(struct check *check, const struct node *node, const char *key,
		       enum node_kind wanted)
{
	struct str text = STR_INIT;

	if (node->kind == wanted)
		return true;
	name_value(check, node, key, &text);
	if (node->kind == NODE_TEXT && node->len == 0)
		str_addf(&text, " is empty; %s is wanted", kind_words[wanted]);
	else
		str_addf(&text, " is %s; %s is wanted", kind_words[node->kind], kind_words[wanted]);
	complain(check, node->at, text.data);
	str_free(&text);
	return false;
}

static bool check_string(struct check *check, const struct node *node, const char *key,
			 const cyaml_schema_value_t *schema)
{
	struct str text = STR_INIT;

	if (!check_kind(check, node, key, NODE_TEXT))
		return false;
	if (node->len >= schema->string.min && node->len <= schema->string.max)
		return true;
	name_value(check, node, key, &text);
	if (node->len == 0)
		str_add(&text, " is empty");
	else
		str_addf(&text, " is %zu bytes long; at most %u are allowed", node->len,
			 (unsigned)schema->string.max);
	complain(check, node->at, text.data);
	str_free(&text);
	return false;
}

static bool check_value(struct check *check, struct node *node, const char *key,
			const cyaml_schema_value_t *schema);

static bool check_sequence(struct check *check, struct node *list, const char *key,
			   const cyaml_schema_value_t *schema)
{
	size_t count = 0;
	struct str text = STR_INIT;

	if (!check_kind(check, list, key, NODE_LIST))
		return false;
	for (struct node *item = tree_first_any(check->tree, list); item != NULL;
	     item = tree_next_any(check->tree, item)) {
		count++;
		if (count == (size_t)schema->sequence.max + 1) {
			str_addf(&text, "'%s' has more than %u entries", key,
				 (unsigned)schema->sequence.max);
			complain(check, item->at, text.data);
		}
		if (count > schema->sequence.max ||
		    !check_value(check, item, key, schema->sequence.entry))
			spoil(list, item);
	}
	str_free(&text);
	if (count >= schema->sequence.min)
		return true;
	str_addf(&text, "'%s' is empty", key);
	complain(check, list->at, text.data);
	str_free(&text);
	return false;
}

static bool is_double(const struct tree *tree, const struct node *map, const struct node *item)
{
	const char *key = tree_key(tree, item);

	for (struct node *other = tree_first_any(tree, map); other != item;
	     other = tree_next_any(tree, other)) {
		if (strcmp(tree_key(tree, other), key) == 0)
			return true;
	}
	return false;
}

static void check_item(struct check *check, struct node *map, struct node *item,
		       const cyaml_schema_field_t *fields)
{
	const char *key = tree_key(check->tree, item);
	const cyaml_schema_field_t *field = field_named(fields, key);
	struct str text = STR_INIT;

	if (field == NULL) {
		unknown_key(check, item, fields);
		spoil(map, item);
	} else if (is_double(check->tree, map, item)) {
		str_addf(&text, "'%s' is there twice", key);
		complain(check, item->key_at, text.data);
		spoil(map, item);
	} else if (!check_value(check, item, key, &field->value)) {
		spoil(map, item);
	}
	str_free(&text);
}

static bool check_mapping(struct check *check, struct node *map, const char *key,
			  const cyaml_schema_value_t *schema)
{
	const cyaml_schema_field_t *fields = schema->mapping.fields;
	struct str text = STR_INIT;

	if (!check_kind(check, map, key, NODE_MAP))
		return false;
	for (struct node *item = tree_first_any(check->tree, map); item != NULL;
	     item = tree_next_any(check->tree, item))
		check_item(check, map, item, fields);
	for (; fields->key != NULL; fields++) {
		if ((fields->value.flags & CYAML_FLAG_OPTIONAL) != 0 ||
		    tree_get(check->tree, map, fields->key) != NULL ||
		    tree_misspelt(check->tree, map, fields->key))
			continue;
		str_reset(&text);
		str_addf(&text, "'%s' is missing", fields->key);
		complain(check, map->at, text.data);
	}
	str_free(&text);
	return true;
}

static bool check_value(struct check *check, struct node *node, const char *key,
			const cyaml_schema_value_t *schema)
{
	switch ((int)schema->type) {
	case CYAML_MAPPING:
		return check_mapping(check, node, key, schema);
	case CYAML_SEQUENCE:
		return check_sequence(check, node, key, schema);
	case CYAML_IGNORE:
		return true;
	}
	return check_string(check, node, key, schema);
}

bool check_tree(struct tree *tree, const cyaml_schema_value_t *schema, struct problems *problems)
{
	struct check check = {.tree = tree, .problems = problems, .clean = true};
	struct node *root = tree_root(tree);

	if (!check_value(&check, root, "", schema))
		root->bad = true;
	return check.clean;
}
