/* SPDX-License-Identifier: MIT */
#include "keymap.h"

#include <string.h>

void keymap_default(struct keymap *map)
{
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		/* The list's rows are proved to fit by a test. */
		if (!str_copy(map->keys[action], KEYMAP_KEYS_SIZE, action_info(action)->keys))
			map->keys[action][0] = '\0';
	}
}

static bool has_key(const char *keys, const struct key *key)
{
	struct key each;

	while (key_read(keys, &each, &keys)) {
		if (key_same(&each, key))
			return true;
	}
	return false;
}

static bool find_action(const char *name, enum action *found, struct err *err)
{
	const char *names[ACTION_COUNT], *nearest;

	for (enum action action = 0; action < ACTION_COUNT; action++) {
		names[action] = action_info(action)->name;
		if (strcmp(names[action], name) == 0) {
			*found = action;
			return true;
		}
	}
	nearest = str_nearest(name, names, ACTION_COUNT);
	if (nearest != NULL)
		return err_set(err, ERR_INVALID,
			       "keys: there is no action '%.32s'; did you mean '%s'?", name,
			       nearest);
	return err_set(err, ERR_INVALID, "keys: there is no action '%.32s'; the manual lists them",
		       name);
}

/* "!" stays Help now, and what works only where one types has to have a key that does not type. */
static bool allowed(enum action action, const char *keys, struct err *err)
{
	static const struct key urgent = {.kind = PRESS_TEXT, .code = '!'};
	const struct action_info *info = action_info(action);
	bool typing = (info->scopes & ~SCOPES_TYPING) == 0, works = false;
	const char *rest = keys;
	struct key key;

	while (key_read(rest, &key, &rest))
		works = works || !typing || key.kind != PRESS_TEXT;
	if (rest[0] != '\0' || rest == keys)
		return err_set(err, ERR_INVALID,
			       "keys: '%.40s' for %s is no key such as a or <C-l>", keys,
			       info->name);
	if (!works)
		return err_set(err, ERR_INVALID,
			       "keys: '%.40s' for %s would type; it wants a key such as <C-s>",
			       keys, info->name);
	if (action == ACTION_HELP_NOW && !has_key(keys, &urgent))
		return err_set(err, ERR_INVALID, "keys: help-now keeps the key !");
	return true;
}

/* The other action of a screen that has one of an action's keys; ACTION_NONE where there is none. */
static enum action clash_of(const struct keymap *map, enum action action)
{
	for (enum action other = 0; other < ACTION_COUNT; other++) {
		const char *rest = map->keys[action];
		struct key key;

		if (other == action ||
		    (action_info(other)->scopes & action_info(action)->scopes) == 0)
			continue;
		while (key_read(rest, &key, &rest)) {
			if (has_key(map->keys[other], &key))
				return other;
		}
	}
	return ACTION_NONE;
}

static void first_said(bool *fine, struct err *err, const struct err *why)
{
	if (*fine)
		*err = *why;
	*fine = false;
}

/* Only once all are there: two actions may change places. Each way back can open another clash with what was bound. */
static bool settle(struct keymap *map, const bool *own, struct err *err)
{
	struct err why;
	bool fine = true, again = true;

	while (again) {
		again = false;
		for (enum action action = 0; action < ACTION_COUNT; action++) {
			const char *usual = action_info(action)->keys;
			enum action other = own[action] && strcmp(map->keys[action], usual) != 0
						    ? clash_of(map, action)
						    : ACTION_NONE;

			if (other == ACTION_NONE)
				continue;
			err_set(&why, ERR_INVALID,
				"keys: '%s' for %s is a key of %s already; it keeps '%s'",
				map->keys[action], action_info(action)->name,
				action_info(other)->name, usual);
			first_said(&fine, err, &why);
			again = str_copy(map->keys[action], KEYMAP_KEYS_SIZE, usual);
		}
	}
	return fine;
}

bool keymap_bind(struct keymap *map, const struct keymap_binding *bindings, size_t count,
		 struct err *err)
{
	bool own[ACTION_COUNT] = {false}, fine = true;
	struct err why;

	for (size_t i = 0; i < count; i++) {
		enum action action = ACTION_NONE;

		if (!find_action(bindings[i].action, &action, &why) ||
		    !allowed(action, bindings[i].keys, &why))
			first_said(&fine, err, &why);
		else
			own[action] =
				str_copy(map->keys[action], KEYMAP_KEYS_SIZE, bindings[i].keys);
	}
	if (!settle(map, own, &why))
		first_said(&fine, err, &why);
	return fine;
}

enum action keymap_find(const struct keymap *map, enum scope scope, const struct key *key)
{
	bool types = key->kind == PRESS_TEXT && scopes_have(SCOPES_TYPING, scope);

	if (key->pasted || (types && key->code != '!'))
		return ACTION_NONE;
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		if (scopes_have(action_info(action)->scopes, scope) &&
		    has_key(map->keys[action], key))
			return action;
	}
	return ACTION_NONE;
}

struct key keymap_first(const struct keymap *map, enum action action)
{
	const char *rest;
	struct key key = {.kind = PRESS_NONE};

	if (!key_read(map->keys[action], &key, &rest))
		key.kind = PRESS_NONE;
	return key;
}

void keymap_describe(const struct keymap *map, enum action action, struct str *out)
{
	const char *rest = map->keys[action];
	const char *separator = "";
	char buf[KEY_TEXT_SIZE];
	struct key key;

	while (key_read(rest, &key, &rest)) {
		str_addf(out, "%s%s", separator, key_text(&key, buf));
		separator = ", ";
	}
}
