/* SPDX-License-Identifier: MIT */
#include "document.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document_parts.h"
#include "fields.h"

static const char *const paper_words[] = {"a4", "letter", NULL};
static const char *const block_words[] = {"heading", "paragraph", "facts", "chart", "table", NULL};

static_assert(sizeof(block_words) / sizeof(block_words[0]) == BLOCK_KINDS + 1, "one word a kind");

/* Everything that may be said of a block; which of it may be said of which is in the tables. */
struct block_parts {
	int kind;
	bool turn, bullet;
	const char *text, *caption, *mark;
	int64_t most, days, top;
	const struct json_node *facts;
	struct table_lists table;
	struct chart_lists chart;
};

#define KIND                                                                                       \
	{                                                                                          \
		.key = "kind", .kind = FIELD_WORD, .at = offsetof(struct block_parts, kind),       \
		.needed = true, .words = block_words                                               \
	}
#define TURN                                                                                       \
	{                                                                                          \
		.key = "turn", .kind = FIELD_YES, .at = offsetof(struct block_parts, turn)         \
	}
#define TEXT                                                                                       \
	{                                                                                          \
		.key = "text", .kind = FIELD_TEXT, .at = offsetof(struct block_parts, text),       \
		.needed = true                                                                     \
	}
#define LIST(name, place)                                                                          \
	{                                                                                          \
		.key = (name), .kind = FIELD_LIST, .at = offsetof(struct block_parts, place),      \
		.needed = true                                                                     \
	}
#define NUMBER(name, place)                                                                        \
	{                                                                                          \
		.key = (name), .kind = FIELD_NUMBER, .at = offsetof(struct block_parts, place)     \
	}

static const struct field heading_fields[] = {KIND, TURN, TEXT, {.key = NULL}};
static const struct field paragraph_fields[] = {
	KIND,
	TURN,
	TEXT,
	{.key = "bullet", .kind = FIELD_YES, .at = offsetof(struct block_parts, bullet)},
	{.key = NULL},
};
static const struct field facts_fields[] = {KIND, TURN, LIST("facts", facts), {.key = NULL}};
static const struct field chart_fields[] = {
	KIND,
	TURN,
	{.key = "caption", .kind = FIELD_TEXT, .at = offsetof(struct block_parts, caption)},
	NUMBER("days", days),
	NUMBER("top", top),
	LIST("amounts", chart.amounts),
	LIST("dates", chart.dates),
	LIST("way", chart.way),
	LIST("taken", chart.taken),
	{.key = NULL},
};
static const struct field table_fields[] = {
	KIND,
	TURN,
	NUMBER("most", most),
	{.key = "mark", .kind = FIELD_TEXT, .at = offsetof(struct block_parts, mark)},
	LIST("columns", table.columns),
	LIST("groups", table.groups),
	{.key = NULL},
};

static const struct fields block_fields[] = {
	{heading_fields, "a heading"}, {paragraph_fields, "a paragraph"}, {facts_fields, "facts"},
	{chart_fields, "a chart"},     {table_fields, "a table"},
};

static_assert(sizeof(block_fields) / sizeof(block_fields[0]) == BLOCK_KINDS, "keys of each kind");

static const struct field fact_fields[] = {
	{.key = "name", .kind = FIELD_TEXT, .at = offsetof(struct document_fact, name)},
	{.key = "text", .kind = FIELD_TEXT, .at = offsetof(struct document_fact, text)},
	{.key = NULL},
};
static const struct fields facts = {fact_fields, "a fact"};

struct document_parts {
	const char *format, *title, *footer, *made, *program;
	int paper;
	int64_t pages;
	const struct json_node *blocks;
};

#define HEAD_TEXT(name)                                                                            \
	{                                                                                          \
		.key = #name, .kind = FIELD_TEXT, .at = offsetof(struct document_parts, name),     \
		.needed = true                                                                     \
	}

static const struct field document_fields[] = {
	HEAD_TEXT(format),
	HEAD_TEXT(title),
	HEAD_TEXT(footer),
	HEAD_TEXT(made),
	HEAD_TEXT(program),
	{.key = "paper",
	 .kind = FIELD_WORD,
	 .at = offsetof(struct document_parts, paper),
	 .needed = true,
	 .words = paper_words},
	{.key = "pages", .kind = FIELD_NUMBER, .at = offsetof(struct document_parts, pages)},
	{.key = "blocks",
	 .kind = FIELD_LIST,
	 .at = offsetof(struct document_parts, blocks),
	 .needed = true},
	{.key = NULL},
};
static const struct fields document_keys = {document_fields, "a document of taper"};

static bool kind_of(const struct json_tree *tree, const struct json_node *node, int *kind,
		    struct err *err)
{
	const struct json_node *word = json_get(tree, node, "kind");

	for (*kind = 0; word != NULL && *kind < BLOCK_KINDS; ++*kind) {
		if (word->kind == JSON_TEXT &&
		    strcmp(json_node_text(tree, word), block_words[*kind]) == 0)
			return true;
	}
	return err_set(err, ERR_FORMAT, "line %d: this block is of no kind that is known",
		       node->line);
}

static bool read_facts(const struct json_tree *tree, const struct json_node *list,
		       struct document_block *block, struct err *err)
{
	struct fields_all all = {.size = sizeof(*block->facts), .most = DOCUMENT_ITEMS_MAX};
	bool done = fields_read_all(tree, list, &facts, &all, err);

	block->facts = all.items;
	block->fact_count = all.count;
	return done;
}

static bool read_block(const struct json_tree *tree, const struct json_node *node,
		       struct document_block *block, struct err *err)
{
	struct block_parts parts = {.text = "", .caption = "", .mark = ""};
	int kind;

	if (!kind_of(tree, node, &kind, err) ||
	    !fields_read(tree, node, &block_fields[kind], &parts, err))
		return false;
	*block = (struct document_block){
		.kind = (enum block_kind)kind,
		.turn = parts.turn,
		.bullet = parts.bullet,
		.text = parts.text,
		.chart = {.caption = parts.caption, .days = parts.days, .top = parts.top},
		.table = {.most = parts.most, .mark = parts.mark},
	};
	switch (block->kind) {
	case BLOCK_FACTS:
		return read_facts(tree, parts.facts, block, err);
	case BLOCK_CHART:
		return document_read_chart(tree, &parts.chart, &block->chart, err);
	case BLOCK_TABLE:
		return document_read_table(tree, &parts.table, &block->table, err);
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
	case BLOCK_KINDS:
		break;
	}
	return true;
}

/* "2026-11-21": it goes into the PDF's own words as it stands. */
static bool is_day(const char *text)
{
	static const char like[] = "0000-00-00";

	if (strlen(text) != sizeof(like) - 1)
		return false;
	for (size_t i = 0; like[i] != '\0'; i++) {
		if (like[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != like[i])
			return false;
	}
	return true;
}

/* Before anything else: another version has other keys. */
static bool is_of_this_format(const struct json_tree *tree, struct err *err)
{
	const struct json_node *format = json_get(tree, json_root(tree), "format");
	const char *text = format == NULL ? "" : json_node_text(tree, format);

	return strcmp(text, DOCUMENT_FORMAT) == 0 ||
	       err_set(err, ERR_FORMAT,
		       "the document is of the format '%.40s', and " DOCUMENT_FORMAT
		       " is read here; taper and taper-pdf are of different versions",
		       text);
}

static bool read_head(struct document *document, const struct json_node **blocks, struct err *err)
{
	struct document_parts parts = {.blocks = NULL};

	if (!is_of_this_format(&document->tree, err) ||
	    !fields_read(&document->tree, json_root(&document->tree), &document_keys, &parts, err))
		return false;
	if (!is_day(parts.made))
		return err_set(err, ERR_FORMAT, "'%.40s' is no day; such as 2026-11-21",
			       parts.made);
	document->title = parts.title;
	document->footer = parts.footer;
	document->made = parts.made;
	document->program = parts.program;
	document->paper = (enum document_paper)parts.paper;
	document->pages = parts.pages;
	*blocks = parts.blocks;
	return true;
}

static bool read_blocks(struct document *document, const struct json_node *list, struct err *err)
{
	const struct json_node *at = json_first(&document->tree, list);
	size_t count;

	if (!field_count(&document->tree, list, DOCUMENT_BLOCKS_MAX, &count, err))
		return false;
	document->blocks = mem_alloc(count, sizeof(*document->blocks));
	while (document->block_count < count) {
		struct document_block *block = &document->blocks[document->block_count++];

		if (!read_block(&document->tree, at, block, err))
			return false;
		at = json_after(&document->tree, list, at);
	}
	return true;
}

static bool read_tree(struct feed feed, struct json_tree *tree, struct err *err)
{
	struct json_reader reader;
	struct json_token token;
	bool done;

	json_read_begin(&reader, feed);
	done = json_next(&reader, &token, err);
	if (done && token.kind == JSON_END)
		done = err_set(err, ERR_FORMAT, "there is no document");
	done = done && json_tree_read(&reader, &token, tree, err) &&
	       json_next(&reader, &token, err);
	json_read_free(&reader);
	return done;
}

bool document_read(struct feed feed, struct document *document, struct err *err)
{
	struct document read = DOCUMENT_INIT;
	const struct json_node *blocks = NULL;

	if (!read_tree(feed, &read.tree, err) || !read_head(&read, &blocks, err) ||
	    !read_blocks(&read, blocks, err)) {
		document_free(&read);
		return false;
	}
	*document = read;
	return true;
}

void document_free(struct document *document)
{
	for (size_t i = 0; i < document->block_count; i++) {
		struct document_block *block = &document->blocks[i];

		free(block->facts);
		document_free_chart(&block->chart);
		document_free_table(&block->table);
	}
	free(document->blocks);
	json_tree_free(&document->tree);
	*document = (struct document)DOCUMENT_INIT;
}
