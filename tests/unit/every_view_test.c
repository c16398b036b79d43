/* SPDX-License-Identifier: MIT */
/* What holds for every screen and dialog, in every size and mode, with a log and without one. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "app/app.h"
#include "dump_kit.h"
#include "file_kit.h"
#include "view_kit.h"
#include "views_kit.h"

#include "tui/keymap.h"
#include "tui/view.h"

static const struct mode {
	const char *name;
	int rows, columns;
	bool plain, ascii;
} modes[] = {
	{"80x24", 24, 80, false, false},      {"120x40", 40, 120, false, false},
	{"40x12", 12, 40, false, false},      {"200x60", 60, 200, false, false},
	{"plain 80x24", 24, 80, true, false}, {"plain 40x12", 12, 40, true, false},
	{"ASCII 80x24", 24, 80, false, true}, {"ASCII 40x12", 12, 40, false, true},
	{"plain ASCII", 24, 80, true, true},
};

enum { PASTED_FIELDS = 5 };

enum { AROUND = 3, BOXES_FIRST = 0x2500, BRAILLE_LAST = 0x28FF, OUTSIDE = '~' };

/* What the frame leaves of a window, with a margin that nothing may touch. */
static struct rect place_of(const struct mode *mode, struct canvas *canvas)
{
	bool tall = mode->rows >= 16;
	struct rect area = {.row = AROUND,
			    .column = AROUND,
			    .rows = mode->rows - (tall ? 5 : 3),
			    .columns = mode->columns};

	canvas_resize(canvas, area.rows + 2 * AROUND, area.columns + 2 * AROUND);
	canvas->plain = mode->plain;
	canvas->ascii = mode->ascii;
	canvas_fill(canvas, canvas_area(canvas), ROLE_TEXT, OUTSIDE);
	canvas_fill(canvas, area, ROLE_TEXT, ' ');
	return area;
}

static void nothing_outside(const struct canvas *canvas, struct rect area, const char *what)
{
	for (int row = 0; row < canvas->rows; row++) {
		for (int column = 0; column < canvas->columns; column++) {
			const struct cell *cell = canvas_cell(canvas, row, column);

			if (!rect_has(area, row, column) && cell->code != OUTSIDE)
				fail_msg("%s draws outside, at %d, %d", what, row - area.row,
					 column - area.column);
			if (canvas->ascii && cell->code >= 0x7F)
				fail_msg("%s lets U+%04X out", what, (unsigned)cell->code);
			if (canvas->plain && cell->code >= BOXES_FIRST &&
			    cell->code <= BRAILLE_LAST)
				fail_msg("%s draws U+%04X where plain", what, (unsigned)cell->code);
		}
	}
}

/* The bytes of the view, to see that drawing changed none. */
static void draw_twice(const struct view *view, struct canvas *canvas, struct rect area,
		       const char *what)
{
	struct str before = STR_INIT, once = STR_INIT, again = STR_INIT;

	str_add_bytes(&before, (const char *)view, view->class->size);
	view->class->draw(view, canvas, area);
	canvas_dump(canvas, &once);
	if (memcmp(before.data, view, view->class->size) != 0)
		fail_msg("%s changes by being drawn", what);
	canvas_fill(canvas, area, ROLE_TEXT, ' ');
	view->class->draw(view, canvas, area);
	canvas_dump(canvas, &again);
	assert_string_equal(once.data, again.data);
	str_free(&before);
	str_free(&once);
	str_free(&again);
}

static void look_at(struct view *view, const struct every *every, const struct mode *mode,
		    const char *word)
{
	struct canvas canvas = CANVAS_INIT;
	struct rect area = place_of(mode, &canvas);
	struct str dump = STR_INIT;
	char what[80];

	snprintf(what, sizeof(what), "%s at %s", every->name, mode->name);
	view->area = area;
	view->plain = mode->plain;
	if (view->class->place != NULL)
		view->class->place(view, area);
	draw_twice(view, &canvas, area, what);
	nothing_outside(&canvas, area, what);
	canvas_dump(&canvas, &dump);
	if (strstr(dump.data, word) == NULL)
		fail_msg("%s has no '%s':\n%s", what, word, dump.data);
	str_free(&dump);
	canvas_free(&canvas);
}

static void look_at_all(struct app *app, bool full)
{
	for (size_t i = 0; i < views_kit_count; i++) {
		const char *word = full ? views_kit[i].full : views_kit[i].empty;
		struct view *view;
		struct err err = {.code = ERR_NONE};

		if (word == NULL)
			continue;
		view = views_kit[i].make(app);
		view->keys = views_kit_keys();
		if (view->class->load != NULL && !view->class->load(view, app, &err))
			fail_msg("%s: %s", views_kit[i].name, err.msg);
		for (size_t n = 0; n < sizeof(modes) / sizeof(modes[0]); n++)
			look_at(view, &views_kit[i], &modes[n], word);
		view_free(view);
	}
	views_kit_end();
}

/* Words of one, two and no columns, from the right and from the left, more than any field holds. */
static void paste_much(struct view *view, struct app *app)
{
	static const uint32_t text[] = {'a',    ' ',    0x65E5, 0x1F33F, 0x0301, 0x05D0,
					0x0627, 0x202E, 0x200D, 0x1F468, '5',    0xE9};
	enum { PASTED = 600, EVERY = 12, LINE = 50 };

	for (int i = 0; i < PASTED; i++) {
		bool end = i % LINE == LINE - 1;
		const struct key key = {.kind = PRESS_TEXT,
					.code = end ? ' ' : text[i % EVERY],
					.pasted = true,
					.line_end = end};

		view->class->type(view, app, &key);
	}
}

static void whatever_is_pasted_stays_inside(void **state)
{
	struct app *app = view_kit_open();
	int typed = 0;

	(void)state;
	view_kit_fill(app);
	for (size_t i = 0; i < views_kit_count; i++) {
		struct every pasted = views_kit[i];
		struct view *view = pasted.make(app);
		struct err err = {.code = ERR_NONE};
		struct outcome outcome = {.open = NULL};

		view->keys = views_kit_keys();
		if (view->class->load != NULL && !view->class->load(view, app, &err))
			fail_msg("%s: %s", pasted.name, err.msg);
		for (int field = 0; field < PASTED_FIELDS && view->class->type != NULL; field++) {
			paste_much(view, app);
			for (size_t n = 0; n < sizeof(modes) / sizeof(modes[0]); n++)
				look_at(view, &pasted, &modes[n], "");
			view->class->act(view, app, ACTION_FIELD_NEXT, &outcome, &err);
			typed++;
		}
		view_free(view);
	}
	assert_true(typed > 20);
	views_kit_end();
	app_close(app);
}

static const char *said_of_enter(const struct view *view)
{
	const struct key enter = {.kind = PRESS_NAMED, .code = NAMED_ENTER};
	enum action action = keymap_find(views_kit_keys(), view->class->scope, &enter);

	assert_true(action < ACTION_COUNT);
	return view->class->brief != NULL ? view->class->brief(view, action)
					  : action_info(action)->brief;
}

static void the_footer_says_what_enter_does(void **state)
{
	struct app *app = view_kit_open();

	(void)state;
	view_kit_fill(app);
	for (size_t i = 0; i < views_kit_count; i++) {
		struct view *view = views_kit[i].make(app);
		struct err err = {.code = ERR_NONE};

		view->keys = views_kit_keys();
		if (view->class->load != NULL && !view->class->load(view, app, &err))
			fail_msg("%s: %s", views_kit[i].name, err.msg);
		if (view->class->scope == SCOPE_FORM && views_kit[i].enter == NULL &&
		    view->class->brief == NULL)
			fail_msg("%s does not say what Enter does", views_kit[i].name);
		if (views_kit[i].enter != NULL)
			assert_string_equal(said_of_enter(view), views_kit[i].enter);
		view_free(view);
	}
	views_kit_end();
	app_close(app);
}

/* Those that only choose which of the others it is. */
static const char *const others[] = {"view_ready_chosen", "view_revise_for"};

static bool is_made_here(const char *name, const char *own)
{
	struct str call = STR_INIT, plain = STR_INIT;
	bool made;

	str_addf(&call, "%s(", name);
	str_addf(&plain, "PLAIN_MAKER(%.*s)",
		 (int)(strlen(name) - strlen("view_") - strlen("_new")), name + strlen("view_"));
	made = strstr(own, call.data) != NULL || strstr(own, plain.data) != NULL;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		made = made || strcmp(name, others[i]) == 0;
	str_free(&call);
	str_free(&plain);
	return made;
}

struct found {
	const char *own;
	int count;
};

static void look_for_views(const char *folder, const char *name, void *context)
{
	static const char declared[] = "struct view *view_";
	struct found *found = context;
	struct str path = STR_INIT, text;

	str_addf(&path, "%s/%s", folder, name);
	text = kit_bytes(path.data);
	for (char *at = text.data; (at = strstr(at, declared)) != NULL; found->count++) {
		char view[64];

		at += strlen(declared) - strlen("view_");
		snprintf(view, sizeof(view), "%.*s", (int)strcspn(at, "("), at);
		if (!is_made_here(view, found->own))
			fail_msg("%s (%s) is not drawn here", view, path.data);
	}
	str_free(&path);
	str_free(&text);
}

/* What the headers of the screens declare is in the table above, whoever adds it. */
static void no_view_is_left_out(void **state)
{
	struct str own = kit_bytes("tests/unit/views_kit.c");
	struct found found = {.count = 0};

	(void)state;
	found.own = own.data;
	assert_true(kit_walk("src/tui", ".h", look_for_views, &found) > 0);
	assert_true(found.count > 40);
	str_free(&own);
}

static void every_view_is_whole_in_a_new_home(void **state)
{
	struct app *app = view_kit_open();

	(void)state;
	look_at_all(app, false);
	app_close(app);
}

static void every_view_is_whole_with_a_log(void **state)
{
	struct app *app = view_kit_open();

	(void)state;
	view_kit_fill(app);
	look_at_all(app, true);
	app_close(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_view_is_left_out),
		cmocka_unit_test_setup_teardown(whatever_is_pasted_stays_inside, view_kit_begin,
						view_kit_end),
		cmocka_unit_test_setup_teardown(the_footer_says_what_enter_does, view_kit_begin,
						view_kit_end),
		cmocka_unit_test_setup_teardown(every_view_is_whole_in_a_new_home, view_kit_begin,
						view_kit_end),
		cmocka_unit_test_setup_teardown(every_view_is_whole_with_a_log, view_kit_begin,
						view_kit_end),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
