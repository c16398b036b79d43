/* SPDX-License-Identifier: MIT */
#include "app/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app_private.h"

enum { FOLDER_SIZE = 4096 };

void app_file_offer(const struct app *app, const struct export_document *document,
		    const struct export_format *format, struct str *out)
{
	char day[DAY_TEXT_SIZE];

	str_addf(out, "~/taper-%s-%s.%s", document->file, day_iso(app_today_day(app), day),
		 format->extension);
}

static void add_folder(const char *typed, struct str *out)
{
	char folder[FOLDER_SIZE];
	char *home;

	if (typed[0] == '/')
		return;
	if (str_starts(typed, "~/")) {
		home = paths_home();
		str_addf(out, "%s/", home);
		free(home);
	} else if (getcwd(folder, sizeof(folder)) != NULL) {
		str_addf(out, "%s/", folder);
	}
}

bool app_file_place(const char *typed, struct str *out, struct err *err)
{
	size_t len = strlen(typed);

	if (len == 0)
		return err_set(err, ERR_USAGE, "a file name is missing, such as ~/log.csv");
	if (typed[len - 1] == '/' || strcmp(typed, "~") == 0)
		return err_set(err, ERR_USAGE, "'%.120s' is a folder; add a file name", typed);
	add_folder(typed, out);
	str_add(out, str_starts(typed, "~/") ? typed + 2 : typed);
	return true;
}

void app_file_short(const char *path, struct str *out)
{
	char *home = paths_home();
	size_t len = strlen(home);
	bool inside = len > 0 && strncmp(path, home, len) == 0 && path[len] == '/';

	str_add(out, inside ? "~" : "");
	str_add(out, inside ? path + len : path);
	free(home);
}

static bool may_write(const char *path, bool replace, struct err *err)
{
	struct stat there;

	if (stat(path, &there) != 0)
		return true;
	if (S_ISDIR(there.st_mode))
		return err_set(err, ERR_USAGE, "%.160s: this is a folder; add a file name", path);
	return replace || err_set(err, ERR_ACKNOWLEDGE, "%.160s: there is a file already", path);
}

bool app_file_export(struct app *app, const struct export_request *request, const char *typed,
		     bool replace, struct str *where, struct err *err)
{
	struct str path = STR_INIT;
	bool done;

	app->paper_note[0] = '\0';
	done = app_file_place(typed, &path, err) && may_write(path.data, replace, err) &&
	       app_export_file(app, request, path.data, err);

	if (done)
		str_add(where, path.data);
	str_free(&path);
	return done;
}

bool app_file_is_there(const char *path)
{
	return paths_exists(path);
}
