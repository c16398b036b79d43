/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <limits.h>
#include <string.h>

#include "base/utf8.h"

size_t text_fit(const char *text, size_t len, int columns, int *width)
{
	size_t at = 0;

	*width = 0;
	while (at < len) {
		uint32_t code;
		int wide;
		size_t bytes = text_next(text + at, &code, &wide);

		if (*width + wide > columns)
			break;
		*width += wide;
		at += bytes;
	}
	return at;
}

int text_width(const char *text, size_t len)
{
	int width;

	text_fit(text, len, INT_MAX, &width);
	return width;
}

enum { UNIT_LENGTH_MAX = 4 };

/* "4.3 g", "50 min", "5 %", "24 Nov": a number and the short word behind it stay in one line. */
static bool is_bound(const char *text, size_t blank)
{
	const char *word = text + blank + 1;
	size_t len = strcspn(word, " \n.,;:)");

	return blank > 0 && text[blank - 1] >= '0' && text[blank - 1] <= '9' && len > 0 &&
	       len <= UNIT_LENGTH_MAX && (word[0] == '%' || (word[0] >= 'A' && word[0] <= 'z'));
}

/* The last blank up to there that may end a line; 0 for none. */
static size_t last_blank(const char *text, size_t cut)
{
	size_t any = 0;

	for (; cut > 0; cut--) {
		if (text[cut] != ' ')
			continue;
		if (!is_bound(text, cut))
			return cut;
		any = any > 0 ? any : cut;
	}
	return any;
}

size_t text_break(const char *text, int columns, const char **next)
{
	size_t line = strcspn(text, "\n");
	int width;
	size_t fit = text_fit(text, line, columns > 0 ? columns : 1, &width), cut;

	if (fit == line) {
		*next = text + line + (text[line] == '\n');
		return line;
	}
	cut = last_blank(text, fit);
	if (cut == 0) {
		uint32_t code;

		cut = fit > 0 ? fit : utf8_decode(text, &code);
		*next = text + cut;
		return cut;
	}
	*next = text + cut + strspn(text + cut, " ");
	return cut;
}

int text_rows(const char *text, int columns)
{
	int rows = 0;

	for (; *text != '\0'; rows++)
		text_break(text, columns, &text);
	return rows;
}
