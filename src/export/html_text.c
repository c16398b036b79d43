/* SPDX-License-Identifier: MIT */
#include "html_parts.h"

#include <string.h>

#include "base/utf8.h"

#include "csv_guard.h"

static const char *entity_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	}
	return NULL;
}

void html_add_text(struct str *out, const char *text)
{
	struct str clean = STR_INIT;
	const char *at;

	utf8_add_clean(&clean, text);
	/* A browser passes blanks at the front over, and so does what reads the page as cells. */
	at = clean.data + strspn(clean.data, " ");
	if (text_needs_guard(at))
		str_add(out, "&#39;");
	for (; *at != '\0'; at++) {
		const char *entity = entity_of(*at);

		if (entity != NULL)
			str_add(out, entity);
		else
			str_add_char(out, *at);
	}
	str_free(&clean);
}
