/* SPDX-License-Identifier: MIT */
/* What can be done to a logged dose wherever it is under the cursor. */
#ifndef DOSE_KEYS_H
#define DOSE_KEYS_H

#include "view.h"

/* Opens the form with the dose of that number in it. */
enum reply dose_edit(struct app *app, int64_t id, struct outcome *outcome, struct err *err);

/* Deletes it, and says what was deleted and how it comes back. */
enum reply dose_remove(struct app *app, int64_t id, struct outcome *outcome, struct err *err);

#endif
