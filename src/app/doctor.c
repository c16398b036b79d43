/* SPDX-License-Identifier: MIT */
#include "doctor.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/plural.h"

enum { MINUTE = 60 };

static void say_rescued(struct doctor *doctor, const struct store_rescued *rescued)
{
	struct check *check = doctor_check(doctor, "rescue", CHECK_MENDED);
	struct str said = STR_INIT;

	str_addf(&said,
		 plural_of(rescued->doses,
			   "saved %" PRId64 " dose (removed and older ones included)",
			   "saved %" PRId64 " doses (removed and older ones included)"),
		 rescued->doses);
	if (rescued->partial > 0)
		str_addf(&said, ", %" PRId64 " of them without tags and note", rescued->partial);
	str_addf(&said, plural_of(rescued->plans, ", %" PRId64 " plan", ", %" PRId64 " plans"),
		 rescued->plans);
	if (rescued->diary > 0)
		str_addf(&said,
			 plural_of(rescued->diary, ", %" PRId64 " diary entry",
				   ", %" PRId64 " diary entries"),
			 rescued->diary);
	str_addf(&said,
		 plural_of(rescued->changes, " and %" PRId64 " change", " and %" PRId64 " changes"),
		 rescued->changes);
	if (rescued->lost > 0)
		str_addf(&said,
			 plural_of(rescued->lost, "; %" PRId64 " entry can't be read any more",
				   "; %" PRId64 " entries can't be read any more"),
			 rescued->lost);
	if (rescued->lock)
		str_add(&said, "; its lock was damaged, and opens as before");
	check_say(check, "%s", said.data);
	check_todo(check, "the damaged log is kept as %.200s", rescued->aside);
	str_free(&said);
}

/* The newest copy that is whole; where there is none, the newest of which nobody knows, for it is locked. */
static const struct store_copy *best_copy(const struct store_copies *copies)
{
	const struct store_copy *hidden = NULL;

	for (size_t i = 0; i < copies->count && !copies->items[i].aside; i++) {
		if (copies->items[i].whole)
			return &copies->items[i];
		if (hidden == NULL && copies->items[i].hidden)
			hidden = &copies->items[i];
	}
	return hidden;
}

static void name_copy(const struct store_copy *copy, struct str *todo)
{
	if (todo->len > 0)
		str_add(todo, "; ");
	if (copy->hidden)
		str_addf(todo,
			 "'taper restore %.60s' brings back the newest backup, which is locked and"
			 " was not looked into",
			 copy->name);
	else
		str_addf(todo,
			 plural_of(copy->doses,
				   "'taper restore %.60s' brings back the newest whole backup"
				   " (%" PRId64 " dose)",
				   "'taper restore %.60s' brings back the newest whole backup"
				   " (%" PRId64 " doses)"),
			 copy->name, copy->doses);
}

/* What to do about a log that is not whole: save it, or take a copy. */
static void advise_copy(struct doctor *doctor, struct check *check)
{
	const struct store_copy *copy;
	struct store_copies copies;
	struct str todo = STR_INIT;
	struct err ignored;

	if (!doctor->mend)
		str_add(&todo, "'taper doctor --fix' saves what can be read into a new log");
	if (store_copies_read(doctor->app->paths.backups, doctor->app->keys, &copies, &ignored)) {
		copy = best_copy(&copies);
		if (copy != NULL)
			name_copy(copy, &todo);
		store_copies_free(&copies);
	}
	if (todo.len > 0)
		check_todo(check, "%s", todo.data);
	str_free(&todo);
}

/* True where the store is another one afterwards. */
static bool rescue(struct doctor *doctor)
{
	struct app *app = doctor->app;
	struct store_rescue asked = {
		.path = app->paths.store,
		.backups = app->paths.backups,
		.today = app_today_day(app),
		.keys = app->keys,
	};
	struct store_rescued rescued;
	struct check *check;
	struct err err;

	clock_now(&app->clock, &asked.now_utc, &asked.utc_offset);
	if (store_rescue(&asked, &rescued, &err)) {
		say_rescued(doctor, &rescued);
		free(rescued.aside);
		return true;
	}
	check = doctor_check(doctor, "rescue", CHECK_WRONG);
	check_say(check, "%s", err.msg);
	advise_copy(doctor, check);
	return false;
}

static void check_references(struct doctor *doctor, const struct store_health *health)
{
	struct check *check = doctor_check(doctor, "changes", CHECK_OK);

	if (health->references == 0 && health->loose == 0) {
		check_say(check, "every entry belongs to a change");
		return;
	}
	check->state = CHECK_WRONG;
	if (health->references > 0)
		check_say(check,
			  plural_of(health->references,
				    "%" PRId64 " row names something that is not there",
				    "%" PRId64 " rows name something that is not there"),
			  health->references);
	else
		check_say(check,
			  plural_of(health->loose, "%" PRId64 " row belongs to no change in force",
				    "%" PRId64 " rows belong to no change in force"),
			  health->loose);
	check_todo(check, "another program changed the log; 'taper restore' brings a backup back");
}

static void check_clock(struct doctor *doctor, const struct store_health *health)
{
	struct check *check = doctor_check(doctor, "clock", CHECK_OK);
	int64_t now = app_now_utc(doctor->app);
	char time[MOMENT_TEXT_SIZE];

	if (health->newest_utc > now + MINUTE) {
		check->state = CHECK_WRONG;
		check_say(check, "the newest dose is of %s, which is still to come",
			  moment_rfc3339(health->newest_utc,
					 clock_offset_at(&doctor->app->clock, health->newest_utc),
					 time));
		check_todo(check, "set the clock right; or correct the dose with 'taper edit'");
	} else if (health->changed_utc > now + MINUTE) {
		check->state = CHECK_WRONG;
		check_say(check, "the last change was made at %s, so the clock was set back",
			  moment_rfc3339(health->changed_utc,
					 clock_offset_at(&doctor->app->clock, health->changed_utc),
					 time));
		check_todo(check, "set the clock right");
	} else {
		check_say(check, "nothing in the log is later than now");
	}
}

static void check_journal(struct doctor *doctor)
{
	struct check *check = doctor_check(doctor, "journal", CHECK_MENDED);

	check_say(check, "a change was interrupted before it was complete; it was taken back");
}

/* What can be asked only of a store that can be read. */
static bool check_bytes(struct doctor *doctor, const struct store_health *health)
{
	const struct err *err = health->opened.code != ERR_NONE ? &health->opened : &health->whole;
	struct check *check = doctor_check(
		doctor, "integrity",
		err->code == ERR_NONE || err->code == ERR_LOCKED ? CHECK_OK : CHECK_WRONG);

	/* Nobody can be made to type it, and nothing is wrong. */
	if (err->code == ERR_LOCKED) {
		check_say(check, "not looked at: the log is locked, and its key is not at hand");
		return false;
	}
	if (err->code == ERR_NONE) {
		check_say(check, "every page of the log is whole");
		return true;
	}
	check_say(check, "%s", err->msg);
	if (!health->damaged)
		return false;
	if (!doctor->mend) {
		advise_copy(doctor, check);
		return false;
	}
	/* What is mended is told as mended; it stays in the list, for it happened. */
	if (rescue(doctor)) {
		doctor->checkup->checks[doctor->checkup->count - 2].state = CHECK_MENDED;
		return true;
	}
	return false;
}

static bool examine(struct doctor *doctor, struct store_health *health)
{
	const char *path = doctor->app->paths.store;
	struct check *check;
	struct err err;

	if (!store_examine(path, doctor->app->keys, health, &err)) {
		check = doctor_check(doctor, "log", CHECK_WRONG);
		check_say(check, "%s", err.msg);
		check_todo(check, "set TAPER_DB to the file itself");
		return false;
	}
	check = doctor_check(doctor, "log", CHECK_OK);
	if (!health->there) {
		check_say(check, "there is none yet; the first entry makes %.400s", path);
		return false;
	}
	if (health->opened.code == ERR_NONE && health->whole.code == ERR_NONE)
		check_say(check,
			  plural_of(health->doses, "%.300s, format %" PRId64 ", %" PRId64 " dose",
				    "%.300s, format %" PRId64 ", %" PRId64 " doses"),
			  path, health->format, health->doses);
	else
		check_say(check, "%.400s is there", path);
	return true;
}

void doctor_store(struct doctor *doctor)
{
	struct store_health health;
	struct err err;

	if (!examine(doctor, &health))
		return;
	if (health.journal && health.opened.code == ERR_NONE)
		check_journal(doctor);
	if (!check_bytes(doctor, &health))
		return;
	if (!store_examine(doctor->app->paths.store, doctor->app->keys, &health, &err))
		return;
	check_references(doctor, &health);
	check_clock(doctor, &health);
}

void app_doctor(struct app *app, bool mend, struct checkup *checkup)
{
	struct doctor doctor = {.app = app, .mend = mend, .checkup = checkup};

	*checkup = (struct checkup)CHECKUP_INIT;
	store_close(app->store);
	app->store = NULL;
	doctor_store(&doctor);
	doctor_permissions(&doctor);
	doctor_owner(&doctor);
	doctor_leftovers(&doctor);
	doctor_backups(&doctor);
	doctor_settings(&doctor);
	doctor_plans(&doctor);
	doctor_guidance(&doctor);
	doctor_own(&doctor);
	doctor_data(&doctor);
	doctor_zone(&doctor);
	for (size_t i = 0; i < checkup->count; i++)
		checkup->wrong += checkup->checks[i].state == CHECK_WRONG;
}
