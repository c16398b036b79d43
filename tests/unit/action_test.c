/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/keymap.h"

static void every_action_has_a_name_a_help_and_a_key(void **state)
{
	struct keymap usual;
	(void)state;
	keymap_default(&usual);
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const struct action_info *info = action_info(action);
		struct str keys = STR_INIT;

		assert_true(strlen(info->name) > 0);
		assert_null(strpbrk(info->name, " _ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
		assert_true(strlen(info->help) > 0);
		assert_true(info->footing == FOOT_NONE || strlen(info->brief) > 0);
		assert_true(info->scopes != 0 && (info->scopes & ~SCOPES_ALL) == 0);
		assert_int_not_equal(keymap_first(&usual, action).kind, PRESS_NONE);
		keymap_describe(&usual, action, &keys);
		assert_true(keys.len > 0);
		str_free(&keys);
	}
}

static void names_are_not_used_twice(void **state)
{
	(void)state;
	for (enum action a = 0; a < ACTION_COUNT; a++) {
		for (enum action b = a + 1; b < ACTION_COUNT; b++)
			assert_string_not_equal(action_info(a)->name, action_info(b)->name);
	}
}

/* Every key of an action finds that action in each of its scopes: so no other action there has the key. */
static void no_two_actions_of_a_scope_share_a_key(void **state)
{
	struct keymap usual;
	(void)state;
	keymap_default(&usual);
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const char *rest = action_info(action)->keys;
		struct key key;

		while (key_read(rest, &key, &rest)) {
			for (enum scope scope = 0; scope < SCOPE_COUNT; scope++) {
				bool typed =
					scopes_have(SCOPES_TYPING, scope) && key.kind == PRESS_TEXT;

				if (scopes_have(action_info(action)->scopes, scope) &&
				    (!typed || key.code == '!'))
					assert_int_equal(keymap_find(&usual, scope, &key), action);
			}
		}
		/* A name that can't be read would end the row before its end. */
		assert_string_equal(rest, "");
	}
}

static void every_scope_has_a_heading(void **state)
{
	(void)state;
	for (enum scope scope = 0; scope < SCOPE_COUNT; scope++)
		assert_true(strlen(scope_title(scope)) > 0 && scopes_have(SCOPES_ALL, scope));
}

static void help_now_is_on_one_key_in_every_scope(void **state)
{
	struct keymap usual;
	const struct key key = {.kind = PRESS_TEXT, .code = '!'};

	(void)state;
	keymap_default(&usual);
	for (enum scope scope = 0; scope < SCOPE_COUNT; scope++)
		assert_int_equal(keymap_find(&usual, scope, &key), ACTION_HELP_NOW);
}

static void pasted_text_is_never_a_command(void **state)
{
	struct keymap usual;
	const struct key key = {.kind = PRESS_TEXT, .code = 'q', .pasted = true};

	(void)state;
	keymap_default(&usual);
	assert_int_equal(keymap_find(&usual, SCOPE_TODAY, &key), ACTION_NONE);
}

static void a_letter_is_text_in_a_form(void **state)
{
	struct keymap usual;
	(void)state;
	keymap_default(&usual);
	for (uint32_t code = ' '; code < 0x7F; code++) {
		const struct key key = {.kind = PRESS_TEXT, .code = code};

		assert_int_equal(keymap_find(&usual, SCOPE_FORM, &key),
				 code == '!' ? ACTION_HELP_NOW : ACTION_NONE);
	}
}

static enum action action_of(const struct keymap *map, enum scope scope, const char *name)
{
	const char *rest;
	struct key key;

	assert_true(key_read(name, &key, &rest));
	return keymap_find(map, scope, &key);
}

static void every_row_fits_a_keymap(void **state)
{
	struct keymap usual;

	(void)state;
	keymap_default(&usual);
	for (enum action action = 0; action < ACTION_COUNT; action++)
		assert_string_equal(usual.keys[action], action_info(action)->keys);
}

static void own_keys_take_the_place_of_the_usual_ones(void **state)
{
	static const struct keymap_binding swapped[] = {
		{"log-dose", "u <Space>"}, {"undo", "a"}, {"page-down", "<PgDn>"}};
	struct keymap map;
	struct err err;

	(void)state;
	keymap_default(&map);
	assert_true(keymap_bind(&map, swapped, 3, &err));
	assert_int_equal(action_of(&map, SCOPE_TODAY, "u"), ACTION_LOG_DOSE);
	assert_int_equal(action_of(&map, SCOPE_TODAY, "<Space>"), ACTION_LOG_DOSE);
	assert_int_equal(action_of(&map, SCOPE_TODAY, "a"), ACTION_UNDO);
}

static void own_keys_that_cannot_be_are_told_and_left(void **state)
{
	static const struct {
		struct keymap_binding binding;
		const char *said;
	} cases[] = {
		{{"log-dosis", "A"}, "no action 'log-dosis'; did you mean 'log-dose'?"},
		{{"log-dose", "u"}, "'u' for log-dose is a key of undo already; it keeps 'a'"},
		{{"log-dose", "<Entre>"}, "'<Entre>' for log-dose is no key"},
		{{"log-dose", ""}, "'' for log-dose is no key"},
		{{"quit", "!"}, "is a key of help-now already"},
		{{"help-now", "H"}, "help-now keeps the key !"},
		{{"save", "s"}, "'s' for save would type"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct keymap map, usual;
		struct err err;

		keymap_default(&map);
		keymap_default(&usual);
		assert_false(keymap_bind(&map, &cases[i].binding, 1, &err));
		if (strstr(err.msg, cases[i].said) == NULL)
			fail_msg("'%s' is missing in '%s'", cases[i].said, err.msg);
		for (enum action action = 0; action < ACTION_COUNT; action++)
			assert_string_equal(map.keys[action], usual.keys[action]);
	}
}

static void what_can_be_is_bound_beside_what_cannot(void **state)
{
	static const struct keymap_binding mixed[] = {{"nothing-such", "A"}, {"log-dose", "A"}};
	struct keymap map;
	struct err err;

	(void)state;
	keymap_default(&map);
	assert_false(keymap_bind(&map, mixed, 2, &err));
	assert_int_equal(action_of(&map, SCOPE_TODAY, "A"), ACTION_LOG_DOSE);
	assert_int_equal(action_of(&map, SCOPE_TODAY, "a"), ACTION_NONE);
}

static void key_names_are_read_and_written(void **state)
{
	static const struct {
		const char *name;
		struct key key;
		const char *text, *sign, *plain;
	} cases[] = {
		{"a", {.kind = PRESS_TEXT, .code = 'a'}, "a", "a", "a"},
		{"<Space>", {.kind = PRESS_TEXT, .code = ' '}, "Space", "Space", "Space"},
		{"<Enter>", {.kind = PRESS_NAMED, .code = NAMED_ENTER}, "Enter", "⏎", "Enter"},
		{"<C-l>", {.kind = PRESS_CONTROL, .code = 'l'}, "Ctrl-L", "^L", "^L"},
		{"<S-Tab>",
		 {.kind = PRESS_NAMED, .code = NAMED_BACK_TAB},
		 "Shift-Tab",
		 "S-Tab",
		 "Shift-Tab"},
		{"<", {.kind = PRESS_TEXT, .code = '<'}, "<", "<", "<"},
		{"ö", {.kind = PRESS_TEXT, .code = 0xF6}, "ö", "ö", "ö"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char buf[KEY_TEXT_SIZE];
		const char *rest;
		struct key key;

		assert_true(key_read(cases[i].name, &key, &rest));
		assert_true(key_same(&key, &cases[i].key));
		assert_string_equal(rest, "");
		assert_string_equal(key_text(&key, buf), cases[i].text);
		assert_string_equal(key_short(&key, false, buf), cases[i].sign);
		assert_string_equal(key_short(&key, true, buf), cases[i].plain);
	}
}

static void an_unknown_key_name_is_refused(void **state)
{
	const char *rest;
	struct key key;

	(void)state;
	assert_false(key_read("<Entre>", &key, &rest));
	assert_string_equal(rest, "<Entre>");
	assert_false(key_read("  ", &key, &rest));
	assert_string_equal(rest, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_action_has_a_name_a_help_and_a_key),
		cmocka_unit_test(names_are_not_used_twice),
		cmocka_unit_test(no_two_actions_of_a_scope_share_a_key),
		cmocka_unit_test(every_scope_has_a_heading),
		cmocka_unit_test(help_now_is_on_one_key_in_every_scope),
		cmocka_unit_test(pasted_text_is_never_a_command),
		cmocka_unit_test(a_letter_is_text_in_a_form),
		cmocka_unit_test(every_row_fits_a_keymap),
		cmocka_unit_test(own_keys_take_the_place_of_the_usual_ones),
		cmocka_unit_test(own_keys_that_cannot_be_are_told_and_left),
		cmocka_unit_test(what_can_be_is_bound_beside_what_cannot),
		cmocka_unit_test(key_names_are_read_and_written),
		cmocka_unit_test(an_unknown_key_name_is_refused),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
