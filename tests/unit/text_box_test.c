/* SPDX-License-Identifier: MIT */
/* A text of several lines in a box: each byte has its place, and each place its byte. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"
#include "tui/text_box.h"

static const struct rows {
	const char *text;
	int columns;
	const char *drawn; /* rows, each with its end */
} known[] = {
	{"", 10, "\n"},
	{"one", 10, "one\n"},
	{"one\n", 10, "one\n\n"},
	{"\n\none", 10, "\n\none\n"},
	{"a walk helped", 8, "a walk\nhelped\n"},
	{"a walk  helped", 8, "a walk\nhelped\n"},
	{"a walk     \nhelped", 6, "a walk\nhelped\n"},
	{"a walk     ", 6, "a walk\n"},
	{"abcdefghij", 4, "abcd\nefgh\nij\n"},
	{"abcd", 4, "abcd\n"},
	{"日本語 日本", 5, "日本\n語\n日本\n"},
	{"e\u0301e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301\ne\u0301e\u0301\n"},
	{"  set in", 20, "  set in\n"},
};

static void rows_are_drawn_as_they_are_counted(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct canvas canvas = CANVAS_INIT;
		struct str dump = STR_INIT;
		int rows = text_box_rows(known[i].text, known[i].columns);

		canvas_resize(&canvas, rows, known[i].columns);
		text_box_draw(&canvas, canvas_area(&canvas), ROLE_TEXT, known[i].text, 0);
		canvas_dump(&canvas, &dump);
		assert_string_equal(dump.data, known[i].drawn);
		str_free(&dump);
		canvas_free(&canvas);
	}
}

static void only_what_is_in_sight_is_drawn(void **state)
{
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	canvas_resize(&canvas, 2, 10);
	text_box_draw(&canvas, canvas_area(&canvas), ROLE_TEXT, "one\ntwo\nthree\nfour", 1);
	canvas_dump(&canvas, &dump);
	assert_string_equal(dump.data, "two\nthree\n");
	str_free(&dump);
	canvas_free(&canvas);
}

static void is_at(const char *text, int columns, size_t at, int row, int column)
{
	struct text_spot spot = text_box_spot(text, columns, at);

	assert_int_equal(spot.row, row);
	assert_int_equal(spot.column, column);
}

static void blanks_between_rows_hang_over_the_end(void **state)
{
	(void)state;
	is_at("a walk  helped", 8, 6, 0, 6);
	is_at("a walk  helped", 8, 7, 0, 7);
	is_at("a walk  helped", 8, 8, 1, 0);
	is_at("abcd    ", 4, 8, 0, 4);
	is_at("abcd\n", 4, 4, 0, 4);
	is_at("abcd\n", 4, 5, 1, 0);
	is_at("abcdef", 4, 4, 1, 0);
}

static void a_place_without_a_byte_gives_the_nearest(void **state)
{
	(void)state;
	assert_int_equal(text_box_at("one\ntwo", 10, (struct text_spot){0, 9}), 3);
	assert_int_equal(text_box_at("one\ntwo", 10, (struct text_spot){7, 0}), 7);
	/* The end of a broken word's row is its last character: the byte behind it stands in the next row. */
	assert_int_equal(text_box_at("abcdef", 4, (struct text_spot){0, 4}), 3);
	/* The right half of a wide one. */
	assert_int_equal(text_box_at("日本", 10, (struct text_spot){0, 3}), 3);
}

static size_t add_some(struct random *random, struct str *text)
{
	static const char *const some[] = {"a",  "bc", " ",  "   ", "\n",      "日",
					   "12", "g",  "\n", " ",   "e\u0301", "longer"};

	str_add(text, some[random_next(random) % (sizeof(some) / sizeof(some[0]))]);
	return text->len;
}

/* Each beginning of a character is found again where it stands, but for blanks that hang over; and they stand in order. */
static void each_byte_has_a_place_of_its_own(void **state)
{
	enum { TEXTS = 200, PARTS = 40, COLUMNS_MAX_HERE = 24 };
	struct random random = random_seeded("texts", 20261121);

	(void)state;
	for (int n = 0; n < TEXTS; n++) {
		struct str text = STR_INIT;
		size_t marks[PARTS + 1] = {0};
		int columns = 2 + n % COLUMNS_MAX_HERE, rows;
		struct text_spot last = {.row = 0};

		for (int i = 0; i < PARTS; i++)
			marks[i + 1] = add_some(&random, &text);
		rows = text_box_rows(text.data, columns);
		for (int i = 0; i <= PARTS; i++) {
			struct text_spot spot = text_box_spot(text.data, columns, marks[i]);
			size_t again = text_box_at(text.data, columns, spot);

			if (spot.row < last.row ||
			    (spot.row == last.row && spot.column < last.column) ||
			    spot.row >= rows || spot.column > columns)
				fail_msg("text %d: %zu stands at %d, %d", n, marks[i], spot.row,
					 spot.column);
			if (again != marks[i] &&
			    (again > marks[i] || strspn(text.data + again, " ") < marks[i] - again))
				fail_msg("text %d: %zu is found at %zu", n, marks[i], again);
			last = spot;
		}
		str_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_drawn_as_they_are_counted),
		cmocka_unit_test(only_what_is_in_sight_is_drawn),
		cmocka_unit_test(blanks_between_rows_hang_over_the_end),
		cmocka_unit_test(a_place_without_a_byte_gives_the_nearest),
		cmocka_unit_test(each_byte_has_a_place_of_its_own),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
