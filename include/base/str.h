/* SPDX-License-Identifier: MIT */
/*
 * A string that grows. Invariants: after STR_INIT or str_in and after every call, data is a valid, zero-terminated
 * string of len bytes; an empty one owns no memory. Knows bytes only,
 * nothing of characters or columns: that is utf8.h.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/err.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	char *data;
	size_t len;
	size_t cap;
	bool lent; /* data is the caller's room */
};

extern char str_empty[1];

#define STR_INIT                                                                                   \
	{                                                                                          \
		.data = str_empty, .len = 0, .cap = 0                                              \
	}

/*
 * An empty string in room of the caller's, size bytes that live longer than it: it owns memory only where it outgrows them. For
 * what is made anew for every picture. str_free as always; never to be copied to where the room is not.
 */
struct str str_in(char *room, size_t size);

/* Frees the memory; the string is empty and can be used again. */
void str_free(struct str *str);

/* Length zero, memory kept. */
void str_reset(struct str *str);

/* Cuts to the first len bytes; len must not be larger than it is. */
void str_cut(struct str *str, size_t len);

void str_add(struct str *str, const char *text);
void str_add_bytes(struct str *str, const char *bytes, size_t len);
void str_add_number(struct str *str, int64_t number);
void str_add_repeat(struct str *str, const char *text, size_t times);
void str_addf(struct str *str, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Memory for more bytes and the zero behind them. */
void str_grow(struct str *str, size_t more);

/*
 * Where more bytes can be written at the end of the string, the zero behind them not counted; str_wrote then says how
 * many there are. Valid until the string changes. Here in full, since nearly all text of the program is written by these.
 */
static inline char *str_room(struct str *str, size_t more)
{
	if (more >= str->cap - str->len)
		str_grow(str, more);
	return str->data + str->len;
}

static inline void str_wrote(struct str *str, size_t len)
{
	assert(len < str->cap - str->len);
	str->len += len;
	str->data[str->len] = '\0';
}

static inline void str_add_char(struct str *str, char c)
{
	*str_room(str, 1) = c;
	str_wrote(str, 1);
}

/* Adds rest, which is empty afterwards; to an empty string the memory it owns is handed over. */
void str_append(struct str *str, struct str *rest);

/* Hands the memory over (free with free(); never NULL); the string is empty afterwards. */
char *str_take(struct str *str);

/* True where text begins with prefix. */
bool str_starts(const char *text, const char *prefix);

/* The candidate nearest to word by edit distance, or NULL where none is near enough to be meant. */
const char *str_nearest(const char *word, const char *const *candidates, size_t count);

/*
 * Copies text into a buffer of size bytes. False, with the buffer untouched, where it does not fit:
 * over-long input is an error, never cut silently.
 */
MUST_USE bool str_copy(char *buf, size_t size, const char *text);

#endif
