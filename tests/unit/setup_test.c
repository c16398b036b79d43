/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "app/file.h"
#include "app/settings.h"
#include "app/setup.h"
#include "base/str.h"
#include "tui/prose.h"
#include "tui/safety_page.h"

static char folder[64];

static int make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/taper-setup-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return 1;
	setenv("HOME", folder, 1);
	unsetenv("TAPER_DB");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	setenv("TAPER_DATA", "data", 1);
	return 0;
}

static int remove_folder(void **state)
{
	struct str command = STR_INIT;
	int failed;

	(void)state;
	str_addf(&command, "rm -rf '%s'", folder);
	failed = system(command.data);
	str_free(&command);
	return failed;
}

static struct app *open_app(void)
{
	struct clock clock = {.fixed = true, .fixed_utc = 1795270200, .fixed_offset = 60};
	struct app *app;
	struct err err;

	assert_true(app_open(clock, &app, &err));
	return app;
}

static const struct safety_reply none = {.count = 0};

static void nothing_is_kept_before_all_is_right(void **state)
{
	struct setup_request request = {.texts = {"leaf", "g", "x", "", ""}, .safety = &none};
	struct app *app = open_app();
	enum setup_field wrong;
	struct err err;

	(void)state;
	assert_true(app_is_new(app));
	assert_false(app_setup(app, &request, &wrong, &err));
	assert_int_equal(wrong, SETUP_MEASURE);
	assert_true(app_is_new(app));
	request.texts[SETUP_MEASURE] = "0.1";
	request.texts[SETUP_COUNTRY] = "Atlantis";
	assert_false(app_setup(app, &request, &wrong, &err));
	assert_int_equal(wrong, SETUP_COUNTRY);
	assert_true(app_is_new(app));
	app_close(app);
}

/* What the scale measures is in the unit asked for, not in the one there was. */
static void another_unit_takes_its_own_measure(void **state)
{
	struct setup_request request = {.texts = {"leaf", "g", "0.1 g", "", ""}, .safety = &none};
	struct app *app = open_app();
	struct app_setting setting;
	enum setup_field wrong;
	struct err err;

	(void)state;
	assert_true(app_setup(app, &request, &wrong, &err));
	assert_false(app_is_new(app));
	request.texts[SETUP_UNIT] = "capsule";
	assert_false(app_setup(app, &request, &wrong, &err));
	assert_int_equal(wrong, SETUP_MEASURE);
	request.texts[SETUP_MEASURE] = "1";
	assert_true(app_setup(app, &request, &wrong, &err));
	assert_true(app_settings_get(app, "measure", &setting, &err));
	assert_non_null(strstr(setting.value, "cap"));
	app_setting_free(&setting);
	request.texts[SETUP_MEASURE] = "";
	assert_true(app_setup(app, &request, &wrong, &err));
	assert_true(app_settings_get(app, "measure", &setting, &err));
	assert_false(setting.is_set);
	app_setting_free(&setting);
	app_close(app);
}

static void leaving_sets_nothing_and_is_remembered(void **state)
{
	struct app_settings settings;
	struct app *app = open_app();
	struct err err;

	(void)state;
	assert_true(app_setup_leave(app, &err));
	assert_false(app_is_new(app));
	app_settings_list(app, &settings);
	for (size_t i = 0; i < settings.count; i++)
		assert_false(settings.items[i].is_set);
	app_settings_free(&settings);
	app_close(app);
}

static void a_name_as_typed_has_its_place(void **state)
{
	struct str path = STR_INIT, again = STR_INIT;
	struct err err;

	(void)state;
	assert_true(app_file_place("~/log.csv", &path, &err));
	assert_string_equal(path.data + strlen(folder), "/log.csv");
	app_file_short(path.data, &again);
	assert_string_equal(again.data, "~/log.csv");
	str_reset(&path);
	assert_true(app_file_place("/tmp/x", &path, &err));
	assert_string_equal(path.data, "/tmp/x");
	assert_false(app_file_place("", &path, &err));
	assert_false(app_file_place("~/", &path, &err));
	str_free(&path);
	str_free(&again);
}

static const struct rect area = {.rows = 19, .columns = 80};

static void answer_all(struct safety_page *page, enum safety_moved last)
{
	while (page->step == SAFETY_ANSWER && page->at + 1 < page->asked.book.count)
		assert_int_equal(safety_page_act(page, ACTION_ANSWER_NO, area), SAFETY_MOVED);
	assert_int_equal(safety_page_act(page, ACTION_ANSWER_NO, area), last);
}

static void every_question_is_asked_once_and_can_be_asked_again(void **state)
{
	struct safety_page page = {.numbers = STR_INIT, .text = STR_INIT};
	const char *flags[SAFETY_QUESTION_MAX];
	struct app *app = open_app();
	struct err err;

	(void)state;
	assert_true(app_safety(app, &page.asked, &err));
	safety_page_begin(&page);
	assert_false(safety_page_can(&page, ACTION_ANSWER_YES));
	assert_int_equal(safety_page_act(&page, ACTION_ANSWER_YES, area), SAFETY_IGNORED);
	assert_int_equal(safety_page_act(&page, ACTION_ANSWER_GO, area), SAFETY_MOVED);
	assert_int_equal(safety_page_act(&page, ACTION_ANSWER_YES, area), SAFETY_MOVED);
	assert_int_equal(page.step, SAFETY_HEED);
	assert_int_equal(safety_page_act(&page, ACTION_ANSWER_BACK, area), SAFETY_MOVED);
	assert_int_equal(page.step, SAFETY_ANSWER);
	assert_int_equal(page.at, 0);
	answer_all(&page, SAFETY_ANSWERED);
	assert_int_equal(safety_page_flags(&page, flags), 0);
	safety_page_free(&page);
	app_close(app);
}

static void a_clinician_is_asked_about_only_where_it_unlocks(void **state)
{
	struct safety_page page = {.numbers = STR_INIT, .text = STR_INIT};
	const char *flags[SAFETY_QUESTION_MAX];
	struct app *app = open_app();
	struct err err;

	(void)state;
	assert_true(app_safety(app, &page.asked, &err));
	safety_page_begin(&page);
	safety_page_act(&page, ACTION_ANSWER_GO, area);
	while (page.asked.book.questions[page.at].gate != SAFETY_ASK)
		safety_page_act(&page, ACTION_ANSWER_NO, area);
	safety_page_act(&page, ACTION_ANSWER_YES, area);
	safety_page_act(&page, ACTION_ANSWER_GO, area);
	answer_all(&page, SAFETY_MOVED);
	assert_int_equal(page.step, SAFETY_AGREE);
	assert_int_equal(safety_page_act(&page, ACTION_ANSWER_YES, area), SAFETY_ANSWERED);
	assert_true(page.given.agrees);
	assert_int_equal(safety_page_flags(&page, flags), 1);
	safety_page_free(&page);
	app_close(app);
}

/* Above and below what is in sight nothing is drawn, and the rows are the same. */
static void prose_scrolls_inside_a_paragraph(void **state)
{
	const char *text = "# One two\n-\tthree four five six\n\nseven\n";
	struct rect place = {.row = 1, .column = 2, .rows = 2, .columns = 12};
	struct canvas canvas = CANVAS_INIT;
	struct str out = STR_INIT;

	(void)state;
	canvas_resize(&canvas, 4, 16);
	assert_int_equal(prose_draw(NULL, place, 0, text), 6);
	assert_int_equal(prose_draw(&canvas, place, 2, text), 6);
	canvas_dump(&canvas, &out);
	assert_string_equal(out.data, "\n     four five\n     six\n\n");
	assert_int_equal(prose_top(9, 6, 2), 4);
	assert_int_equal(prose_top(-3, 6, 2), 0);
	assert_int_equal(prose_top(3, 1, 2), 0);
	str_free(&out);
	canvas_free(&canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_is_kept_before_all_is_right, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(another_unit_takes_its_own_measure, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(leaving_sets_nothing_and_is_remembered, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(a_name_as_typed_has_its_place, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(every_question_is_asked_once_and_can_be_asked_again,
						make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_clinician_is_asked_about_only_where_it_unlocks,
						make_folder, remove_folder),
		cmocka_unit_test(prose_scrolls_inside_a_paragraph),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
