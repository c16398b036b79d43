/* SPDX-License-Identifier: MIT */
#include "view_export.h"

#include <string.h>

#include "app/file.h"
#include "form_view.h"
#include "key_words.h"

enum { FORMAT, SHEET, FROM, TO, FILE_NAME };
enum { SHORT = 18, FORMATS_MAX = 16 };

static const char *const sheets[] = {"to tick", "to weigh ahead"};

struct view_export {
	struct form_view base; /* its foot says what the format is */
	const char *names[FORMATS_MAX];
	int count;
	bool replace; /* it was said that there is such a file: the next Enter replaces it */
};

static const struct export_format *format_of(const struct view_export *self)
{
	return &app_export_formats()[self->base.form.fields[FORMAT].chosen];
}

static bool weighs(const struct view_export *self)
{
	return self->base.form.fields[SHEET].chosen == 1;
}

/* The name follows the format until somebody types one. */
static void offer(struct view_export *self, const struct app *app)
{
	struct field *field = &self->base.form.fields[FILE_NAME];

	str_reset(&self->base.foot);
	str_addf(&self->base.foot, "%s: %s.", format_of(self)->name, format_of(self)->about);
	form_view_said(&self->base.form.fields[SHEET],
		       weighs(self) && !format_of(self)->weighs
			       ? "txt, html, pdf and md have a sheet to weigh ahead"
			       : "");
	if (field->touched)
		return;
	str_reset(&field->text);
	app_file_offer(app, format_of(self), weighs(self), &field->text);
	field->cursor = field->text.len;
}

static void check_day(struct field *field, const struct app *app)
{
	struct day day;
	struct err err;

	form_view_said(field, field->text.len == 0 || day_read(field->text.data, app_today_day(app),
							       &day, &err)
				      ? ""
				      : err.msg);
}

static void changed(struct form_view *form, struct app *app)
{
	struct view_export *self = (struct view_export *)form;

	self->replace = false;
	form->form.fields[FILE_NAME].said[0] = '\0';
	offer(self, app);
	check_day(&form->form.fields[FROM], app);
	check_day(&form->form.fields[TO], app);
}

static const char *or_null(const struct field *field)
{
	return field->text.len > 0 ? field->text.data : NULL;
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_export *self = (struct view_export *)form;
	struct field *fields = form->form.fields;
	struct export_request request = {.format = format_of(self)->name,
					 .from = or_null(&fields[FROM]),
					 .to = or_null(&fields[TO]),
					 .weigh = weighs(self)};
	struct str where = STR_INIT, shown = STR_INIT, again = STR_INIT;
	bool done;

	if (fields[SHEET].said[0] != '\0') {
		form->form.at = SHEET;
		return REPLY_DONE;
	}
	done = app_file_export(app, &request, fields[FILE_NAME].text.data, self->replace, &where,
			       err);

	app_file_short(where.data, &shown);
	if (done && app_paper_note(app) != NULL)
		outcome_say(outcome, "Written, but %s", app_paper_note(app));
	else if (done)
		outcome_say(outcome, "Written to %s", shown.data);
	str_free(&shown);
	str_free(&where);
	if (done)
		return REPLY_CLOSE;
	if (err->code != ERR_ACKNOWLEDGE)
		return REPLY_FAILED;
	self->replace = true;
	form->form.at = FILE_NAME;
	key_words_add(form->view.keys, "there is such a file: {save} again replaces it", &again);
	form_view_said(&fields[FILE_NAME], again.data);
	str_free(&again);
	return REPLY_DONE;
}

static const struct view_class class = {
	.title = "Export",
	.size = sizeof(struct view_export),
	FORM_VIEW_CLASS,
};

struct view *view_export_new(const struct app *app, bool log)
{
	struct view_export *self = view_new(&class);
	const struct export_format *formats = app_export_formats();
	int chosen = 0;

	while (self->count < FORMATS_MAX && formats[self->count].name != NULL) {
		self->names[self->count] = formats[self->count].name;
		self->count++;
	}
	while (chosen + 1 < self->count && formats[chosen].plan == log)
		chosen++;
	form_view_begin(&self->base, "Write to a file", changed, save);
	self->base.has_foot = true;
	form_add_choice(&self->base.form, "Format", "Left and Right choose", self->names,
			self->count, chosen);
	form_add_choice(&self->base.form, "Sheet", "of the plan, on paper", sheets,
			sizeof(sheets) / sizeof(sheets[0]), 0);
	form_add(&self->base.form, "From", "such as 2026-11-20; empty: all", SHORT, "");
	form_add(&self->base.form, "To", "such as yesterday; empty: all", SHORT, "");
	form_add(&self->base.form, "File", "", 0, "");
	offer(self, app);
	return &self->base.view;
}
