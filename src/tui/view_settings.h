/* SPDX-License-Identifier: MIT */
/* All settings, and a form for one of them. What may be is the app's to say. */
#ifndef VIEW_SETTINGS_H
#define VIEW_SETTINGS_H

#include "view.h"

#include "app/settings.h"

struct view *view_settings_new(void);

/* The form for one; its texts are borrowed for the call. */
struct view *view_setting_new(const struct app_setting *setting);

/* Sets a value, or takes it back to the usual one where it is NULL, and says what became of it, or that it was so already. */
bool view_setting_put(struct app *app, const char *key, const char *value, struct outcome *outcome,
		      struct err *err);

#endif
