/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any words as a person's own keys, "ACTION KEY KEY" a line. Whatever is refused, no two actions of one screen
 * share a key afterwards, and what a key is called reads as that key.
 */
#include "tui/keymap.h"

#include <stdlib.h>

#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BINDINGS_MAX = 96 };

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static void check_names(const char *names)
{
	struct key key;
	char text[KEY_TEXT_SIZE];
	const char *before = names;

	while (key_read(names, &key, &names)) {
		insist(names > before);
		before = names;
		insist(strlen(key_text(&key, text)) < KEY_TEXT_SIZE);
		insist(strlen(key_short(&key, true, text)) < KEY_TEXT_SIZE);
		insist(key_same(&key, &key));
	}
}

/* A key of an action means that action in each of its scopes, or nothing where one types. */
static void check_key(const struct keymap *map, enum action action, struct key *key)
{
	for (enum scope scope = 0; scope < SCOPE_COUNT; scope++) {
		enum action found;

		if (!scopes_have(action_info(action)->scopes, scope))
			continue;
		found = keymap_find(map, scope, key);
		insist(found == action ||
		       (found == ACTION_NONE && scopes_have(SCOPES_TYPING, scope)));
	}
	key->pasted = true;
	insist(keymap_find(map, SCOPE_TODAY, key) == ACTION_NONE);
}

static void check_map(const struct keymap *map)
{
	struct str out = STR_INIT;

	for (enum action i = 0; i < ACTION_COUNT; i++) {
		const char *names = map->keys[i];
		struct key key;

		insist(memchr(names, '\0', KEYMAP_KEYS_SIZE) != NULL);
		while (key_read(names, &key, &names))
			check_key(map, i, &key);
		str_reset(&out);
		keymap_describe(map, i, &out);
	}
	str_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size), *at = text;
	struct keymap_binding bindings[BINDINGS_MAX];
	static struct keymap map, usual;
	struct err err = {.code = ERR_NONE};
	size_t count = 0;

	while (at != NULL && count < BINDINGS_MAX) {
		char *end = strchr(at, '\n'), *blank;

		if (end != NULL)
			*end++ = '\0';
		blank = strchr(at, ' ');
		if (blank != NULL)
			*blank++ = '\0';
		bindings[count].action = at;
		bindings[count++].keys = blank != NULL ? blank : "";
		at = end;
	}
	for (size_t i = 0; i < count; i++)
		check_names(bindings[i].keys);
	keymap_default(&usual);
	map = usual;
	if (!keymap_bind(&map, bindings, count, &err))
		insist(err.msg[0] != '\0');
	if (memcmp(&map, &usual, sizeof(map)) != 0)
		check_map(&map);
	free(text);
	return 0;
}
