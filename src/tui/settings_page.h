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

/* What is wrong with a value, without the key it begins with: a borrowed part of text. The name stands beside it. */
const char *settings_page_wrong(const char *key, const char *text);

/* A value or an example as a person would type it, added to out. */
void settings_page_value(const struct app_setting *setting, const char *value, struct str *out);

/* "day starts": how a setting is called on the screen, added to out. */
void settings_page_name(const struct app_setting *setting, struct str *out);

struct rect settings_page_list(const struct settings_page *page, struct rect area);
void settings_page_draw(const struct settings_page *page, struct canvas *canvas, struct rect area);

#endif
