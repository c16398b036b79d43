/* SPDX-License-Identifier: MIT */
/*
 * JSON objects into structs by tables of their keys. A key that is not known, missing, or of another kind is an error.
 */
#ifndef FIELDS_H
#define FIELDS_H

#include "base/json_tree.h"

enum field_kind {
	FIELD_TEXT,   /* const char *; "" where it is left out */
	FIELD_WORD,   /* int: its index in words */
	FIELD_NUMBER, /* int64_t, whole, from 0 to FIELD_NUMBER_MAX */
	FIELD_YES,    /* bool */
	FIELD_LIST    /* const struct json_node * */
};

#define FIELD_NUMBER_MAX INT64_C(1000000000000000)

struct field {
	const char *key;
	enum field_kind kind;
	size_t at;                /* offsetof in the struct */
	bool needed;              /* else it may be left out, and its place stays as it is */
	const char *const *words; /* ended by NULL */
};

struct fields {
	const struct field *fields; /* ended by a key of NULL */
	const char *what;           /* "a column" */
};

/* Fills *into, whose places hold what is usual. Texts are borrowed from the tree. ERR_FORMAT. */
MUST_USE bool fields_read(const struct json_tree *tree, const struct json_node *node,
			  const struct fields *fields, void *into, struct err *err);

/* Each thing in a list (NULL: none) likewise, into an array that is to be freed; also where this is false. */
struct fields_all {
	size_t size, most; /* of one in bytes; how many */
	void *items;
	size_t count;
};
MUST_USE bool fields_read_all(const struct json_tree *tree, const struct json_node *list,
			      const struct fields *fields, struct fields_all *all, struct err *err);

/* The text of a node as it may be printed. ERR_FORMAT. */
MUST_USE bool field_text(const struct json_tree *tree, const struct json_node *node,
			 const char **text, struct err *err);

/* Things in a list; a node of NULL has none. ERR_FORMAT where there are more than most. */
MUST_USE bool field_count(const struct json_tree *tree, const struct json_node *list, size_t most,
			  size_t *count, struct err *err);

/* A whole number. ERR_FORMAT. */
MUST_USE bool field_number(const struct json_tree *tree, const struct json_node *node,
			   int64_t *number, struct err *err);

#endif
