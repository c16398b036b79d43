/* SPDX-License-Identifier: MIT */
/*
 * A tree against the schema that libcyaml will load it with, so that every mistake of structure is told with its place
 * and not only the first. Knows schemas of texts, lists and maps; what a text means is value.h's.
 */
#ifndef CHECK_H
#define CHECK_H

#include <cyaml/cyaml.h>

#include "base/problems.h"
#include "tree.h"

/*
 * Adds unknown, missing and double keys, wrong kinds, and what is too long, too many or empty; marks the nodes that are
 * bad. True where nothing was found.
 */
bool check_tree(struct tree *tree, const cyaml_schema_value_t *schema, struct problems *problems);

/*
 * Adds to out, as YAML, what is left of the tree without its bad nodes; a missing key that the schema insists on gets a
 * stand-in, which no node of the tree stands for.
 */
void check_mend(const struct tree *tree, const cyaml_schema_value_t *schema, struct str *out);

#endif
