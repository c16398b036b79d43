/* SPDX-License-Identifier: MIT */
#include "quote.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "guard.h"

static void add_character(uint32_t code, struct str *out)
{
	if (code == '"' || code == '\\')
		str_addf(out, "\\%c", (char)code);
	else if (code == '\n')
		str_add(out, "\\n");
	else if (code == '\t')
		str_add(out, "\\t");
	else if (guard_control(code) || code == 0xFEFF)
		str_addf(out, "\\u%04X", (unsigned)code);
	else
		utf8_add(out, code);
}

void quote_always(const char *text, struct str *out)
{
	str_add_char(out, '"');
	while (*text != '\0') {
		uint32_t code;

		text += utf8_decode(text, &code);
		add_character(code, out);
	}
	str_add_char(out, '"');
}

/* Words that other YAML readers take for a truth value or nothing. */
static bool has_other_meaning(const char *text)
{
	static const char *const words[] = {"null", "true", "false", "yes", "no",
					    "on",   "off",  "y",     "n"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t len = strlen(words[i]);

		if (strlen(text) != len)
			continue;
		for (size_t k = 0; k < len && tolower((unsigned char)text[k]) == words[i][k]; k++) {
			if (k + 1 == len)
				return true;
		}
	}
	return false;
}

static bool is_plain(const char *text)
{
	size_t len = strlen(text);

	if (len == 0 || !isalpha((unsigned char)text[0]) || text[len - 1] == ' ')
		return false;
	for (size_t i = 0; i < len; i++) {
		if (!isalnum((unsigned char)text[i]) && strchr(" _.-/()", text[i]) == NULL)
			return false;
	}
	return !has_other_meaning(text);
}

void quote_where_needed(const char *text, struct str *out)
{
	if (is_plain(text))
		str_add(out, text);
	else
		quote_always(text, out);
}
