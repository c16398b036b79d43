/* SPDX-License-Identifier: MIT */
/* All settings, and a form for one of them. What may be is the app's to say. */
#ifndef VIEW_SETTINGS_H
#define VIEW_SETTINGS_H

#include "view.h"

#include "app/settings.h"

struct view *view_settings_new(void);

/* The form for one; its texts are borrowed for the call. */
struct view *view_setting_new(const struct app_setting *setting);

/* What is said after a change, where the file lost a comment. */
void view_setting_changed(const char *key, bool copied, struct outcome *outcome);

#endif
