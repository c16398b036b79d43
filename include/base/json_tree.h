/* SPDX-License-Identifier: MIT */
/*
 * One value of a JSON document, such as an entry of a long list, held whole to be looked into. Bounded; knows grammar only.
 */
#ifndef BASE_JSON_TREE_H
#define BASE_JSON_TREE_H

#include "base/json_read.h"

enum { JSON_NODES_MAX = 262144, JSON_KEYS_MAX = 256 };

struct json_node {
	enum json_kind kind; /* no end of anything */
	int line;
	uint32_t key, text; /* where in texts they begin */
	uint32_t end;       /* index of the first node that is not in it */
};

struct json_tree {
	struct json_node *nodes; /* owned; what is in a node follows it */
	size_t count, cap;
	struct str texts; /* owned; each ends with a zero */
};

#define JSON_TREE_INIT                                                                             \
	{                                                                                          \
		.nodes = NULL, .texts = STR_INIT                                                   \
	}

void json_tree_free(struct json_tree *tree);

/*
 * Reads the value that token begins, in place of what was there. ERR_FORMAT as json_next, and where it is too large or an
 * object has a key twice.
 */
MUST_USE bool json_tree_read(struct json_reader *reader, const struct json_token *token,
			     struct json_tree *tree, struct err *err);

/* All of it; below, nodes are borrowed until the tree is read into again. */
const struct json_node *json_root(const struct json_tree *tree);

/* What is under a key of an object; NULL where it has none, or node is no object or NULL. */
const struct json_node *json_get(const struct json_tree *tree, const struct json_node *node,
				 const char *key);

/* The first thing in a list or an object, and the one after it; NULL at the end. */
const struct json_node *json_first(const struct json_tree *tree, const struct json_node *node);
const struct json_node *json_after(const struct json_tree *tree, const struct json_node *parent,
				   const struct json_node *node);

/* A node's text ("" where it is no text or number) and its key. Borrowed, to be changed in place at will. */
char *json_node_text(const struct json_tree *tree, const struct json_node *node);
const char *json_node_key(const struct json_tree *tree, const struct json_node *node);

#endif
