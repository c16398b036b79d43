/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700

#include "base/utf8.h"

#include <string.h>
#include <wchar.h>

struct lead {
	unsigned char mask, value;
	size_t bytes;
	uint32_t least; /* shorter forms of the same character are refused */
};

static const struct lead leads[] = {
	{.mask = 0x80, .value = 0x00, .bytes = 1, .least = 0x0},
	{.mask = 0xE0, .value = 0xC0, .bytes = 2, .least = 0x80},
	{.mask = 0xF0, .value = 0xE0, .bytes = 3, .least = 0x800},
	{.mask = 0xF8, .value = 0xF0, .bytes = 4, .least = 0x10000},
};

size_t utf8_decode(const char *text, uint32_t *code)
{
	unsigned char first = (unsigned char)text[0];

	if (first < 0x80) {
		*code = first;
		return 1;
	}
	*code = UTF8_REPLACEMENT;
	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
		uint32_t c = first & (unsigned char)~leads[i].mask;

		if ((first & leads[i].mask) != leads[i].value)
			continue;
		for (size_t k = 1; k < leads[i].bytes; k++) {
			unsigned char next = (unsigned char)text[k];

			if ((next & 0xC0) != 0x80)
				return 1;
			c = c << 6 | (next & 0x3Fu);
		}
		if (c < leads[i].least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
			return 1;
		*code = c;
		return leads[i].bytes;
	}
	return 1;
}

void utf8_add(struct str *str, uint32_t code)
{
	char bytes[4];

	if (code < 0x80) {
		str_add_char(str, (char)code);
	} else if (code < 0x800) {
		bytes[0] = (char)(0xC0 | code >> 6);
		bytes[1] = (char)(0x80 | (code & 0x3F));
		str_add_bytes(str, bytes, 2);
	} else if (code < 0x10000) {
		bytes[0] = (char)(0xE0 | code >> 12);
		bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
		bytes[2] = (char)(0x80 | (code & 0x3F));
		str_add_bytes(str, bytes, 3);
	} else {
		bytes[0] = (char)(0xF0 | code >> 18);
		bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
		bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
		bytes[3] = (char)(0x80 | (code & 0x3F));
		str_add_bytes(str, bytes, 4);
	}
}

bool utf8_valid(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		char window[5] = {0};
		size_t left = len - at;
		uint32_t code;
		size_t bytes;

		if (text[at] >= ' ' && text[at] <= '~') {
			at++;
			continue;
		}
		memcpy(window, text + at, left < 4 ? left : 4);
		if (window[0] == '\0')
			return false;
		bytes = utf8_decode(window, &code);
		if (code == UTF8_REPLACEMENT && bytes == 1)
			return false;
		at += bytes;
	}
	return true;
}

int utf8_char_width(uint32_t code)
{
	int width = code >= ' ' && code < 0x7F ? 1 : wcwidth((wchar_t)code);

	return width < 0 ? 1 : width;
}

size_t utf8_plain(const char *text)
{
	size_t len = 0;

	while (text[len] >= ' ' && text[len] <= '~')
		len++;
	return len;
}

int utf8_width(const char *text)
{
	int width = 0;

	for (;;) {
		size_t plain = utf8_plain(text);
		uint32_t code;

		text += plain;
		width += (int)plain;
		if (*text == '\0')
			return width;
		text += utf8_decode(text, &code);
		width += utf8_char_width(code);
	}
}

size_t utf8_fit(const char *text, int columns)
{
	size_t at = 0;
	int width = 0;

	while (text[at] != '\0') {
		uint32_t code;
		size_t bytes = utf8_decode(text + at, &code);

		width += utf8_char_width(code);
		if (width > columns)
			break;
		at += bytes;
	}
	return at;
}

struct range {
	uint32_t first, last;
};

/* Characters that move the cursor, turn the direction or hide: shown as "?" instead. */
static const struct range harmful[] = {
	{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x061C, 0x061C}, {0x200B, 0x200F},
	{0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
};

bool utf8_is_harmful(uint32_t code)
{
	for (size_t i = 0; i < sizeof(harmful) / sizeof(harmful[0]); i++) {
		if (code >= harmful[i].first && code <= harmful[i].last)
			return true;
	}
	return false;
}

size_t utf8_decode_clean(const char *text, uint32_t *code)
{
	size_t bytes = utf8_decode(text, code);

	if (*code >= ' ' && *code < 0x7F)
		return bytes;
	if (*code == '\r' && text[1] == '\n')
		bytes++;
	if (*code == '\t' || *code == '\n' || (*code == '\r' && bytes > 1))
		*code = ' ';
	else if (utf8_is_harmful(*code))
		*code = '?';
	return bytes;
}

void utf8_add_clean(struct str *str, const char *text)
{
	for (;;) {
		size_t plain = utf8_plain(text);
		uint32_t code;

		str_add_bytes(str, text, plain);
		text += plain;
		if (*text == '\0')
			return;
		text += utf8_decode_clean(text, &code);
		utf8_add(str, code);
	}
}

void utf8_add_padded(struct str *str, const char *text, int columns, bool ascii)
{
	struct str clean = STR_INIT;
	int width;

	if (columns <= 0)
		return;
	utf8_add_clean(&clean, text);
	width = utf8_width(clean.data);
	if (width > columns) {
		str_cut(&clean, utf8_fit(clean.data, columns - 1));
		str_add(&clean, ascii ? "." : "\u2026");
		width = utf8_width(clean.data);
	}
	str_add_bytes(str, clean.data, clean.len);
	str_add_repeat(str, " ", (size_t)(columns > width ? columns - width : 0));
	str_free(&clean);
}
