/* SPDX-License-Identifier: MIT */
#include "charset.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static bool names_utf8(void)
{
	const char *name = getenv("LC_ALL");

	if (name == NULL || name[0] == '\0')
		name = getenv("LC_CTYPE");
	if (name == NULL || name[0] == '\0')
		name = getenv("LANG");
	return name != NULL && (strstr(name, "UTF-8") != NULL || strstr(name, "utf8") != NULL ||
				strstr(name, "UTF8") != NULL || strstr(name, "utf-8") != NULL);
}

/* Only LC_CTYPE: numbers read and written must not follow the locale. */
bool charset_use(void)
{
	bool utf8 = setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;

	if (utf8)
		return true;
	utf8 = names_utf8();
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL && setlocale(LC_CTYPE, "C") == NULL)
		return false;
	return utf8;
}
