/* SPDX-License-Identifier: MIT */
#include "view_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/checkin.h"
#include "app/journal.h"
#include "app/log.h"
#include "app/planning.h"
#include "app/safety.h"
#include "app/support.h"
#include "app/urge.h"

enum { LOG_DAYS = 20, NOW = 1795270200, OFFSET = 60 };

static char folder[64];

int view_kit_begin(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/taper-views-XXXXXX");
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

int view_kit_end(void **state)
{
	struct str command = STR_INIT;
	int failed;

	(void)state;
	str_addf(&command, "rm -rf '%s'", folder);
	failed = system(command.data);
	str_free(&command);
	return failed;
}

struct app *view_kit_open(void)
{
	struct clock clock = {.fixed = true, .fixed_utc = NOW, .fixed_offset = OFFSET};
	struct app *app;
	struct err err;

	assert_true(app_open(clock, &app, &err));
	return app;
}

static void log_days(struct app *app)
{
	static const char *const times[] = {"08:05", "13:10", "18:00", "22:15"};

	for (int back = LOG_DAYS; back >= 0; back--) {
		char iso[DAY_TEXT_SIZE], when[2 * DAY_TEXT_SIZE];

		day_iso(day_add(app_today_day(app), -back), iso);
		for (size_t i = 0; i < (back > 0 ? 4u : 2u); i++) {
			struct log_request request = {.amount = i == 2 ? "5.5 g" : "5 g",
						      .when = when,
						      .tags = i == 1 ? "stress" : ""};
			struct logged logged;
			struct err err;

			snprintf(when, sizeof(when), "%s %s", iso, times[i]);
			assert_true(app_log(app, &request, &logged, &err));
			dose_free(&logged.dose);
		}
	}
}

static void start_plan(struct app *app)
{
	static const struct safety_reply none = {.count = 0};
	struct preview_request request = {.plan = "steady", .start = "2026-11-10", .from = "20 g"};
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	struct err err;

	assert_true(app_safety_answer(app, &none, &err));
	assert_true(app_plan_start(app, &request, &preview, &problems, &err));
	preview_free(&preview);
	problems_free(&problems);
}

static void fill_diary(struct app *app)
{
	static const char *const ratings[] = {"craving=2", "restless-legs=1"};
	struct checkin_request today = {
		.ratings = ratings, .rating_count = 2, .sleep = "7", .when = "yesterday 20:00"};
	struct urge_request urge = {.outcome = "rode-it-out", .minutes = "11", .tags = "stress"};
	struct own_entry reason = {.part = OWN_REASON, .text = "a week by the sea"};
	struct checked_in checked;
	struct urge_logged logged;
	struct noted noted;
	struct own_done done;
	struct err err;

	assert_true(app_checkin(app, &today, &checked, &err));
	checkin_free(&checked.checkin);
	assert_true(app_urge_log(app, &urge, &logged, &err));
	urge_free(&logged.urge);
	assert_true(app_journal_add(app, "First evening walk in weeks.", NULL, &noted, &err));
	note_free(&noted.note);
	assert_true(app_my_plan_add(app, &reason, &done, NULL, &err));
	free(done.kept);
}

void view_kit_fill(struct app *app)
{
	log_days(app);
	start_plan(app);
	fill_diary(app);
}
