/* SPDX-License-Identifier: MIT */
#include "dump_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

void dump_has(const struct str *dump, const char *text)
{
	if (strstr(dump->data, text) == NULL)
		fail_msg("'%s' is missing in:\n%s", text, dump->data);
}

void dump_has_not(const struct str *dump, const char *text)
{
	if (strstr(dump->data, text) != NULL)
		fail_msg("'%s' should not be in:\n%s", text, dump->data);
}

void dump_has_above(const struct str *dump, const char *first, const char *second)
{
	dump_has(dump, first);
	dump_has(dump, second);
	if (strstr(dump->data, first) > strstr(dump->data, second))
		fail_msg("'%s' is below '%s' in:\n%s", first, second, dump->data);
}
