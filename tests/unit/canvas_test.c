/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/canvas.h"
#include "tui/digits.h"
#include "tui/list.h"
#include "tui/palette.h"

static struct canvas canvas_of(int rows, int columns)
{
	struct canvas canvas = CANVAS_INIT;

	canvas_resize(&canvas, rows, columns);
	return canvas;
}

static void expect(struct canvas *canvas, const char *text)
{
	struct str dump = STR_INIT;

	canvas_dump(canvas, &dump);
	assert_string_equal(dump.data, text);
	str_free(&dump);
	canvas_free(canvas);
}

static void text_is_cut_with_a_sign(void **state)
{
	struct canvas canvas = canvas_of(2, 8);

	(void)state;
	assert_int_equal(canvas_text(&canvas, rect_line(canvas_area(&canvas), 0, 0), ROLE_TEXT,
				     "morning dose"),
			 8);
	assert_int_equal(
		canvas_text(&canvas, rect_line(canvas_area(&canvas), 1, 6), ROLE_TEXT, "ab"), 2);
	expect(&canvas, "morning…\n      ab\n");
}

static void nothing_is_drawn_outside(void **state)
{
	struct canvas canvas = canvas_of(2, 4);
	struct rect beyond = {.row = 1, .column = 2, .rows = 5, .columns = 50};

	(void)state;
	canvas_fill(&canvas, beyond, ROLE_TEXT, 'x');
	canvas_put(&canvas, -1, 0, ROLE_TEXT, 'y');
	canvas_put(&canvas, 0, -1, ROLE_TEXT, 'y');
	canvas_put(&canvas, 2, 0, ROLE_TEXT, 'y');
	canvas_text(&canvas, (struct rect){.row = 0, .column = 3, .rows = 1, .columns = 9},
		    ROLE_TEXT, "abc");
	expect(&canvas, "   a\n  xx\n");
}

static void wide_and_combining_characters_keep_their_columns(void **state)
{
	struct canvas canvas = canvas_of(1, 8);
	struct rect line = rect_line(canvas_area(&canvas), 0, 0);

	(void)state;
	assert_int_equal(canvas_text(&canvas, line, ROLE_TEXT, "茶e\u0301x"), 4);
	assert_int_equal(canvas_cell(&canvas, 0, 0)->width, 2);
	assert_int_equal(canvas_cell(&canvas, 0, 1)->width, 0);
	assert_int_equal(canvas_cell(&canvas, 0, 2)->marks[0], 0x301);
	expect(&canvas, "茶e\u0301x\n");
}

static void half_of_a_wide_character_never_stays(void **state)
{
	struct canvas canvas = canvas_of(1, 4);

	(void)state;
	canvas_text(&canvas, canvas_area(&canvas), ROLE_TEXT, "茶茶");
	canvas_put(&canvas, 0, 1, ROLE_TEXT, 'x');
	canvas_put(&canvas, 0, 2, ROLE_TEXT, 'y');
	expect(&canvas, " xy\n");
}

static void escapes_become_harmless(void **state)
{
	struct canvas canvas = canvas_of(1, 20);

	(void)state;
	canvas_text(&canvas, canvas_area(&canvas), ROLE_TEXT, "a\033[2Jb\x9b\u202ec");
	for (int column = 0; column < 20; column++) {
		uint32_t code = canvas_cell(&canvas, 0, column)->code;

		assert_true(code >= ' ' && code != 0x7F && (code < 0x80 || code > 0x9F));
		assert_int_not_equal(code, 0x202E);
	}
	canvas_free(&canvas);
}

static void ascii_mode_lets_only_ascii_out(void **state)
{
	struct canvas canvas = canvas_of(4, 20);
	struct str dump = STR_INIT;

	(void)state;
	canvas.ascii = true;
	canvas_frame(&canvas, canvas_area(&canvas), "Müller");
	canvas_text(&canvas, rect_line(canvas_area(&canvas), 1, 2), ROLE_TEXT, "✓ 3 → 2 −5 % 茶…");
	canvas_dump(&canvas, &dump);
	for (size_t i = 0; i < dump.len; i++)
		assert_in_range((unsigned char)dump.data[i], '\n', '~');
	assert_non_null(strstr(dump.data, "+- Muller -"));
	assert_non_null(strstr(dump.data, "* 3 > 2 -5 % ??."));
	str_free(&dump);
	canvas_free(&canvas);
}

static void words_are_wrapped_and_the_last_line_says_there_is_more(void **state)
{
	struct canvas canvas = canvas_of(3, 10);
	const char *rest;

	(void)state;
	assert_int_equal(text_rows("one two three four five six", 10), 3);
	assert_int_equal(text_rows("abcdefghijklmn", 5), 3);
	assert_int_equal(text_rows("a\n\nb", 5), 3);
	/* A number stays with its unit. */
	assert_int_equal(text_rows("down to 17.2 g now", 14), 2);
	text_break("the cut, to 17.2 g: less", 16, &rest);
	assert_string_equal(rest, "17.2 g: less");
	assert_int_equal(canvas_wrap(&canvas, canvas_area(&canvas), ROLE_TEXT,
				     "one two three four five six seven"),
			 3);
	expect(&canvas, "one two\nthree four\nfive six …\n");
	/* The sign that more follows never has a row to itself. */
	canvas = canvas_of(3, 12);
	assert_int_equal(
		canvas_wrap(&canvas, canvas_area(&canvas), ROLE_TEXT, "one two three four\n\nfive"),
		2);
	expect(&canvas, "one two\nthree four …\n\n");
}

static void plain_mode_draws_no_lines(void **state)
{
	struct canvas canvas = canvas_of(3, 12);

	(void)state;
	canvas.plain = true;
	canvas_frame(&canvas, canvas_area(&canvas), "Log");
	canvas_rule(&canvas, rect_line(canvas_area(&canvas), 2, 0));
	expect(&canvas, "  Log\n\n\n");
}

static void selection_and_fading_change_roles_only(void **state)
{
	struct canvas canvas = canvas_of(1, 4);
	struct str roles = STR_INIT;

	(void)state;
	canvas_text(&canvas, canvas_area(&canvas), ROLE_WARN | INK_BOLD, "abcd");
	assert_int_equal(canvas_cell(&canvas, 0, 0)->bold, 1);
	canvas_select(&canvas, rect_line(canvas_area(&canvas), 0, 2));
	canvas_dump_roles(&canvas, &roles);
	assert_string_equal(roles.data, "WW__\n");
	canvas_fade(&canvas, canvas_area(&canvas));
	str_reset(&roles);
	canvas_dump_roles(&canvas, &roles);
	assert_string_equal(roles.data, "ffff\n");
	str_free(&roles);
	expect(&canvas, "abcd\n");
}

static void large_digits_have_the_width_they_say(void **state)
{
	struct canvas canvas = canvas_of(3, 20);

	(void)state;
	assert_int_equal(digits_width("4.5"), 11);
	digits_draw(&canvas, canvas_area(&canvas), ROLE_GOOD, "4.5");
	expect(&canvas, "█  █   █▀▀▀\n▀▀▀█   ▀▀▀█\n   ▀ ▀ ▀▀▀▀\n");
}

static void columns_fold_by_their_rank(void **state)
{
	static const struct column columns[] = {
		{.width = 10}, {.width = 8, .fold = 1}, {.width = 20, .fold = 2}};
	int at[3];

	(void)state;
	assert_int_equal(columns_fit(columns, 3, 42, at), 42);
	assert_int_equal(at[2], 22);
	assert_int_equal(columns_fit(columns, 3, 41, at), 20);
	assert_int_equal(at[2], -1);
	assert_int_equal(at[1], 12);
	assert_int_equal(columns_fit(columns, 3, 5, at), 10);
	assert_int_equal(at[1], -1);
}

static void strips_never_take_more_than_there_is(void **state)
{
	struct rect rest = {.rows = 3, .columns = 10};
	struct rect strip = rect_take_bottom(&rest, 2);

	(void)state;
	assert_int_equal(strip.row, 1);
	assert_int_equal(rest.rows, 1);
	strip = rect_take_top(&rest, 9);
	assert_int_equal(strip.rows, 1);
	assert_int_equal(rest.rows, 0);
	assert_int_equal(rect_take_left(&rest, -4).columns, 0);
	assert_int_equal(rect_line(rest, 0, 0).rows, 0);
}

static void the_cursor_of_a_list_stays_in_sight(void **state)
{
	struct list list = {.count = 0};

	(void)state;
	list_resize(&list, 100);
	list_place(&list, 10);
	list_go(&list, 55);
	assert_int_equal(list.top, 46);
	list_centre(&list);
	assert_int_equal(list.top, 50);
	assert_int_equal(list_at_row(&list, 9), 59);
	assert_int_equal(list_at_row(&list, 10), -1);
	assert_true(list_move(&list, 1000));
	assert_int_equal(list.cursor, 99);
	assert_int_equal(list.top, 90);
	assert_false(list_move(&list, 1));
	list_resize(&list, 3);
	assert_int_equal(list.cursor, 2);
	assert_int_equal(list.top, 0);
	list_resize(&list, 0);
	assert_int_equal(list.cursor, -1);
}

static int selected_columns(const char *text, bool plain)
{
	struct canvas canvas = canvas_of(1, 80);
	int columns = 0;

	canvas.plain = plain;
	canvas_text(&canvas, canvas_area(&canvas), ROLE_TEXT, text);
	canvas_select_row(&canvas, canvas_area(&canvas));
	while (columns < 80 && canvas_cell(&canvas, 0, columns)->selected)
		columns++;
	canvas_free(&canvas);
	return columns;
}

static void a_row_is_marked_up_to_the_end_of_a_column(void **state)
{
	(void)state;
	assert_int_equal(selected_columns("Sleep", false), 40);
	assert_int_equal(
		selected_columns("Fri 20 Nov  18:10  Two hard calls today, and it passed", false),
		17);
	assert_int_equal(
		selected_columns("[ ] You take other medicines: less may change how they work",
				 false),
		59);
	assert_int_equal(selected_columns("Sleep", true), 80);
	/* The right half of a wide character is no blank. */
	assert_int_equal(
		selected_columns("[ ] A-row-of-which-no-word-ends-at-fort語  and more", false), 41);
}

static void selection_shows_without_colour(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct shade shade = palette_shade(DEPTH_NONE, false, (enum role)role, true);

		assert_true(shade.reverse);
		assert_int_equal(shade.foreground, COLOUR_DEFAULT);
		assert_int_equal(shade.background, COLOUR_DEFAULT);
		shade = palette_shade(DEPTH_8, false, (enum role)role, false);
		assert_true(shade.foreground < 8);
		shade = palette_shade(DEPTH_16, true, (enum role)role, false);
		assert_true(shade.foreground < 16);
	}
	assert_int_equal(palette_depth(256), DEPTH_256);
	assert_int_equal(palette_depth(88), DEPTH_16);
	assert_int_equal(palette_depth(-1), DEPTH_NONE);
}

static void a_mark_stands_on_the_left_half(void **state)
{
	struct canvas canvas = canvas_of(1, 4);

	(void)state;
	canvas_text(&canvas, canvas_area(&canvas), ROLE_TEXT, "日\u0301x");
	assert_int_equal(canvas_cell(&canvas, 0, 0)->marks[0], 0x301);
	assert_int_equal(canvas_cell(&canvas, 0, 1)->marks[0], 0);
	expect(&canvas, "日\u0301x\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mark_stands_on_the_left_half),
		cmocka_unit_test(text_is_cut_with_a_sign),
		cmocka_unit_test(nothing_is_drawn_outside),
		cmocka_unit_test(wide_and_combining_characters_keep_their_columns),
		cmocka_unit_test(half_of_a_wide_character_never_stays),
		cmocka_unit_test(escapes_become_harmless),
		cmocka_unit_test(ascii_mode_lets_only_ascii_out),
		cmocka_unit_test(words_are_wrapped_and_the_last_line_says_there_is_more),
		cmocka_unit_test(plain_mode_draws_no_lines),
		cmocka_unit_test(selection_and_fading_change_roles_only),
		cmocka_unit_test(large_digits_have_the_width_they_say),
		cmocka_unit_test(columns_fold_by_their_rank),
		cmocka_unit_test(strips_never_take_more_than_there_is),
		cmocka_unit_test(the_cursor_of_a_list_stays_in_sight),
		cmocka_unit_test(a_row_is_marked_up_to_the_end_of_a_column),
		cmocka_unit_test(selection_shows_without_colour),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
