/* SPDX-License-Identifier: MIT */
#include "base/json_tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { TEXTS_MAX = 2 * JSON_TEXT_MAX };

void json_tree_free(struct json_tree *tree)
{
	free(tree->nodes);
	str_free(&tree->texts);
	*tree = (struct json_tree)JSON_TREE_INIT;
}

static bool too_large(const struct json_token *token, struct err *err)
{
	return err_set(err, ERR_FORMAT,
		       "line %d, column %d: an entry is larger than taper can hold", token->line,
		       token->column);
}

static uint32_t keep_text(struct json_tree *tree, const char *text, size_t len)
{
	uint32_t at = (uint32_t)tree->texts.len;

	str_add_bytes(&tree->texts, text, len);
	str_add_char(&tree->texts, '\0');
	return at;
}

static bool add_node(struct json_tree *tree, const struct json_token *token, struct err *err)
{
	const char *key = token->key != NULL ? token->key : "";
	struct json_node *node;

	if (tree->count == JSON_NODES_MAX || tree->texts.len + token->len > TEXTS_MAX)
		return too_large(token, err);
	tree->nodes = mem_grow(tree->nodes, &tree->cap, tree->count + 1, sizeof(*tree->nodes));
	node = &tree->nodes[tree->count++];
	node->kind = token->kind;
	node->line = token->line;
	node->key = keep_text(tree, key, strlen(key));
	node->text = keep_text(tree, token->text, token->len);
	node->end = (uint32_t)tree->count;
	return true;
}

/* An object that just ended says nothing twice. */
static bool keys_differ(const struct json_tree *tree, size_t object, const struct json_token *token,
			struct err *err)
{
	const struct json_node *parent = &tree->nodes[object];
	const char *keys[JSON_KEYS_MAX];
	size_t count = 0;

	if (parent->kind != JSON_OBJECT)
		return true;
	for (const struct json_node *node = json_first(tree, parent); node != NULL;
	     node = json_after(tree, parent, node)) {
		const char *key = json_node_key(tree, node);

		if (count == JSON_KEYS_MAX)
			return too_large(token, err);
		for (size_t i = 0; i < count; i++) {
			if (strcmp(keys[i], key) == 0)
				return err_set(err, ERR_FORMAT,
					       "line %d: an object has the key '%.60s' twice",
					       node->line, key);
		}
		keys[count++] = key;
	}
	return true;
}

bool json_tree_read(struct json_reader *reader, const struct json_token *token,
		    struct json_tree *tree, struct err *err)
{
	size_t open[JSON_DEPTH_MAX] = {0}, depth = 0;
	struct json_token read = *token;

	assert(read.kind != JSON_OBJECT_END && read.kind != JSON_LIST_END);
	tree->count = 0;
	str_reset(&tree->texts);
	for (;;) {
		bool ends = read.kind == JSON_OBJECT_END || read.kind == JSON_LIST_END;

		if (ends) {
			depth--;
			tree->nodes[open[depth]].end = (uint32_t)tree->count;
			if (!keys_differ(tree, open[depth], &read, err))
				return false;
		} else if (!add_node(tree, &read, err)) {
			return false;
		}
		if (read.kind == JSON_OBJECT || read.kind == JSON_LIST)
			open[depth++] = tree->count - 1;
		if (depth == 0)
			return true;
		if (!json_next(reader, &read, err))
			return false;
	}
}

const struct json_node *json_root(const struct json_tree *tree)
{
	return &tree->nodes[0];
}

const struct json_node *json_first(const struct json_tree *tree, const struct json_node *node)
{
	if (node == NULL || tree->nodes + node->end == node + 1)
		return NULL;
	return node + 1;
}

const struct json_node *json_after(const struct json_tree *tree, const struct json_node *parent,
				   const struct json_node *node)
{
	return node->end < parent->end ? tree->nodes + node->end : NULL;
}

const struct json_node *json_get(const struct json_tree *tree, const struct json_node *node,
				 const char *key)
{
	const struct json_node *in;

	if (node == NULL || node->kind != JSON_OBJECT)
		return NULL;
	for (in = json_first(tree, node); in != NULL; in = json_after(tree, node, in)) {
		if (strcmp(json_node_key(tree, in), key) == 0)
			return in;
	}
	return NULL;
}

char *json_node_text(const struct json_tree *tree, const struct json_node *node)
{
	return tree->texts.data + node->text;
}

const char *json_node_key(const struct json_tree *tree, const struct json_node *node)
{
	return tree->texts.data + node->key;
}
