/* SPDX-License-Identifier: MIT */
#include "form_view.h"

#include <stdio.h>

#include "app/journal.h"

enum { TEXT, WHEN };
enum { WHEN_BOX = 22 };

struct view_note {
	struct form_view base;
	int64_t id; /* of the note that is changed; 0 for a new one */
};

/* Undo covers both; what nobody touched stays as it is stored. */
static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_note *self = (struct view_note *)form;
	struct field *fields = form->form.fields;
	const char *text = fields[TEXT].touched || self->id == 0 ? fields[TEXT].text.data : NULL;
	const char *when = fields[WHEN].touched || self->id == 0 ? fields[WHEN].text.data : NULL;
	struct noted noted;
	bool kept = self->id != 0 ? app_journal_edit(app, self->id, text, when, &noted, err)
				  : app_journal_add(app, text, when, &noted, err);

	if (!kept) {
		form_view_said(&fields[form->form.at], err->msg);
		return REPLY_FAILED;
	}
	if (noted.said[0] != '\0') {
		outcome_say(outcome, "%s", noted.said);
	} else {
		outcome_say(outcome, self->id != 0 ? "The note is changed" : "Noted");
		outcome_hint(outcome, ACTION_UNDO, "undoes it");
	}
	note_free(&noted.note);
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "Note",
	.size = sizeof(struct view_note),
	.scope = SCOPE_LINES,
	FORM_VIEW_MEMBERS,
};

struct view *view_note_new(const struct note *note)
{
	struct view_note *self = view_new(&class);
	struct form *form = &self->base.form;
	char iso[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	char when[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE] = "now";

	form_view_begin(&self->base, note != NULL ? "Change a note" : "Write a note", "save", NULL,
			save);
	if (note != NULL) {
		struct moment moment = moment_from_utc(note->utc, note->utc_offset);

		self->id = note->id;
		snprintf(when, sizeof(when), "%s %s", day_iso(moment.day, iso),
			 minute_text(moment.minute, time));
	}
	self->base.asks = true;
	form_add_lines(form, NOTE_TEXT_MAX, note != NULL ? note->text : "");
	form_add(form, "When", "now, 15:10, yesterday 23:00", WHEN_BOX, when);
	form->fields[WHEN].offered = true;
	return &self->base.view;
}
