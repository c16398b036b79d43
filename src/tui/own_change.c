/* SPDX-License-Identifier: MIT */
#include "own_change.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/settings.h"

enum { WORDS_SHOWN = 80 };

static void say(struct outcome *outcome, const char *what, struct own_done *done)
{
	struct str words = STR_INIT;

	own_entry_words(&done->entry, &words);
	if (done->kept != NULL)
		outcome_say(outcome, "%s. Your file as you wrote it is kept as %.150s", what,
			    done->kept);
	else
		outcome_say(outcome, "%s: %.*s%s", what, WORDS_SHOWN, words.data,
			    words.len > WORDS_SHOWN ? "..." : "");
	if (done->undoes)
		outcome_hint(outcome, ACTION_UNDO, "undoes it");
	str_free(&words);
	free(done->kept);
}

bool own_change_add(struct app *app, const struct own_entry *entry, struct own_change *change,
		    struct outcome *outcome, struct err *err)
{
	struct own_done done;

	if (!app_my_plan_add(app, entry, &done, NULL, err))
		return false;
	change->country_set = false;
	say(outcome, "Added", &done);
	return true;
}

bool own_change_remove(struct app *app, const struct own_place *place, struct own_change *change,
		       struct outcome *outcome, struct err *err)
{
	struct own_done done;

	if (!app_my_plan_remove(app, place, &done, NULL, err))
		return false;
	change->country_set = false;
	say(outcome, "Taken out", &done);
	return true;
}

bool own_change_edit(struct app *app, const struct own_fill *fill, struct own_change *change,
		     struct outcome *outcome, struct err *err)
{
	struct own_done done;

	if (!app_my_plan_replace(app, &fill->place, &fill->entry, &done, err))
		return false;
	change->country_set = false;
	say(outcome, "Changed", &done);
	return true;
}

bool own_change_country(struct app *app, const struct country_choice *choice,
			struct own_change *change, struct outcome *outcome, struct err *err)
{
	struct own_change made = {.country_set = true};
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

bool own_change_undo(struct app *app, struct own_change *change, struct outcome *outcome,
		     struct err *err)
{
	bool copied, done;

	done = change->country[0] != '\0'
		       ? app_settings_set(app, "country", change->country, &copied, err)
		       : app_settings_unset(app, "country", &copied, err);
	if (!done)
		return false;
	change->country_set = false;
	outcome_say(outcome, "Undone: the country is as it was");
	return true;
}
