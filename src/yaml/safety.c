/* SPDX-License-Identifier: MIT */
#include "yaml/safety.h"

#include <stddef.h>
#include <string.h>

#include "fields.h"
#include "file.h"
#include "wire.h"

struct wire_question {
	char *id, *name, *gate, *ask, *why, *whom;
	char **sources;
	unsigned sources_count;
};

struct wire_book {
	char *format;
	char **consent;
	struct wire_question *questions;
	unsigned consent_count, questions_count;
};

static const cyaml_schema_value_t source_text = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, SAFETY_SOURCE_SIZE - 1),
};

static const cyaml_schema_value_t consent_text = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, SAFETY_CONSENT_SIZE - 1),
};

#define TEXT(key, size) CYAML_FIELD_STRING_PTR(#key, NEEDED, struct wire_question, key, 1, (size)-1)

static const cyaml_schema_field_t question_fields[] = {
	TEXT(id, SAFETY_ID_SIZE),
	TEXT(name, SAFETY_NAME_SIZE),
	TEXT(gate, SHORT),
	TEXT(ask, SAFETY_ASK_SIZE),
	TEXT(why, SAFETY_WHY_SIZE),
	TEXT(whom, SAFETY_ASK_SIZE),
	CYAML_FIELD_SEQUENCE("sources", MAY_BE, struct wire_question, sources, &source_text, 1,
			     SAFETY_SOURCE_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t question_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_question, question_fields),
};

static const cyaml_schema_field_t book_fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_book, format, 1, SHORT),
	CYAML_FIELD_SEQUENCE("consent", NEEDED, struct wire_book, consent, &consent_text, 1,
			     SAFETY_CONSENT_MAX),
	CYAML_FIELD_SEQUENCE("questions", NEEDED, struct wire_book, questions, &question_entry, 1,
			     SAFETY_QUESTION_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t book_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_book, book_fields),
};

#define FIELD(key, is_word)                                                                        \
	{                                                                                          \
#key, offsetof(struct wire_question, key), offsetof(struct safety_question, key),  \
			sizeof(((struct safety_question *)NULL)->key), is_word                     \
	}

static const struct field texts[] = {
	FIELD(id, true),   FIELD(name, false), FIELD(ask, false),
	FIELD(why, false), FIELD(whom, false),
};

static void read_question(struct reading *reading, const struct node *map,
			  const struct wire_question *wire, struct safety_book *book)
{
	static const char *const gates[] = {
		[SAFETY_STOP] = "stop",
		[SAFETY_ASK] = "ask",
		[SAFETY_NOTE] = "note",
	};
	struct safety_question *question = &book->questions[book->count];
	const struct node *item = fields_first(reading, map, "sources");
	size_t gate = SAFETY_STOP;

	fields_read(reading, map, texts, sizeof(texts) / sizeof(texts[0]), wire, question);
	value_choice(reading, value_of(reading, map, "gate", wire->gate), gates, SAFETY_GATE_COUNT,
		     &gate);
	question->gate = (enum safety_gate)gate;
	for (unsigned i = 0; item != NULL && i < wire->sources_count; i++) {
		value_word(reading, value_item(item, wire->sources[i]),
			   question->sources[question->source_count++], SAFETY_SOURCE_SIZE);
		item = tree_next(reading->tree, item);
	}
	if (question->id[0] != '\0' && safety_find(book, question->id) < book->count)
		value_wrong(reading, map, "a question with the id '%s' is there already",
			    question->id);
	book->count++;
}

static void fill(struct reading *reading, const void *data, void *value)
{
	const struct wire_book *wire = data;
	const struct node *root = tree_root(reading->tree);
	const struct node *item = fields_first(reading, root, "consent");
	struct safety_book *book = value;

	for (unsigned i = 0; item != NULL && i < wire->consent_count; i++) {
		value_text(reading, value_item(item, wire->consent[i]),
			   book->consent[book->consent_count++], SAFETY_CONSENT_SIZE);
		item = tree_next(reading->tree, item);
	}
	item = fields_first(reading, root, "questions");
	for (unsigned i = 0; item != NULL && i < wire->questions_count; i++) {
		read_question(reading, item, &wire->questions[i], book);
		item = tree_next(reading->tree, item);
	}
}

/* FNV-1a: nobody gains by two files of the same mark, as whoever writes the file writes the questions. */
bool safety_book_mark(const char *path, char *mark, struct err *err)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t hash = 0xCBF29CE484222325;
	struct str text = STR_INIT;

	if (!file_load(path, &text, err))
		return false;
	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001B3;
	str_free(&text);
	for (size_t i = 0; i < SAFETY_MARK_SIZE - 1; i++)
		mark[i] = digits[hash >> (60 - 4 * i) & 0xF];
	mark[SAFETY_MARK_SIZE - 1] = '\0';
	return true;
}

bool safety_book_read(const char *path, struct safety_book *book, struct problems *problems,
		      struct err *err)
{
	static const struct file_format format = {
		.format = "taper-safety/1", .schema = &book_schema, .fill = fill};
	struct safety_book read = {.count = 0};

	if (!fields_read_file(path, &format, &read, problems, err)) {
		err->code = ERR_FORMAT;
		return false;
	}
	*book = read;
	return true;
}
