/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>

#include "fields.h"
#include "wire.h"
#include "yaml/safety.h"

struct wire_question {
	char *id, *ask, *bodily;
};

struct wire_band {
	char *least, *most, *says;
};

struct wire_book {
	char *format, *intro, *bodily, *always;
	struct wire_question *questions;
	struct wire_band *bands;
	char **sources;
	unsigned questions_count, bands_count, sources_count;
};

static const cyaml_schema_value_t source_text = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, SAFETY_SOURCE_SIZE - 1),
};

static const cyaml_schema_field_t question_fields[] = {
	WIRE_TEXT(wire_question, id, NEEDED, SAFETY_ID_SIZE),
	WIRE_TEXT(wire_question, ask, NEEDED, SAFETY_ASK_SIZE),
	WIRE_TEXT(wire_question, bodily, MAY_BE, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t question_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_question, question_fields),
};

static const cyaml_schema_field_t band_fields[] = {
	WIRE_TEXT(wire_band, least, NEEDED, SHORT),
	WIRE_TEXT(wire_band, most, NEEDED, SHORT),
	WIRE_TEXT(wire_band, says, NEEDED, SELFCHECK_TEXT_SIZE),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t band_entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_band, band_fields),
};

static const cyaml_schema_field_t book_fields[] = {
	WIRE_TEXT(wire_book, format, NEEDED, SHORT),
	WIRE_TEXT(wire_book, intro, NEEDED, SELFCHECK_TEXT_SIZE),
	WIRE_TEXT(wire_book, bodily, NEEDED, SELFCHECK_TEXT_SIZE),
	WIRE_TEXT(wire_book, always, NEEDED, SELFCHECK_TEXT_SIZE),
	CYAML_FIELD_SEQUENCE("questions", NEEDED, struct wire_book, questions, &question_entry, 1,
			     SELFCHECK_MAX),
	CYAML_FIELD_SEQUENCE("bands", NEEDED, struct wire_book, bands, &band_entry, 1,
			     SELFCHECK_BAND_MAX),
	CYAML_FIELD_SEQUENCE("sources", NEEDED, struct wire_book, sources, &source_text, 1,
			     SAFETY_SOURCE_MAX),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t book_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_book, book_fields),
};

static void read_question(struct reading *reading, const struct node *map,
			  const struct wire_question *wire, struct selfcheck_question *question)
{
	value_word(reading, value_of(reading, map, "id", wire->id), question->id, SAFETY_ID_SIZE);
	value_text(reading, value_of(reading, map, "ask", wire->ask), question->ask,
		   SAFETY_ASK_SIZE);
	value_bool(reading, value_of(reading, map, "bodily", wire->bodily), &question->bodily);
}

static void read_band(struct reading *reading, const struct node *map, const struct wire_band *wire,
		      struct selfcheck_band *band)
{
	value_whole(reading, value_of(reading, map, "least", wire->least), 0, SELFCHECK_MAX,
		    &band->least);
	value_whole(reading, value_of(reading, map, "most", wire->most), 0, SELFCHECK_MAX,
		    &band->most);
	value_text(reading, value_of(reading, map, "says", wire->says), band->says,
		   SELFCHECK_TEXT_SIZE);
	if (band->most < band->least)
		value_wrong(reading, map, "'most' is below 'least'");
}

static void read_lists(struct reading *reading, const struct wire_book *wire,
		       struct selfcheck_book *book)
{
	const struct node *root = tree_root(reading->tree);
	const struct node *item = fields_first(reading, root, "questions");

	for (unsigned i = 0; item != NULL && i < wire->questions_count; i++) {
		read_question(reading, item, &wire->questions[i], &book->questions[book->count++]);
		item = tree_next(reading->tree, item);
	}
	item = fields_first(reading, root, "bands");
	for (unsigned i = 0; item != NULL && i < wire->bands_count; i++) {
		read_band(reading, item, &wire->bands[i], &book->bands[book->band_count++]);
		item = tree_next(reading->tree, item);
	}
	item = fields_first(reading, root, "sources");
	for (unsigned i = 0; item != NULL && i < wire->sources_count; i++) {
		value_word(reading, value_item(item, wire->sources[i]),
			   book->sources[book->source_count++], SAFETY_SOURCE_SIZE);
		item = tree_next(reading->tree, item);
	}
}

static void fill(struct reading *reading, const void *data, void *value)
{
	static const struct field texts[] = {
		{"intro", offsetof(struct wire_book, intro), offsetof(struct selfcheck_book, intro),
		 SELFCHECK_TEXT_SIZE, false},
		{"bodily", offsetof(struct wire_book, bodily),
		 offsetof(struct selfcheck_book, bodily), SELFCHECK_TEXT_SIZE, false},
		{"always", offsetof(struct wire_book, always),
		 offsetof(struct selfcheck_book, always), SELFCHECK_TEXT_SIZE, false},
	};

	fields_read(reading, tree_root(reading->tree), texts, sizeof(texts) / sizeof(texts[0]),
		    data, value);
	read_lists(reading, data, value);
}

bool selfcheck_book_read(const char *path, struct selfcheck_book *book, struct problems *problems,
			 struct err *err)
{
	static const struct file_format format = {
		.format = "taper-self-check/1", .schema = &book_schema, .fill = fill};
	struct selfcheck_book read = {.count = 0};

	if (!fields_read_file(path, &format, &read, problems, err)) {
		err->code = ERR_FORMAT;
		return false;
	}
	*book = read;
	return true;
}
