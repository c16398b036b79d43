/* SPDX-License-Identifier: MIT */
/*
 * Taking an entry of a JSON document apart: every value that is not what it should be is told with its place, and the rest is
 * looked at all the same.
 */
#ifndef PICK_H
#define PICK_H

#include "base/json_tree.h"
#include "export/entries.h"

/* The state of a JSON format's reader, or the beginning of it; from mem_alloc, with these alone set. */
struct json_entries {
	struct json_reader reader;
	struct json_tree tree;
};

#define JSON_ENTRIES_INIT                                                                          \
	{                                                                                          \
		.reader = {.text = STR_INIT}, .tree = JSON_TREE_INIT                               \
	}

/* From the beginning of the document. */
MUST_USE bool json_entries_begin(struct entries *entries, struct err *err);

/* Frees the state; a format that owns more frees that before. */
void json_entries_close(struct entries *entries);
void json_entries_place(const struct entries *entries, struct str *out);

/* The line the entry just read begins in. */
int json_entries_line(const struct entries *entries);

/* Reads the next value at one of places into the tree; *which says at which. False at the end, or with err filled. */
MUST_USE bool json_entries_next(struct entries *entries, const char *const *places, size_t count,
				size_t *which, struct err *err);

/* One entry being taken apart. */
struct pick {
	struct entries *entries;
	const struct json_tree *tree;
	const struct json_node *in; /* the object values are taken from */
	char where[32];             /* of it within the entry: "levels[3]", or "" */
	bool good;                  /* nothing bad so far */
};

/* The entry just read. */
struct pick pick_entry(struct entries *entries);

/* True where the record read from the entry is good and valid; else it is told and counted. */
MUST_USE bool pick_take(struct pick *pick, struct record *record);

/* Tells what is wrong with the value of a key; NULL: with the whole. */
void pick_refuse(struct pick *pick, const char *key, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* The same for an error in words. */
void pick_refuse_err(struct pick *pick, const char *key, const struct err *err);

/* The value of a key; NULL where it is missing or null. */
const struct json_node *pick_node(const struct pick *pick, const char *key);

/* A list; NULL, and told, where it is none. */
const struct json_node *pick_list(struct pick *pick, const char *key);

/* A text, to be changed in place at will; "" where it is missing or null. */
char *pick_text(struct pick *pick, const char *key);

/* The same into a buffer; told where it does not fit. */
void pick_text_into(struct pick *pick, const char *key, char *buffer, size_t size);

/* A number of so many decimal places, as a whole number of the last; fallback where it is missing or null. */
int64_t pick_number(struct pick *pick, const char *key, int places, int64_t fallback);

/* The same into 32 bits; told where it is missing. */
int32_t pick_scaled(struct pick *pick, const char *key, int places);

/* Nano-units of an item of the list under a key; false, and told, where it is no number. */
MUST_USE bool pick_item(struct pick *pick, const char *key, const struct json_node *node,
			int64_t *nano);

/* A whole number from least to most. */
int64_t pick_whole(struct pick *pick, const char *key, int64_t least, int64_t most,
		   int64_t fallback);

bool pick_true(const struct pick *pick, const char *key);

/* Nano-units of a number of units. */
struct amount pick_amount(struct pick *pick, const char *key);

/* RFC 3339 with its offset, and a day; told where they are missing. */
void pick_time(struct pick *pick, const char *key, int64_t *utc, int16_t *utc_offset);
struct day pick_day(struct pick *pick, const char *key);

/* A list of words as one text, parted by blanks, added to out. */
void pick_words(struct pick *pick, const char *key, struct str *out);

#endif
