/* SPDX-License-Identifier: MIT */
#include "document_parts.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "fields.h"

static const char *const column_words[] = {"text", "figure", "strong", "box", "blank", NULL};
static const char *const mark_words[] = {"none", "step", "goal", "back", "change", NULL};

static_assert(sizeof(column_words) / sizeof(column_words[0]) == COLUMN_KINDS + 1,
	      "one word a kind");
static_assert(sizeof(mark_words) / sizeof(mark_words[0]) == MARK_COUNT + 1, "one word a mark");

static const struct field column_fields[] = {
	{.key = "head", .kind = FIELD_TEXT, .at = offsetof(struct document_column, head)},
	{.key = "below", .kind = FIELD_TEXT, .at = offsetof(struct document_column, below)},
	{.key = "kind",
	 .kind = FIELD_WORD,
	 .at = offsetof(struct document_column, kind),
	 .needed = true,
	 .words = column_words},
	{.key = NULL},
};

struct group_parts {
	const char *title, *note, *under;
	const struct json_node *rows;
};

static const struct field group_fields[] = {
	{.key = "title", .kind = FIELD_TEXT, .at = offsetof(struct group_parts, title)},
	{.key = "note", .kind = FIELD_TEXT, .at = offsetof(struct group_parts, note)},
	{.key = "under", .kind = FIELD_TEXT, .at = offsetof(struct group_parts, under)},
	{.key = "rows",
	 .kind = FIELD_LIST,
	 .at = offsetof(struct group_parts, rows),
	 .needed = true},
	{.key = NULL},
};

struct row_parts {
	const char *text, *over;
	int mark;
	bool strong;
	const struct json_node *cells;
};

static const struct field row_fields[] = {
	{.key = "text", .kind = FIELD_TEXT, .at = offsetof(struct row_parts, text)},
	{.key = "over", .kind = FIELD_TEXT, .at = offsetof(struct row_parts, over)},
	{.key = "mark",
	 .kind = FIELD_WORD,
	 .at = offsetof(struct row_parts, mark),
	 .words = mark_words},
	{.key = "strong", .kind = FIELD_YES, .at = offsetof(struct row_parts, strong)},
	{.key = "cells", .kind = FIELD_LIST, .at = offsetof(struct row_parts, cells)},
	{.key = NULL},
};

static const struct fields columns = {.fields = column_fields, .what = "a column"};
static const struct fields groups = {.fields = group_fields, .what = "a group of rows"};
static const struct fields rows = {.fields = row_fields, .what = "a row"};

/* A table while its rows are read: where the next cells go. */
struct filling {
	const struct json_tree *tree;
	const struct document_table *table;
	const char **next, **end;
};

static bool read_cells(struct filling *filling, const struct json_node *list,
		       struct document_row *row, struct err *err)
{
	const struct json_node *at = json_first(filling->tree, list);
	size_t count;

	if (!field_count(filling->tree, list, filling->table->column_count, &count, err))
		return false;
	if (count != filling->table->column_count || count > (size_t)(filling->end - filling->next))
		return err_set(err, ERR_FORMAT,
			       "line %d: a row has %zu cells where there are %zu columns",
			       list->line, count, filling->table->column_count);
	row->cells = filling->next;
	for (size_t i = 0; i < count; i++) {
		if (!field_text(filling->tree, at, filling->next++, err))
			return false;
		at = json_after(filling->tree, list, at);
	}
	return true;
}

static bool read_rows(struct filling *filling, const struct json_node *list,
		      struct document_group *group, struct err *err)
{
	const struct json_node *at = json_first(filling->tree, list);

	if (!field_count(filling->tree, list, DOCUMENT_ITEMS_MAX, &group->row_count, err))
		return false;
	group->rows = mem_alloc(group->row_count, sizeof(*group->rows));
	for (size_t i = 0; i < group->row_count; i++) {
		struct document_row *row = &group->rows[i];
		struct row_parts parts = {.mark = MARK_NONE};

		if (!fields_read(filling->tree, at, &rows, &parts, err))
			return false;
		row->text = parts.text;
		row->over = parts.over;
		row->mark = (enum row_mark)parts.mark;
		row->strong = parts.strong;
		if (parts.cells != NULL && !read_cells(filling, parts.cells, row, err))
			return false;
		at = json_after(filling->tree, list, at);
	}
	return true;
}

/* Cells of all rows: as many at most as there are things in the document. */
static size_t cells_of(const struct json_node *list)
{
	return list->end;
}

static bool read_groups(const struct json_tree *tree, const struct json_node *list,
			struct document_table *table, struct err *err)
{
	const struct json_node *at = json_first(tree, list);
	struct filling filling = {.tree = tree, .table = table};

	if (!field_count(tree, list, DOCUMENT_ITEMS_MAX, &table->group_count, err))
		return false;
	table->groups = mem_alloc(table->group_count, sizeof(*table->groups));
	table->cells = mem_alloc(cells_of(list), sizeof(*table->cells));
	filling.next = table->cells;
	filling.end = table->cells + cells_of(list);
	for (size_t i = 0; i < table->group_count; i++) {
		struct document_group *group = &table->groups[i];
		struct group_parts parts = {.rows = NULL};

		if (!fields_read(tree, at, &groups, &parts, err))
			return false;
		group->title = parts.title;
		group->note = parts.note;
		group->under = parts.under;
		if (!read_rows(&filling, parts.rows, group, err))
			return false;
		at = json_after(tree, list, at);
	}
	return true;
}

bool document_read_table(const struct json_tree *tree, const struct table_lists *lists,
			 struct document_table *table, struct err *err)
{
	const struct json_node *at = json_first(tree, lists->columns);

	if (!field_count(tree, lists->columns, DOCUMENT_COLUMNS_MAX, &table->column_count, err))
		return false;
	for (size_t i = 0; i < table->column_count; i++) {
		if (!fields_read(tree, at, &columns, &table->columns[i], err))
			return false;
		at = json_after(tree, lists->columns, at);
	}
	if (table->column_count == 0)
		return err_set(err, ERR_FORMAT, "line %d: a table has no columns",
			       lists->columns->line);
	return read_groups(tree, lists->groups, table, err);
}

void document_free_table(struct document_table *table)
{
	for (size_t i = 0; table->groups != NULL && i < table->group_count; i++)
		free(table->groups[i].rows);
	free(table->groups);
	free(table->cells);
}
