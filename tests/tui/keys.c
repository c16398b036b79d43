/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *bytes;
} named[] = {
	{"<Enter>", "\r"},
	{"<Esc>", "\033"},
	{"<Tab>", "\t"},
	{"<BackTab>", "\033[Z"},
	{"<Space>", " "},
	{"<Backspace>", "\177"},
	{"<Lt>", "<"},
	{"<Up>", "\033OA"},
	{"<Down>", "\033OB"},
	{"<Right>", "\033OC"},
	{"<Left>", "\033OD"},
	{"<Home>", "\033OH"},
	{"<End>", "\033OF"},
	{"<PgUp>", "\033[5~"},
	{"<PgDn>", "\033[6~"},
	{"<Delete>", "\033[3~"},
	{"<Insert>", "\033[2~"},
	{"<WordLeft>", "\033[1;5D"},
	{"<WordRight>", "\033[1;5C"},
	{"<PasteLines>", "\033[200~first of a paste\r\n\rthird: 日本語 é !q\033[201~"},
	{"<WheelUp>", "\033[<64;1;1M"},
	{"<WheelDown>", "\033[<65;1;1M"},
};

static bool put(char *out, size_t room, size_t *count, const char *bytes)
{
	size_t length = strlen(bytes);

	if (length >= room)
		return false;
	memcpy(out, bytes, length + 1);
	*count = length;
	return true;
}

static bool put_click(const char *at, char *out, size_t room, size_t *count)
{
	char *rest, bytes[64];
	long row = strtol(at, &rest, 10);

	if (*rest != ',')
		return false;
	long col = strtol(rest + 1, &rest, 10);
	if (strcmp(rest, ">") != 0)
		return false;
	snprintf(bytes, sizeof bytes, "\033[<0;%ld;%ldM\033[<0;%ld;%ldm", col, row, col, row);
	return put(out, room, count, bytes);
}

bool keys_bytes(const char *word, char *out, size_t room, size_t *count)
{
	size_t length = strlen(word);
	char bytes[256];

	if (length < 3 || word[0] != '<' || word[length - 1] != '>')
		return put(out, room, count, word);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (strcmp(word, named[i].name) == 0)
			return put(out, room, count, named[i].bytes);
	if (strncmp(word, "<Ctrl-", 6) == 0 && length == 8) {
		snprintf(bytes, sizeof bytes, "%c", word[6] & 0x1F);
		return put(out, room, count, bytes);
	}
	if (strncmp(word, "<Paste:", 7) == 0) {
		snprintf(bytes, sizeof bytes, "\033[200~%.*s\033[201~", (int)(length - 8),
			 word + 7);
		return put(out, room, count, bytes);
	}
	return strncmp(word, "<Click:", 7) == 0 && put_click(word + 7, out, room, count);
}
