/* SPDX-License-Identifier: MIT */
/* The own plan's part in undo and redo. Its file is no part of the log, so the log keeps what was done to it. */
#ifndef APP_MY_PLAN_EDIT_H
#define APP_MY_PLAN_EDIT_H

#include "app/app.h"
#include "store/store.h"

/* The kind of answers that hold a change of the own plan. */
#define MY_PLAN_KIND "own-plan"

/* What a copy of a file written by hand has behind its name; "-2" and so on where that is taken. */
#define MY_PLAN_KEPT ".by-hand"

/*
 * After the store took a change back, or did it again: does the same to the own plan's file, where the change was one of it. Where the
 * plan was changed elsewhere since, the file stays as it is, and note says so. ERR_IO where it can't be written.
 */
MUST_USE bool my_plan_turned(struct app *app, struct store *store, const struct change *change,
			     bool again, struct str *note, struct err *err);

#endif
