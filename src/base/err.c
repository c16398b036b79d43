/* SPDX-License-Identifier: MIT */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* A message that was too long must still end in a whole character. */
static void end_at_character(char *text, size_t len)
{
	while (len > 0 && ((unsigned char)text[len - 1] & 0xC0) == 0x80)
		len--;
	if (len > 0 && (unsigned char)text[len - 1] >= 0xC0)
		len--;
	text[len] = '\0';
}

static void format(char *buf, size_t size, const char *fmt, va_list args) PRINTF_LIKE(3, 0);

static void format(char *buf, size_t size, const char *fmt, va_list args)
{
	int len = vsnprintf(buf, size, fmt, args);

	if (len >= 0 && (size_t)len >= size)
		end_at_character(buf, size - 1);
}

bool err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
	char msg[sizeof(err->msg)];
	va_list args;

	va_start(args, fmt);
	format(msg, sizeof(msg), fmt, args);
	va_end(args);
	err->code = code;
	memcpy(err->msg, msg, sizeof(msg));
	return false;
}

bool err_wrap(struct err *err, const char *fmt, ...)
{
	char outer[sizeof(err->msg)];
	char inner[sizeof(err->msg)];
	va_list args;
	size_t len;

	va_start(args, fmt);
	format(outer, sizeof(outer), fmt, args);
	va_end(args);
	memcpy(inner, err->msg, sizeof(inner));
	len = strlen(outer);
	memcpy(err->msg, outer, len + 1);
	if (snprintf(err->msg + len, sizeof(err->msg) - len, ": %s", inner) >=
	    (int)(sizeof(err->msg) - len))
		end_at_character(err->msg, sizeof(err->msg) - 1);
	return false;
}

void err_tell(const struct err *err)
{
	struct str line = STR_INIT;

	utf8_add_clean(&line, err->msg);
	fprintf(stderr, "taper: %s\n", line.data);
	str_free(&line);
}
