/* SPDX-License-Identifier: MIT */
#include "reading_kit.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Groups of vowels, without a silent e at the end; at least one. */
static int syllables_of(const char *word, size_t len)
{
	bool before = false;
	int count = 0;

	for (size_t i = 0; i < len; i++) {
		bool vowel = strchr("aeiouy", tolower((unsigned char)word[i])) != NULL;

		count += vowel && !before;
		before = vowel;
	}
	if (len > 2 && tolower((unsigned char)word[len - 1]) == 'e' &&
	    strchr("aeiouyl", tolower((unsigned char)word[len - 2])) == NULL)
		count--;
	return count > 0 ? count : 1;
}

void reading_measure(const char *text, struct reading_ease *ease)
{
	bool open = false;

	while (*text != '\0') {
		size_t len = 0;

		while (isalpha((unsigned char)text[len]) || text[len] == '\'')
			len++;
		if (len > 0) {
			ease->words++;
			ease->syllables += syllables_of(text, len);
			open = true;
			text += len;
			continue;
		}
		if (strchr(".?", *text) != NULL && open && (text[1] == ' ' || text[1] == '\0')) {
			ease->sentences++;
			open = false;
		}
		text++;
	}
	ease->sentences += open;
}

double reading_grade(const struct reading_ease *ease)
{
	return 0.39 * ease->words / ease->sentences + 11.8 * ease->syllables / ease->words - 15.59;
}
