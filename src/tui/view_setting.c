/* SPDX-License-Identifier: MIT */
#include "view_settings.h"

#include <string.h>

#include "form_view.h"
#include "settings_page.h"

enum { BOX = 28 };

struct view_setting {
	struct form_view base; /* its foot says what the setting means */
	const char *key;       /* static */
};

void view_setting_changed(const char *key, bool copied, struct outcome *outcome)
{
	if (copied)
		outcome_say(outcome,
			    "Changed: %s. A comment could not stay; config.yaml~ has the file as "
			    "it was",
			    key);
	else
		outcome_say(outcome, "Changed: %s", key);
}

static void changed(struct form_view *form, struct app *app)
{
	struct view_setting *self = (struct view_setting *)form;
	struct field *field = &form->form.fields[0];
	struct err err;

	form_view_said(field, field->text.len == 0 || app_settings_check(app, self->key,
									 field->text.data, &err)
				      ? ""
				      : err.msg);
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_setting *self = (struct view_setting *)form;
	const struct str *text = &form->form.fields[0].text;
	bool copied = false;

	if (!(text->len > 0 ? app_settings_set(app, self->key, text->data, &copied, err)
			    : app_settings_unset(app, self->key, &copied, err)))
		return REPLY_FAILED;
	view_setting_changed(self->key, copied, outcome);
	return REPLY_SET;
}

static const struct view_class class = {
	.title = "Setting",
	.size = sizeof(struct view_setting),
	FORM_VIEW_CLASS,
};

struct view *view_setting_new(const struct app_setting *setting)
{
	struct view_setting *self = view_new(&class);
	struct str name = STR_INIT;

	settings_page_name(setting, &name);
	self->key = setting->key;
	form_view_begin(&self->base, name.data, changed, save);
	self->base.has_foot = true;
	str_addf(&self->base.foot, "%s Empty: %s. Such as: %s", setting->meaning, setting->usual,
		 setting->example);
	form_add(&self->base.form, "Value", setting->range,
		 strlen(setting->example) < BOX ? BOX : 0, setting->is_set ? setting->value : "");
	str_free(&name);
	return &self->base.view;
}
