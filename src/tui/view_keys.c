/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "keymap.h"

/* Actions of exactly these scopes, under one heading. */
static void add_section(struct str *text, const char *title, int scopes, int but)
{
	bool any = false;

	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const struct action_info *info = action_info(action);

		if ((info->scopes & scopes) != scopes || (info->scopes & but) != 0)
			continue;
		if (!any)
			str_addf(text, "%s# %s\n", text->len > 0 ? "\n" : "", title);
		any = true;
		keymap_describe(action, text);
		str_addf(text, "\t%s\n", info->help);
	}
}

struct view *view_keys_new(void)
{
	struct str text = STR_INIT;

	add_section(&text, "Everywhere", SCOPE_ALL, 0);
	add_section(&text, "On every screen", SCOPE_TABS, SCOPE_FORM);
	for (int scope = 1; (scope & SCOPE_ALL) != 0; scope *= 2)
		add_section(&text, scope_title((enum scope)scope), scope,
			    scope == SCOPE_CONFIRM ? SCOPE_FORM | SCOPE_READ : SCOPE_ALL & ~scope);
	str_add(&text,
		"\nIn a form, all other keys type. Ctrl-A, Ctrl-E, Ctrl-U, Ctrl-K and Ctrl-W "
		"edit the line as in a shell.\n");
	return view_read_new("Keys", &text);
}

struct view *view_help_now_new(void)
{
	struct str text = STR_INIT;

	str_add(&text,
		"! In an emergency call your local emergency number, now\n"
		"-\tsomeone can't be woken\n"
		"-\tbreathing is slow, irregular or stops; lips are blue or grey\n"
		"-\ta seizure\n"
		"-\tchest pain, fainting, an irregular heartbeat\n"
		"-\tsevere confusion, or seeing things that are not there\n"
		"-\tvomiting blood\n"
		"-\ta plan or an attempt to end one's life\n"
		"\n"
		"taper cannot call anyone, and nobody sees what you type.\n"
		"\n"
		"To talk to someone: findahelpline.com lists help lines by country.\n"
		"\n"
		"# If it is a craving\n"
		"Many urges rise and fall within minutes to about half an hour; some last longer. "
		"Wait fifteen minutes before you decide.\n");
	return view_read_new("Help now", &text);
}
