/* SPDX-License-Identifier: MIT */
#include "fields.h"

#include <string.h>

#include "base/decimal.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "document.h"

static bool refuse(const struct json_node *node, const char *what, const char *wanted,
		   struct err *err)
{
	return err_set(err, ERR_FORMAT, "line %d: '%.60s' %s", node->line, what, wanted);
}

static bool may_be_printed(const char *text)
{
	uint32_t code;

	while (*text != '\0') {
		text += utf8_decode(text, &code);
		if (code < 0x20 || code == 0x7F || utf8_is_harmful(code))
			return false;
	}
	return true;
}

bool field_text(const struct json_tree *tree, const struct json_node *node, const char **text,
		struct err *err)
{
	const char *found = json_node_text(tree, node);

	if (node->kind != JSON_TEXT)
		return refuse(node, json_node_key(tree, node), "is no text", err);
	if (strlen(found) > DOCUMENT_TEXT_MAX)
		return refuse(node, json_node_key(tree, node), "is too long", err);
	if (!may_be_printed(found))
		return refuse(node, json_node_key(tree, node), "has a control character", err);
	*text = found;
	return true;
}

bool field_number(const struct json_tree *tree, const struct json_node *node, int64_t *number,
		  struct err *err)
{
	int64_t found = 0;
	bool exact = false;

	if (node->kind != JSON_NUMBER ||
	    !decimal_read(json_node_text(tree, node), 0, &found, &exact) || !exact || found < 0 ||
	    found > FIELD_NUMBER_MAX)
		return refuse(node, json_node_key(tree, node), "is no whole number that is known",
			      err);
	*number = found;
	return true;
}

bool field_count(const struct json_tree *tree, const struct json_node *list, size_t most,
		 size_t *count, struct err *err)
{
	const struct json_node *at = json_first(tree, list);
	size_t found = 0;

	while (at != NULL && found <= most) {
		found++;
		at = json_after(tree, list, at);
	}
	if (found > most)
		return refuse(list, json_node_key(tree, list), "has too much in it", err);
	*count = found;
	return true;
}

static bool read_word(const struct json_tree *tree, const struct json_node *node,
		      const char *const *words, int *index, struct err *err)
{
	const char *text;

	if (!field_text(tree, node, &text, err))
		return false;
	for (int i = 0; words[i] != NULL; i++) {
		if (strcmp(words[i], text) == 0) {
			*index = i;
			return true;
		}
	}
	return refuse(node, text, "is not known here", err);
}

static bool read_one(const struct json_tree *tree, const struct json_node *node,
		     const struct field *field, void *at, struct err *err)
{
	switch (field->kind) {
	case FIELD_TEXT:
		return field_text(tree, node, at, err);
	case FIELD_WORD:
		return read_word(tree, node, field->words, at, err);
	case FIELD_NUMBER:
		return field_number(tree, node, at, err);
	case FIELD_YES:
		if (node->kind != JSON_TRUE && node->kind != JSON_FALSE)
			return refuse(node, field->key, "is neither true nor false", err);
		*(bool *)at = node->kind == JSON_TRUE;
		return true;
	case FIELD_LIST:
		if (node->kind != JSON_LIST)
			return refuse(node, field->key, "is no list", err);
		*(const struct json_node **)at = node;
		return true;
	}
	return false;
}

static const struct field *find(const struct fields *fields, const char *key)
{
	for (const struct field *field = fields->fields; field->key != NULL; field++) {
		if (strcmp(field->key, key) == 0)
			return field;
	}
	return NULL;
}

bool fields_read(const struct json_tree *tree, const struct json_node *node,
		 const struct fields *fields, void *into, struct err *err)
{
	if (node == NULL || node->kind != JSON_OBJECT)
		return err_set(err, ERR_FORMAT, "line %d: %s is wanted here",
			       node == NULL ? 1 : node->line, fields->what);
	for (const struct field *field = fields->fields; field->key != NULL; field++) {
		if (field->needed && json_get(tree, node, field->key) == NULL)
			return refuse(node, field->key, "is missing", err);
		if (field->kind == FIELD_TEXT)
			*(const char **)((char *)into + field->at) = "";
	}
	for (const struct json_node *at = json_first(tree, node); at != NULL;
	     at = json_after(tree, node, at)) {
		const struct field *field = find(fields, json_node_key(tree, at));

		if (field == NULL)
			return refuse(at, json_node_key(tree, at), "is not known here", err);
		if (!read_one(tree, at, field, (char *)into + field->at, err))
			return false;
	}
	return true;
}

bool fields_read_all(const struct json_tree *tree, const struct json_node *list,
		     const struct fields *fields, struct fields_all *all, struct err *err)
{
	const struct json_node *at = json_first(tree, list);
	size_t count;

	if (!field_count(tree, list, all->most, &count, err))
		return false;
	all->items = mem_alloc(count, all->size);
	all->count = count;
	for (size_t i = 0; i < count; i++) {
		if (!fields_read(tree, at, fields, (char *)all->items + i * all->size, err))
			return false;
		at = json_after(tree, list, at);
	}
	return true;
}
