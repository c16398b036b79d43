/* SPDX-License-Identifier: MIT */
#include "view_export.h"

#include <string.h>

#include "app/file.h"
#include "form_view.h"
#include "key_words.h"

enum { DOCUMENT, FORMAT, FROM, TO, FILE_NAME };
enum { SHORT = 18, NAMES_MAX = 16 };

struct view_export {
	struct form_view base; /* its foot says what will be written */
	const char *documents[NAMES_MAX], *formats[NAMES_MAX];
	int document; /* the format follows when another is chosen */
	bool replace; /* it was said that there is such a file: the next Enter replaces it */
};

static const struct export_document *document_of(const struct view_export *self)
{
	return &app_export_documents()[self->base.form.fields[DOCUMENT].chosen];
}

static const struct export_format *format_of(const struct view_export *self)
{
	return &app_export_formats()[self->base.form.fields[FORMAT].chosen];
}

static int usual_format(const struct export_document *document)
{
	return (int)(app_export_usual(document) - app_export_formats());
}

static void follow_document(struct view_export *self)
{
	struct field *field = &self->base.form.fields[FORMAT];

	if (self->document == self->base.form.fields[DOCUMENT].chosen)
		return;
	self->document = self->base.form.fields[DOCUMENT].chosen;
	if (!app_export_goes(document_of(self), format_of(self)))
		form_choose(field, usual_format(document_of(self)));
}

/* The name follows what is chosen until somebody types one. */
static void offer(struct view_export *self, const struct app *app)
{
	struct field *field = &self->base.form.fields[FILE_NAME];
	struct str others = STR_INIT;

	follow_document(self);
	str_reset(&self->base.foot);
	str_addf(&self->base.foot, "%s, as %s.", document_of(self)->about, format_of(self)->about);
	if (!app_export_goes(document_of(self), format_of(self))) {
		str_add(&others, "choose ");
		app_export_say_formats(document_of(self), &others);
	}
	form_view_said(&self->base.form.fields[FORMAT], others.len > 0 ? others.data : "");
	str_free(&others);
	if (field->touched)
		return;
	str_reset(&field->text);
	app_file_offer(app, document_of(self), format_of(self), &field->text);
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
	form->verb = "write";
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
					 .what = document_of(self)->name,
					 .from = or_null(&fields[FROM]),
					 .to = or_null(&fields[TO])};
	struct str where = STR_INIT, shown = STR_INIT, again = STR_INIT;
	bool done;

	if (fields[FORMAT].said[0] != '\0') {
		form->form.at = FORMAT;
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
	form->verb = "replace";
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

static int add_names(struct view_export *self, const char *of)
{
	const struct export_document *documents = app_export_documents();
	int count = 0;

	while (count < NAMES_MAX && documents[count].name != NULL) {
		self->documents[count] = documents[count].name;
		if (strcmp(documents[count].name, of) == 0)
			self->document = count;
		count++;
	}
	return count;
}

struct view *view_export_new(const struct app *app, const char *document)
{
	struct view_export *self = view_new(&class);
	const struct export_format *formats = app_export_formats();
	int documents = add_names(self, document), count = 0;

	while (count < NAMES_MAX && formats[count].name != NULL) {
		self->formats[count] = formats[count].name;
		count++;
	}
	form_view_begin(&self->base, "Write to a file", "write", changed, save);
	self->base.has_foot = true;
	form_add_choice(&self->base.form, "What", "Left and Right choose", self->documents,
			documents, self->document);
	form_add_choice(&self->base.form, "Format", "of the file", self->formats, count,
			usual_format(&app_export_documents()[self->document]));
	form_add(&self->base.form, "From", "such as 2026-11-20; empty: all", SHORT, "");
	form_add(&self->base.form, "To", "such as yesterday; empty: all", SHORT, "");
	form_add(&self->base.form, "File", "", 0, "");
	offer(self, app);
	return &self->base.view;
}
