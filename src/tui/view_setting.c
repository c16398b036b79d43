/* SPDX-License-Identifier: MIT */
#include "view_settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "form_view.h"
#include "settings_page.h"

enum { BOX_MOST = 28, BOX_ROOM = 12 };

struct view_setting {
	struct form_view base; /* its foot says what the setting means */
	const char *key;       /* static */
	char *value, *shown;   /* as it is, and as it stood in the field at first; owned */
};

bool view_setting_put(struct app *app, const char *key, const char *value, struct outcome *outcome,
		      struct err *err)
{
	struct app_setting setting = {.key = key}, now;
	struct str name = STR_INIT;
	bool copied = false, same;
	struct err why;

	if (!app_settings_get(app, key, &now, err))
		return false;
	settings_page_name(&setting, &name);
	same = value != NULL ? strcmp(now.value, value) == 0 : !now.is_set;
	app_setting_free(&now);
	if (same) {
		outcome_say(outcome, "Nothing changed: %s is that already", name.data);
	} else if (value != NULL ? app_settings_set(app, key, value, &copied, &why)
				 : app_settings_unset(app, key, &copied, &why)) {
		outcome_say(outcome, "Changed: %s%s", name.data,
			    copied ? ". A comment could not stay; config.yaml~ has the file as it "
				     "was"
				   : "");
	} else {
		err_set(err, why.code, "%s: %s", name.data, settings_page_wrong(key, why.msg));
		str_free(&name);
		return false;
	}
	str_free(&name);
	return true;
}

static void changed(struct form_view *form, struct app *app)
{
	struct view_setting *self = (struct view_setting *)form;
	struct field *field = &form->form.fields[0];
	struct err err;

	form_view_said(field, field->text.len == 0 || app_settings_check(app, self->key,
									 field->text.data, &err)
				      ? ""
				      : settings_page_wrong(self->key, err.msg));
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_setting *self = (struct view_setting *)form;
	const char *typed = form->form.fields[0].text.data;
	const char *value = strcmp(typed, self->shown) == 0 ? self->value : typed;

	return view_setting_put(app, self->key, value[0] != '\0' ? value : NULL, outcome, err)
		       ? REPLY_SET
		       : REPLY_FAILED;
}

static void free_setting(struct view *view)
{
	free(((struct view_setting *)view)->value);
	free(((struct view_setting *)view)->shown);
	form_view_free(view);
}

/* As much as a value takes, so that the words beside it have room; 0 for the whole row. */
static int box_columns(const char *example)
{
	int columns = utf8_width(example);

	if (columns >= BOX_MOST)
		return 0;
	return columns + BOX_ROOM < BOX_MOST ? columns + BOX_ROOM : BOX_MOST;
}

static const struct view_class class = {
	.title = "Setting",
	.size = sizeof(struct view_setting),
	.scope = SCOPE_FORM,
	.dialog = true,
	.draw = form_view_draw,
	.act = form_view_act,
	.type = form_view_type,
	.click = form_view_click,
	.can = form_view_can,
	.brief = form_view_brief,
	.free = free_setting,
};

struct view *view_setting_new(const struct app_setting *setting)
{
	struct view_setting *self = view_new(&class);
	struct str name = STR_INIT, shown = STR_INIT;

	settings_page_name(setting, &name);
	self->key = setting->key;
	form_view_begin(&self->base, name.data, "set", changed, save);
	self->base.has_foot = true;
	self->value = mem_dup(setting->is_set ? setting->value : "");
	str_addf(&self->base.foot, "%s Empty: %s. Such as: ", setting->meaning, setting->usual);
	settings_page_value(setting, setting->example, &self->base.foot);
	settings_page_value(setting, self->value, &shown);
	form_add(&self->base.form, "Value", setting->range, box_columns(setting->example),
		 shown.data);
	self->shown = str_take(&shown);
	str_free(&name);
	return &self->base.view;
}
