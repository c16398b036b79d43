/* SPDX-License-Identifier: MIT */
/*
 * From a key to the action it means where it was pressed, and back to the keys of an action. Knows the action list
 * only.
 */
#ifndef KEYMAP_H
#define KEYMAP_H

#include "action.h"
#include "key.h"

#include "base/str.h"

/* The action of a key in a view's scope, or ACTION_NONE. Pasted text is never a command. */
enum action keymap_find(enum scope scope, const struct key *key);

/* The first key of an action. */
struct key keymap_first(enum action action);

/* All keys of an action as a person calls them, "k, Up", added to out. */
void keymap_describe(enum action action, struct str *out);

#endif
