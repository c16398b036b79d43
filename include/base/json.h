/* SPDX-License-Identifier: MIT */
/*
 * Writes one JSON document into a string: commas and escapes come out right by themselves. Knows JSON's
 * grammar only; what the keys mean is the caller's. A key is written as it stands: a plain word; NULL is for items of a
 * list and the document itself.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

#include <stdint.h>

struct json {
	struct str out;
	bool comma; /* the next item needs one before it */
};

#define JSON_INIT                                                                                  \
	{                                                                                          \
		.out = STR_INIT, .comma = false                                                    \
	}

void json_free(struct json *json);

void json_open_object(struct json *json, const char *key);
void json_close_object(struct json *json);
void json_open_list(struct json *json, const char *key);
void json_close_list(struct json *json);

/* Text is written as valid UTF-8 whatever it holds; NULL gives null. */
void json_text(struct json *json, const char *key, const char *text);

/* The same, and null too for "", what is not known. */
void json_known(struct json *json, const char *key, const char *text);
void json_int(struct json *json, const char *key, int64_t number);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

/* A number already written as decimal text, such as an amount; the caller's word that it is one. */
void json_number(struct json *json, const char *key, const char *decimal);

#endif
