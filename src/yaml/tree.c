/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* So that a map of very many unknown keys costs no more than one of some. */
enum { TRIED_MAX = 100 };

void tree_free(struct tree *tree)
{
	str_free(&tree->source);
	str_free(&tree->texts);
	free(tree->nodes);
	*tree = (struct tree)TREE_INIT;
}

struct node *tree_root(const struct tree *tree)
{
	return &tree->nodes[0];
}

struct node *tree_first_any(const struct tree *tree, const struct node *parent)
{
	return parent->first == 0 ? NULL : &tree->nodes[parent->first];
}

struct node *tree_next_any(const struct tree *tree, const struct node *node)
{
	return node->next == 0 ? NULL : &tree->nodes[node->next];
}

static struct node *good_from(const struct tree *tree, struct node *node)
{
	while (node != NULL && node->bad)
		node = tree_next_any(tree, node);
	return node;
}

struct node *tree_first(const struct tree *tree, const struct node *parent)
{
	return good_from(tree, tree_first_any(tree, parent));
}

struct node *tree_next(const struct tree *tree, const struct node *node)
{
	return good_from(tree, tree_next_any(tree, node));
}

struct node *tree_get(const struct tree *tree, const struct node *map, const char *key)
{
	struct node *node = map == NULL ? NULL : tree_first(tree, map);

	while (node != NULL && strcmp(tree_key(tree, node), key) != 0)
		node = tree_next(tree, node);
	return node;
}

const char *tree_key(const struct tree *tree, const struct node *node)
{
	return tree->texts.data + node->key;
}

const char *tree_text(const struct tree *tree, const struct node *node)
{
	return tree->texts.data + node->text;
}

bool tree_misspelt(const struct tree *tree, const struct node *map, const char *key)
{
	size_t tried = 0;

	for (struct node *node = tree_first_any(tree, map); node != NULL && tried < TRIED_MAX;
	     node = tree_next_any(tree, node)) {
		if (node->bad && tried++ < TRIED_MAX &&
		    str_nearest(tree_key(tree, node), &key, 1) != NULL)
			return true;
	}
	return false;
}
