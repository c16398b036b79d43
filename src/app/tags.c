/* SPDX-License-Identifier: MIT */
#include "tags.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

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

void tags_add(char **all_tags, const char *tags)
{
	struct str all = STR_INIT;

	for (const char *at = tags; *at != '\0'; at += *at == ' ' ? 1 : 0) {
		size_t n = strcspn(at, " ");

		if (!has_word(all.len > 0 ? all.data : *all_tags, at, n)) {
			if (all.len == 0)
				str_add(&all, *all_tags);
			str_add(&all, all.len > 0 ? " " : "");
			str_add_bytes(&all, at, n);
		}
		at += n;
	}
	if (all.len == 0)
		return;
	free(*all_tags);
	*all_tags = str_take(&all);
}
