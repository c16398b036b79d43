/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "dump_kit.h"
#include "support.h"
#include "tui/changes_page.h"
#include "tui/diff_page.h"
#include "tui/plan_page.h"
#include "tui/revise_form.h"
#include "tui/revise_page.h"
#include "tui/today_draw.h"

static char no_text[] = "";
static char hard_week[] = "hard week";
static char said[] = "17.2 g a day stays 7 days longer.\nNothing else changes.";

/* A gram a week from 10 g, seen on the third day. */
static struct schedule gram_a_week(struct day first)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);
	struct schedule schedule;

	plan_cut_fixed(&plan, 1000, 7, 1000);
	schedule = laid_out(&plan, 10000, first);
	plan_free(&plan);
	return schedule;
}

static struct revise_side side_of(struct schedule schedule, struct day from)
{
	return (struct revise_side){.schedule = schedule,
				    .last = schedule_last_day(&schedule),
				    .needed = schedule_total(&schedule, from),
				    .has_step = true,
				    .step = schedule.levels[1].first,
				    .step_target = schedule.levels[1].target};
}

/* Held for a week from the fourth day; made by hand, as the app would. */
static struct revise_preview held(void)
{
	struct day first = ymd(2026, 11, 19), from = ymd(2026, 11, 22);
	struct schedule after = gram_a_week(first);
	struct revise_preview preview = {.revision = {.kind = REVISION_HOLD,
						      .from = from,
						      .days = 7,
						      .schedule = gram_a_week(first)},
					 .today = ymd(2026, 11, 21),
					 .decimals = 1,
					 .present = milli(9000),
					 .has_after = true,
					 .said = said};

	after.levels[0].days += 7;
	for (size_t i = 1; i < after.level_count; i++)
		after.levels[i].first = day_add(after.levels[i].first, 7);
	preview.before = side_of(gram_a_week(first), from);
	preview.after = side_of(after, from);
	return preview;
}

static void free_held(struct revise_preview *preview)
{
	schedule_free(&preview->revision.schedule);
	schedule_free(&preview->before.schedule);
	schedule_free(&preview->after.schedule);
}

static void draw(const struct revise_page *page, struct rect size, bool plain, struct str *dump)
{
	struct canvas canvas = CANVAS_INIT;

	canvas_resize(&canvas, size.rows, size.columns);
	canvas.plain = plain;
	revise_page_draw(page, &canvas, canvas_area(&canvas));
	str_reset(dump);
	canvas_dump(&canvas, dump);
	canvas_free(&canvas);
}

static void before_and_after_stand_side_by_side(void **state)
{
	struct revise_preview preview = held();
	struct revise_page page = {.preview = &preview};
	struct str dump = STR_INIT;

	(void)state;
	draw(&page, (struct rect){.rows = 20, .columns = 74}, false, &dump);
	dump_has(&dump, "Hold at 9.0 g for 7 days, from Sun 22 Nov\n");
	dump_has(&dump, "            Before               After\n");
	dump_has(&dump, "Today       9.0 g                9.0 g\n");
	dump_has(&dump, "Next step   Thu 26 Nov, 8.0 g    Thu 3 Dec, 8.0 g\n");
	dump_has(&dump, "Last day    Wed 20 Jan 2027      Wed 27 Jan 2027      7 days later\n");
	dump_has(&dump, "To the end  288.0 g              351.0 g              63.0 g more\n");
	dump_has(&dump, "17.2 g a day stays 7 days longer.\n\nNothing else changes.\n");
	assert_int_equal(revise_page_rows(&page, 74, false), 11);
	free_held(&preview);
	str_free(&dump);
}

static void a_narrow_window_has_an_arrow_between_them(void **state)
{
	struct revise_preview preview = held();
	struct revise_page page = {.preview = &preview};
	struct str dump = STR_INIT;

	(void)state;
	draw(&page, (struct rect){.rows = 20, .columns = 36}, false, &dump);
	dump_has(&dump, "\nToday      9.0 g\n");
	dump_has(&dump, "Next step  Thu 26 Nov → Thu 3 Dec\n");
	dump_has(&dump, "Last day   20 Jan 2027 → 27 Jan 2027\n");
	dump_has(&dump, "To the end 288.0 g → 351.0 g\n");
	dump_has_not(&dump, "…");
	page.top = 1;
	draw(&page, (struct rect){.rows = 3, .columns = 36}, false, &dump);
	assert_string_equal(dump.data, "Today      9.0 g\n"
				       "Next step  Thu 26 Nov → Thu 3 Dec\n"
				       "Last day   20 Jan 2027 → 27 Jan 2027\n");
	free_held(&preview);
	str_free(&dump);
}

static void plain_words_say_one_thing_a_line(void **state)
{
	struct revise_preview preview = held();
	struct revise_page page = {.preview = &preview};
	struct str dump = STR_INIT;

	(void)state;
	draw(&page, (struct rect){.rows = 20, .columns = 76}, true, &dump);
	dump_has(&dump, "Today: 9.0 g, as before\n");
	dump_has(&dump, "Next step: Thu 26 Nov, 8.0 g before, Thu 3 Dec, 8.0 g after\n");
	dump_has(&dump, "Last day: Wed 20 Jan 2027 before, Wed 27 Jan 2027 after, 7 days later\n");
	free_held(&preview);
	str_free(&dump);
}

static void the_end_of_a_plan_has_no_after(void **state)
{
	struct revise_preview preview = held();
	struct revise_page page = {.preview = &preview};
	struct str dump = STR_INIT;

	(void)state;
	preview.has_after = false;
	preview.revision.kind = REVISION_STOP;
	draw(&page, (struct rect){.rows = 20, .columns = 74}, false, &dump);
	dump_has(&dump, "End the plan, from Sun 22 Nov\n");
	dump_has(&dump, "Today       9.0 g                9.0 g\n");
	dump_has(&dump, "Last day    Wed 20 Jan 2027      no plan\n");
	free_held(&preview);
	str_free(&dump);
}

static void an_open_hold_says_what_its_days_mean(void **state)
{
	struct revise_preview preview = held();
	struct revise_page page = {.preview = &preview};
	struct str dump = STR_INIT;

	(void)state;
	preview.after.open = true;
	preview.after.has_step = false;
	draw(&page, (struct rect){.rows = 20, .columns = 74}, false, &dump);
	dump_has(&dump, "Next step   Thu 26 Nov, 8.0 g    none while on hold\n");
	dump_has(&dump, "Wed 27 Jan 2027 *");
	dump_has(&dump, "* if you go on tomorrow\n");
	free_held(&preview);
	str_free(&dump);
}

static void cautions_that_want_a_yes_stand_out(void **state)
{
	struct revise_preview preview = held();
	struct revise_page page = {.preview = &preview};
	struct str dump = STR_INIT;
	struct pace *pace = &preview.pace;

	(void)state;
	pace->caution_count = 2;
	pace->cautions[0] = (struct caution){.level = CAUTION_NOTICE, .text = "a small thing"};
	pace->cautions[1] = (struct caution){.level = CAUTION_ACKNOWLEDGE, .text = "a large one"};
	draw(&page, (struct rect){.rows = 24, .columns = 74}, false, &dump);
	dump_has(&dump, "\nNote: a small thing.\n");
	dump_has(&dump, "\nNeeds your yes: a large one.\n");
	str_reset(&dump);
	revise_page_cautions(pace, &dump);
	assert_string_equal(dump.data, "A large one.");
	free_held(&preview);
	str_free(&dump);
}

static void a_refusal_is_a_sentence(void **state)
{
	struct revise_page page = {.why = "the plan is not on hold; it goes on by itself"};
	struct str dump = STR_INIT;

	(void)state;
	draw(&page, (struct rect){.rows = 4, .columns = 74}, false, &dump);
	assert_string_equal(dump.data, "The plan is not on hold; it goes on by itself.\n\n\n\n");
	str_free(&dump);
}

static void type(struct revise_form *form, const char *keys)
{
	struct key key;

	while (key_read(keys, &key, &keys)) {
		if (key_is(&key, NAMED_TAB))
			form_move(&form->form, 1);
		else
			assert_true(form_key(&form->form, &key));
		revise_form_changed(form, ymd(2026, 11, 21));
	}
}

static void the_choices_of_a_hold_become_its_days(void **state)
{
	struct revise_form form = {.kind = REVISION_HOLD};
	const char *wrong;

	(void)state;
	revise_form_begin(&form, REVISION_HOLD);
	revise_form_changed(&form, ymd(2026, 11, 21));
	assert_int_equal(form.form.count, 2);
	assert_string_equal(revise_form_request(&form).days, "7");
	assert_null(revise_form_request(&form).reason);
	type(&form, "<Right>");
	assert_string_equal(revise_form_request(&form).days, "14");
	type(&form, "<Right>");
	assert_null(revise_form_request(&form).days);
	type(&form, "<Right>");
	assert_int_equal(form.form.count, 3);
	assert_true(revise_form_wrong(&form, &wrong));
	assert_string_equal(wrong, "how many, 1 to 365");
	type(&form, "<Tab> 1 0 <Tab> o k");
	assert_false(revise_form_wrong(&form, &wrong));
	assert_string_equal(revise_form_request(&form).days, "10");
	assert_string_equal(revise_form_request(&form).reason, "ok");
	/* What was typed is there again when it is wanted again. */
	type(&form, "<Tab> <Left>");
	assert_int_equal(form.form.count, 2);
	assert_null(revise_form_request(&form).days);
	assert_string_equal(revise_form_request(&form).reason, "ok");
	type(&form, "<Right>");
	assert_string_equal(revise_form_request(&form).days, "10");
	revise_form_free(&form);
}

static void a_new_plan_goes_on_from_the_lower_amount_first(void **state)
{
	struct revise_form form = {.kind = REVISION_REPLAN};
	const char *wrong;

	(void)state;
	revise_form_begin(&form, REVISION_REPLAN);
	revise_form_offer(&form, "16.4 g", "14.9 g");
	revise_form_changed(&form, ymd(2026, 11, 21));
	assert_string_equal(form.form.fields[0].text.data, "14.9 g, taken lately");
	assert_string_equal(revise_form_request(&form).from, "baseline");
	type(&form, "<Left>");
	assert_string_equal(revise_form_request(&form).from, "16.4 g");
	/* Less is not taken lately any more: the choice that is left stays. */
	revise_form_offer(&form, "16.4 g", NULL);
	assert_string_equal(revise_form_request(&form).from, "16.4 g");
	type(&form, "<Right> <Tab> 1 5 <Tab> s o o n");
	assert_string_equal(revise_form_request(&form).from, "15");
	assert_string_equal(revise_form_request(&form).by, "soon");
	assert_true(revise_form_wrong(&form, &wrong));
	assert_non_null(strstr(wrong, "soon"));
	revise_form_offer(&form, "16.0 g", "14.0 g");
	assert_string_equal(revise_form_request(&form).from, "15");
	revise_form_free(&form);
}

static void changes_have_lines_of_their_own_on_the_plan(void **state)
{
	struct day first = ymd(2026, 11, 3);
	struct revision revisions[3] = {
		{.id = 1, .kind = REVISION_START, .from = first, .title = "Steady"},
		{.id = 2, .kind = REVISION_SLOW, .from = ymd(2026, 11, 12), .factor = 5000},
		{.id = 3, .kind = REVISION_HOLD, .from = ymd(2026, 11, 12), .days = 3}};
	struct plan_now now = {.course = {.revisions = revisions, .count = 3},
			       .current = &revisions[2],
			       .schedule = gram_a_week(first),
			       .today = ymd(2026, 11, 13)};
	struct history_days history = HISTORY_DAYS_INIT;
	struct plan_page page = {.now = NULL};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		revisions[i].schedule = gram_a_week(revisions[i].from);
		revisions[i].reason = i == 2 ? hard_week : no_text;
		revisions[i].plan_text = revisions[i].acknowledged = no_text;
	}
	now.hold.on = true;
	now.hold.since = ymd(2026, 11, 12);
	now.hold.until = ymd(2026, 11, 15);
	plan_page_build(&page, &now, &history, false);
	/* What was changed again before it began is not told here. */
	assert_int_equal(page.change_count, 1);
	assert_ptr_equal(page.rows[2].change, &revisions[2]);
	assert_int_equal(plan_page_row_of(&page, ymd(2026, 11, 13)), 1);
	canvas_resize(&canvas, 19, 80);
	list_place(&page.list, plan_page_table(&page, canvas_area(&canvas), false).rows);
	plan_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, "1 change ");
	dump_has(&dump, "On hold since Thu 12 Nov until Sat 14 Nov 2026.\n");
	dump_has(&dump, "▾ hold +3 d, 12 Nov\n");
	dump_has(&dump, "        •  Thu 12 Nov  hold +3 d · hard week\n");
	for (size_t i = 0; i < 3; i++)
		schedule_free(&revisions[i].schedule);
	schedule_free(&now.schedule);
	plan_page_free(&page);
	canvas_free(&canvas);
	str_free(&dump);
}

static void two_changes_are_compared_row_by_row(void **state)
{
	static char one[] = "1: start", two[] = "2: hold";
	struct diff_row rows[] = {{ymd(2026, 11, 24), 3, true, true, milli(16300), milli(17200)},
				  {ymd(2027, 1, 1), LEVEL_OPEN, true, false, milli(500), milli(0)}};
	struct diff_page page = {.title = "Two changes compared",
				 .diff = {.a = {.name = one, .open = true},
					  .b = {.name = two,
						.has_last = true,
						.last = ymd(2027, 1, 9),
						.total = milli(99000)},
					  .unit = UNIT_GRAM,
					  .decimals = 1,
					  .rows = rows,
					  .count = 2},
				 .list = {.count = 2, .height = 9}};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	(void)state;
	canvas_resize(&canvas, 19, 80);
	diff_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, "  A  1: start; no last day while on hold\n");
	dump_has(&dump, "  B  2: hold; last day Sat 9 Jan 2027, 99.0 g in all\n");
	dump_has(&dump, "  Tue 24 Nov 2026     3      16.3 g      17.2 g      +0.9 g\n");
	dump_has(&dump, "  Fri 1 Jan 2027              0.5 g     no plan\n");
	str_reset(&dump);
	canvas_resize(&canvas, 9, 40);
	diff_page_draw(&page, &canvas, canvas_area(&canvas));
	canvas_dump(&canvas, &dump);
	dump_has(&dump, " Tue 24 Nov 2026      16.3 g     17.2 g\n");
	canvas_free(&canvas);
	str_free(&dump);
}

static void draw_today(const struct today_page *page, struct rect size, bool plain,
		       struct str *dump)
{
	struct canvas canvas = CANVAS_INIT;
	struct list list = {.count = 0, .cursor = -1};

	canvas_resize(&canvas, size.rows, size.columns);
	canvas.plain = plain;
	today_draw(page, &list, &canvas, canvas_area(&canvas));
	str_reset(dump);
	canvas_dump(&canvas, dump);
	canvas_free(&canvas);
}

static void today_says_that_it_is_on_hold_and_what_was_not_spent(void **state)
{
	struct today today = {.day = ymd(2026, 11, 21),
			      .unit = UNIT_GRAM,
			      .decimals = 1,
			      .has_plan = true,
			      .any_dose_ever = true,
			      .plan_title = "Steady",
			      .plan_day = 19,
			      .plan_days = 364,
			      .start = milli(20000),
			      .target = milli(17200),
			      .left = milli(17200),
			      .on_hold = true,
			      .hold_since = ymd(2026, 11, 20),
			      .goes_on = ymd(2026, 11, 27)};
	struct today_page page = {.today = &today, .not_spent = "$86"};
	struct rect wide = {.rows = 19, .columns = 80};
	struct str dump = STR_INIT;

	(void)state;
	draw_today(&page, wide, false, &dump);
	dump_has(&dump, "On hold until    Thu 26 Nov\n");
	dump_has(&dump, "Since the start  20.0 → 17.2 g  −14 %\n");
	dump_has(&dump, "Not spent        $86\n");
	draw_today(&page, wide, true, &dump);
	dump_has(&dump, "On hold until Thu 26 Nov\n");
	dump_has(&dump, "Not spent $86\n");
	today.hold_open = true;
	draw_today(&page, wide, false, &dump);
	dump_has(&dump, "On hold since    Fri 20 Nov\n");
	today.hold_since = ymd(2026, 11, 22);
	today.hold_open = false;
	draw_today(&page, wide, false, &dump);
	dump_has(&dump, "On hold from     Sun 22 Nov, 5 days\n");
	str_free(&dump);
}

static void the_strip_proposes_with_its_reason(void **state)
{
	static char because[] = "Two of the last three days were above plan.";
	struct readiness_reason reason = {.say = VERDICT_HOLD, .because = because};
	struct readiness ready = {.applies = true,
				  .speaks = true,
				  .verdict = VERDICT_HOLD,
				  .reasons = &reason,
				  .reason_count = 1};
	struct today today = {.day = ymd(2026, 11, 21),
			      .unit = UNIT_GRAM,
			      .decimals = 1,
			      .has_plan = true,
			      .any_dose_ever = true,
			      .start = milli(20000),
			      .target = milli(17200),
			      .left = milli(17200)};
	struct today_page page = {.today = &today, .readiness = &ready};
	struct rect wide = {.rows = 19, .columns = 80};
	struct str dump = STR_INIT;

	(void)state;
	draw_today(&page, wide, false, &dump);
	dump_has(&dump,
		 "  Consider holding. Two of the last three days were above plan. w shows why.\n");
	draw_today(&page, (struct rect){.rows = 9, .columns = 40}, false, &dump);
	dump_has(&dump, " Consider holding. Two of the last\n");
	/* What was chosen already is not proposed again, and silence is silence. */
	today.on_hold = true;
	today.hold_since = ymd(2026, 11, 22);
	draw_today(&page, wide, false, &dump);
	dump_has_not(&dump, "Consider");
	today.on_hold = ready.speaks = false;
	draw_today(&page, wide, false, &dump);
	dump_has_not(&dump, "Consider");
	str_free(&dump);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_and_after_stand_side_by_side),
		cmocka_unit_test(a_narrow_window_has_an_arrow_between_them),
		cmocka_unit_test(plain_words_say_one_thing_a_line),
		cmocka_unit_test(the_end_of_a_plan_has_no_after),
		cmocka_unit_test(an_open_hold_says_what_its_days_mean),
		cmocka_unit_test(cautions_that_want_a_yes_stand_out),
		cmocka_unit_test(a_refusal_is_a_sentence),
		cmocka_unit_test(the_choices_of_a_hold_become_its_days),
		cmocka_unit_test(a_new_plan_goes_on_from_the_lower_amount_first),
		cmocka_unit_test(changes_have_lines_of_their_own_on_the_plan),
		cmocka_unit_test(two_changes_are_compared_row_by_row),
		cmocka_unit_test(today_says_that_it_is_on_hold_and_what_was_not_spent),
		cmocka_unit_test(the_strip_proposes_with_its_reason),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
