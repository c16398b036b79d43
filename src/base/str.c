/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What every empty string points at; nothing ever writes to it, since its room is 0. */
char str_empty[1];

struct str str_in(char *room, size_t size)
{
	assert(size > 0);
	room[0] = '\0';
	return (struct str){.data = room, .cap = size, .lent = true};
}

static bool owns(const struct str *str)
{
	return str->cap > 0 && !str->lent;
}

void str_free(struct str *str)
{
	if (owns(str))
		free(str->data);
	*str = (struct str)STR_INIT;
}

void str_reset(struct str *str)
{
	str->len = 0;
	if (str->cap > 0)
		str->data[0] = '\0';
}

void str_cut(struct str *str, size_t len)
{
	assert(len <= str->len);
	str->len = len;
	if (str->cap > 0)
		str->data[len] = '\0';
}

void str_grow(struct str *str, size_t more)
{
	const char *lent = str->lent ? str->data : NULL;

	str->data = mem_grow(owns(str) ? str->data : NULL, &str->cap, str->len + more + 1, 1);
	if (lent != NULL)
		memcpy(str->data, lent, str->len + 1);
	str->lent = false;
}

void str_add_bytes(struct str *str, const char *bytes, size_t len)
{
	if (len == 0)
		return;
	memcpy(str_room(str, len), bytes, len);
	str_wrote(str, len);
}

void str_add(struct str *str, const char *text)
{
	str_add_bytes(str, text, strlen(text));
}

void str_add_number(struct str *str, int64_t number)
{
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	char digits[20];
	char *end = digits + sizeof(digits), *at = end;

	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--at = '-';
	str_add_bytes(str, at, (size_t)(end - at));
}

void str_add_repeat(struct str *str, const char *text, size_t times)
{
	size_t len = strlen(text);
	char *at;

	if (len == 0 || times == 0)
		return;
	at = str_room(str, len * times);
	if (len == 1)
		memset(at, text[0], times);
	for (size_t i = 0; len > 1 && i < times; i++)
		memcpy(at + i * len, text, len);
	str_wrote(str, len * times);
}

/* Most texts fit into the room there is, and are formatted once. */
void str_addf(struct str *str, const char *fmt, ...)
{
	size_t room = str->cap > 0 ? str->cap - str->len : 0;
	va_list args, again;
	int len;

	va_start(args, fmt);
	va_copy(again, args);
	len = vsnprintf(room > 0 ? str->data + str->len : NULL, room, fmt, args);
	va_end(args);
	assert(len >= 0);
	if (len > 0 && (size_t)len >= room)
		vsnprintf(str_room(str, (size_t)len), (size_t)len + 1, fmt, again);
	str->len += (size_t)len;
	va_end(again);
}

void str_append(struct str *str, struct str *rest)
{
	if (str->len == 0 && !rest->lent) {
		str_free(str);
		*str = *rest;
		*rest = (struct str)STR_INIT;
		return;
	}
	str_add_bytes(str, rest->data, rest->len);
	str_free(rest);
}

char *str_take(struct str *str)
{
	char *data = owns(str) ? str->data : mem_dup(str->data);

	*str = (struct str)STR_INIT;
	return data;
}

bool str_starts(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

enum { NEAREST_MAX = 32 };

static size_t smallest_of(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Levenshtein's distance by rows; words longer than NEAREST_MAX are never near. */
static size_t distance(const char *a, const char *b)
{
	size_t row[NEAREST_MAX + 1];
	size_t len_a = strlen(a), len_b = strlen(b);

	if (len_a > NEAREST_MAX || len_b > NEAREST_MAX)
		return NEAREST_MAX;
	for (size_t j = 0; j <= len_b; j++)
		row[j] = j;
	for (size_t i = 1; i <= len_a; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= len_b; j++) {
			size_t above = row[j];

			row[j] = smallest_of(above + 1, row[j - 1] + 1,
					     diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
			diagonal = above;
		}
	}
	return row[len_b];
}

const char *str_nearest(const char *word, const char *const *candidates, size_t count)
{
	const char *nearest = NULL;
	size_t limit = strlen(word) / 3 + 1;
	size_t least = limit + 1;

	for (size_t i = 0; i < count; i++) {
		size_t d = distance(word, candidates[i]);

		if (d < least && d < strlen(candidates[i])) {
			least = d;
			nearest = candidates[i];
		}
	}
	return nearest;
}

bool str_copy(char *buf, size_t size, const char *text)
{
	size_t len = strlen(text);

	if (len >= size)
		return false;
	memcpy(buf, text, len + 1);
	return true;
}
