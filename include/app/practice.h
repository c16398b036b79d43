/* SPDX-License-Identifier: MIT */
/* What a person means to do a little of each day, and noting that it was done. engine/practice.h counts. */
#ifndef APP_PRACTICE_H
#define APP_PRACTICE_H

#include "app/app.h"
#include "engine/practice.h"

/* Those of the own plan with the last days, to be freed. A plan with mistakes gives none. */
MUST_USE bool app_practices(struct app *app, struct practices *practices, struct err *err);

/*
 * Notes that one was done, by its name or number, on a day as typed (NULL: today), as one change that can be undone. *done
 * is how it stands then. ERR_NOT_FOUND where there is none of that name; ERR_INVALID where that day has it already, or lies ahead
 * or too far back.
 */
MUST_USE bool app_practice_did(struct app *app, const char *name, const char *day,
			       struct practice *done, struct err *err);

#endif
