/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "app/cope.h"
#include "form_view.h"

enum { SCORE_BOX = 6 };

struct view_thought {
	struct form_view base;
};

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct field *fields = form->form.fields;
	const struct thought thought = {fields[0].text.data, fields[1].text.data,
					fields[2].text.data, fields[3].text.data,
					fields[4].text.data, fields[5].text.data};
	struct noted noted;

	if (!app_thought_add(app, &thought, &noted, err)) {
		form_view_said(&fields[thought.thought[0] == '\0' ? 1 : form->form.at], err->msg);
		return REPLY_FAILED;
	}
	outcome_say(outcome, "Kept as a note; the journal shows it");
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	note_free(&noted.note);
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "A thought on paper",
	.size = sizeof(struct view_thought),
	FORM_VIEW_CLASS,
};

struct view *view_thought_new(void)
{
	static const char *const labels[THOUGHT_FIELDS] = {"Situation", "Thought", "Feeling",
							   "Strength",  "View",    "Now"};
	static const char *const hints[THOUGHT_FIELDS] = {
		"where, when, with whom",
		"the words that went through your head",
		"one word: afraid, sad, angry",
		"0 to 10, 10 is the strongest",
		"what you would say to a friend who thinks that",
		"how strong it is now, 0 to 10"};
	struct view_thought *self = view_new(&class);

	form_view_begin(&self->base, "A thought on paper", "save", NULL, save);
	self->base.asks = true;
	for (int i = 0; i < THOUGHT_FIELDS; i++)
		form_add(&self->base.form, labels[i], hints[i], i == 3 || i == 5 ? SCORE_BOX : 0,
			 "");
	return &self->base.view;
}
