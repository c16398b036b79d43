/* SPDX-License-Identifier: MIT */
/*
 * The recovery code on the screen: shown when the log is locked, asked back from paper, shown again where that was another one, and
 * good for what it is there for.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/lock.h"
#include "dump_kit.h"
#include "tui/gate.h"
#include "view_kit.h"
#include "views_kit.h"

enum { ROWS = 12, COLUMNS = 40, CODE_ROW = 17, GROUP = 5 };

static const char phrase[] = "one good phrase";
static const struct key enter = {.kind = PRESS_NAMED, .code = NAMED_ENTER};
static const struct key escape = {.kind = PRESS_NAMED, .code = NAMED_ESCAPE};

static enum gate_reply press(struct gate *gate, const struct key *key)
{
	return gate_key(gate, views_kit_keys(), key);
}

static enum gate_reply type(struct gate *gate, const char *text)
{
	for (; *text != '\0'; text++) {
		const struct key key = {.kind = PRESS_TEXT, .code = (unsigned char)*text};

		assert_int_equal(press(gate, &key), GATE_STAYS);
	}
	return press(gate, &enter);
}

static struct str screen(struct gate *gate)
{
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	canvas_resize(&canvas, ROWS, COLUMNS);
	gate_draw(gate, views_kit_keys(), &canvas);
	canvas_dump(&canvas, &dump);
	canvas_free(&canvas);
	return dump;
}

static void see(struct gate *gate, const char *text)
{
	struct str dump = screen(gate);

	dump_has(&dump, text);
	str_free(&dump);
}

/* Its two rows, as a person would write them down. */
static void copy_code(struct gate *gate, char *paper)
{
	struct str dump = screen(gate);
	const char *at = dump.data;

	while ((at = strchr(at, '-')) != NULL &&
	       strspn(at + 1, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") != GROUP)
		at++;
	assert_non_null(at);
	at -= GROUP;
	memcpy(paper, at, CODE_ROW);
	paper[CODE_ROW] = ' ';
	at = strchr(at, '\n');
	assert_non_null(at);
	at += strspn(at, "\n ");
	memcpy(paper + CODE_ROW + 1, at, CODE_ROW);
	paper[2 * CODE_ROW + 1] = '\0';
	str_free(&dump);
}

/* Up to the code, which is to be seen. */
static struct gate *lock_with_code(struct app *app, char *paper)
{
	const struct key yes = {.kind = PRESS_TEXT, .code = 'y'};
	struct gate *gate = gate_new(GATE_LOCK);

	assert_int_equal(type(gate, phrase), GATE_STAYS);
	assert_int_equal(type(gate, phrase), GATE_STAYS);
	assert_int_equal(press(gate, &yes), GATE_BUSY);
	assert_int_equal(gate_work(gate, app), GATE_STAYS);
	see(gate, "shown this once");
	copy_code(gate, paper);
	return gate;
}

static void the_code_is_asked_back_from_paper(void **state)
{
	char paper[2 * CODE_ROW + 2];
	struct app *app = view_kit_open();
	struct secret *typed = secret_new();
	struct gate *gate;
	struct err err;

	(void)state;
	view_kit_fill(app);
	gate = lock_with_code(app, paper);
	assert_int_equal(press(gate, &enter), GATE_STAYS);
	see(gate, "Last group");
	assert_int_equal(type(gate, "22222"), GATE_STAYS);
	see(gate, "not its last group");
	see(gate, paper + CODE_ROW + 1);
	assert_int_equal(press(gate, &enter), GATE_STAYS);
	assert_int_equal(type(gate, paper + 2 * CODE_ROW + 1 - GROUP), GATE_DONE);
	gate_free(gate);
	app_close(app);

	app = view_kit_open();
	assert_true(app_is_locked(app));
	assert_true(secret_add(typed, paper, strlen(paper)));
	assert_true(app_open_lock(app, typed, &err));
	secret_free(typed);
	app_close(app);
}

static void one_key_does_not_lose_it(void **state)
{
	char paper[2 * CODE_ROW + 2];
	struct app *app = view_kit_open();
	struct gate *gate;

	(void)state;
	view_kit_fill(app);
	gate = lock_with_code(app, paper);
	assert_int_equal(press(gate, &escape), GATE_STAYS);
	assert_int_equal(press(gate, &enter), GATE_STAYS);
	see(gate, paper + CODE_ROW + 1);
	assert_int_equal(press(gate, &escape), GATE_STAYS);
	assert_int_equal(press(gate, &escape), GATE_DONE);
	gate_free(gate);
	app_close(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_code_is_asked_back_from_paper, view_kit_begin,
						view_kit_end),
		cmocka_unit_test_setup_teardown(one_key_does_not_lose_it, view_kit_begin,
						view_kit_end),
	};
	int failed;

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	views_kit_end();
	return failed;
}
