/* SPDX-License-Identifier: MIT */
/*
 * A dose of 0 says of a whole day that there was none, so it can't follow a dose of that day.
 */
#ifndef APP_NONE_H
#define APP_NONE_H

#include "app_private.h"

/* ERR_INVALID where a dose is of 0, and its day has doses of its unit in the log; one that is in the log itself fits where known is set. */
MUST_USE bool none_fits(struct app *app, const struct dose *dose, bool known, struct err *err);

/* The words of it, where so many are there; false. */
bool none_refused(struct day day, int64_t doses, struct err *err);

#endif
