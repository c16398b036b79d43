/* SPDX-License-Identifier: MIT */
/*
 * Starts one program beside taper and forgets about it: in a session of its own, without a terminal, its output nowhere.
 */
#ifndef APP_HOOKS_RUN_H
#define APP_HOOKS_RUN_H

#include "base/str.h"

/* path gets event as its only argument and document on its standard input; it and its group end after HOOK_SECONDS. */
void hooks_run(const char *path, const char *event, const struct str *document);

#endif
