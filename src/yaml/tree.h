/* SPDX-License-Identifier: MIT */
/*
 * YAML text as a tree of nodes that know their places. A first pass that keeps hostile text away from everything after
 * it: bounded in size, depth and count; no aliases, anchors, tags or directives; one document. Knows nothing of schemas.
 */
#ifndef TREE_H
#define TREE_H

#include "base/problems.h"
#include "base/str.h"

enum { TREE_DEPTH_MAX = 32, TREE_EVENT_MAX = 50000, TREE_TEXT_MAX = 4096 };

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

/* From 1, in characters. */
struct place {
	int line, column;
};

/* Positions of nodes and texts are offsets, since both move while the tree grows. */
struct node {
	enum node_kind kind;
	bool bad;        /* a mistake was found here: as good as not there */
	bool spoiled;    /* one of its items is bad */
	struct place at; /* of the value */
	struct place key_at;
	size_t key;         /* in texts; 0 where the parent is no map */
	size_t text;        /* NODE_TEXT */
	size_t len;         /* bytes of the text */
	size_t first, next; /* nodes; 0 for none */
};

struct tree {
	struct str source;  /* the text as it was read, without a byte-order mark */
	struct node *nodes; /* owned; the first is the root */
	size_t count, cap;
	struct str texts;
};

#define TREE_INIT                                                                                  \
	{                                                                                          \
		.source = STR_INIT, .texts = STR_INIT                                              \
	}

void tree_free(struct tree *tree);

/* Reads len bytes of text into an empty tree. On false the mistake is in problems; the tree is to be freed in any case. */
MUST_USE bool tree_parse(const char *text, size_t len, struct tree *tree,
			 struct problems *problems);

/* What follows is borrowed until tree_free. Bad nodes are passed over by all but tree_first_any and tree_next_any. */
struct node *tree_root(const struct tree *tree);
struct node *tree_first(const struct tree *tree, const struct node *parent);
struct node *tree_next(const struct tree *tree, const struct node *node);
struct node *tree_first_any(const struct tree *tree, const struct node *parent);
struct node *tree_next_any(const struct tree *tree, const struct node *node);

/* The item of a map with this key, or NULL; also for a map of NULL. */
struct node *tree_get(const struct tree *tree, const struct node *map, const char *key);

const char *tree_key(const struct tree *tree, const struct node *node);
const char *tree_text(const struct tree *tree, const struct node *node);

/* True where an item of the map that is bad was most likely meant to have this key. */
bool tree_misspelt(const struct tree *tree, const struct node *map, const char *key);

#endif
