/* SPDX-License-Identifier: MIT */
/*
 * From a key to the action it means where it was pressed, and back to the keys of an action: the action list's own, with
 * the person's over them. Knows the action list only.
 */
#ifndef KEYMAP_H
#define KEYMAP_H

#include "action.h"
#include "key.h"

#include "base/err.h"
#include "base/str.h"

enum { KEYMAP_KEYS_SIZE = 48 };

struct keymap {
	char keys[ACTION_COUNT][KEYMAP_KEYS_SIZE];
};

/* The keys of the action list. */
void keymap_default(struct keymap *map);

/* A person's own keys for an action, both as typed; borrowed for the call. */
struct keymap_binding {
	const char *action, *keys;
};

/*
 * Puts a person's keys in the place of the list's. What can't be is left as the list has it, the first of it said in err: an
 * unknown action (with the nearest), keys that can't be read, a key two actions of a screen would share, a character where one types.
 */
bool keymap_bind(struct keymap *map, const struct keymap_binding *bindings, size_t count,
		 struct err *err);

/* The action of a key in a view's scope, or ACTION_NONE. Pasted text is never a command. */
enum action keymap_find(const struct keymap *map, enum scope scope, const struct key *key);

/* The first key of an action. */
struct key keymap_first(const struct keymap *map, enum action action);

/* All keys of an action as a person calls them, "k, Up", added to out. */
void keymap_describe(const struct keymap *map, enum action action, struct str *out);

#endif
