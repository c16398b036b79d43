/* SPDX-License-Identifier: MIT */
#include "settings_page.h"

#include <string.h>

#include "prose.h"
#include "words.h"

enum {
	NAME_COLUMNS = 13,
	LIST_COLUMNS = 56,
	VALUE_LEAST = 30,
	MARGIN_COLUMNS = 60,
	ROOMY_ROWS = 16,
	ABOUT_ROWS = 4,
	ABOUT_LEAST = 3
};

void settings_page_free(struct settings_page *page)
{
	app_settings_free(&page->settings);
	str_free(&page->path);
}

void settings_page_name(const struct app_setting *setting, struct str *out)
{
	for (const char *c = setting->key; *c != '\0'; c++)
		str_add_char(out, *c == '_' ? ' ' : *c);
}

const char *settings_page_wrong(const char *key, const char *text)
{
	size_t len = strlen(key);

	return strncmp(text, key, len) == 0 && str_starts(text + len, ": ") ? text + len + 2 : text;
}

/* Those that are one number; in a list a comma would part two things. */
void settings_page_value(const struct app_setting *setting, const char *value, struct str *out)
{
	if (strcmp(setting->key, "measure") == 0 || strcmp(setting->key, "price") == 0)
		words_decimals(value, out);
	else
		str_add(out, value);
}

struct parts {
	struct rect title, list, about;
};

static struct parts parts_of(const struct settings_page *page, struct rect area)
{
	bool roomy = area.rows >= ROOMY_ROWS;
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);
	struct parts parts;

	rect_take_top(&rest, roomy ? 1 : 0);
	parts.title = rect_take_top(&rest, 1);
	rect_take_top(&rest, roomy ? 1 : 0);
	if (area.columns >= PANEL_COLUMNS) {
		parts.list = rect_take_left(&rest, LIST_COLUMNS);
		rect_take_left(&rest, 3);
		parts.about = rest;
		return parts;
	}
	parts.about = rect_take_bottom(&rest, roomy ? ABOUT_ROWS : ABOUT_LEAST);
	if (rest.rows > page->list.count)
		rest.rows = page->list.count;
	parts.list = rest;
	if (roomy) {
		parts.about.row = rest.row + rest.rows + 1;
		parts.about.rows = area.row + area.rows - parts.about.row;
	}
	return parts;
}

struct rect settings_page_list(const struct settings_page *page, struct rect area)
{
	return parts_of(page, area).list;
}

static void draw_row(const struct app_setting *setting, struct canvas *canvas, struct rect line,
		     bool here)
{
	struct rect rest = rect_inset(line, 0, 1);
	char name_room[TEXT_ROOM], value_room[TEXT_ROOM];
	struct str name = str_in(name_room, sizeof(name_room));
	struct str value = str_in(value_room, sizeof(value_room));

	settings_page_name(setting, &name);
	settings_page_value(setting, setting->value, &value);
	canvas_text(canvas, rect_take_left(&rest, NAME_COLUMNS), here ? ROLE_STRONG : ROLE_TEXT,
		    name.data);
	str_free(&name);
	if (rest.columns >= VALUE_LEAST)
		canvas_text_right(canvas, rect_take_right(&rest, 7), ROLE_DIM,
				  setting->is_set ? "" : "usual");
	canvas_text(canvas, rest, setting->is_set ? ROLE_ACCENT : ROLE_DIM,
		    value.len > 0 ? value.data : setting->usual);
	str_free(&value);
}

static void draw_about(const struct app_setting *setting, struct canvas *canvas, struct rect place)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	str_addf(&text, "%s\n", setting->meaning);
	str_addf(&text, "~ Usual: %s. Allowed: %s. Example: ", setting->usual, setting->range);
	settings_page_value(setting, setting->example, &text);
	str_add_char(&text, '\n');
	prose_draw(canvas, place, 0, text.data);
	str_free(&text);
}

void settings_page_draw(const struct settings_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area);
	struct rect path = parts.title;

	rect_take_right(&path, prose_draw_where(canvas, path, page->list.top, page->list.count,
						parts.list.rows));
	rect_take_left(&path, canvas_text(canvas, path, INK_TITLE, "Settings") + 3);
	canvas_text(canvas, path, ROLE_DIM, page->path.data);
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++) {
		const struct app_setting *setting = &page->settings.items[page->list.top + i];
		struct rect line = rect_line(parts.list, i, 0);
		bool here = page->list.top + i == page->list.cursor;

		draw_row(setting, canvas, line, here);
		if (!here)
			continue;
		canvas_select_row(canvas, line);
		canvas_cursor(canvas, line.row, line.column + 1, false);
		if (!list_waits(&page->list) || canvas->plain)
			draw_about(setting, canvas, parts.about);
	}
}
