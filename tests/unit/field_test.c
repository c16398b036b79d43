/* SPDX-License-Identifier: MIT */
/* Keys in a field of several lines. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/field.h"
#include "tui/form.h"

/* Ten columns of text: the sides, and one for the cursor. */
enum { ROWS = 4, COLUMNS = 13, LIMIT = 60 };

static struct form form;
static struct canvas canvas;

static struct field *begin(const char *text)
{
	struct field *field;

	form_free(&form);
	form = (struct form){.count = 0};
	canvas_resize(&canvas, ROWS, COLUMNS);
	field = form_add_lines(&form, LIMIT, text);
	form_place(&form, canvas_area(&canvas), FIELD_ROWS_TIGHT);
	return field;
}

/* "|" is Enter. */
static void type(const char *keys)
{
	struct key key;

	while (key_read(keys, &key, &keys)) {
		if (key.kind == PRESS_TEXT && key.code == '|')
			field_break(&form.fields[0]);
		else
			assert_true(form_key(&form, &key));
		form_place(&form, canvas_area(&canvas), FIELD_ROWS_TIGHT);
	}
}

static bool takes(enum key_name name)
{
	return form_key(&form, &(struct key){.kind = PRESS_NAMED, .code = name});
}

static void paste(const char *text)
{
	for (; *text != '\0'; text++) {
		bool end = *text == '\n';
		const struct key key = {.kind = PRESS_TEXT,
					.code = end ? ' ' : (unsigned char)*text,
					.pasted = true,
					.line_end = end};

		assert_true(form_key(&form, &key));
	}
}

static void lines_are_typed_and_pasted(void **state)
{
	struct field *field = begin("");

	(void)state;
	type("a | | b");
	paste("c\nd\te");
	assert_string_equal(field->text.data, "a\n\nbc\nd e");
	type("<Home> <BSpace>");
	assert_string_equal(field->text.data, "a\n\nbcd e");
}

static void a_text_comes_in_with_its_lines_and_harmless(void **state)
{
	struct field *field = begin("a\r\nb\rc\n\033[2J");

	(void)state;
	assert_string_equal(field->text.data, "a\nb\nc\n?[2J");
}

static void up_and_down_go_by_what_is_seen_and_keep_their_column(void **state)
{
	struct field *field = begin("three words\nx\nthree more words");

	(void)state;
	type("<Up> <Home> <Right> <Right> <Right> <Up> <Up>");
	assert_int_equal(field->cursor, strlen("three wor"));
	type("<Down> <Down>");
	assert_int_equal(field->cursor, strlen("three words\nx\nthr"));
	type("<Down> <End> <Up>");
	assert_int_equal(field->cursor, strlen("three words\nx\nthree"));
	type("<PgUp> <PgUp>");
	assert_int_equal(field->cursor, strlen("three"));
	assert_false(takes(NAMED_UP));
	type("<PgDn> <PgDn>");
	assert_false(takes(NAMED_DOWN));
	assert_int_equal(field->cursor, strlen("three words\nx\nthree more words"));
}

static void words_and_lines_are_gone_over_and_cut(void **state)
{
	struct field *field = begin("one two\nthree");

	(void)state;
	type("<C-Left> <C-Left>");
	assert_int_equal(field->cursor, strlen("one "));
	type("<C-Right> <C-Right>");
	assert_int_equal(field->cursor, field->text.len);
	type("<C-w> <BSpace> <C-a> <C-k>");
	assert_string_equal(field->text.data, "");
	begin("one\ntwo");
	type("<Up> <C-e> <C-k>");
	assert_string_equal(form.fields[0].text.data, "onetwo");
	type("<C-u>");
	assert_string_equal(form.fields[0].text.data, "two");
}

static void what_does_not_fit_is_said_and_left_out(void **state)
{
	struct field *field = begin("");

	(void)state;
	for (int i = 0; i < LIMIT + 5; i++)
		paste(i % 10 == 9 ? "\n" : "x");
	assert_int_equal(field->text.len, LIMIT);
	assert_true(field->full);
	type("<BSpace>");
	assert_false(field->full);
}

static void the_cursor_stays_in_sight(void **state)
{
	struct field *field = begin("1\n2\n3\n4\n5\n6");

	(void)state;
	assert_int_equal(field->sight.top, 2);
	type("<Up> <Up> <Up>");
	assert_int_equal(field->sight.top, 2);
	type("<Up>");
	assert_int_equal(field->sight.top, 1);
	form_draw(&form, &canvas, canvas_area(&canvas), FIELD_ROWS_TIGHT);
	assert_int_equal(canvas.cursor_row, 0);
	assert_int_equal(canvas.cursor_column, 2);
	canvas_resize(&canvas, 2, COLUMNS);
	form_place(&form, canvas_area(&canvas), FIELD_ROWS_TIGHT);
	assert_int_equal(field->sight.top, 1);
	assert_true(form_click(&form, canvas_area(&canvas), (struct text_spot){1, 1},
			       FIELD_ROWS_TIGHT));
	assert_int_equal(field->cursor, strlen("1\n2\n"));
}

static void a_click_places_the_cursor_of_one_line_too(void **state)
{
	struct field *field;

	(void)state;
	form_free(&form);
	field = form_add(&form, "Note", "", 0, "日本語 abc");
	canvas_resize(&canvas, 1, 40);
	assert_true(form_click(&form, canvas_area(&canvas), (struct text_spot){0, 13},
			       FIELD_ROWS_TIGHT));
	assert_int_equal(field->cursor, strlen("日"));
	assert_true(form_click(&form, canvas_area(&canvas), (struct text_spot){0, 30},
			       FIELD_ROWS_TIGHT));
	assert_int_equal(field->cursor, field->text.len);
}

static int end(void **state)
{
	(void)state;
	form_free(&form);
	canvas_free(&canvas);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_typed_and_pasted),
		cmocka_unit_test(a_text_comes_in_with_its_lines_and_harmless),
		cmocka_unit_test(up_and_down_go_by_what_is_seen_and_keep_their_column),
		cmocka_unit_test(words_and_lines_are_gone_over_and_cut),
		cmocka_unit_test(what_does_not_fit_is_said_and_left_out),
		cmocka_unit_test(the_cursor_stays_in_sight),
		cmocka_unit_test(a_click_places_the_cursor_of_one_line_too),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, end);
}
