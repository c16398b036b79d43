/* SPDX-License-Identifier: MIT */
#include "guard.h"

#include <string.h>

#include "base/utf8.h"

size_t guard_mark_size(const char *text, size_t len)
{
	return len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

bool guard_control(uint32_t code)
{
	if (code < 0x20)
		return code != '\t' && code != '\n';
	return (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029;
}

/* Plain ASCII in UTF-16 has a zero in one of its first two bytes even where the mark is missing. */
static bool looks_utf16(const char *text, size_t len)
{
	if (len < 2)
		return false;
	return memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0 ||
	       (text[0] == '\0') != (text[1] == '\0');
}

/* One character at text[at]; bytes past the end count as none. Returns its bytes, 0 where they are not UTF-8. */
static size_t decode_bounded(const char *text, size_t len, size_t at, uint32_t *code)
{
	char window[5] = {0};
	size_t left = len - at, bytes;

	memcpy(window, text + at, left < 4 ? left : 4);
	bytes = utf8_decode(window, code);
	return *code == UTF8_REPLACEMENT && bytes == 1 ? 0 : bytes;
}

static bool refuse(struct problems *problems, int line, int column, const char *what)
{
	problems_add(problems, line, column, "%s", what);
	return false;
}

bool guard_text(const char *text, size_t len, struct problems *problems)
{
	int line = 1, column = 1;
	size_t at = 0;

	if (looks_utf16(text, len))
		return refuse(problems, 1, 1, "the file is UTF-16; save it as UTF-8");
	while (at < len) {
		uint32_t code = (unsigned char)text[at];
		size_t bytes = code < 0x80 ? 1 : decode_bounded(text, len, at, &code);

		if (bytes == 0)
			return refuse(problems, line, column,
				      "a byte that is not UTF-8; save the file as UTF-8");
		if (code == '\0')
			return refuse(problems, line, column,
				      "a NUL byte; a file of text has none");
		if (guard_control(code) && code != '\r') {
			problems_add(problems, line, column, "control character U+%04X; remove it",
				     (unsigned)code);
			return false;
		}
		if (code == '%' && column == 1)
			return refuse(
				problems, line, column,
				"a line that begins with '%' is a YAML directive, which is not "
				"allowed here");
		at += bytes;
		column++;
		if (code == '\n' || (code == '\r' && (at == len || text[at] != '\n'))) {
			line++;
			column = 1;
		}
	}
	return true;
}
