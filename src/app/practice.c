/* SPDX-License-Identifier: MIT */
#include "app/practice.h"

#include <stdio.h>
#include <string.h>

#include "app/support.h"
#include "app_private.h"
#include "engine/day_typed.h"
#include "store/diary.h"

#define PRACTICE_KIND "practice"
#define DID "did "

enum { NOON = 12 * 60, WHAT_SIZE = 120 };

struct marking {
	struct app *app;
	struct practices *practices;
	struct day today;
};

static bool mark(void *context, const struct answers *answers, struct err *err)
{
	struct marking *marking = context;
	int64_t wall = diary_wall(answers->utc, answers->utc_offset);
	struct day day = moment_counts_for(wall, marking->app->settings.day_starts);
	char name[OWN_HEAD_SIZE];
	size_t len;

	(void)err;
	if (!str_starts(answers->body, DID))
		return true;
	len = strcspn(answers->body + strlen(DID), "\n");
	if (len > 0 && len < sizeof(name)) {
		snprintf(name, sizeof(name), "%.*s", (int)len, answers->body + strlen(DID));
		practices_mark(marking->practices, name, day, marking->today);
	}
	return true;
}

bool app_practices(struct app *app, struct practices *practices, struct err *err)
{
	enum { SECONDS_A_DAY = 24 * 60 * 60 };
	struct marking marking = {.app = app, .practices = practices, .today = app_today_day(app)};
	int64_t from = app_now_utc(app) - (int64_t)(PRACTICE_DAYS + 2) * SECONDS_A_DAY;
	struct my_plan mine;
	struct store *store;
	bool read;

	if (!app_my_plan(app, &mine, err))
		return false;
	practices_of(&mine.plan, practices);
	my_plan_free(&mine);
	read = practices->count == 0 ||
	       (app_store_read(app, &store, err) &&
		store_answers_of(store, PRACTICE_KIND, from, mark, &marking, err));
	if (!read)
		practices_free(practices);
	return read;
}

static bool can_be(const struct practices *practices, const struct practice *practice,
		   const char *name, int32_t ago, struct err *err)
{
	if (practice == NULL && practices->count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       "there is nothing for each day yet; 'taper support add practice "
			       "NAME' adds it");
	if (practice == NULL)
		return err_set(err, ERR_NOT_FOUND,
			       "there is no practice '%.60s'; 'taper support did' shows them",
			       name);
	if (ago < 0)
		return err_set(err, ERR_INVALID, "that day has not come yet");
	if (ago >= PRACTICE_DAYS)
		return err_set(err, ERR_INVALID, "only the last %d days are counted",
			       PRACTICE_DAYS);
	return !practice->done[PRACTICE_DAYS - 1 - ago] ||
	       err_set(err, ERR_INVALID, "'%.60s' is noted for that day already", practice->name);
}

/* Today it is now; for another day its noon will do. */
static bool stamp(struct app *app, int32_t ago, struct day day, struct answers *answers,
		  struct err *err)
{
	clock_now(&app->clock, &answers->utc, &answers->utc_offset);
	if (ago == 0)
		return true;
	return clock_from_wall(&app->clock, app_day_begins(app, day) + NOON, &answers->utc,
			       &answers->utc_offset) != WALL_SKIPPED ||
	       err_set(err, ERR_INVALID, "that day has no noon");
}

static bool store_it(struct app *app, const struct practice *practice, int32_t ago, struct day day,
		     struct err *err)
{
	struct answers answers = {.kind = PRACTICE_KIND};
	struct str body = STR_INIT;
	char what[WHAT_SIZE];
	struct store *store;
	int64_t id;
	bool done;

	str_addf(&body, DID "%s\n", practice->name);
	answers.body = str_take(&body);
	snprintf(what, sizeof(what), "note '%.60s' as done", practice->name);
	done = stamp(app, ago, day, &answers, err) && answers_valid(&answers, err) &&
	       app_store_write(app, &store, err) &&
	       store_answers_add(store, &answers, app_now_utc(app), what, &id, err);
	answers_free(&answers);
	return done;
}

bool app_practice_did(struct app *app, const char *name, const char *day, struct practice *done,
		      struct err *err)
{
	struct day today = app_today_day(app), on = today;
	struct practices practices = PRACTICES_INIT;
	const struct practice *practice;
	int32_t ago;
	bool good;

	if ((day != NULL && !day_read(day, today, &on, err)) ||
	    !app_practices(app, &practices, err))
		return false;
	ago = day_between(on, today);
	practice = practices_find(&practices, name);
	good = can_be(&practices, practice, name, ago, err) &&
	       store_it(app, practice, ago, on, err);
	if (good) {
		*done = *practice;
		done->done[PRACTICE_DAYS - 1 - ago] = true;
	}
	practices_free(&practices);
	return good;
}
