/* SPDX-License-Identifier: MIT */
#include "view_export.h"

#include <inttypes.h>
#include <stdio.h>

#include "app/file.h"
#include "app/table.h"
#include "form_view.h"
#include "key_words.h"
#include "words.h"

enum { FILE_NAME, UNIT, ONLY, COLUMNS };
enum { ONLY_COLUMNS = 24 };

/* As in the list of the columns' dialog: the place of a word is the same. */
static const char *const units[] = {"as it says", "g", "capsule", "ml", "tablet", "mg"};
static const char *const columns[] = {"by their names", "let me choose"};
enum { SHOWN_PROBLEMS = 2, FIRST_LINES = 3 };

struct view_import {
	struct form_view base; /* its foot says what would be added */
	bool looked;           /* at the file as it is typed: Enter adds it */
};

static bool bring(const struct view_import *self, struct app *app, bool dry,
		  struct import_result *result, struct problems *problems, struct err *err)
{
	struct str path = STR_INIT;
	const struct field *fields = self->base.form.fields;
	struct import_request request = {
		.dry_run = dry,
		.unit = fields[UNIT].chosen > 0 ? units[fields[UNIT].chosen] : NULL,
		.only = fields[ONLY].text.len > 0 ? fields[ONLY].text.data : NULL,
	};
	bool done = app_file_place(self->base.form.fields[FILE_NAME].text.data, &path, err);

	request.path = path.data;
	done = done && app_import(app, &request, result, problems, err);
	str_free(&path);
	return done;
}

static void changed(struct form_view *form, struct app *app)
{
	(void)app;
	((struct view_import *)form)->looked = false;
	form->verb = "show";
	str_reset(&form->foot);
}

static void describe_aside(const struct import_result *result, struct str *out)
{
	int64_t others = result->more_others;
	char count[WORDS_SIZE];

	for (size_t i = 0; i < result->other_count; i++)
		others += result->others[i].count;
	if (others > 0)
		str_addf(out, " Passed over: %" PRId64 " of other substances.", others);
	if (result->not_taken > 0)
		str_addf(out, " Not taken by you: %" PRId64 ".", result->not_taken);
	if (result->rounded > 0)
		str_addf(out, " Rounded to three decimals: %s.",
			 words_count(result->rounded, "amount", "amounts", count));
}

static void describe(const struct keymap *keys, const struct import_result *result, struct str *out)
{
	char count[WORDS_SIZE], first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

	if (result->read == 0) {
		str_addf(out, "%s: there is nothing in this file to be read.", result->title);
		return;
	}
	str_addf(out, "%s, ", result->title);
	str_add(out, words_count(result->read, "entry", "entries", count));
	day_full(result->first, first);
	if (result->first.n == result->last.n)
		str_addf(out, " of %s. ", first);
	else
		str_addf(out, " from %s to %s. ", first, day_full(result->last, last));
	if (result->added == 0)
		str_add(out, "All of them are in the log already.");
	else if (result->skipped > 0)
		str_addf(out, "%" PRId64 " would be added, %" PRId64 " are there already. ",
			 result->added, result->skipped);
	if (result->added > 0)
		key_words_add(keys, "{save} adds them.", out);
	describe_aside(result, out);
}

static void describe_problems(const struct problems *problems, struct str *out)
{
	for (size_t i = 0; i < problems->count && i < SHOWN_PROBLEMS; i++)
		str_addf(out, "%sline %d: %s", i > 0 ? "; " : "", problems->items[i].line,
			 problems->items[i].text);
	if (problems->count > SHOWN_PROBLEMS)
		str_addf(out, "; and %zu more", problems->count - SHOWN_PROBLEMS);
}

/* Opens the dialog of columns for the file. */
static bool choose_columns(const struct view_import *self, struct outcome *outcome, struct err *err)
{
	const struct field *fields = self->base.form.fields;
	struct str path = STR_INIT;
	struct table table;
	bool done = app_file_place(fields[FILE_NAME].text.data, &path, err) &&
		    app_table(path.data, NULL, &table, err);

	if (done)
		outcome->open = view_columns_new(path.data, fields[UNIT].chosen);
	str_free(&path);
	return done;
}

/* A table that can't be read from its first lines on is one to say more of: its columns, or how its dates are written. */
static bool begins_unread(const struct problems *problems, const struct err *err)
{
	return err->code == ERR_FORMAT &&
	       (problems->count == 0 || problems->items[0].line <= FIRST_LINES);
}

static enum reply look(struct view_import *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct import_result result;
	bool read = bring(self, app, true, &result, &problems, err);
	struct err none;

	str_reset(&self->base.foot);
	if (read) {
		describe(self->base.view.keys, &result, &self->base.foot);
		self->looked = result.added > 0;
		self->base.verb = self->looked ? "add" : "show";
	} else if (begins_unread(&problems, err) && choose_columns(self, outcome, &none)) {
		outcome_say(outcome, problems.count == 0 ? "Say which column is which"
							 : "Say how it is to be read");
		read = true;
	} else {
		if (problems.count > 0)
			err_set(err, err->code, "not all of it can be read, so nothing was added");
		describe_problems(&problems, &self->base.foot);
	}
	problems_free(&problems);
	return read ? REPLY_DONE : REPLY_FAILED;
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_import *self = (struct view_import *)form;
	struct problems problems = PROBLEMS_INIT;
	struct import_result result;
	char count[WORDS_SIZE];
	bool done;

	if (!self->looked && form->form.fields[COLUMNS].chosen > 0)
		return choose_columns(self, outcome, err) ? REPLY_DONE : REPLY_FAILED;
	if (!self->looked)
		return look(self, app, outcome, err);
	done = bring(self, app, false, &result, &problems, err);
	problems_free(&problems);
	if (!done)
		return REPLY_FAILED;
	outcome_say(outcome, "Added %s", words_count(result.added, "entry", "entries", count));
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "Import",
	.size = sizeof(struct view_import),
	FORM_VIEW_CLASS,
};

struct view *view_import_new(void)
{
	struct view_import *self = view_new(&class);

	form_view_begin(&self->base, "Read a log from a file", "show", changed, save);
	self->base.has_foot = true;
	form_add(&self->base.form, "File", "such as ~/log.csv; what is in it is shown first", 0,
		 "");
	form_add_choice(&self->base.form, "Unit", "of amounts that name none", units,
			sizeof(units) / sizeof(units[0]), 0);
	form_add(&self->base.form, "Only", "one substance; empty: kratom", ONLY_COLUMNS, "");
	form_add_choice(&self->base.form, "Columns", "of a table", columns,
			sizeof(columns) / sizeof(columns[0]), 0);
	return &self->base.view;
}
