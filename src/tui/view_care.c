/* SPDX-License-Identifier: MIT */
#include "view_care.h"

#include <stdlib.h>

#include "app/care.h"
#include "app/file.h"
#include "base/utf8.h"
#include "form_view.h"
#include "key_words.h"

enum { FILE_NAME };
enum { CARE_BACKUP, CARE_RESTORE, CARE_DOCTOR, CARE_MEND, CARE_WIPE };

static const struct option cares[] = {
	[CARE_BACKUP] = {"keep a copy", "in a file of your choice"},
	[CARE_RESTORE] = {"go back to a copy", "the log of now is kept too"},
	[CARE_DOCTOR] = {"look it over", "changes nothing"},
	[CARE_MEND] = {"look it over and mend", "nothing is lost by it"},
	[CARE_WIPE] = {"remove everything", "shows what goes, and asks for a word"},
};

/* A name of a file, asked for; sure once it was said what a second time means. */
struct view_care {
	struct form_view base;
	const char *verb; /* of its Enter at first; static */
	bool sure;
};

static void changed(struct form_view *form, struct app *app)
{
	(void)app;
	((struct view_care *)form)->sure = false;
	form->verb = ((struct view_care *)form)->verb;
	form->form.fields[FILE_NAME].said[0] = '\0';
}

static void warn(struct view_care *self, const char *verb, const char *text)
{
	struct str words = STR_INIT;

	self->sure = true;
	self->base.verb = verb;
	key_words_add(self->base.view.keys, text, &words);
	form_view_said(&self->base.form.fields[FILE_NAME], words.data);
	str_free(&words);
}

static enum reply back_up(struct form_view *form, struct app *app, struct outcome *outcome,
			  struct err *err)
{
	struct view_care *self = (struct view_care *)form;
	struct str path = STR_INIT, shown = STR_INIT;
	bool done = app_file_place(form->form.fields[FILE_NAME].text.data, &path, err);

	if (done && !self->sure && app_file_is_there(path.data)) {
		warn(self, "replace", "there is such a file: {save} again replaces it");
		str_free(&path);
		return REPLY_DONE;
	}
	done = done && app_backup(app, path.data, self->sure, err);
	app_file_short(path.data, &shown);
	if (done)
		outcome_say(outcome, "A copy, read back and found whole: %s", shown.data);
	str_free(&path);
	str_free(&shown);
	return done ? REPLY_CLOSE : REPLY_FAILED;
}

static enum reply go_back(struct form_view *form, struct app *app, struct outcome *outcome,
			  struct err *err)
{
	struct view_care *self = (struct view_care *)form;
	const char *typed = form->form.fields[FILE_NAME].text.data;
	struct str path = STR_INIT, shown = STR_INIT;
	char *aside = NULL;
	bool done;

	if (!self->sure) {
		warn(self, self->verb,
		     "it takes the place of the log of now: {save} again does it");
		return REPLY_DONE;
	}
	if (!app_file_place(typed, &path, err))
		return REPLY_FAILED;
	/* A name alone may be that of a copy taper made by itself. */
	done = app_restore(app, app_file_is_there(path.data) ? path.data : typed, &aside, err);
	if (done && aside != NULL) {
		app_file_short(aside, &shown);
		outcome_say(outcome, "The copy is the log now; the one before is %s", shown.data);
	} else if (done) {
		outcome_say(outcome, "The copy is the log now");
	}
	free(aside);
	str_free(&path);
	str_free(&shown);
	return done ? REPLY_SAVED : REPLY_FAILED;
}

static const struct view_class class = {
	.title = "A copy of the log",
	.size = sizeof(struct view_care),
	FORM_VIEW_CLASS,
};

static struct view *copy_new(struct app *app, bool back)
{
	struct view_care *self = view_new(&class);
	char day[DAY_TEXT_SIZE];
	struct str name = STR_INIT;

	self->verb = back ? "go back" : "copy";
	form_view_begin(&self->base, back ? "Go back to a copy" : "Keep a copy", self->verb,
			changed, back ? go_back : back_up);
	if (!back)
		str_addf(&name, "~/taper-%s.db", day_iso(app_today_day(app), day));
	form_add(&self->base.form, "File",
		 back ? "a file, or the name of a copy taper made by itself"
		      : "a whole copy: all you logged is in it",
		 0, name.data);
	str_free(&name);
	return &self->base.view;
}

static void tell(const struct check *check, struct str *text)
{
	static const char *const states[] = {
		[CHECK_OK] = "ok", [CHECK_MENDED] = "mended", [CHECK_WRONG] = "look"};

	str_addf(text, "%s\t%s: ", states[check->state], check->name);
	utf8_add_clean(text, check->said);
	str_add_char(text, '\n');
	if (check->todo[0] == '\0')
		return;
	str_add(text, " \t");
	utf8_add_clean(text, check->todo);
	str_add_char(text, '\n');
}

static enum reply look_over(struct app *app, bool mend, struct outcome *outcome)
{
	struct checkup checkup = CHECKUP_INIT;
	struct str text = STR_INIT;

	app_doctor(app, mend, &checkup);
	for (size_t i = 0; i < checkup.count; i++)
		tell(&checkup.checks[i], &text);
	outcome->open = view_read_new(
		checkup.wrong == 0 ? "All is as it should be" : "Some of it wants a look", &text);
	checkup_free(&checkup);
	return mend ? REPLY_RELOAD : REPLY_DONE;
}

enum reply view_care_chosen(struct app *app, int choice, struct outcome *outcome, struct err *err)
{
	(void)err;
	if (choice == CARE_DOCTOR || choice == CARE_MEND)
		return look_over(app, choice == CARE_MEND, outcome);
	outcome->open =
		choice == CARE_WIPE ? view_wipe_new() : copy_new(app, choice == CARE_RESTORE);
	return REPLY_DONE;
}

struct view *view_care_new(void)
{
	return view_options_new("Look after the log", cares, sizeof(cares) / sizeof(cares[0]),
				CARE_BACKUP);
}
