/* SPDX-License-Identifier: MIT */
#include "hooks.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/history.h"
#include "app/transfer.h"
#include "app_private.h"
#include "base/json.h"
#include "files.h"
#include "hooks_run.h"

/* Yours alone to write: nobody else puts a program into your hands. */
static bool is_own(const char *path, bool folder, const char **why)
{
	struct stat found;

	*why = NULL;
	if (stat(path, &found) != 0)
		return false;
	if (folder ? !S_ISDIR(found.st_mode) : !S_ISREG(found.st_mode))
		*why = folder ? "it is no folder" : "it is no file";
	else if (found.st_uid != geteuid())
		*why = "it belongs to another user";
	else if ((found.st_mode & (S_IWGRP | S_IWOTH)) != 0)
		*why = "others may write to it; chmod go-w";
	else if ((found.st_mode & S_IXUSR) == 0)
		*why = "it can't be run; chmod u+x";
	return *why == NULL;
}

static void refuse(struct app *app, const char *path, const char *why)
{
	if (app->warning[0] == '\0')
		snprintf(app->warning, sizeof(app->warning), "%.300s is not run: %s", path, why);
}

/* The program of a name, where there is one that may run; NULL, with the reason told, where not. To be freed. */
static char *find(struct app *app, const char *name)
{
	char *folder = paths_join(app->paths.config, HOOK_FOLDER);
	char *path = paths_join(folder, name);
	const char *why = NULL;
	bool found = getenv(HOOK_MARK) == NULL && paths_exists(path);

	if (found && !is_own(app->paths.config, true, &why)) {
		refuse(app, app->paths.config, why != NULL ? why : "it is not there");
		found = false;
	} else if (found && !is_own(folder, true, &why)) {
		refuse(app, folder, why != NULL ? why : "it is not there");
		found = false;
	} else if (found && !is_own(path, false, &why)) {
		refuse(app, path, why != NULL ? why : "it leads nowhere");
		found = false;
	}
	free(folder);
	if (found)
		return path;
	free(path);
	return NULL;
}

static void add_amount(struct json *json, const char *key, struct amount amount)
{
	char text[AMOUNT_TEXT_SIZE];

	json_number(json, key, amount_plain(amount, text));
}

static void add_day(struct json *json, const char *key, struct day day)
{
	char text[DAY_TEXT_SIZE];

	json_text(json, key, day_iso(day, text));
}

static void run(const char *path, const char *event, struct json *json)
{
	str_add_char(&json->out, '\n');
	hooks_run(path, event, &json->out);
	json_free(json);
}

void hooks_log(struct app *app, const struct dose *dose)
{
	struct json json = JSON_INIT;
	char at[MOMENT_TEXT_SIZE];
	char *path = find(app, "post-log");

	if (path == NULL)
		return;
	json_open_object(&json, NULL);
	json_text(&json, "event", "post-log");
	json_int(&json, "id", dose->id);
	add_day(&json, "date", app_dose_day(app, dose));
	json_text(&json, "at", moment_rfc3339(dose->utc, dose->utc_offset, at));
	add_amount(&json, "amount", dose->amount);
	json_text(&json, "unit", unit_name(dose->unit));
	json_text(&json, "product", dose->product);
	json_text(&json, "tags", dose->tags != NULL ? dose->tags : "");
	json_text(&json, "note", dose->note != NULL ? dose->note : "");
	json_close_object(&json);
	run(path, "post-log", &json);
	free(path);
}

/* The last of the days shown whose target differs from that of the day before; 0 where there is none. */
static size_t last_step(const struct today *today)
{
	for (size_t i = today->last_count; i > 1; i--) {
		if (today->last_has_target[i - 1] && today->last_has_target[i - 2] &&
		    today->last_target[i - 1].nano != today->last_target[i - 2].nano)
			return i - 1;
	}
	return 0;
}

/* Notes that the hook is told of that day; false where it was already, or where that can't be noted. */
static bool note_day(const struct app *app, struct day day)
{
	char *state = paths_folder(app->paths.backups), *note = paths_join(state, HOOK_NOTE);
	char text[DAY_TEXT_SIZE] = "", was[DAY_TEXT_SIZE] = "";
	FILE *file = fopen(note, "re");
	struct str line = STR_INIT;
	struct err ignored;
	bool news;

	if (file != NULL) {
		if (fgets(was, sizeof(was), file) == NULL)
			was[0] = '\0';
		fclose(file);
	}
	was[strcspn(was, "\n")] = '\0';
	str_addf(&line, "%s\n", day_iso(day, text));
	news = strcmp(was, text) != 0 && files_make_folder(app->paths.backups, &ignored) &&
	       app_write_file(note, &line, &ignored);
	str_free(&line);
	free(note);
	free(state);
	return news;
}

void hooks_step(struct app *app, const struct today *today)
{
	struct json json = JSON_INIT;
	size_t step = today->has_plan ? last_step(today) : 0;
	char *path = step > 0 ? find(app, "post-step") : NULL;

	if (path == NULL)
		return;
	if (note_day(app, today->last[step].day)) {
		json_open_object(&json, NULL);
		json_text(&json, "event", "post-step");
		add_day(&json, "date", today->last[step].day);
		json_text(&json, "plan", today->plan_name);
		json_int(&json, "day", today->plan_day);
		add_amount(&json, "before", today->last_target[step - 1]);
		add_amount(&json, "target", today->last_target[step]);
		json_text(&json, "unit", unit_name(today->unit));
		json_close_object(&json);
		run(path, "post-step", &json);
	}
	free(path);
}
