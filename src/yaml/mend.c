/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>

#include "quote.h"

static void write_value(const struct tree *tree, const struct node *node,
			const cyaml_schema_value_t *schema, struct str *out);

/* The least that the schema takes. */
static void write_stand_in(const cyaml_schema_value_t *schema, struct str *out)
{
	const cyaml_schema_field_t *field;

	switch ((int)schema->type) {
	case CYAML_MAPPING:
		str_add_char(out, '{');
		for (field = schema->mapping.fields; field->key != NULL; field++) {
			if ((field->value.flags & CYAML_FLAG_OPTIONAL) != 0)
				continue;
			str_addf(out, "\"%s\": ", field->key);
			write_stand_in(&field->value, out);
			str_add_char(out, ',');
		}
		str_add_char(out, '}');
		return;
	case CYAML_SEQUENCE:
		str_add_char(out, '[');
		for (unsigned i = 0; i < schema->sequence.min; i++) {
			write_stand_in(schema->sequence.entry, out);
			str_add_char(out, ',');
		}
		str_add_char(out, ']');
		return;
	}
	str_add_char(out, '"');
	str_add_repeat(out, "?", schema->string.min);
	str_add_char(out, '"');
}

static void write_map(const struct tree *tree, const struct node *map,
		      const cyaml_schema_field_t *fields, struct str *out)
{
	str_add_char(out, '{');
	for (; fields->key != NULL; fields++) {
		const struct node *node = tree_get(tree, map, fields->key);

		if (node == NULL && (fields->value.flags & CYAML_FLAG_OPTIONAL) != 0)
			continue;
		str_addf(out, "\"%s\": ", fields->key);
		if (node == NULL)
			write_stand_in(&fields->value, out);
		else
			write_value(tree, node, &fields->value, out);
		str_add(out, ",\n");
	}
	str_add_char(out, '}');
}

static void write_list(const struct tree *tree, const struct node *list,
		       const cyaml_schema_value_t *schema, struct str *out)
{
	size_t count = 0;

	str_add_char(out, '[');
	for (const struct node *node = tree_first(tree, list); node != NULL;
	     node = tree_next(tree, node), count++) {
		write_value(tree, node, schema->sequence.entry, out);
		str_add(out, ",\n");
	}
	for (; count < schema->sequence.min; count++) {
		write_stand_in(schema->sequence.entry, out);
		str_add(out, ",\n");
	}
	str_add_char(out, ']');
}

static void write_value(const struct tree *tree, const struct node *node,
			const cyaml_schema_value_t *schema, struct str *out)
{
	switch ((int)schema->type) {
	case CYAML_MAPPING:
		write_map(tree, node, schema->mapping.fields, out);
		return;
	case CYAML_SEQUENCE:
		write_list(tree, node, schema, out);
		return;
	case CYAML_IGNORE:
		str_add(out, "\"\"");
		return;
	}
	quote_always(tree_text(tree, node), out);
}

void check_mend(const struct tree *tree, const cyaml_schema_value_t *schema, struct str *out)
{
	if (tree_root(tree)->bad)
		write_stand_in(schema, out);
	else
		write_value(tree, tree_root(tree), schema, out);
}
