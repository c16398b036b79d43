/* SPDX-License-Identifier: MIT */
#include "key.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

struct name {
	const char *name;    /* in the action list */
	const char *spelled; /* in the help */
	const char *sign;    /* in the footer */
};

static const struct name names[] = {
	[NAMED_ENTER] = {"Enter", "Enter", "⏎"},
	[NAMED_ESCAPE] = {"Esc", "Esc", "Esc"},
	[NAMED_TAB] = {"Tab", "Tab", "Tab"},
	[NAMED_BACK_TAB] = {"S-Tab", "Shift-Tab", "S-Tab"},
	[NAMED_UP] = {"Up", "Up", "↑"},
	[NAMED_DOWN] = {"Down", "Down", "↓"},
	[NAMED_LEFT] = {"Left", "Left", "←"},
	[NAMED_RIGHT] = {"Right", "Right", "→"},
	[NAMED_HOME] = {"Home", "Home", "Home"},
	[NAMED_END] = {"End", "End", "End"},
	[NAMED_PAGE_UP] = {"PgUp", "PgUp", "PgUp"},
	[NAMED_PAGE_DOWN] = {"PgDn", "PgDn", "PgDn"},
	[NAMED_BACKSPACE] = {"BSpace", "Backspace", "BSp"},
	[NAMED_DELETE] = {"Del", "Del", "Del"},
	[NAMED_WORD_LEFT] = {"C-Left", "Ctrl-Left", "^←"},
	[NAMED_WORD_RIGHT] = {"C-Right", "Ctrl-Right", "^→"},
};

static_assert(sizeof(names) / sizeof(names[0]) == NAMED_COUNT, "every named key has its names");

bool key_same(const struct key *a, const struct key *b)
{
	return a->kind == b->kind && a->code == b->code;
}

bool key_is(const struct key *key, enum key_name name)
{
	return key->kind == PRESS_NAMED && key->code == (uint32_t)name;
}

static bool name_read(const char *name, size_t len, struct key *key)
{
	if (len == 3 && strncmp(name, "C-", 2) == 0) {
		*key = (struct key){.kind = PRESS_CONTROL, .code = (unsigned char)name[2]};
		return true;
	}
	if (len == 5 && strncmp(name, "Space", 5) == 0) {
		*key = (struct key){.kind = PRESS_TEXT, .code = ' '};
		return true;
	}
	for (uint32_t i = 0; i < NAMED_COUNT; i++) {
		if (strlen(names[i].name) == len && strncmp(name, names[i].name, len) == 0) {
			*key = (struct key){.kind = PRESS_NAMED, .code = i};
			return true;
		}
	}
	return false;
}

bool key_read(const char *text, struct key *key, const char **rest)
{
	const char *end;

	while (*text == ' ')
		text++;
	*rest = text;
	if (*text == '\0')
		return false;
	end = strchr(text, '>');
	if (*text == '<' && end != NULL) {
		if (!name_read(text + 1, (size_t)(end - text - 1), key))
			return false;
		*rest = end + 1;
		return true;
	}
	*key = (struct key){.kind = PRESS_TEXT};
	*rest = text + utf8_decode(text, &key->code);
	return true;
}

/* Every footer of every frame asks for some. */
static const char *text_of(const struct key *key, const char *control, const char *named, char *buf)
{
	char bytes[KEY_TEXT_SIZE];
	struct str letter = str_in(bytes, sizeof(bytes));
	size_t len;

	if (key->kind == PRESS_TEXT && key->code > ' ' && key->code < 0x7F) {
		buf[0] = (char)key->code;
		buf[1] = '\0';
		return buf;
	}
	if (key->kind == PRESS_TEXT && key->code != ' ') {
		utf8_add(&letter, key->code);
		named = letter.data;
	} else if (key->kind == PRESS_TEXT) {
		named = "Space";
	} else if (key->kind == PRESS_CONTROL) {
		named = control;
	} else if (key->kind != PRESS_NAMED) {
		named = "";
	}
	len = strlen(named);
	assert(len + 1 < KEY_TEXT_SIZE);
	memcpy(buf, named, len + 1);
	if (key->kind == PRESS_CONTROL) {
		buf[len] = (char)toupper((int)key->code);
		buf[len + 1] = '\0';
	}
	str_free(&letter);
	return buf;
}

const char *key_text(const struct key *key, char *buf)
{
	return text_of(key, "Ctrl-", key->kind == PRESS_NAMED ? names[key->code].spelled : "", buf);
}

const char *key_short(const struct key *key, bool ascii, char *buf)
{
	if (ascii && key->kind == PRESS_NAMED)
		return text_of(key, "", names[key->code].spelled, buf);
	return text_of(key, "^", key->kind == PRESS_NAMED ? names[key->code].sign : "", buf);
}
