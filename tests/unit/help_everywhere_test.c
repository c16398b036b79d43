/* SPDX-License-Identifier: MIT */
/*
 * Help now is one key away on every screen and in every dialog there is, also while one types: the key is that action in its scope, and
 * no view takes the key or the action for itself.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "view_kit.h"
#include "views_kit.h"
#include "tui/keymap.h"
#include "tui/view.h"

static const struct key urgent = {.kind = PRESS_TEXT, .code = '!'};

enum { TYPED = 3 };

static void is_help_now(struct view *view, struct app *app, const char *name)
{
	enum action action = keymap_find(views_kit_keys(), view->class->scope, &urgent);
	struct outcome outcome = {.open = NULL};
	struct err err = {.code = ERR_NONE};

	if (action != ACTION_HELP_NOW)
		fail_msg("%s: the key is another action", name);
	if (view->class->can != NULL && !view->class->can(view, action))
		fail_msg("%s says that it can't", name);
	if (view->class->act(view, app, action, &outcome, &err) != REPLY_IGNORED ||
	    outcome.open != NULL)
		fail_msg("%s keeps it from the planner", name);
}

/* In each of the first fields, empty and with something in it. */
static void is_help_now_while_typing(struct view *view, struct app *app, const char *name)
{
	const struct key letter = {.kind = PRESS_TEXT, .code = 'a'};

	for (int field = 0; field < TYPED; field++) {
		struct outcome outcome = {.open = NULL};
		struct err err = {.code = ERR_NONE};

		view->class->type(view, app, &letter);
		is_help_now(view, app, name);
		view->class->act(view, app, ACTION_FIELD_NEXT, &outcome, &err);
	}
}

static int look_at_all(struct app *app, bool full, bool *seen)
{
	int looked = 0;

	for (size_t i = 0; i < views_kit_count; i++) {
		const struct every *every = &views_kit[i];
		struct err err = {.code = ERR_NONE};
		struct view *view;

		if (!full && every->empty == NULL)
			continue;
		view = every->make(app);
		view->keys = views_kit_keys();
		if (view->class->load != NULL && !view->class->load(view, app, &err))
			fail_msg("%s: %s", every->name, err.msg);
		is_help_now(view, app, every->name);
		if (view->class->type != NULL)
			is_help_now_while_typing(view, app, every->name);
		seen[view->class->scope] = true;
		view_free(view);
		looked++;
	}
	views_kit_end();
	return looked;
}

static void help_now_is_one_key_away_everywhere(void **state)
{
	struct app *app = view_kit_open();
	bool seen[SCOPE_COUNT] = {false};

	(void)state;
	assert_true(look_at_all(app, false, seen) > 30);
	view_kit_fill(app);
	assert_int_equal(look_at_all(app, true, seen), views_kit_count);
	for (enum scope scope = 0; scope < SCOPE_COUNT; scope++) {
		/* Writing a note in the check-in is a scope of the same screen. */
		if (!seen[scope] && scope != SCOPE_CHECKIN_TEXT)
			fail_msg("no view was '%s'", scope_title(scope));
	}
	app_close(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(help_now_is_one_key_away_everywhere, view_kit_begin,
						view_kit_end),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
