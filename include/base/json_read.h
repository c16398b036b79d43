/* SPDX-License-Identifier: MIT */
/*
 * Reads JSON from a feed token by token and holds no more of it than one token. Numbers stay the text they are. What is read
 * is from strangers: depth and lengths are bounded, text is valid UTF-8 without a NUL. Knows JSON's grammar only.
 */
#ifndef BASE_JSON_READ_H
#define BASE_JSON_READ_H

#include "base/feed.h"
#include "base/str.h"

#include <stdint.h>

enum { JSON_DEPTH_MAX = 32, JSON_KEY_MAX = 127, JSON_NUMBER_MAX = 64, JSON_TEXT_MAX = 2097152 };

enum json_kind {
	JSON_END, /* of the document */
	JSON_OBJECT,
	JSON_OBJECT_END,
	JSON_LIST,
	JSON_LIST_END,
	JSON_TEXT,
	JSON_NUMBER,
	JSON_TRUE,
	JSON_FALSE,
	JSON_NULL
};

struct json_token {
	enum json_kind kind;
	const char *key;  /* in an object; else NULL. Borrowed, as text, until the next token */
	const char *text; /* of a text, without its quotes and escapes, or a number; else "" */
	size_t len;       /* of text */
	int line, column; /* where it begins, from 1; columns are bytes */
};

/* Where in the document a token stands. */
struct json_frame {
	bool is_list, any; /* any: something was in it already */
	int64_t index;     /* of the item, from 0 */
	char key[JSON_KEY_MAX + 1];
};

struct json_reader {
	struct feed feed;
	char *part; /* owned; what is looked at */
	size_t len, at;
	bool ended, begun;
	int line;
	int64_t line_begins;       /* bytes before it, */
	int64_t passed;            /* and before part */
	struct str text;           /* owned; of the token */
	struct json_frame *frames; /* owned */
	size_t depth;
};

/* Begins; a byte-order mark is passed over. To be freed. */
void json_read_begin(struct json_reader *reader, struct feed feed);
void json_read_free(struct json_reader *reader);

/* The next token; JSON_END again and again at the end. ERR_FORMAT with line and column where it is no JSON, or beyond a bound. */
MUST_USE bool json_next(struct json_reader *reader, struct json_token *token, struct err *err);

/*
 * The next value whose place is one of places: "doses[]" for each item of the list under that key, "a.b" for a key in an
 * object, "[]" for the items of a document that is a list. *which is its index; *token begins it, and is JSON_END where there
 * is no other. What is elsewhere is passed over.
 */
MUST_USE bool json_find(struct json_reader *reader, const char *const *places, size_t count,
			size_t *which, struct json_token *token, struct err *err);

/* Adds where the value last begun or ended stands: "doses[3].amount", or "" for the document. */
void json_add_place(const struct json_reader *reader, struct str *out);

#endif
