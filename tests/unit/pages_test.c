/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dump_kit.h"
#include "engine/rolling.h"
#include "tui/chart.h"
#include "tui/month_page.h"
#include "tui/seek.h"
#include "tui/trends_page.h"

static const char *const lines[] = {"Thu 19 Nov 2026 14.0 g", "Thu 26 Nov 2026 13.3 g",
				    "Thu 3 Dec 2026 12.7 g"};

static void line_of(const void *context, int i, struct str *out)
{
	str_add(out, ((const char *const *)context)[i]);
}

static void words_are_found_in_any_case_and_order(void **state)
{
	(void)state;
	assert_true(seek_fits("Thu 26 Nov 2026 13.3 g", "13.3 nov"));
	assert_true(seek_fits("anything", ""));
	assert_false(seek_fits("Thu 26 Nov 2026 13.3 g", "nov 14"));
}

static void seeking_goes_on_round_the_end(void **state)
{
	(void)state;
	assert_int_equal(seek_item("nov", 3, 0, 1, line_of, lines), 1);
	assert_int_equal(seek_item("nov", 3, 1, 1, line_of, lines), 0);
	assert_int_equal(seek_item("nov", 3, 0, -1, line_of, lines), 1);
	assert_int_equal(seek_item("dec", 3, 2, 1, line_of, lines), 2);
	assert_int_equal(seek_item("may", 3, 0, 1, line_of, lines), -1);
	assert_int_equal(seek_item("may", 0, -1, 1, line_of, lines), -1);
}

static void the_mean_of_a_week_counts_days_with_an_entry(void **state)
{
	struct day_total totals[9] = {{.entries = 0}};
	struct amount means[9];
	bool known[9];

	(void)state;
	for (int i = 0; i < 9; i++) {
		totals[i].taken = amount_from_milli(1000 * (i + 1));
		totals[i].entries = i != 2;
	}
	rolling_means(totals, 9, means, known);
	assert_false(known[3]);
	assert_true(known[4]);
	/* 1, 2, 4 and 5: 3 g; 2, 4, 5, 6, 7 and 8: 5.333 g; 4 to 9: 6.5 g. */
	assert_int_equal(amount_milli(means[4]), 3000);
	assert_int_equal(amount_milli(means[7]), 5333);
	assert_int_equal(amount_milli(means[8]), 6500);
}

enum { NOVEMBER = 20758, TODAY = NOVEMBER + 20 };

static struct month_page november(struct history_day *days)
{
	struct month_page page = {
		.first = {.n = NOVEMBER},
		.last = {.n = NOVEMBER + 29},
		.at = {.n = TODAY - 1},
		.today = {.n = TODAY},
		.days = {.days = days, .count = 21, .unit = UNIT_GRAM, .decimals = 1}};

	for (int i = 0; i < 21; i++) {
		days[i] = (struct history_day){.total = {.day = {.n = NOVEMBER + i},
							 .taken = amount_from_milli(14600),
							 .doses = 4,
							 .entries = i == 4 ? 0 : 4},
					       .has_target = true,
					       .target = amount_from_milli(14000),
					       .status = i == 4    ? DAY_NO_DATA
							 : i % 2   ? DAY_ABOVE
							 : i == 20 ? DAY_TODAY
								   : DAY_AT_OR_BELOW};
	}
	return page;
}

static void a_month_is_a_map_of_signs(void **state)
{
	struct history_day days[21];
	struct month_page page = november(days);
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;
	struct day day;

	(void)state;
	canvas_resize(&canvas, 19, 80);
	month_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, "  November 2026 ");
	dump_has(&dump, "    Mo   Tu   We   Th   Fr   Sa   Su");
	dump_has(&dump, "  ▣  2 ■  3 ▣  4 ·  5 ▣  6 ■  7 ▣  8");
	dump_has(&dump, "  ▣ 16 ■ 17 ▣ 18 ■ 19 ▣ 20 ● 21   22");
	dump_has(&dump, "Fri 20 Nov 2026\n");
	dump_has(&dump, "14.6 g taken, plan 14.0 g\n");
	assert_true(month_page_day_at(&page, canvas_area(&canvas), canvas.cursor_row,
				      canvas.cursor_column, &day));
	assert_int_equal(day.n, TODAY - 1);
	str_free(&dump);
	canvas_free(&canvas);
}

static void a_plain_month_is_a_day_a_line(void **state)
{
	struct history_day days[21];
	struct month_page page = november(days);
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	canvas_resize(&canvas, 9, 60);
	canvas.plain = true;
	month_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, "November 2026\n");
	dump_has(&dump, " Fri 20 Nov: 14.6 g taken, plan 14.0 g, above plan\n"
			" Sat 21 Nov: 14.6 g taken, plan 14.0 g, today\n");
	assert_null(strstr(dump.data, "■"));
	str_free(&dump);
	canvas_free(&canvas);
}

static void no_size_is_too_small_to_draw(void **state)
{
	struct history_day days[21];
	struct month_page month = november(days);
	int64_t means[] = {14000, CHART_NO_DATA, 13000}, planned[] = {14000, 14000, 13000};
	struct trends_page trends = {
		.period = "a while", .any = true, .days = 3, .means = means, .planned = planned};

	(void)state;
	for (int rows = 1; rows < 45; rows += 4) {
		for (int columns = 1; columns < 130; columns += 9) {
			struct canvas canvas = CANVAS_INIT;

			canvas_resize(&canvas, rows, columns);
			canvas.plain = rows % 8 == 1;
			month_page_draw(&month, &canvas, canvas_area(&canvas));
			canvas_clear(&canvas);
			trends_page_draw(&trends, &canvas, canvas_area(&canvas));
			canvas_free(&canvas);
		}
	}
}

static void trends_say_weeks_in_words_and_draw_hours(void **state)
{
	int64_t means[28], planned[28];
	struct trends_page page = {.period = "the last 4 weeks",
				   .any = true,
				   .days = 28,
				   .means = means,
				   .planned = planned};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	for (int i = 0; i < 28; i++) {
		means[i] = 20000 - 100 * i;
		planned[i] = 18000;
	}
	page.stats = (struct stats){
		.unit = UNIT_GRAM,
		.decimals = 1,
		.now = {.days = 7, .enough = true, .doses = 29, .mean = amount_from_milli(14600)},
		.gaps_now = {.enough = true, .minutes = 185},
		.gaps_trend = TREND_WIDENING,
		.has_plan = true,
		.at_or_below = 16,
		.counted = 18,
		.hours = {.doses = {[8] = 4, [18] = 2}, .total = 6}};
	canvas_resize(&canvas, 19, 80);
	trends_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, "A day          14.6 g in the last 7 days\n");
	dump_has(&dump, "Doses a day    4.1\n");
	dump_has(&dump, "Between doses  3 h 05 min, longer than in the week before\n");
	dump_has(&dump, "Plan           16 of 18 days at or below\n");
	dump_has(&dump, "                  ██                  ██\n");
	dump_has(&dump, "  0     3     6     9     12    15    18    21");
	str_free(&dump);
	canvas_free(&canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found_in_any_case_and_order),
		cmocka_unit_test(seeking_goes_on_round_the_end),
		cmocka_unit_test(the_mean_of_a_week_counts_days_with_an_entry),
		cmocka_unit_test(a_month_is_a_map_of_signs),
		cmocka_unit_test(a_plain_month_is_a_day_a_line),
		cmocka_unit_test(no_size_is_too_small_to_draw),
		cmocka_unit_test(trends_say_weeks_in_words_and_draw_hours),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
