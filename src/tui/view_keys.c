/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "key_words.h"

/* Those of one screen, where there is one; else those of all screens, with or without those that work in forms too. */
static bool belongs(const struct action_info *info, uint64_t scopes)
{
	uint64_t tabs = SCOPES_TABS & ~IN(CHECKIN);
	bool general = (info->scopes & tabs) == tabs;

	if (scopes == SCOPES_ALL)
		return info->scopes == SCOPES_ALL;
	if (scopes == SCOPES_TABS)
		return general && info->scopes != SCOPES_ALL;
	return !general && (info->scopes & scopes) != 0;
}

static void add_section(const struct keymap *keys, struct str *text, const char *title,
			uint64_t scopes)
{
	bool any = false;

	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const struct action_info *info = action_info(action);

		if (!belongs(info, scopes))
			continue;
		if (!any)
			str_addf(text, "%s# %s\n", text->len > 0 ? "\n" : "", title);
		any = true;
		keymap_describe(keys, action, text);
		str_add_char(text, '\t');
		key_words_add(keys, info->help, text);
		str_add_char(text, '\n');
	}
}

struct view *view_keys_new(const struct keymap *keys, enum scope here)
{
	struct str text = STR_INIT;

	add_section(keys, &text, scope_title(here), SCOPE_BIT(here));
	add_section(keys, &text, "On every screen", SCOPES_TABS);
	add_section(keys, &text, "Everywhere", SCOPES_ALL);
	for (enum scope scope = 0; scope < SCOPE_COUNT; scope++)
		if (scope != here)
			add_section(keys, &text, scope_title(scope), SCOPE_BIT(scope));
	str_add(&text,
		"\nIn a form, all other keys type. Ctrl-A, Ctrl-E, Ctrl-U, Ctrl-K and Ctrl-W "
		"edit the line as in a shell.\n");
	return view_read_new("Keys", &text);
}
