/* SPDX-License-Identifier: MIT */
#include "view_export.h"

#include <string.h>

#include "app/file.h"
#include "app/transfer.h"
#include "engine/day_typed.h"
#include "form_view.h"
#include "key_words.h"
#include "words.h"

/* What every document has; the fields of some come after, and the file last. */
enum { DOCUMENT, FORMAT, FROM, TO, USUAL_FIELDS };
enum { SHORT = 18, NAMES_MAX = 16 };

/* A field of some documents or formats only. */
enum more { MORE_PAPER, MORE_GOES_TO, MORE_ENTRIES, MORE_NOTE, MORE_COUNT };

enum { PAPER_USUAL, PAPER_A4, PAPER_LETTER, PAPERS };
enum { TO_FILE, TO_PRINTER, GOALS };
enum { STEPS, STEPS_AND_DOSES, ENTRIES };

static const char *const papers[PAPERS] = {"usual", "A4", "Letter"};
static const char *const paper_names[PAPERS] = {NULL, "a4", "letter"};
static const char *const goals[GOALS] = {"file", "printer"};
static const char *const entries[ENTRIES] = {"steps", "steps and doses"};

static const struct {
	const char *label, *hint;
	const char *const *choices; /* NULL: text */
	int choice_count;
} mores[MORE_COUNT] = {
	[MORE_PAPER] = {"Paper", "the size of the pages", papers, PAPERS},
	[MORE_GOES_TO] = {"Goes to", "a file, or the printer by lp", goals, GOALS},
	[MORE_ENTRIES] = {"Entries", "those for doses have an alarm", entries, ENTRIES},
	[MORE_NOTE] = {"Note", "to its reader; empty: report-note.txt", NULL, 0},
};

struct view_export {
	struct form_view base; /* its foot says what will be written */
	int at[MORE_COUNT];    /* the number of that field; 0 where it is not there */
	int chosen[MORE_COUNT];
	struct str note; /* kept while another document is looked at */
	const char *documents[NAMES_MAX], *formats[NAMES_MAX];
	int document; /* the format follows when another is chosen */
	bool replace; /* it was said that there is such a file: the next Enter replaces it */
};

static struct field *file_of(struct view_export *self)
{
	return &self->base.form.fields[self->base.form.count - 1];
}

static const char *file_name(const struct view_export *self)
{
	return self->base.form.fields[self->base.form.count - 1].text.data;
}

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
		field_choose(field, usual_format(document_of(self)));
}

static bool has_more(const struct view_export *self, enum more more)
{
	switch (more) {
	case MORE_PAPER:
		return format_of(self)->paper;
	case MORE_GOES_TO:
		return format_of(self)->prints;
	case MORE_ENTRIES:
		return format_of(self)->doses;
	case MORE_NOTE:
		return document_of(self)->note;
	case MORE_COUNT:
		return false;
	}
	return false;
}

static bool prints(const struct view_export *self)
{
	return self->at[MORE_GOES_TO] > 0 && self->chosen[MORE_GOES_TO] == TO_PRINTER;
}

static void keep_more(struct view_export *self)
{
	for (int i = 0; i < MORE_COUNT; i++) {
		const struct field *field = &self->base.form.fields[self->at[i]];

		if (self->at[i] == 0)
			continue;
		if (field->choices != NULL) {
			self->chosen[i] = field->chosen;
		} else {
			str_reset(&self->note);
			str_add(&self->note, field->text.data);
		}
	}
}

static void add_more(struct view_export *self, enum more more)
{
	struct form *form = &self->base.form;

	self->at[more] = form->count;
	if (mores[more].choices != NULL)
		form_add_choice(form, mores[more].label, mores[more].hint, mores[more].choices,
				mores[more].choice_count, self->chosen[more]);
	else
		form_add(form, mores[more].label, mores[more].hint, 0, self->note.data);
}

/* The cursor is on a field above them whenever they change. */
static void follow_more(struct view_export *self)
{
	struct field file;
	bool same = true;

	keep_more(self);
	for (int i = 0; i < MORE_COUNT; i++)
		same = same && has_more(self, (enum more)i) == (self->at[i] > 0);
	if (same)
		return;
	file = *file_of(self);
	self->base.form.count--;
	while (self->base.form.count > USUAL_FIELDS)
		str_free(&self->base.form.fields[--self->base.form.count].text);
	for (int i = 0; i < MORE_COUNT; i++) {
		self->at[i] = 0;
		if (has_more(self, (enum more)i))
			add_more(self, (enum more)i);
	}
	self->base.form.fields[self->base.form.count++] = file;
}

/* What has to be agreed to before this is written, or NULL. */
static const char *warning_of(const struct view_export *self, const struct app *app)
{
	return prints(self) ? NULL : app_export_warning(app, NULL);
}

/* The name follows what is chosen until somebody types one. */
static void offer(struct view_export *self, const struct app *app)
{
	struct str others = STR_INIT;
	struct field *field;

	follow_document(self);
	follow_more(self);
	field = file_of(self);
	self->base.verb = prints(self) ? "print" : "write";
	field->hint = prints(self) ? "none: it goes to the printer" : "";
	str_reset(&self->base.foot);
	if (warning_of(self, app) != NULL)
		str_addf(&self->base.foot, "%s ", warning_of(self, app));
	words_sentence(document_of(self)->about, &self->base.foot);
	str_cut(&self->base.foot, self->base.foot.len - 1);
	str_addf(&self->base.foot, ", as %s.", format_of(self)->about);
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
	file_of(self)->said[0] = '\0';
	offer(self, app);
	check_day(&form->form.fields[FROM], app);
	check_day(&form->form.fields[TO], app);
}

static const char *or_null(const struct field *field)
{
	return field->text.len > 0 ? field->text.data : NULL;
}

static struct export_request request_of(const struct view_export *self)
{
	const struct field *fields = self->base.form.fields;
	struct export_request request = {.format = format_of(self)->name,
					 .what = document_of(self)->name,
					 .from = or_null(&fields[FROM]),
					 .to = or_null(&fields[TO])};

	if (self->at[MORE_PAPER] > 0)
		request.paper = paper_names[self->chosen[MORE_PAPER]];
	if (self->at[MORE_NOTE] > 0)
		request.note = or_null(&fields[self->at[MORE_NOTE]]);
	request.doses = self->at[MORE_ENTRIES] > 0 && self->chosen[MORE_ENTRIES] == STEPS_AND_DOSES;
	return request;
}

static enum reply print(struct app *app, const struct export_request *request,
			struct outcome *outcome, struct err *err)
{
	struct str document = STR_INIT;
	bool done = app_export(app, request, &document, err) &&
		    app_print(&document, request->paper, err);

	str_free(&document);
	if (!done)
		return REPLY_FAILED;
	outcome_say(outcome, "Sent to the printer");
	return REPLY_CLOSE;
}

static bool write_file(const struct view_export *self, struct app *app, bool readable,
		       struct outcome *outcome, struct err *err)
{
	struct export_request request = request_of(self);
	struct str where = STR_INIT, shown = STR_INIT;
	bool done;

	request.readable = readable;
	done = app_file_export(app, &request, file_name(self), self->replace, &where, err);
	app_file_short(where.data, &shown);
	if (done && app_paper_note(app) != NULL)
		outcome_say(outcome, "Written, but %s", app_paper_note(app));
	else if (done)
		outcome_say(outcome, "Written to %s", shown.data);
	str_free(&shown);
	str_free(&where);
	return done;
}

static bool write_agreed(struct app *app, const struct question *question, struct outcome *outcome,
			 struct err *err)
{
	return write_file(question->context, app, true, outcome, err);
}

static enum reply ask_agreement(const struct view_export *self, const char *warning,
				struct outcome *outcome)
{
	struct question question = {.title = "A file that is not locked",
				    .text = STR_INIT,
				    .yes = write_agreed,
				    .context = self};

	str_addf(&question.text, "%s Write it?", warning);
	outcome->open = view_confirm_new(&question);
	return REPLY_DONE;
}

static enum reply ask_replacing(struct view_export *self)
{
	struct str again = STR_INIT;

	self->replace = true;
	self->base.verb = "replace";
	self->base.form.at = self->base.form.count - 1;
	key_words_add(self->base.view.keys, "there is such a file: {save} again replaces it",
		      &again);
	form_view_said(file_of(self), again.data);
	str_free(&again);
	return REPLY_DONE;
}

static bool is_there(const struct view_export *self)
{
	struct str path = STR_INIT;
	struct err ignored;
	bool there =
		app_file_place(file_name(self), &path, &ignored) && app_file_is_there(path.data);

	str_free(&path);
	return there;
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_export *self = (struct view_export *)form;
	struct field *fields = form->form.fields;
	struct export_request request = request_of(self);
	const char *warning;

	if (fields[FORMAT].said[0] != '\0') {
		form->form.at = FORMAT;
		return REPLY_DONE;
	}
	if (prints(self))
		return print(app, &request, outcome, err);
	if (write_file(self, app, false, outcome, err))
		return REPLY_CLOSE;
	if (err->code != ERR_ACKNOWLEDGE)
		return REPLY_FAILED;
	warning = app_export_warning(app, NULL);
	return warning == NULL || (!self->replace && is_there(self))
		       ? ask_replacing(self)
		       : ask_agreement(self, warning, outcome);
}

static void free_export(struct view *view)
{
	str_free(&((struct view_export *)view)->note);
	form_view_free(view);
}

static const struct view_class class = {
	.title = "Export",
	.size = sizeof(struct view_export),
	.scope = SCOPE_FORM,
	.dialog = true,
	.place = form_view_place,
	.draw = form_view_draw,
	.act = form_view_act,
	.type = form_view_type,
	.click = form_view_click,
	.can = form_view_can,
	.brief = form_view_brief,
	.free = free_export,
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
	self->note = (struct str)STR_INIT;
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
