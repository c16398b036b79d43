/* SPDX-License-Identifier: MIT */
#include "cli/table.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct table_column columns[] = {
	{.head = "Id", .right = true},
	{.head = "Amount", .right = true},
	{.head = "Tags", .shrinks = true, .spare = true},
	{.head = "Note", .shrinks = true, .spare = true},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void draw(const char *const *cells, size_t count, struct looks looks, int indent,
		 const char *expected)
{
	struct table table = table_of(columns, COLUMNS);
	struct str out = STR_INIT;

	for (size_t i = 0; i < count; i++)
		table_add(&table, INK_NONE, cells[i]);
	table_draw(&table, &looks, indent, &out);
	assert_string_equal(out.data, expected);
	str_free(&out);
	table_free(&table);
}

static void figures_stand_right_and_words_left(void **state)
{
	const char *cells[] = {"7", "2.5 g", "stress", "long call", "12", "10.0 g", "", "x"};

	(void)state;
	draw(cells, 8, (struct looks){.width = 80}, 1,
	     " Id  Amount  Tags    Note\n"
	     "  7   2.5 g  stress  long call\n"
	     " 12  10.0 g          x\n");
}

static void widths_are_columns_not_bytes(void **state)
{
	const char *cells[] = {"1",    "1 g", "déjà", "ab",  "2",    "2 g",
			       "日本", "cd",  "3",    "3 g", "abcd", "ef"};

	(void)state;
	draw(cells, 12, (struct looks){.width = 80}, 0,
	     "Id  Amount  Tags  Note\n"
	     " 1     1 g  déjà  ab\n"
	     " 2     2 g  日本  cd\n"
	     " 3     3 g  abcd  ef\n");
}

static void an_empty_column_is_left_out(void **state)
{
	const char *cells[] = {"1", "1 g", "", "hello"};

	(void)state;
	draw(cells, 4, (struct looks){.width = 80}, 0, "Id  Amount  Note\n 1     1 g  hello\n");
}

static void words_are_cut_before_columns_go(void **state)
{
	const char *cells[] = {"1", "1 g", "stress", "a note that is rather long"};

	(void)state;
	draw(cells, 4, (struct looks){.width = 32}, 0,
	     "Id  Amount  Tags    Note\n"
	     " 1     1 g  stress  a note that…\n");
	draw(cells, 4, (struct looks){.width = 32, .ascii = true}, 0,
	     "Id  Amount  Tags    Note\n"
	     " 1     1 g  stress  a note that.\n");
	draw(cells, 4, (struct looks){.width = 20}, 0,
	     "Id  Amount  Tags\n"
	     " 1     1 g  stress\n");
}

static void figures_are_never_cut(void **state)
{
	const char *cells[] = {"123456789", "12345.678 g", "", ""};

	(void)state;
	draw(cells, 4, (struct looks){.width = 10}, 0,
	     "       Id       Amount\n"
	     "123456789  12345.678 g\n");
}

static void text_is_harmless(void **state)
{
	const char *cells[] = {"1", "1 g", "a\033[2Jb", "one\ntwo"};

	(void)state;
	draw(cells, 4, (struct looks){.width = 80}, 0,
	     "Id  Amount  Tags    Note\n"
	     " 1     1 g  a?[2Jb  one two\n");
}

static void colour_takes_no_columns(void **state)
{
	struct table table = table_of(columns, COLUMNS);
	struct looks looks = {.width = 80, .color = true};
	struct str out = STR_INIT;

	(void)state;
	table_add(&table, INK_NONE, "1");
	table_add(&table, INK_WARN, "1 g");
	table_add(&table, INK_NONE, "t");
	table_add(&table, INK_NONE, "n");
	table_draw(&table, &looks, 0, &out);
	assert_string_equal(out.data, "\033[1mId\033[0m  \033[1mAmount\033[0m  \033[1mTags\033[0m  "
				      "\033[1mNote\033[0m\n"
				      " 1     \033[33m1 g\033[0m  t     n\n");
	str_free(&out);
	table_free(&table);
}

static void paragraphs_break_at_blanks(void **state)
{
	struct looks looks = {.width = 20};
	struct str out = STR_INIT;

	(void)state;
	looks_wrap(&looks, 2, "one two three four five", &out);
	looks_wrap(&looks, 2, "", &out);
	looks_wrap(&looks, 0, "a-word-longer-than-the-whole-line end", &out);
	assert_string_equal(out.data, "  one two three four\n"
				      "  five\n"
				      "  \n"
				      "a-word-longer-than-t\nhe-whole-line end\n");
	str_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_stand_right_and_words_left),
		cmocka_unit_test(widths_are_columns_not_bytes),
		cmocka_unit_test(an_empty_column_is_left_out),
		cmocka_unit_test(words_are_cut_before_columns_go),
		cmocka_unit_test(figures_are_never_cut),
		cmocka_unit_test(text_is_harmless),
		cmocka_unit_test(colour_takes_no_columns),
		cmocka_unit_test(paragraphs_break_at_blanks),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
