/* SPDX-License-Identifier: MIT */
/*
 * The last change taken back, and done again.
 */
#ifndef APP_UNDO_H
#define APP_UNDO_H

#include "base/err.h"

struct app;

/*
 * Takes the last change of the log or of the own plan back, or does it again; what is to be told comes in words (what holds
 * APP_WHAT_SIZE bytes). ERR_NOT_FOUND where there is none.
 */
enum { APP_WHAT_SIZE = 320 };
MUST_USE bool app_undo(struct app *app, char *what, struct err *err);
MUST_USE bool app_redo(struct app *app, char *what, struct err *err);

#endif
