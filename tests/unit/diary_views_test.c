/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "dump_kit.h"
#include "tui/checkin_page.h"
#include "tui/checkin_words.h"
#include "tui/help_words.h"
#include "engine/pacer.h"
#include "tui/urge_page.h"

enum { DAY = 20778 };

/* Fourteen days that rise from none to extreme, one of them not rated, with a cut on the eighth. */
static struct spark spark(void)
{
	struct spark made = {.first = {.n = DAY - SPARK_DAYS + 1}, .top = 400, .one = 100};

	for (int i = 0; i < SPARK_DAYS; i++)
		made.values[i] = (int16_t)(i * 400 / (SPARK_DAYS - 1));
	made.values[3] = SPARK_NONE;
	made.cut[7] = true;
	return made;
}

static void dump_spark(const struct spark *of, bool ascii, struct str *dump)
{
	struct canvas canvas = CANVAS_INIT;

	canvas_resize(&canvas, 1, 20);
	canvas.ascii = ascii;
	spark_draw(of, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, dump);
	canvas_free(&canvas);
}

static void a_spark_marks_the_cuts_in_every_form(void **state)
{
	struct spark made = spark();
	struct str drawn = STR_INIT, ascii = STR_INIT, words = STR_INIT;

	(void)state;
	dump_spark(&made, false, &drawn);
	dump_spark(&made, true, &ascii);
	spark_words(&made, &words);
	assert_string_equal(drawn.data, "▁▂▂·▃▄▄│▅▅▆▆▇▇█\n");
	assert_string_equal(ascii.data, "001.122|2233344\n");
	assert_string_equal(words.data, "0 0 1 – 1 2 2, cut Sun 15 Nov, 2 2 3 3 3 4 4");
	str_free(&drawn);
	str_free(&ascii);
	str_free(&words);
}

static void a_cut_nearly_every_day_is_not_drawn(void **state)
{
	struct spark made = spark();
	struct str drawn = STR_INIT;

	(void)state;
	for (int i = 0; i < SPARK_CUTS_MAX + 1; i++)
		made.cut[i] = true;
	dump_spark(&made, false, &drawn);
	dump_has_not(&drawn, "│");
	str_free(&drawn);
}

static void make_page(struct checkin_page *page, struct checkin_series *series)
{
	*series = (struct checkin_series)CHECKIN_SERIES_INIT;
	*page = (struct checkin_page){.day = {.n = DAY},
				      .today = true,
				      .row_count = 3,
				      .sleep = spark(),
				      .series = series,
				      .told = "After the cut it was so.",
				      .changed = "# What changed\nNothing did."};
	page->rows[0] = (struct checkin_row){"a", "Sore muscles", SYMPTOM_BODY, 2, spark()};
	page->rows[1] =
		(struct checkin_row){"b", "Cold spells", SYMPTOM_BODY, CHECKIN_UNRATED, spark()};
	page->rows[2] = (struct checkin_row){"c", "Wanting kratom", SYMPTOM_CRAVING, 4, spark()};
	form_add(&page->form, "Slept", "hours", 10, "7");
	form_add(&page->form, "Note", "", 0, "");
	page->form.at = -1;
	list_resize(&page->list, page->row_count + CHECKIN_FIELDS);
	list_place(&page->list, 20);
}

static void dump_page(const struct checkin_page *page, int rows, int columns, bool plain,
		      struct str *dump)
{
	struct canvas canvas = CANVAS_INIT;

	canvas_resize(&canvas, rows, columns);
	canvas.plain = plain;
	checkin_page_draw(page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, dump);
	canvas_free(&canvas);
}

static void a_check_in_shows_answers_days_and_what_it_is_worth(void **state)
{
	struct checkin_series series;
	struct checkin_page page;
	struct str dump = STR_INIT;

	(void)state;
	make_page(&page, &series);
	dump_page(&page, 19, 80, false, &dump);
	dump_has(&dump, "How is today? Sat 21 Nov");
	dump_has(&dump, "2 of 3 answered");
	dump_has(&dump,
		 "Body      Sore muscles                2 ●●○○ moderate    ▁▂▂·▃▄▄│▅▅▆▆▇▇█\n");
	dump_has(&dump, "\n            Cold spells                 · · · ·");
	dump_has(&dump, "Craving   Wanting kratom              4 ●●●● extreme");
	dump_has(&dump, "Slept     [7       ]  hours");
	dump_has(&dump, "After the cut it was so.");
	dump_has(&dump, "Not a validated scale; it compares you with yourself.");
	dump_has_not(&dump, "What changed");
	str_free(&dump);
	form_free(&page.form);
}

static void a_wide_check_in_opens_the_panel_and_a_small_one_folds(void **state)
{
	struct checkin_series series;
	struct checkin_page page;
	struct str wide = STR_INIT, small = STR_INIT;

	(void)state;
	make_page(&page, &series);
	dump_page(&page, 35, 120, false, &wide);
	dump_has(&wide, "What changed");
	dump_has(&wide, "Nothing did.");
	dump_page(&page, 9, 40, false, &small);
	dump_has(&small, " Sore muscles        2  ▁▂▂·▃▄▄│▅▅▆▆▇▇█\n");
	dump_has(&small, " Slept     [7       ]");
	str_free(&wide);
	str_free(&small);
	form_free(&page.form);
}

static void a_plain_check_in_is_words(void **state)
{
	struct checkin_series series;
	struct checkin_page page;
	struct str dump = STR_INIT;

	(void)state;
	make_page(&page, &series);
	dump_page(&page, 20, 80, true, &dump);
	dump_has(&dump, "Sore muscles: 2 moderate\n");
	dump_has(&dump, "Cold spells: no answer\n");
	dump_has(&dump, "Last 14 days: 0 0 1 – 1 2 2, cut Sun 15 Nov, 2 2");
	dump_has_not(&dump, "│");
	str_free(&dump);
	form_free(&page.form);
}

static void any_size_of_a_check_in_can_be_drawn(void **state)
{
	struct checkin_series series;
	struct checkin_page page;

	(void)state;
	make_page(&page, &series);
	for (int rows = 1; rows < 42; rows++) {
		for (int columns = 1; columns < 130; columns += 3) {
			struct str dump = STR_INIT;

			dump_page(&page, rows, columns, columns % 2 == 0, &dump);
			str_free(&dump);
		}
	}
	form_free(&page.form);
}

static struct help_step sigh_steps[] = {
	{.say = "In", .seconds = 2}, {.say = "More", .seconds = 1}, {.say = "Out", .seconds = 7}};
static const struct help_tool sighing = {.id = "sighing",
					 .name = "Slow sighs",
					 .about = "Never tested.",
					 .rounds = 2,
					 .steps = sigh_steps,
					 .step_count = 3};

static void the_pacer_is_a_function_of_the_seconds(void **state)
{
	static const struct {
		int32_t seconds;
		const char *say; /* NULL: over */
		int32_t second, round;
	} points[] = {
		{0, "In", 0, 0},  {1, "In", 1, 0},  {2, "More", 0, 0}, {3, "Out", 0, 0},
		{9, "Out", 6, 0}, {10, "In", 0, 1}, {19, "Out", 6, 1}, {20, NULL, 0, 2},
	};
	struct help_step loose[] = {{.say = "Eat", .seconds = 0}, {.say = "Drink", .seconds = 5}};
	struct help_tool list = {.rounds = 1, .steps = loose, .step_count = 2};

	(void)state;
	assert_true(pacer_leads(&sighing));
	assert_false(pacer_leads(&list));
	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
		struct pace_point point = pacer_at(&sighing, points[i].seconds);

		if (points[i].say == NULL) {
			assert_null(point.step);
			continue;
		}
		assert_string_equal(point.step->say, points[i].say);
		assert_int_equal(point.second, points[i].second);
		assert_int_equal(point.round, points[i].round);
	}
}

static struct urge_page running(int32_t seconds)
{
	return (struct urge_page){.stage = STAGE_RUNS,
				  .seconds = seconds,
				  .whole = 900,
				  .since = "15:10",
				  .until = "15:25",
				  .tool = &sighing,
				  .tool_seconds = seconds,
				  .words = "# Your reasons\n•\tTo be awake\n",
				  .passed = "27 of 34 passed"};
}

static void dump_urge(const struct urge_page *page, int rows, int columns, bool plain, bool ascii,
		      struct str *dump)
{
	struct canvas canvas = CANVAS_INIT;

	canvas_resize(&canvas, rows, columns);
	canvas.plain = plain;
	canvas.ascii = ascii;
	urge_page_draw(page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, dump);
	canvas_free(&canvas);
}

static void the_time_of_an_urge_is_large_and_the_breath_goes_on(void **state)
{
	struct urge_page page = running(5);
	struct str large = STR_INIT, ascii = STR_INIT, plain = STR_INIT, small = STR_INIT;

	(void)state;
	dump_urge(&page, 19, 80, false, false, &large);
	dump_has(&large, " ▀█  █  █ ▄ █▀▀▀ █▀▀▀");
	dump_has(&large, "Slow sighs");
	dump_has(&large, "Out\n  ● ● ● ○ ○ ○ ○\n");
	dump_has(&large, "To be awake");
	dump_urge(&page, 19, 80, false, true, &ascii);
	dump_has(&ascii, "14:55");
	dump_urge(&page, 20, 80, true, false, &plain);
	dump_has(&plain, "15 minutes left, until 15:25\n");
	dump_has_not(&plain, "●");
	dump_urge(&page, 9, 40, false, false, &small);
	dump_has(&small, " 14:55 left, until 15:25\n");
	dump_has(&small, "To be awake");
	str_free(&large);
	str_free(&ascii);
	str_free(&plain);
	str_free(&small);
}

static void the_end_asks_one_question_and_blames_nobody(void **state)
{
	struct urge_page page = running(900);
	struct str over = STR_INIT, rode = STR_INIT, took = STR_INIT;

	(void)state;
	page.stage = STAGE_OVER;
	dump_urge(&page, 19, 80, false, false, &over);
	dump_has(&over, "15 minutes are over. How did it end?");
	dump_has(&over, "r  I rode it out\n  t  I took some\n");
	page.stage = STAGE_ANSWERED;
	page.outcome = URGE_RODE_OUT;
	page.seconds = 660;
	dump_urge(&page, 19, 80, false, false, &rode);
	dump_has(&rode, "You rode it out, after 11 min.");
	dump_has(&rode, "So far 27 of 34 passed.");
	page.outcome = URGE_TOOK;
	dump_urge(&page, 19, 80, false, false, &took);
	dump_has(&took, "You took some, after 11 min.");
	dump_has(&took, "the plan stays as it is");
	str_free(&over);
	str_free(&rode);
	str_free(&took);
}

static void any_moment_of_an_urge_can_be_drawn_at_any_size(void **state)
{
	(void)state;
	for (int32_t seconds = 0; seconds <= 901; seconds += 53) {
		for (int rows = 1; rows < 40; rows += 3) {
			struct urge_page page = running(seconds);
			struct str dump = STR_INIT;

			page.stage = (enum urge_stage)(seconds % 3);
			dump_urge(&page, rows, 20 + rows * 3, rows % 2 == 0, false, &dump);
			str_free(&dump);
		}
	}
}

static void help_now_has_its_order(void **state)
{
	struct help_sign signs[] = {{.when = SIGN_EMERGENCY, .say = "Can't be woken"}};
	struct help_act acts[] = {{.say = "Call their name"}};
	struct help_line lines[] = {
		{.kind = LINE_EMERGENCY, .name = "Ambulance", .number = "112"},
		{.kind = LINE_CRISIS, .name = "Somebody", .number = "116 123", .cost = "free"},
		{.kind = LINE_CRISIS, .name = "By text", .text = "HOME to 741741"}};
	struct help_country country = {.name = "Here", .lines = lines, .line_count = 3};
	struct help_now help = {
		.texts = {.signs = signs, .sign_count = 1, .overdose = acts, .overdose_count = 1},
		.support = {.country = &country}};
	const struct help_keys keys = {.urge = "U", .tools = "T", .signs = "W"};
	struct urge_stats stats = URGE_STATS_INIT;
	struct str urgent = STR_INIT, rest = STR_INIT;
	const char *wait, *people;

	(void)state;
	help_words_urgent(&help, &urgent);
	help_words_rest(&help, &stats, &keys, &rest);
	assert_string_equal(help_words_first(&help)->number, "112");
	assert_true(
		str_starts(urgent.data, "! Call the emergency number now\n•\tCan't be woken\n"));
	dump_has(&urgent, "116 123\tSomebody; free\n");
	dump_has(&urgent, "text HOME to 741741\tBy text\n");
	wait = strstr(rest.data, "U\ta quarter of an hour");
	people = strstr(rest.data, "# People to call");
	assert_non_null(wait);
	assert_true(people > wait);
	assert_true(strstr(rest.data, "1\tCall their name") > people);
	str_free(&urgent);
	str_free(&rest);
}

static void a_week_is_told_only_where_there_is_enough(void **state)
{
	struct checkin_week week = {.checked = 0, .change = WEEK_BETTER};

	(void)state;
	assert_string_equal(checkin_words_week(&week), "");
	week.checked = 5;
	assert_string_equal(checkin_words_week(&week), "better than last week");
	week.change = WEEK_UNKNOWN;
	assert_string_equal(checkin_words_week(&week), "not yet told today");
	week.today = true;
	assert_string_equal(checkin_words_week(&week), "today is told");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_spark_marks_the_cuts_in_every_form),
		cmocka_unit_test(a_cut_nearly_every_day_is_not_drawn),
		cmocka_unit_test(a_check_in_shows_answers_days_and_what_it_is_worth),
		cmocka_unit_test(a_wide_check_in_opens_the_panel_and_a_small_one_folds),
		cmocka_unit_test(a_plain_check_in_is_words),
		cmocka_unit_test(any_size_of_a_check_in_can_be_drawn),
		cmocka_unit_test(the_pacer_is_a_function_of_the_seconds),
		cmocka_unit_test(the_time_of_an_urge_is_large_and_the_breath_goes_on),
		cmocka_unit_test(the_end_asks_one_question_and_blames_nobody),
		cmocka_unit_test(any_moment_of_an_urge_can_be_drawn_at_any_size),
		cmocka_unit_test(help_now_has_its_order),
		cmocka_unit_test(a_week_is_told_only_where_there_is_enough),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
