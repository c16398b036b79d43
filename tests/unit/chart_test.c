/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/bar.h"
#include "tui/chart.h"

static void expect(struct canvas *canvas, const char *text)
{
	struct str dump = STR_INIT;

	canvas_dump(canvas, &dump);
	assert_string_equal(dump.data, text);
	str_free(&dump);
	canvas_free(canvas);
}

static struct canvas canvas_of(int rows, int columns, bool ascii)
{
	struct canvas canvas = CANVAS_INIT;

	canvas_resize(&canvas, rows, columns);
	canvas.ascii = ascii;
	return canvas;
}

static void the_upper_edge_is_round_and_never_below(void **state)
{
	(void)state;
	assert_int_equal(chart_top(20000, 1000), 20000);
	assert_int_equal(chart_top(20600, 1000), 22000);
	assert_int_equal(chart_top(1, 1000), 100);
	for (int64_t most = 1; most < 20000000; most += 7919) {
		assert_true(chart_top(most, 1000) >= most);
		assert_true(chart_top(most, 1000) <= most * 2 + 100);
	}
}

static const int64_t falling[] = {20000, 20000, 16000, 12000, 8000, 4000, 0};

static struct chart falling_chart(void)
{
	return (struct chart){.series = {{.values = falling, .role = ROLE_ACCENT, .letter = 'o'}},
			      .series_count = 1,
			      .days = 7,
			      .first = {.n = 20754},
			      .top = 20000,
			      .scale = 1000,
			      .today = -1};
}

static void a_line_falls_from_corner_to_corner(void **state)
{
	struct canvas canvas = canvas_of(6, 26, true);
	struct chart chart = falling_chart();

	(void)state;
	chart_draw(&canvas, canvas_area(&canvas), &chart);
	expect(&canvas, " 20 |oooooo\n"
			"    |      ooo\n"
			" 10 |         oooooo\n"
			"    |               ooo\n"
			"  0 |                  ooo\n"
			"     28 Oct          3 Nov\n");
}

static void braille_is_used_where_it_can_be_shown(void **state)
{
	struct canvas canvas = canvas_of(4, 26, false);
	struct chart chart = falling_chart();
	int dots = 0;

	(void)state;
	chart_draw(&canvas, canvas_area(&canvas), &chart);
	for (int column = 5; column < 26; column++) {
		int here = 0;

		for (int row = 0; row < 3; row++) {
			uint32_t code = canvas_cell(&canvas, row, column)->code;

			assert_true(code == ' ' || (code > 0x2800 && code <= 0x28FF));
			here += code != ' ';
		}
		dots += here > 0;
	}
	assert_int_equal(dots, 21);
	canvas_free(&canvas);
}

static void days_without_data_leave_a_gap(void **state)
{
	static const int64_t holes[] = {1000, CHART_NO_DATA, CHART_NO_DATA, 1000};
	struct canvas canvas = canvas_of(3, 25, true);
	struct chart chart = falling_chart();

	(void)state;
	chart.series[0].values = holes;
	chart.days = 4;
	chart.top = 1000;
	chart_draw(&canvas, canvas_area(&canvas), &chart);
	expect(&canvas, "  1 |ooooo          ooooo\n"
			"  0 |\n"
			"     28 Oct        31 Oct\n");
}

static void nothing_is_drawn_where_there_is_no_room_or_no_drawing(void **state)
{
	struct canvas canvas = canvas_of(2, 40, true);
	struct chart chart = falling_chart();

	(void)state;
	chart_draw(&canvas, canvas_area(&canvas), &chart);
	expect(&canvas, "\n\n");
	canvas = canvas_of(4, 40, false);
	canvas.plain = true;
	chart_draw(&canvas, canvas_area(&canvas), &chart);
	bar_draw(&canvas, canvas_area(&canvas), ROLE_GOOD, 1, 2);
	expect(&canvas, "\n\n\n\n");
}

static void a_plan_of_ten_years_fits(void **state)
{
	struct canvas canvas = canvas_of(12, 70, false);
	int64_t *values = calloc(3650, sizeof(*values));
	struct chart chart = falling_chart();

	(void)state;
	assert_non_null(values);
	for (int i = 0; i < 3650; i++)
		values[i] = 20000 - (int64_t)i * 5;
	chart.series[0].values = values;
	chart.days = 3650;
	chart.today = 3649;
	chart_draw(&canvas, canvas_area(&canvas), &chart);
	assert_int_not_equal(canvas_cell(&canvas, 0, 5)->code, ' ');
	assert_int_equal(canvas_cell(&canvas, 11, 69)->code, U'▲');
	free(values);
	canvas_free(&canvas);
}

static void bars_show_what_is_above_in_another_way(void **state)
{
	static const int64_t values[] = {1000, 2000, 0};
	static const int64_t limits[] = {1000, 1000, 1000};
	static const enum bar_kind kinds[] = {BAR_BELOW, BAR_ABOVE, BAR_NONE};
	struct bars bars = {.values = values,
			    .limits = limits,
			    .kinds = kinds,
			    .days = 3,
			    .first = {.n = 20754},
			    .top = 2000,
			    .scale = 1000};
	struct canvas canvas = canvas_of(3, 25, false);

	(void)state;
	chart_bars(&canvas, canvas_area(&canvas), &bars);
	assert_int_equal(canvas_cell(&canvas, 0, 9)->role, ROLE_WARN);
	assert_int_equal(canvas_cell(&canvas, 1, 9)->role, ROLE_GOOD);
	assert_int_equal(canvas_cell(&canvas, 0, 9)->code, U'▒');
	assert_int_equal(canvas_cell(&canvas, 1, 6)->code, U'█');
	assert_int_equal(canvas_cell(&canvas, 1, 12)->code, U'·');
	canvas_free(&canvas);
}

static void signs_need_no_colour(void **state)
{
	static const enum bar_kind kinds[] = {BAR_BELOW, BAR_ABOVE, BAR_NONE, BAR_PLAIN};
	struct canvas canvas = canvas_of(1, 10, false);

	(void)state;
	chart_signs(&canvas, canvas_area(&canvas), kinds, 4);
	expect(&canvas, "■▣·■\n");
}

static void a_bar_fills_by_halves_and_shows_what_is_above(void **state)
{
	struct canvas canvas = canvas_of(4, 10, false);
	struct rect area = canvas_area(&canvas);

	(void)state;
	bar_draw(&canvas, rect_line(area, 0, 0), ROLE_GOOD, 0, 100);
	bar_draw(&canvas, rect_line(area, 1, 0), ROLE_GOOD, 55, 100);
	bar_draw(&canvas, rect_line(area, 2, 0), ROLE_GOOD, 100, 100);
	bar_draw(&canvas, rect_line(area, 3, 0), ROLE_GOOD, 125, 100);
	expect(&canvas, "──────────\n━━━━━╸────\n━━━━━━━━━━\n━━━━━━━━╍╍\n");
}

static void sparks_leave_out_what_is_not_known(void **state)
{
	static const int64_t values[] = {0, 500, CHART_NO_DATA, 1000, 9000};
	struct canvas canvas = canvas_of(1, 10, false);

	(void)state;
	chart_spark(&canvas, canvas_area(&canvas), ROLE_TEXT, values, 5, 1000);
	expect(&canvas, "▁▅ ██\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_upper_edge_is_round_and_never_below),
		cmocka_unit_test(a_line_falls_from_corner_to_corner),
		cmocka_unit_test(braille_is_used_where_it_can_be_shown),
		cmocka_unit_test(days_without_data_leave_a_gap),
		cmocka_unit_test(nothing_is_drawn_where_there_is_no_room_or_no_drawing),
		cmocka_unit_test(a_plan_of_ten_years_fits),
		cmocka_unit_test(bars_show_what_is_above_in_another_way),
		cmocka_unit_test(signs_need_no_colour),
		cmocka_unit_test(a_bar_fills_by_halves_and_shows_what_is_above),
		cmocka_unit_test(sparks_leave_out_what_is_not_known),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
