/* SPDX-License-Identifier: MIT */
#include "tags.h"

#include <string.h>

static bool has_word(const char *words, const char *word, size_t len)
{
	for (const char *at = words; *at != '\0'; at += *at == ' ' ? 1 : 0) {
		size_t n = strcspn(at, " ");

		if (n == len && memcmp(at, word, len) == 0)
			return true;
		at += n;
	}
	return false;
}

void tags_add(struct str *all, size_t from, const char *tags)
{
	for (const char *at = tags; *at != '\0'; at += *at == ' ' ? 1 : 0) {
		size_t n = strcspn(at, " ");

		if (n > 0 && !has_word(all->data + from, at, n)) {
			str_add(all, all->len > from ? " " : "");
			str_add_bytes(all, at, n);
		}
		at += n;
	}
}
