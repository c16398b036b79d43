/* SPDX-License-Identifier: MIT */
/*
 * The verbs of taper: one function for each thing a person can do, the same for the command line and the screen. Owns the
 * store, the content, the settings and the clock. Prints nothing, asks nothing. This header holds what all verbs share.
 */
#ifndef APP_APP_H
#define APP_APP_H

#include "app/clock.h"
#include "app/days.h"
#include "base/problems.h"
#include "base/style.h"
#include "engine/amount.h"
#include "engine/day.h"

struct app;

/*
 * Finds the folders from the environment (TAPER_DB, TAPER_DATA, XDG_*, HOME) and reads the settings; touches no store
 * yet. ERR_USAGE or ERR_IO where that can't be. Close with app_close.
 */
MUST_USE bool app_open(struct clock clock, struct app **app, struct err *err);

/* Closes everything; NULL is fine. */
void app_close(struct app *app);

/* The same where the program ends with it, which is quicker: memory is not given back. */
void app_leave(struct app *app);

/* What a face should tell once (a settings file with mistakes, a clock set back): a borrowed line, or NULL. */
const char *app_warning(const struct app *app);

/* The unit doses are in where nothing is said. */
enum unit app_unit(const struct app *app);

/* What the settings ask of the screen. */
struct app_looks {
	bool plain, ascii, light;
	struct style style; /* for style_choose */
};
struct app_looks app_looks(const struct app *app);

/* The person's own key number i from 0: an action's name and its keys, both borrowed. False where there are no more. */
bool app_key_binding(const struct app *app, size_t i, const char **action, const char **keys);

/* The store's file, which need not be there yet: what changes in or beside it may be a change of the log. Borrowed until app_close. */
const char *app_watch_path(const struct app *app);

/* A number that differs after the store was changed by anyone, this program too. */
MUST_USE bool app_version(struct app *app, int64_t *version, struct err *err);

#endif
