/* SPDX-License-Identifier: MIT */
#include "seek.h"

#include <ctype.h>
#include <string.h>

static bool has(const char *line, const char *word, size_t len)
{
	for (; *line != '\0'; line++) {
		size_t i = 0;

		while (i < len &&
		       tolower((unsigned char)line[i]) == tolower((unsigned char)word[i]))
			i++;
		if (i == len)
			return true;
	}
	return false;
}

bool seek_fits(const char *line, const char *words)
{
	for (words += strspn(words, " "); *words != '\0'; words += strspn(words, " ")) {
		size_t len = strcspn(words, " ");

		if (!has(line, words, len))
			return false;
		words += len;
	}
	return true;
}

int seek_item(const char *words, int count, int at, int by, seek_line *line, const void *context)
{
	struct str text = STR_INIT;
	int found = -1;

	for (int step = 1; step <= count && found < 0; step++) {
		int item = ((at + by * step) % count + count) % count;

		str_reset(&text);
		line(context, item, &text);
		if (seek_fits(text.data, words))
			found = item;
	}
	str_free(&text);
	return found;
}
