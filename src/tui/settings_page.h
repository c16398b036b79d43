/* SPDX-License-Identifier: MIT */
/* All settings with their values, and what the one under the cursor means. Drawn from values; changes none. */
#ifndef SETTINGS_PAGE_H
#define SETTINGS_PAGE_H

#include "canvas.h"
#include "list.h"

#include "app/settings.h"

struct settings_page {
	struct app_settings settings; /* owned */
	struct str path;              /* owned; of the file, as a person would write it */
	struct list list;
};

void settings_page_free(struct settings_page *page);

/* "day starts": how a setting is called on the screen, added to out. */
void settings_page_name(const struct app_setting *setting, struct str *out);

struct rect settings_page_list(const struct settings_page *page, struct rect area);
void settings_page_draw(const struct settings_page *page, struct canvas *canvas, struct rect area);

#endif
