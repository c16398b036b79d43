/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/complete.h"
#include "file_kit.h"
#include "tui/keymap.h"

#define PAGE "data/man/taper.1"
#define BEGIN ".\\\" from the actions\n"
#define END ".\\\" end\n"

enum { LINE_SIZE = 80 };

static void add_escaped(const char *text, struct str *out)
{
	if (text[0] == '.' || text[0] == '\'')
		str_add(out, "\\&");
	for (; *text != '\0'; text++) {
		if (*text == '\\')
			str_add(out, "\\e");
		else if (*text == '-')
			str_add(out, "\\-");
		else if (*text == '\'')
			str_add(out, "\\(aq");
		else if (*text == '"')
			str_add(out, "\\(dq");
		else
			str_add_char(out, *text);
	}
}

/* A sentence of its own, in lines of at most 80 bytes; none of its words begins with a sign that would make a request of it. */
static void add_wrapped(const char *text, struct str *out)
{
	struct str whole = STR_INIT;
	size_t at = 0;

	add_escaped(text, &whole);
	str_add(&whole, ".\n");
	while (whole.len - at > LINE_SIZE + 1) {
		size_t end = at + LINE_SIZE;

		while (whole.data[end] != ' ' && end > at)
			end--;
		assert_true(end > at);
		whole.data[end] = '\n';
		at = end + 1;
	}
	str_append(out, &whole);
	str_free(&whole);
}

/* Every action of a scope that no scope before it had: each is told once. */
static void add_scope(enum scope scope, bool *told, struct str *out)
{
	bool headed = false;

	for (int action = 0; action < ACTION_COUNT; action++) {
		const struct action_info *info = action_info((enum action)action);

		if (told[action] || !scopes_have(info->scopes, scope))
			continue;
		if (!headed)
			str_addf(out, ".Ss %s\n.Bl -tag -width \"take-planned\"\n",
				 scope_title(scope));
		headed = told[action] = true;
		str_add(out, ".It Ic ");
		add_escaped(info->name, out);
		str_add(out, "\n.Ql ");
		add_escaped(info->keys, out);
		str_add(out, " :\n");
		add_wrapped(info->help, out);
	}
	if (headed)
		str_add(out, ".El\n");
}

static void the_manual_has_every_action_with_its_keys(void **state)
{
	struct str page, wanted = STR_INIT, whole = STR_INIT;
	bool told[ACTION_COUNT] = {false};
	const char *begin, *end;

	(void)state;
	page = kit_bytes(PAGE);
	for (enum scope scope = 0; scope < SCOPE_COUNT; scope++)
		add_scope(scope, told, &wanted);
	begin = strstr(page.data, BEGIN);
	assert_non_null(begin);
	begin += strlen(BEGIN);
	end = strstr(begin, END);
	assert_non_null(end);
	str_add_bytes(&whole, page.data, (size_t)(begin - page.data));
	str_append(&whole, &wanted);
	str_add(&whole, end);
	if (getenv("UPDATE") != NULL)
		kit_write(PAGE, whole.data, whole.len);
	else
		assert_string_equal(page.data, whole.data);
	for (int action = 0; action < ACTION_COUNT; action++)
		assert_true(told[action]);
	str_free(&page);
	str_free(&wanted);
	str_free(&whole);
}

static void options_have_a_kind(const struct option_spec *table)
{
	for (; table != NULL && table->name != NULL; table++) {
		if (table->value != NULL && complete_option(table) == OFFER_KIND_COUNT)
			fail_msg("give --%s %s a row in src/cli/complete.c", table->name,
				 table->value);
	}
}

static void completion_knows_what_every_option_and_argument_is(void **state)
{
	(void)state;
	options_have_a_kind(common_options);
	for (size_t i = 0; commands[i] != NULL; i++) {
		options_have_a_kind(commands[i]->options);
		if (complete_word(commands[i], 0) == OFFER_KIND_COUNT)
			fail_msg("give 'taper %s' a row in src/cli/complete.c", commands[i]->name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_manual_has_every_action_with_its_keys),
		cmocka_unit_test(completion_knows_what_every_option_and_argument_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
