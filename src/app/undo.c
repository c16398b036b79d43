/* SPDX-License-Identifier: MIT */
#include "app/undo.h"

#include <stdio.h>

#include "app_private.h"
#include "my_plan_edit.h"
#include "store/care.h"

static bool take_back(struct app *app, bool again, char *what, struct err *err)
{
	struct str note = STR_INIT;
	struct store *store;
	struct change change;
	struct err ignored;
	bool done;

	if (!app_store_read(app, &store, err))
		return false;
	store_keep_daily(store, app_today_day(app));
	if (!(again ? store_redo(store, &change, err) : store_undo(store, &change, err)))
		return false;
	str_add(&note, change.what);
	done = my_plan_turned(app, store, &change, again, &note, err);
	if (done)
		snprintf(what, APP_WHAT_SIZE, "%s", note.data);
	else if (!(again ? store_undo(store, &change, &ignored)
			 : store_redo(store, &change, &ignored)))
		snprintf(app->warning, sizeof(app->warning), "%.240s", ignored.msg);
	str_free(&note);
	return done;
}

bool app_undo(struct app *app, char *what, struct err *err)
{
	return take_back(app, false, what, err);
}

bool app_redo(struct app *app, char *what, struct err *err)
{
	return take_back(app, true, what, err);
}
