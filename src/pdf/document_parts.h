/* SPDX-License-Identifier: MIT */
/*
 * The two large blocks of a document while it is read. What was filled in is to be freed also where one is false.
 */
#ifndef DOCUMENT_PARTS_H
#define DOCUMENT_PARTS_H

#include "document.h"

/* The lists of a block, NULL where there is none. */
struct table_lists {
	const struct json_node *columns, *groups;
};
MUST_USE bool document_read_table(const struct json_tree *tree, const struct table_lists *lists,
				  struct document_table *table, struct err *err);
void document_free_table(struct document_table *table);

struct chart_lists {
	const struct json_node *amounts, *dates, *way, *taken;
};
MUST_USE bool document_read_chart(const struct json_tree *tree, const struct chart_lists *lists,
				  struct document_chart *chart, struct err *err);
void document_free_chart(struct document_chart *chart);

#endif
