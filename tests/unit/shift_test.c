/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "support.h"
#include "tui/shift.h"

enum { ROWS = 14, COLUMNS = 30, FIRST = 3, LAST = 11 };

/* A list under a heading and above a line, with a bar over one of its items. */
static void draw(struct canvas *canvas, int top, int cursor)
{
	canvas_resize(canvas, ROWS, COLUMNS);
	canvas_text(canvas, rect_line(canvas_area(canvas), 0, 0), ROLE_STRONG, "a heading");
	canvas_text(canvas, rect_line(canvas_area(canvas), ROWS - 1, 0), ROLE_DIM, "keys");
	for (int row = FIRST; row <= LAST; row++) {
		int item = top + row - FIRST;
		struct rect line = rect_line(canvas_area(canvas), row, 2);

		canvas_textf(canvas, line, ROLE_TEXT, "item %d, %d of it", item, item * item);
		if (item == cursor)
			canvas_select(canvas, line);
	}
}

static struct shift between(int top, int cursor, int next_top, int next_cursor)
{
	struct canvas was = CANVAS_INIT, now = CANVAS_INIT;
	struct shift shift;

	draw(&was, top, cursor);
	draw(&now, next_top, next_cursor);
	shift = shift_find(&was, &now);
	canvas_free(&was);
	canvas_free(&now);
	return shift;
}

static void a_list_that_scrolls_is_found_with_both_its_ends(void **state)
{
	struct shift down = between(0, 8, 1, 9), up = between(5, 5, 4, 4),
		     far = between(0, 8, 3, 11);

	(void)state;
	assert_int_equal(down.by, 1);
	assert_int_equal(down.first, FIRST);
	assert_int_equal(down.last, LAST);
	assert_int_equal(up.by, -1);
	assert_int_equal(up.first, FIRST);
	assert_int_equal(up.last, LAST);
	assert_int_equal(far.by, 3);
	assert_int_equal(far.last, LAST);
}

static void a_bar_that_moves_is_no_shift(void **state)
{
	(void)state;
	assert_int_equal(between(4, 6, 4, 7).by, 0);
	assert_int_equal(between(4, 6, 4, 6).by, 0);
}

/* The last row of a text that goes on ends in "…", and moves up without it. */
static void a_row_that_lost_little_moves_along(void **state)
{
	struct canvas was = CANVAS_INIT, now = CANVAS_INIT;
	struct shift shift;

	(void)state;
	draw(&was, 0, -1);
	draw(&now, 1, -1);
	canvas_put(&was, LAST, COLUMNS - 1, ROLE_TEXT, U'…');
	canvas_put(&now, LAST, COLUMNS - 1, ROLE_TEXT, U'…');
	shift = shift_find(&was, &now);
	assert_int_equal(shift.by, 1);
	assert_int_equal(shift.first, FIRST);
	assert_int_equal(shift.last, LAST);
	canvas_free(&was);
	canvas_free(&now);
}

static void draw_any(struct random *random, struct canvas *canvas)
{
	int first = (int)random_between(random, 0, 8);

	draw(canvas, first, (int)random_between(random, 0, 11));
}

/* What is moved and then mended is what was to be shown, whatever the pictures are. */
static void a_shift_leaves_only_what_differs(void **state)
{
	struct random random = random_seeded("pictures", 400);

	(void)state;
	for (int pair = 1; pair < 400; pair++) {
		struct canvas was = CANVAS_INIT, now = CANVAS_INIT;
		struct shift shift;
		int changed = 0, left = 0;

		draw_any(&random, &was);
		draw_any(&random, &now);
		for (int row = 0; row < ROWS; row++)
			changed += memcmp(&was.cells[row * COLUMNS], &now.cells[row * COLUMNS],
					  COLUMNS * sizeof(struct cell)) != 0;
		shift = shift_find(&was, &now);
		if (shift.by != 0) {
			assert_in_range(shift.first, 0, ROWS - 1);
			assert_in_range(shift.last, shift.first, ROWS - 1);
			shift_apply(&was, shift);
			for (int row = 0; row < ROWS; row++)
				left += memcmp(&was.cells[row * COLUMNS], &now.cells[row * COLUMNS],
					       COLUMNS * sizeof(struct cell)) != 0;
			assert_true(left < changed);
		}
		canvas_free(&was);
		canvas_free(&now);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_that_scrolls_is_found_with_both_its_ends),
		cmocka_unit_test(a_bar_that_moves_is_no_shift),
		cmocka_unit_test(a_row_that_lost_little_moves_along),
		cmocka_unit_test(a_shift_leaves_only_what_differs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
