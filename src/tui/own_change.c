/* SPDX-License-Identifier: MIT */
#include "own_change.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/settings.h"

enum { WORDS_SHOWN = 80 };

static void say(struct outcome *outcome, const char *what, const struct own_entry *entry,
		char *kept)
{
	struct str words = STR_INIT;

	own_entry_words(entry, &words);
	if (kept != NULL)
		outcome_say(outcome, "%s. Your file as you wrote it is kept as %.150s", what, kept);
	else
		outcome_say(outcome, "%s: %.*s%s", what, WORDS_SHOWN, words.data,
			    words.len > WORDS_SHOWN ? "..." : "");
	str_free(&words);
	free(kept);
}

static void say_new(struct outcome *outcome, const char *what, const struct own_entry *entry,
		    char *kept)
{
	say(outcome, what, entry, kept);
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
}

/* As the plan has it now, its blanks trimmed; number 0 is the last of its part, and is set. */
static void read_back(struct app *app, struct own_place *place, struct own_entry *entry)
{
	const struct own_entry *there;
	struct my_plan mine;
	struct err none;

	if (app_my_plan(app, &mine, &none)) {
		if (place->number == 0)
			place->number = own_plan_count(&mine.plan, place->part);
		there = own_plan_entry(&mine.plan, place->part, place->number - 1);
		if (there != NULL)
			*entry = *there;
	}
	my_plan_free(&mine);
}

bool own_change_add(struct app *app, const struct own_entry *entry, struct own_change *change,
		    struct outcome *outcome, struct err *err)
{
	struct own_change made = {.kind = OWN_ADDED, .place = {.part = entry->part}};
	char *kept = NULL;

	if (!app_my_plan_add(app, entry, &kept, NULL, err))
		return false;
	read_back(app, &made.place, &made.after);
	*change = made;
	say_new(outcome, "Added", &made.after, kept);
	return true;
}

bool own_change_remove(struct app *app, const struct own_place *place, struct own_change *change,
		       struct outcome *outcome, struct err *err)
{
	struct own_change made = {.kind = OWN_REMOVED, .place = *place};
	char *kept = NULL;

	if (!app_my_plan_remove(app, place, &made.before, &kept, NULL, err))
		return false;
	*change = made;
	say_new(outcome, "Taken out", &made.before, kept);
	return true;
}

bool own_change_edit(struct app *app, const struct own_entry *entry, struct own_change *change,
		     struct outcome *outcome, struct err *err)
{
	struct own_change made = *change;
	char *kept = NULL;

	if (!app_my_plan_replace(app, &made.place, entry, &kept, err))
		return false;
	made.kind = OWN_CHANGED;
	read_back(app, &made.place, &made.after);
	*change = made;
	say_new(outcome, "Changed", &made.after, kept);
	return true;
}

bool own_change_country(struct app *app, const struct country_choice *choice,
			struct own_change *change, struct outcome *outcome, struct err *err)
{
	struct own_change made = {.kind = OWN_COUNTRY};
	struct app_setting setting;
	bool copied = false, done;

	if (!app_settings_get(app, "country", &setting, err))
		return false;
	if (setting.is_set)
		snprintf(made.country, sizeof(made.country), "%.*s", SUPPORT_CODE_SIZE - 1,
			 setting.value);
	app_setting_free(&setting);
	done = choice->code != NULL ? app_settings_set(app, "country", choice->code, &copied, err)
				    : app_settings_unset(app, "country", &copied, err);
	if (!done)
		return false;
	*change = made;
	outcome_say(outcome, "Country: %s%s", choice->name,
		    copied ? " (the settings as they were are kept beside them)" : "");
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	return true;
}

/* Somebody else may have changed the plan since: what is there has to be what was put there. */
static bool is_there(struct app *app, const struct own_place *place, const struct own_entry *entry,
		     struct err *err)
{
	struct str wanted = STR_INIT, found = STR_INIT;
	const struct own_entry *there;
	struct my_plan mine;
	bool same = false;

	if (app_my_plan(app, &mine, err)) {
		there = own_plan_entry(&mine.plan, place->part, place->number - 1);
		own_entry_words(entry, &wanted);
		if (there != NULL)
			own_entry_words(there, &found);
		same = strcmp(wanted.data, found.data) == 0 ||
		       err_set(err, ERR_INVALID,
			       "your plan was changed elsewhere since; nothing was taken back");
	}
	my_plan_free(&mine);
	str_free(&wanted);
	str_free(&found);
	return same;
}

static bool undo_country(struct app *app, const struct own_change *change, struct outcome *outcome,
			 struct err *err)
{
	bool copied, done;

	done = change->country[0] != '\0'
		       ? app_settings_set(app, "country", change->country, &copied, err)
		       : app_settings_unset(app, "country", &copied, err);
	if (done)
		outcome_say(outcome, "Undone: the country is as it was");
	return done;
}

static bool undo_entry(struct app *app, const struct own_change *change, struct outcome *outcome,
		       struct err *err)
{
	const struct own_place *place = &change->place;
	const struct own_entry *shown = &change->before;
	struct own_entry removed;
	char *kept = NULL;
	bool done;

	if (change->kind != OWN_REMOVED && !is_there(app, place, &change->after, err))
		return false;
	if (change->kind == OWN_ADDED) {
		done = app_my_plan_remove(app, place, &removed, &kept, NULL, err);
		shown = &change->after;
	} else if (change->kind == OWN_REMOVED) {
		done = app_my_plan_insert(app, place, &change->before, &kept, err);
	} else {
		done = app_my_plan_replace(app, place, &change->before, &kept, err);
	}
	if (done)
		say(outcome, change->kind == OWN_ADDED ? "Taken out again" : "Back as it was",
		    shown, kept);
	return done;
}

bool own_change_undo(struct app *app, struct own_change *change, struct outcome *outcome,
		     struct err *err)
{
	bool done = false;

	switch (change->kind) {
	case OWN_UNCHANGED:
	case OWN_TAKEN_BACK:
		return err_set(err, ERR_NOT_FOUND,
			       "nothing more to take back here; on Today it takes back an entry "
			       "of the log");
	case OWN_COUNTRY:
		done = undo_country(app, change, outcome, err);
		break;
	case OWN_ADDED:
	case OWN_REMOVED:
	case OWN_CHANGED:
		done = undo_entry(app, change, outcome, err);
		break;
	}
	if (done)
		*change = (struct own_change){.kind = OWN_TAKEN_BACK};
	return done;
}
