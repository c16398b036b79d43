/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include <assert.h>
#include <string.h>

#include <yaml.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "guard.h"

/* A map or list that is open. */
struct open {
	size_t node, last; /* last: its newest item, 0 for none */
	size_t key;        /* of the value that comes next; 0 where a key comes next */
	struct place key_at;
};

struct builder {
	struct tree *tree;
	struct problems *problems;
	struct open open[TREE_DEPTH_MAX];
	size_t depth, events, documents;
};

static struct place place_of(yaml_mark_t mark)
{
	return (struct place){.line = (int)mark.line + 1, .column = (int)mark.column + 1};
}

static bool refuse(struct builder *builder, yaml_mark_t mark, const char *what)
{
	struct place at = place_of(mark);

	problems_add(builder->problems, at.line, at.column, "%s", what);
	return false;
}

/* Escapes inside quotes can name characters that the text itself may not have. */
static bool scalar_harmless(const char *text, size_t len)
{
	size_t at = 0;

	if (memchr(text, '\0', len) != NULL)
		return false;
	while (at < len) {
		uint32_t code;

		at += utf8_decode(text + at, &code);
		if (guard_control(code))
			return false;
	}
	return true;
}

/* Offset 0 stands for "no text", so the first byte is never used. */
static size_t keep_text(struct tree *tree, const char *text, size_t len)
{
	size_t at;

	if (tree->texts.len == 0)
		str_add_bytes(&tree->texts, "", 1);
	at = tree->texts.len;
	str_add_bytes(&tree->texts, text, len);
	str_add_bytes(&tree->texts, "", 1);
	return at;
}

static size_t add_node(struct builder *builder, struct node node)
{
	struct tree *tree = builder->tree;
	size_t index = tree->count;

	tree->nodes = mem_grow(tree->nodes, &tree->cap, tree->count + 1, sizeof(*tree->nodes));
	tree->nodes[tree->count++] = node;
	if (builder->depth > 0) {
		struct open *open = &builder->open[builder->depth - 1];

		tree->nodes[index].key = open->key;
		tree->nodes[index].key_at = open->key_at;
		if (open->last == 0)
			tree->nodes[open->node].first = index;
		else
			tree->nodes[open->last].next = index;
		open->last = index;
		open->key = 0;
	}
	return index;
}

static bool wants_key(const struct builder *builder)
{
	const struct open *open;

	if (builder->depth == 0)
		return false;
	open = &builder->open[builder->depth - 1];
	return builder->tree->nodes[open->node].kind == NODE_MAP && open->key == 0;
}

static bool take_scalar(struct builder *builder, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;

	if (len > TREE_TEXT_MAX)
		return refuse(builder, event->start_mark, "a text of more than 4096 bytes");
	if (!scalar_harmless(text, len))
		return refuse(builder, event->start_mark, "a text with a control character in it");
	if (wants_key(builder)) {
		struct open *open = &builder->open[builder->depth - 1];

		open->key = keep_text(builder->tree, text, len);
		open->key_at = place_of(event->start_mark);
		return true;
	}
	add_node(builder, (struct node){.kind = NODE_TEXT,
					.at = place_of(event->start_mark),
					.text = keep_text(builder->tree, text, len),
					.len = len});
	return true;
}

static bool take_open(struct builder *builder, const yaml_event_t *event, enum node_kind kind)
{
	size_t index;

	if (builder->depth == TREE_DEPTH_MAX)
		return refuse(builder, event->start_mark,
			      "lists and keys are nested more than 32 deep");
	if (wants_key(builder))
		return refuse(builder, event->start_mark,
			      "a list or a group of keys where a key is wanted");
	index = add_node(builder, (struct node){.kind = kind, .at = place_of(event->start_mark)});
	builder->open[builder->depth++] = (struct open){.node = index};
	return true;
}

/* Aliases and what leads to them could make a small file huge; tags are for programs, not for people. */
static bool named_or_tagged(const yaml_event_t *event)
{
	switch ((int)event->type) {
	case YAML_ALIAS_EVENT:
		return true;
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor != NULL ||
		       event->data.sequence_start.tag != NULL;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor != NULL ||
		       event->data.mapping_start.tag != NULL;
	}
	return false;
}

static bool take_event(struct builder *builder, const yaml_event_t *event)
{
	if (++builder->events > TREE_EVENT_MAX)
		return refuse(builder, event->start_mark,
			      "the file has more than 50000 lists, keys and texts");
	if (named_or_tagged(event))
		return refuse(builder, event->start_mark,
			      "'&', '*' and '!' in front of a text have a meaning of their own in "
			      "YAML, which is not allowed here; quote the text");
	switch ((int)event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (builder->documents++ > 0)
			return refuse(builder, event->start_mark,
				      "a second document; a file has only one");
		return true;
	case YAML_SCALAR_EVENT:
		return take_scalar(builder, event);
	case YAML_SEQUENCE_START_EVENT:
		return take_open(builder, event, NODE_LIST);
	case YAML_MAPPING_START_EVENT:
		return take_open(builder, event, NODE_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		assert(builder->depth > 0);
		builder->depth--;
		return true;
	}
	return true;
}

struct wording {
	const char *theirs, *ours;
};

static const struct wording wordings[] = {
	{"found character that cannot start any token",
	 "a tab, '@' or '`' can't begin anything; indent with blanks, quote the text"},
	{"mapping values are not allowed in this context",
	 "a ':' that is not expected here; quote a text that has one"},
	{"found unexpected end of stream", "a quote that is opened here is never closed"},
	{"did not find expected ',' or '}'", "a ',' or '}' is missing here or before"},
	{"did not find expected ',' or ']'", "a ',' or ']' is missing here or before"},
	{"did not find expected key", "a key is wanted; see the blanks in front of this line"},
	{"did not find expected '-' indicator",
	 "a '-' is wanted; see the blanks in front of this line"},
	{"could not find expected ':'", "a ':' after the key is missing here or before"},
	{"did not find expected node content", "a value is wanted here"},
	{"did not find expected <document start>",
	 "this goes with nothing before it; see the quotes and braces above"},
	{"found unknown escape character", "a '\\' inside double quotes that means nothing"},
};

static const char *word_for(const char *theirs)
{
	for (size_t i = 0; i < sizeof(wordings) / sizeof(wordings[0]); i++) {
		if (strcmp(theirs, wordings[i].theirs) == 0)
			return wordings[i].ours;
	}
	return theirs;
}

static bool syntax_mistake(struct builder *builder, const yaml_parser_t *parser)
{
	const char *theirs = parser->problem != NULL ? parser->problem : "it can't be read";
	bool unclosed = strcmp(theirs, "found unexpected end of stream") == 0;
	struct place at = place_of(unclosed ? parser->context_mark : parser->problem_mark);

	if (parser->error == YAML_MEMORY_ERROR)
		theirs = "not enough memory";
	problems_add(builder->problems, at.line, at.column, "%s", word_for(theirs));
	return false;
}

static bool build(struct builder *builder, yaml_parser_t *parser)
{
	for (;;) {
		yaml_event_t event;
		bool ok, over;

		if (yaml_parser_parse(parser, &event) == 0)
			return syntax_mistake(builder, parser);
		over = event.type == YAML_STREAM_END_EVENT;
		ok = take_event(builder, &event);
		yaml_event_delete(&event);
		if (!ok || over)
			return ok;
	}
}

bool tree_parse(const char *text, size_t len, struct tree *tree, struct problems *problems)
{
	struct builder builder = {.tree = tree, .problems = problems};
	size_t mark = guard_mark_size(text, len);
	yaml_parser_t parser;
	bool ok;

	if (!guard_text(text + mark, len - mark, problems))
		return false;
	str_add_bytes(&tree->source, text + mark, len - mark);
	if (yaml_parser_initialize(&parser) == 0) {
		problems_add(problems, 0, 0, "not enough memory to read the file");
		return false;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)tree->source.data,
				     tree->source.len);
	ok = build(&builder, &parser);
	yaml_parser_delete(&parser);
	if (ok && tree->count == 0) {
		problems_add(problems, 1, 1, "the file is empty");
		return false;
	}
	return ok;
}
