/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "keymap.h"

/* Those of one screen, where scope is one; else those of all screens, with or without those that work in forms too. */
static bool belongs(const struct action_info *info, int scope)
{
	int tabs = SCOPE_TABS & ~SCOPE_CHECKIN;
	bool general = (info->scopes & tabs) == tabs;

	if (scope == SCOPE_ALL)
		return info->scopes == SCOPE_ALL;
	if (scope == SCOPE_TABS)
		return general && info->scopes != SCOPE_ALL;
	return !general && (info->scopes & scope) != 0;
}

static void add_section(const struct keymap *keys, struct str *text, const char *title, int scope)
{
	bool any = false;

	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const struct action_info *info = action_info(action);

		if (!belongs(info, scope))
			continue;
		if (!any)
			str_addf(text, "%s# %s\n", text->len > 0 ? "\n" : "", title);
		any = true;
		keymap_describe(keys, action, text);
		str_addf(text, "\t%s\n", info->help);
	}
}

struct view *view_keys_new(const struct keymap *keys)
{
	struct str text = STR_INIT;

	add_section(keys, &text, "Everywhere", SCOPE_ALL);
	add_section(keys, &text, "On every screen", SCOPE_TABS);
	for (int scope = 1; (scope & SCOPE_ALL) != 0; scope *= 2)
		add_section(keys, &text, scope_title((enum scope)scope), scope);
	str_add(&text,
		"\nIn a form, all other keys type. Ctrl-A, Ctrl-E, Ctrl-U, Ctrl-K and Ctrl-W "
		"edit the line as in a shell.\n");
	return view_read_new("Keys", &text);
}
