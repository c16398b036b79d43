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
#include "tui/answer.h"
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/history_page.h"
#include "tui/today_draw.h"
#include "tui/words.h"

static char no_text[] = "";
static char stress[] = "stress";

static struct amount grams(int64_t tenths)
{
	return amount_from_milli(tenths * 100);
}

enum { DAY = 20778, NOON = 12 * 60 };

static struct today_dose dose(bool taken, int minute, int64_t tenths, int slot, const char *name)
{
	struct today_dose made = {.taken = taken,
				  .id = taken ? minute : 0,
				  .wall = (int64_t)DAY * 1440 + minute,
				  .amount = grams(tenths),
				  .planned = grams(slot >= 0 ? 30 : 0),
				  .slot = slot,
				  .unit = UNIT_GRAM,
				  .counts = true,
				  .tags = no_text,
				  .note = no_text};

	snprintf(made.name, sizeof(made.name), "%s", name);
	return made;
}

/* 7.5 g of 12 g taken, one dose between the planned ones; nothing here is owned. */
static struct today hard_day(struct today_dose *doses)
{
	struct today today = {.day = {.n = DAY},
			      .now_wall = (int64_t)DAY * 1440 + 15 * 60 + 10,
			      .unit = UNIT_GRAM,
			      .decimals = 1,
			      .taken = grams(75),
			      .doses_taken = 3,
			      .has_plan = true,
			      .plan_title = "Steady 5 %",
			      .plan_day = 18,
			      .plan_days = 357,
			      .start = grams(200),
			      .target = grams(120),
			      .left = grams(45),
			      .has_next_dose = true,
			      .next_wall = (int64_t)DAY * 1440 + 18 * 60,
			      .next_amount = grams(30),
			      .has_next_step = true,
			      .next_step = {.n = DAY + 3},
			      .next_target = grams(114),
			      .next_cut = {.bp = 500},
			      .days_at_or_below = 16,
			      .days_counted = 18,
			      .any_dose_ever = true,
			      .doses = doses,
			      .dose_count = 5,
			      .say = "You took 1.5 g between planned doses."};

	doses[0] = dose(true, 485, 30, 0, "morning");
	doses[1] = dose(true, 770, 30, 1, "midday");
	doses[2] = dose(true, 905, 15, -1, "extra");
	doses[2].tags = stress;
	doses[3] = dose(false, 1080, 30, 2, "evening");
	doses[4] = dose(false, 1320, 15, 3, "night");
	return today;
}

static void draw_today(const struct today *today, int rows, int columns, bool plain,
		       struct str *dump, struct str *roles)
{
	struct canvas canvas = CANVAS_INIT;
	struct list list = {.count = (int)today->dose_count, .cursor = 3, .height = 20};

	canvas_resize(&canvas, rows, columns);
	canvas.plain = plain;
	today_draw(&(struct today_page){.today = today}, &list, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, dump);
	if (roles != NULL)
		canvas_dump_roles(&canvas, roles);
	canvas_free(&canvas);
}

static void today_shows_the_answer_and_the_doses(void **state)
{
	struct today_dose doses[5];
	struct today today = hard_day(doses);
	struct str dump = STR_INIT, roles = STR_INIT;

	(void)state;
	draw_today(&today, 19, 80, false, &dump, &roles);
	dump_has(&dump, "█  █   █▀▀▀   g left of 12.0 g\n");
	dump_has(&dump, "next at 18:00: 3.0 g, in 2 h 50 min\n");
	dump_has(&dump, "7.5 g taken in 3 doses\n");
	dump_has(&dump, "✓ 08:05  3.0 g  morning");
	dump_has(&dump, "✓ 15:05  1.5 g  extra · stress");
	dump_has(&dump, "○ 18:00  3.0 g  evening");
	dump_has(&dump, "Steady 5 %  day 18 of 357\n");
	dump_has(&dump, "Next step        Tue 24 Nov\n");
	dump_has(&dump, "12.0 → 11.4 g  −5 %\n");
	dump_has(&dump, "20.0 → 12.0 g  −40 %\n");
	dump_has(&dump, "16 of 18 days\n");
	dump_has(&dump, "You took 1.5 g between planned doses.\n");
	assert_non_null(strstr(roles.data, "____"));
	assert_null(strchr(roles.data, 'X'));
	str_free(&dump);
	str_free(&roles);
}

static void today_folds_into_forty_columns(void **state)
{
	struct today_dose doses[5];
	struct today today = hard_day(doses);
	struct str dump = STR_INIT;

	(void)state;
	draw_today(&today, 9, 40, false, &dump, NULL);
	dump_has(&dump, " 4.5 g left of 12.0 g\n next at 18:00: 3.0 g, in 2 h 50 min\n");
	dump_has(&dump, " ○ 18:00  3.0 g  evening\n");
	str_free(&dump);
}

static void plain_today_has_one_thing_a_line_and_no_drawing(void **state)
{
	struct today_dose doses[5];
	struct today today = hard_day(doses);
	struct str dump = STR_INIT;

	(void)state;
	draw_today(&today, 20, 80, true, &dump, NULL);
	dump_has(&dump, "  4.5 g left of 12.0 g\n");
	dump_has(&dump, "  taken   08:05  3.0 g  morning\n");
	dump_has(&dump, "  planned 18:00  3.0 g  evening\n");
	for (const char *sign = "━─│█▀▄✓○■▣"; *sign != '\0'; sign += 3) {
		char one[4] = {sign[0], sign[1], sign[2], '\0'};

		assert_null(strstr(dump.data, one));
	}
	str_free(&dump);
}

static void above_plan_is_said_in_words_and_amber(void **state)
{
	struct today_dose doses[5];
	struct today today = hard_day(doses);
	struct answer answer;

	(void)state;
	today.taken = grams(135);
	today.left = grams(0);
	today.above = grams(15);
	answer = answer_of(&today);
	assert_string_equal(answer.number, "1.5");
	assert_string_equal(answer.of, "g above today's 12.0 g");
	assert_int_equal(answer.role, ROLE_WARN);
	today.above = grams(0);
	today.taken = grams(120);
	answer = answer_of(&today);
	assert_string_equal(answer.number, "0.0");
	assert_string_equal(answer.next, "today's amount is reached");
	assert_int_equal(answer.role, ROLE_GOOD);
}

static void without_a_plan_the_baseline_is_counted(void **state)
{
	struct today today = {.unit = UNIT_GRAM,
			      .decimals = 1,
			      .taken = grams(90),
			      .doses_taken = 1,
			      .any_dose_ever = true,
			      .baseline_days = 3};
	struct answer answer = answer_of(&today);

	(void)state;
	assert_string_equal(answer.of, "g taken today");
	assert_string_equal(answer.next, "baseline: 3 of 7 days");
	assert_string_equal(answer.then, "in 1 dose");
	assert_int_equal(answer.part, 3);
	assert_int_equal(answer.whole, 7);
	today.plan_waits = true;
	today.plan_begins.n = 1;
	snprintf(today.plan_title, sizeof(today.plan_title), "Gentle");
	answer = answer_of(&today);
	assert_string_equal(answer.next, "Gentle begins Fri 2 Jan, in 1 day");
}

static void the_very_first_screen_says_how_to_begin(void **state)
{
	struct today today = {.unit = UNIT_GRAM};
	struct str dump = STR_INIT;

	(void)state;
	draw_today(&today, 19, 80, false, &dump, NULL);
	dump_has(&dump, "Welcome to taper.\n");
	dump_has(&dump, "a   log a dose");
	dump_has(&dump, "from a file");
	str_free(&dump);
}

static void any_size_can_be_drawn(void **state)
{
	struct today_dose doses[5];
	struct today today = hard_day(doses);

	(void)state;
	for (int rows = 1; rows < 45; rows += 3) {
		for (int columns = 1; columns < 130; columns += 7) {
			struct str dump = STR_INIT;

			draw_today(&today, rows, columns, rows % 2 == 0, &dump, NULL);
			assert_true(dump.len >= (size_t)rows);
			str_free(&dump);
		}
	}
}

static void history_is_newest_first(void **state)
{
	struct history_day days[3] = {
		{.total = {.day = {.n = DAY - 2}, .taken = grams(140), .doses = 4, .entries = 4},
		 .has_target = true,
		 .target = grams(140),
		 .status = DAY_AT_OR_BELOW},
		{.total = {.day = {.n = DAY - 1}, .taken = grams(152), .doses = 5, .entries = 5},
		 .has_target = true,
		 .target = grams(140),
		 .status = DAY_ABOVE,
		 .tags = 1},
		{.total = {.day = {.n = DAY}}, .status = DAY_NO_DATA},
	};
	char tags[] = "\0stress";
	struct history_page page = {.days = {.days = days,
					     .tags = {.data = tags, .len = sizeof(tags) - 1},
					     .count = 3,
					     .unit = UNIT_GRAM,
					     .decimals = 1},
				    .list = {.count = 3, .cursor = 1, .height = 9}};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	page.most = history_page_most(&page);
	canvas_resize(&canvas, 9, 80);
	history_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, "  Sat 21 Nov          ·                    no entry\n"
			"  Fri 20 Nov     15.2 g     14.0 g      5  above plan   ━━━━━━━━━━━╍\n");
	dump_has(&dump, "  Thu 19 Nov     14.0 g     14.0 g      4  ✓ on plan");
	assert_int_equal(canvas.cursor_row, 2);
	str_free(&dump);
	canvas_free(&canvas);
}

static void type(struct form *form, const char *text)
{
	const char *rest = text;
	struct key key;

	while (key_read(rest, &key, &rest))
		assert_true(form_key(form, &key));
}

static void a_form_takes_text_and_edits_it(void **state)
{
	struct form form = {.count = 0};
	struct field *field = form_add(&form, "Note", "", 20, "");

	(void)state;
	type(&form, "M ü l l e <Space> r");
	assert_string_equal(field->text.data, "Mülle r");
	type(&form, "<Left> <BSpace> <Home> <Right> <Del> u");
	assert_string_equal(field->text.data, "Muller");
	type(&form, "<End> <Space> a <C-w>");
	assert_string_equal(field->text.data, "Muller ");
	type(&form, "<C-u> <BSpace> <Left> <Del>");
	assert_string_equal(field->text.data, "");
	assert_false(form_key(&form, &(struct key){.kind = PRESS_CONTROL, .code = 'x'}));
	form_free(&form);
}

static void a_suggestion_gives_way_to_the_first_character(void **state)
{
	struct form form = {.count = 0};
	struct field *field = form_add(&form, "Amount", "", 20, "3 g");

	(void)state;
	field->offered = true;
	type(&form, "2 , 5");
	assert_string_equal(field->text.data, "2,5");
	form_free(&form);
	field = form_add(&form, "Amount", "", 20, "3 g");
	field->offered = true;
	type(&form, "<BSpace> <BSpace> <BSpace> 4");
	assert_string_equal(field->text.data, "4");
	form_free(&form);
}

static void a_form_never_grows_beyond_its_limit_nor_takes_escapes(void **state)
{
	struct form form = {.count = 0};
	struct field *field = form_add(&form, "Note", "", 20, "a\033[2Jb");
	struct key key = {.kind = PRESS_TEXT, .code = U'茶', .pasted = true};

	(void)state;
	assert_null(strchr(field->text.data, '\033'));
	for (int i = 0; i < 2000; i++)
		assert_true(form_key(&form, &key));
	assert_true(field->text.len <= FIELD_TEXT_MAX);
	key.code = 0x9B;
	type(&form, "<C-u>");
	assert_true(form_key(&form, &key));
	assert_string_equal(field->text.data, "?");
	form_free(&form);
}

static void a_choice_is_changed_and_never_typed_into(void **state)
{
	static const char *const products[] = {"leaf powder", "capsules", "tea"};
	struct form form = {.count = 0};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;
	struct field *field = form_add_choice(&form, "Product", "", products, 3, 0);

	(void)state;
	type(&form, "<Right>");
	assert_string_equal(field->text.data, "capsules");
	type(&form, "<Space> <Space>");
	assert_string_equal(field->text.data, "leaf powder");
	type(&form, "<Left>");
	assert_string_equal(field->text.data, "tea");
	type(&form, "C");
	assert_string_equal(field->text.data, "capsules");
	assert_false(form_key(&form, &(struct key){.kind = PRESS_TEXT, .code = 'x'}));
	assert_false(form_key(&form, &(struct key){.kind = PRESS_NAMED, .code = NAMED_BACKSPACE}));
	assert_string_equal(field->text.data, "capsules");
	canvas_resize(&canvas, 1, 40);
	form_draw(&form, &canvas, canvas_area(&canvas), FIELD_ROWS_TIGHT);
	canvas_dump(&canvas, &dump);
	assert_string_equal(dump.data, "Product   [capsules    ▾]\n");
	str_free(&dump);
	canvas_free(&canvas);
	form_free(&form);
}

static void a_long_text_is_shown_round_its_cursor(void **state)
{
	struct form form = {.count = 0};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	canvas_resize(&canvas, 2, 40);
	form_add(&form, "Tags", "words", 12, "abcdefghijklmnopqrst");
	snprintf(form.fields[0].said, sizeof(form.fields[0].said), "too long");
	form_draw(&form, &canvas, canvas_area(&canvas), FIELD_ROWS_ROOMY);
	canvas_dump(&canvas, &dump);
	assert_string_equal(dump.data, "Tags      [lmnopqrst ]  too long\n\n");
	assert_true(canvas.cursor_shown);
	assert_int_equal(canvas.cursor_column, 20);
	str_free(&dump);
	canvas_free(&canvas);
	form_free(&form);
}

static void tabs_are_found_where_they_are_drawn(void **state)
{
	struct keymap keys;
	struct frame frame = {.keys = &keys, .tab = TAB_PLAN};

	(void)state;
	keymap_default(&keys);
	assert_int_equal(frame_tab_at(&frame, 80, 0, 9), TAB_TODAY);
	assert_int_equal(frame_tab_at(&frame, 80, 0, 18), TAB_PLAN);
	assert_int_equal(frame_tab_at(&frame, 80, 0, 30), TAB_HISTORY);
	assert_int_equal(frame_tab_at(&frame, 80, 0, 79), TAB_COUNT);
	assert_int_equal(frame_tab_at(&frame, 80, 1, 9), TAB_COUNT);
	/* Without room for all names only the one that is open has its own. */
	assert_int_equal(frame_tab_at(&frame, 40, 0, 1), TAB_TODAY);
	assert_int_equal(frame_tab_at(&frame, 40, 0, 8), TAB_PLAN);
	assert_int_equal(frame_tab_at(&frame, 40, 0, 12), TAB_HISTORY);
}

static void times_ahead_are_said_in_words(void **state)
{
	char buf[WORDS_SIZE];

	(void)state;
	assert_string_equal(words_ahead(NOON, NOON, buf), "now");
	assert_string_equal(words_ahead(NOON + 59, NOON, buf), "in 59 min");
	assert_string_equal(words_ahead(NOON + 60, NOON, buf), "in 1 h");
	assert_string_equal(words_ahead(NOON + 72, NOON, buf), "in 1 h 12 min");
	assert_string_equal(words_ahead(NOON - 1, NOON, buf), "since 11:59");
	assert_string_equal(words_ahead(-1, NOON, buf), "");
	assert_string_equal(words_percent((struct rate){.bp = 523}, buf), "5.2 %");
	assert_string_equal(words_percent((struct rate){.bp = 496}, buf), "5 %");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(today_shows_the_answer_and_the_doses),
		cmocka_unit_test(today_folds_into_forty_columns),
		cmocka_unit_test(plain_today_has_one_thing_a_line_and_no_drawing),
		cmocka_unit_test(above_plan_is_said_in_words_and_amber),
		cmocka_unit_test(without_a_plan_the_baseline_is_counted),
		cmocka_unit_test(the_very_first_screen_says_how_to_begin),
		cmocka_unit_test(any_size_can_be_drawn),
		cmocka_unit_test(history_is_newest_first),
		cmocka_unit_test(a_form_takes_text_and_edits_it),
		cmocka_unit_test(a_suggestion_gives_way_to_the_first_character),
		cmocka_unit_test(a_form_never_grows_beyond_its_limit_nor_takes_escapes),
		cmocka_unit_test(a_choice_is_changed_and_never_typed_into),
		cmocka_unit_test(a_long_text_is_shown_round_its_cursor),
		cmocka_unit_test(tabs_are_found_where_they_are_drawn),
		cmocka_unit_test(times_ahead_are_said_in_words),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
