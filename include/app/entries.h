/* SPDX-License-Identifier: MIT */
/*
 * Anything with an id, whatever kind it is of.
 */
#ifndef APP_ENTRIES_H
#define APP_ENTRIES_H

#include "app/app.h"
#include "engine/diary.h"

/* Which kind an id names. ERR_NOT_FOUND where there is nothing of that id. */
MUST_USE bool app_entry_kind(struct app *app, int64_t id, enum entry_kind *kind, struct err *err);

/* Removes it. ERR_NOT_FOUND likewise. */
MUST_USE bool app_entry_remove(struct app *app, int64_t id, struct err *err);

#endif
