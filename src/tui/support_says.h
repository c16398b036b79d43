/* SPDX-License-Identifier: MIT */
/*
 * What Support says beside its entries and has to ask for. Where it can't be told, nothing is said.
 */
#ifndef SUPPORT_SAYS_H
#define SUPPORT_SAYS_H

#include "base/str.h"

struct app;

/* How the safety questions stand, to be put beside their name. */
void support_say_safety(struct app *app, struct str *out);

/* The times without that were reached before this plan. */
void support_say_reached(struct app *app, struct str *out);

/* Whether a plan down to nothing is behind. */
bool support_last_step_behind(struct app *app);

#endif
