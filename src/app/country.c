/* SPDX-License-Identifier: MIT */
#include "country.h"

#include <stdlib.h>
#include <string.h>

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "de_AT.UTF-8@euro" has AT; "C.UTF-8", "es_419" and "eo" have none. */
static bool territory(const char *locale, char *code)
{
	size_t language = strcspn(locale, "_.@");
	const char *mark = locale + language;

	if (mark[0] != '_' || !is_capital(mark[1]) || !is_capital(mark[2]) ||
	    (mark[3] != '\0' && mark[3] != '.' && mark[3] != '@'))
		return false;
	code[0] = mark[1];
	code[1] = mark[2];
	code[2] = '\0';
	return true;
}

bool country_from_locale(char *code)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *locale = getenv(variables[i]);

		if (locale != NULL && territory(locale, code))
			return true;
	}
	return false;
}
