/* SPDX-License-Identifier: MIT */
#include "setup_page.h"

#include <string.h>

#include "app/planning.h"
#include "app/settings.h"
#include "key_words.h"
#include "settings_page.h"

enum {
	TEXT_COLUMNS = 76,
	WIDE_COLUMNS = 60,
	ROOMY_ROWS = 16,
	WORDS_ROWS = 2,
	SHORT = 18,
	LONG = 30,
	WAY_ROWS = 3,
	WAY_ROWS_NARROW = 4
};

static const char *const units[] = {"g", "capsule", "ml", "tablet", "mg"};

static const struct {
	const char *label, *hint;
	int columns;
} fields[] = {
	[SETUP_PRODUCT] = {"Product", "a name of your own, such as leaf", SHORT},
	[SETUP_UNIT] = {"Unit", "what it is counted in; Left and Right choose", 0},
	[SETUP_MEASURE] = {"Scale", "the least it can weigh, such as 0.1 g", SHORT},
	[SETUP_TIMES] = {"Times", "when you usually take it: 08:00, 13:00, 18:00", LONG},
	[SETUP_COUNTRY] = {"Country", "two letters, for the help numbers: US, DE", SHORT},
};

static int unit_index(enum unit unit)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (unit_from_text(units[i]) == unit)
			return (int)i;
	}
	return 0;
}

void setup_page_fields(struct form *form, const struct app *app)
{
	for (enum setup_field i = 0; i < SETUP_FIELD_COUNT; i++) {
		struct app_setting setting = {.value = NULL};
		struct str shown = STR_INIT;
		struct err none;

		if (i == SETUP_UNIT) {
			form_add_choice(form, fields[i].label, fields[i].hint, units,
					(int)(sizeof(units) / sizeof(units[0])),
					unit_index(app_unit(app)));
			continue;
		}
		if (!app_settings_get(app, app_setup_key(i), &setting, &none))
			setting.is_set = false;
		if (setting.is_set)
			settings_page_value(&setting, setting.value, &shown);
		form_add(form, fields[i].label, fields[i].hint, fields[i].columns, shown.data);
		str_free(&shown);
		app_setting_free(&setting);
	}
}

void setup_page_used(struct app *app, struct str *out)
{
	struct plan_now now = PLAN_NOW_INIT;
	struct app_setting product;
	char text[MOMENT_TEXT_SIZE];
	struct err none;

	if (!app_plan_now(app, &now, &none))
		return;
	str_addf(out, "The plan in use goes on as it is, in %s", unit_many(now.schedule.unit));
	for (size_t i = 0; i < now.schedule.slot_count; i++) {
		if (now.schedule.slots[i].minute >= 0)
			str_addf(out, "%s%s", i > 0 ? ", " : " at ",
				 minute_text(now.schedule.slots[i].minute, text));
	}
	str_add(out, ".");
	if (app_settings_get(app, app_setup_key(SETUP_PRODUCT), &product, &none)) {
		str_addf(out, " Product in use: %s.",
			 product.value[0] != '\0' ? product.value : product.usual);
		app_setting_free(&product);
	}
	plan_now_free(&now);
}

void setup_page_texts(const struct form *form, struct setup_request *request)
{
	for (int i = 0; i < form->count && i < SETUP_FIELD_COUNT; i++)
		request->texts[i] = form->fields[i].text.data;
}

struct parts {
	struct rect title, words, form, note;
	int field_rows;
};

static struct rect column_of(struct rect area)
{
	struct rect rest = rect_inset(area, area.rows >= ROOMY_ROWS ? 1 : 0,
				      area.columns >= WIDE_COLUMNS ? 2 : 1);

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	return rest;
}

static struct parts parts_of(struct rect area, int count)
{
	bool roomy = area.rows >= ROOMY_ROWS;
	struct rect rest = column_of(area);
	struct parts parts = {.field_rows = roomy ? FIELD_ROWS_ROOMY : FIELD_ROWS_TIGHT};

	parts.title = rect_take_top(&rest, 1);
	parts.words = rect_take_top(&rest, roomy ? 3 : 0);
	if (roomy)
		rect_take_top(&parts.words, 1);
	rect_take_top(&rest, roomy ? 1 : 0);
	parts.form = rect_take_top(&rest, count * parts.field_rows);
	parts.note = rest;
	return parts;
}

void setup_page_draw_form(const struct form *form, const struct keymap *keys, const char *note,
			  struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(area, form->count);

	canvas_text(canvas, parts.title, INK_TITLE, "What you take");
	key_words_wrap(keys, canvas, parts.words, ROLE_TEXT,
		       "Leave empty what you do not know yet: everything here can be changed later "
		       "in the settings. {save} goes on.");
	form_draw(form, canvas, parts.form, parts.field_rows);
	if (parts.field_rows == FIELD_ROWS_TIGHT)
		form_draw_words(form, canvas, rect_take_top(&parts.note, WORDS_ROWS));
	canvas_wrap(canvas, parts.note, ROLE_DIM, note);
}

int setup_page_field_at(struct rect area, const struct form *form, int row, int column)
{
	struct parts parts = parts_of(area, form->count);

	if (!rect_has(parts.form, row, column))
		return -1;
	return form_at_row(form, parts.form, row, parts.field_rows);
}

static const struct {
	const char *name, *text;
} ways[] = {
	[SETUP_LOG_FIRST] = {"Log for some days first",
			     "The way taper recommends: take what you take, and log it for seven "
			     "days. A plan then begins from what is real."},
	[SETUP_PLAN_NOW] = {"Choose a plan from an amount you know",
			    "Plans side by side, from a number of your own. Nothing begins "
			    "before you say yes."},
};

struct rect setup_page_ways(struct rect area, bool plan)
{
	struct rect rest = column_of(area);
	int gap = area.rows >= ROOMY_ROWS ? 1 : 0;
	int rows = area.columns >= WIDE_COLUMNS ? WAY_ROWS : WAY_ROWS_NARROW;

	rect_take_top(&rest, 1 + gap);
	return rect_take_top(&rest, (plan ? 2 : 1) * (rows + gap));
}

void setup_page_draw_ways(const struct list *list, struct canvas *canvas, struct rect area)
{
	struct rect title = column_of(area);
	struct rect rest = setup_page_ways(area, list->count > 1);
	int rows = rest.rows / (list->count > 0 ? list->count : 1);

	canvas_text(canvas, rect_take_top(&title, 1), INK_TITLE, "Ready");
	for (int i = 0; i < list->count; i++) {
		struct rect way = rect_take_top(&rest, rows), head = rect_take_top(&way, 1);
		bool here = i == list->cursor;

		canvas_text(canvas, rect_inset(head, 0, 1), here ? ROLE_STRONG : ROLE_TEXT,
			    ways[i].name);
		canvas_wrap(canvas, rect_inset(way, 0, 1), ROLE_DIM, ways[i].text);
		if (here) {
			canvas_select(canvas, head);
			canvas_cursor(canvas, head.row, head.column + 1, false);
		}
	}
}
