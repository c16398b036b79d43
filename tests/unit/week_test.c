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

#include "app/history.h"
#include "app/log.h"
#include "app/settings.h"
#include "app/undo.h"
#include "app/week.h"
#include "base/str.h"

/* Sat 21 Nov 2026, 15:10 +01:00; the week is that of Mon 16 Nov. */
enum { MORNING, EVENING, EXTRA, COLUMNS };
enum { MONDAY, TUESDAY, SATURDAY = 5, SUNDAY };

static char folder[64];

static int make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/taper-week-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return 1;
	setenv("HOME", folder, 1);
	setenv("TZ", "Europe/Berlin", 1);
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

/* A log without a plan: two usual times, so that the columns are those and the last one. */
static struct app *open_app(struct week *week)
{
	struct clock clock = {.fixed = true, .fixed_utc = 1795270200, .fixed_offset = 60};
	struct app *app;
	struct err err;
	bool copied;

	assert_true(app_open(clock, &app, &err));
	assert_true(app_settings_set(app, "times", "08:00,20:00", &copied, &err));
	if (!app_week(app, day_from_civil((struct civil){2026, 11, 18}), week, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(week->column_count, COLUMNS);
	assert_int_equal(day_weekday(week->first), 0);
	return app;
}

static struct week_typed typed(struct app *app, const struct week *week, size_t day, size_t column,
			       const char *text)
{
	struct week_typed read;
	struct err err;

	if (!app_week_read(app, week, (struct week_place){day, column}, text, &read, &err))
		fail_msg("'%s': %s", text, err.msg);
	return read;
}

static void refused(struct app *app, const struct week *week, size_t day, size_t column,
		    const char *text, const char *why)
{
	struct week_typed read;
	struct err err;

	if (app_week_read(app, week, (struct week_place){day, column}, text, &read, &err))
		fail_msg("'%s' was taken", text);
	if (strstr(err.msg, why) == NULL)
		fail_msg("'%s': %s", text, err.msg);
}

static void a_cell_is_read_as_it_is_typed(void **state)
{
	struct week week;
	struct app *app = open_app(&week);

	(void)state;
	assert_int_equal(amount_milli(typed(app, &week, MONDAY, MORNING, "2,5").sum), 2500);
	assert_int_equal(amount_milli(typed(app, &week, MONDAY, MORNING, "2.5@9:10").sum), 2500);
	assert_int_equal(typed(app, &week, MONDAY, EXTRA, " 1@10:00  1.5@11:00 ").doses, 2);
	assert_true(typed(app, &week, MONDAY, MORNING, "-").none);
	assert_int_equal(typed(app, &week, MONDAY, MORNING, "").doses, 0);
	refused(app, &week, MONDAY, MORNING, "x", "no amount is planned");
	refused(app, &week, MONDAY, EXTRA, "1", "a time is missing");
	refused(app, &week, MONDAY, MORNING, "1@25:00", "25:00");
	refused(app, &week, MONDAY, MORNING, "two", "two");
	refused(app, &week, MONDAY, MORNING, "5 caps", "caps");
	refused(app, &week, SATURDAY, EVENING, "1", "future");
	refused(app, &week, SUNDAY, MORNING, "1", "future");
	app_close(app);
}

static size_t doses_in(struct app *app, const struct week *week)
{
	struct history_doses doses;
	struct err err;
	size_t count;

	assert_true(app_history_doses(app, week->first, day_add(week->first, 6), &doses, &err));
	count = doses.count;
	history_doses_free(&doses);
	return count;
}

static void all_of_it_is_one_change_and_nothing_is_doubled(void **state)
{
	struct week week;
	struct app *app = open_app(&week);
	struct week_cells cells = {{{{0}}}};
	struct import_result result;
	char what[APP_WHAT_SIZE];
	struct err err;

	(void)state;
	memcpy(cells.text[MONDAY][MORNING], "2", 2);
	memcpy(cells.text[MONDAY][EXTRA], "1@12:00", 8);
	memcpy(cells.text[TUESDAY][EVENING], "3", 2);
	assert_true(app_week_log(app, &week, &cells, true, &result, &err));
	assert_int_equal(result.added, 3);
	assert_int_equal(doses_in(app, &week), 0);
	assert_true(app_week_log(app, &week, &cells, false, &result, &err));
	assert_int_equal(doses_in(app, &week), 3);
	/* The same again, as from a sheet that was typed in before. */
	assert_true(app_week_log(app, &week, &cells, false, &result, &err));
	assert_int_equal(result.added, 0);
	assert_int_equal(result.skipped, 3);
	assert_true(app_week(app, week.first, &week, &err));
	assert_int_equal(amount_milli(week.days[MONDAY].cells[MORNING].logged), 2000);
	assert_int_equal(amount_milli(week.days[MONDAY].cells[EXTRA].logged), 1000);
	assert_int_equal(amount_milli(week.days[MONDAY].taken), 3000);
	refused(app, &week, MONDAY, MORNING, "2", "in the log here already");
	assert_true(app_undo(app, what, &err));
	assert_int_equal(doses_in(app, &week), 0);
	app_close(app);
}

static void one_bad_cell_and_nothing_is_logged(void **state)
{
	struct week week;
	struct app *app = open_app(&week);
	struct week_cells cells = {{{{0}}}};
	struct import_result result;
	struct err err;

	(void)state;
	memcpy(cells.text[MONDAY][MORNING], "2", 2);
	memcpy(cells.text[TUESDAY][EVENING], "3..", 4);
	assert_false(app_week_log(app, &week, &cells, false, &result, &err));
	assert_non_null(strstr(err.msg, "Tue 17 Nov, 20:00"));
	assert_int_equal(doses_in(app, &week), 0);
	app_close(app);
}

static void nothing_all_day_is_said_once(void **state)
{
	struct week week;
	struct app *app = open_app(&week);
	struct week_cells cells = {{{{0}}}};
	struct import_result result;
	struct err err;

	(void)state;
	/* One of two is not taken: nothing is known of the other. */
	memcpy(cells.text[MONDAY][MORNING], "-", 2);
	assert_true(app_week_log(app, &week, &cells, true, &result, &err));
	assert_int_equal(result.added, 0);
	memcpy(cells.text[MONDAY][EVENING], "0", 2);
	memcpy(cells.text[TUESDAY][EXTRA], "0", 2);
	assert_true(app_week_log(app, &week, &cells, false, &result, &err));
	assert_int_equal(result.added, 2);
	assert_true(app_week(app, week.first, &week, &err));
	assert_true(week.days[MONDAY].none);
	assert_true(week.days[TUESDAY].none);
	assert_false(week.days[2].none);
	app_close(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_cell_is_read_as_it_is_typed, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(all_of_it_is_one_change_and_nothing_is_doubled,
						make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(one_bad_cell_and_nothing_is_logged, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(nothing_all_day_is_said_once, make_folder,
						remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
