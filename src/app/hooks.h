/* SPDX-License-Identifier: MIT */
/*
 * Programs of the person's own that run when something happened: hooks/post-log and hooks/post-step in the settings folder.
 * There are none until they are made. They come after the change is on the disk and can't undo it; taper does not wait for
 * them, hears nothing of them, and ends them with all they began after HOOK_SECONDS.
 */
#ifndef APP_HOOKS_H
#define APP_HOOKS_H

#include "app/today.h"
#include "engine/dose.h"

enum { HOOK_SECONDS = 5 };

/* Where they are in the settings folder, and what beside the backups holds the day of the step told last. */
#define HOOK_FOLDER "hooks"
#define HOOK_NOTE "post-step"

/* In the environment of a hook: what it does with taper runs no further one, or it might never end. */
#define HOOK_MARK "TAPER_HOOK"

/* After a dose was logged. */
void hooks_log(struct app *app, const struct dose *dose);

/* Where a step of the plan has begun that no hook was told of yet. today is whole, not brief. */
void hooks_step(struct app *app, const struct today *today);

#endif
