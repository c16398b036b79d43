/* SPDX-License-Identifier: MIT */
/*
 * YAML text into the plain structures a schema describes: the bounded first pass, the check of structure, then libcyaml.
 * What comes out holds texts only; value.h reads them.
 */
#ifndef LOAD_H
#define LOAD_H

#include <cyaml/cyaml.h>

#include "base/problems.h"
#include "tree.h"

struct loaded {
	struct tree tree;
	const cyaml_schema_value_t *schema;
	void *data; /* of the schema's type; what the tree has no good node for is not to be used */
};

#define LOADED_INIT                                                                                \
	{                                                                                          \
		.tree = TREE_INIT                                                                  \
	}

/*
 * Loads len bytes of text that say to be of that format ("taper-plan/1"). With mistakes of structure only, data holds what
 * could be read all the same, so that the mistakes of the values can be told too; false where there is nothing to go on
 * with, another format among that. All are in problems. To be freed in any case.
 */
MUST_USE bool load_text(const struct str *text, const char *format,
			const cyaml_schema_value_t *schema, struct loaded *loaded,
			struct problems *problems);

void load_free(struct loaded *loaded);

/* Sorts the problems and sets err to a summary of them. Always false. */
bool load_refuse(struct problems *problems, struct err *err);

/* Adds what was found to problems; found is empty afterwards. */
void load_hand_over(struct problems *found, struct problems *problems);

#endif
