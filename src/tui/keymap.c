/* SPDX-License-Identifier: MIT */
#include "keymap.h"

static bool has_key(enum action action, const struct key *key)
{
	const char *rest = action_info(action)->keys;
	struct key each;

	while (key_read(rest, &each, &rest)) {
		if (key_same(&each, key))
			return true;
	}
	return false;
}

enum action keymap_find(enum scope scope, const struct key *key)
{
	if (key->pasted)
		return ACTION_NONE;
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		if ((action_info(action)->scopes & (int)scope) != 0 && has_key(action, key))
			return action;
	}
	return ACTION_NONE;
}

struct key keymap_first(enum action action)
{
	const char *rest;
	struct key key = {.kind = PRESS_NONE};

	if (!key_read(action_info(action)->keys, &key, &rest))
		key.kind = PRESS_NONE;
	return key;
}

void keymap_describe(enum action action, struct str *out)
{
	const char *rest = action_info(action)->keys;
	const char *separator = "";
	char buf[KEY_TEXT_SIZE];
	struct key key;

	while (key_read(rest, &key, &rest)) {
		str_addf(out, "%s%s", separator, key_text(&key, buf));
		separator = ", ";
	}
}
