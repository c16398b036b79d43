/* SPDX-License-Identifier: MIT */
#include "urge_more.h"

#include <stdio.h>

#include "app/urge.h"
#include "form_view.h"

/* One that was logged just now is asked for the first three only; one that is changed, or noted later, also for how it ended. */
enum { TRIGGER, HELPED, NOTE, ENDED, LASTED, WHEN };
enum { WHEN_BOX = 22, LASTED_BOX = 8 };

struct view_urge_more {
	struct form_view base;
	int64_t id; /* 0 for one that is not noted yet */
	const char *ends[URGE_OUTCOME_COUNT];
};

static const char *if_touched(const struct form *form, int field)
{
	bool touched = field < form->count && form->fields[field].touched;

	return touched ? form->fields[field].text.data : NULL;
}

static struct urge_request request_of(const struct form *form)
{
	const char *ended = if_touched(form, ENDED);

	return (struct urge_request){
		.outcome = ended == NULL ? NULL
					 : urge_outcome_name(
						   (enum urge_outcome)form->fields[ENDED].chosen),
		.when = if_touched(form, WHEN),
		.minutes = if_touched(form, LASTED),
		.tags = if_touched(form, TRIGGER),
		.helped = if_touched(form, HELPED),
		.note = if_touched(form, NOTE),
	};
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	const struct view_urge_more *self = (const struct view_urge_more *)form;
	const struct field *fields = form->form.fields;
	struct urge_request request = request_of(&form->form);
	struct urge_logged logged;
	bool touched = false;

	for (int i = 0; i < form->form.count; i++)
		touched = touched || fields[i].touched;
	if (!touched && self->id != 0)
		return REPLY_CLOSE;
	if (self->id == 0)
		request.outcome = urge_outcome_name((enum urge_outcome)fields[ENDED].chosen);
	if (self->id != 0 ? !app_urge_edit(app, self->id, &request, &logged, err)
			  : !app_urge_log(app, &request, &logged, err)) {
		form_view_said(&form->form.fields[form->form.at], err->msg);
		return REPLY_FAILED;
	}
	outcome_say(outcome, "%s", logged.said[0] != '\0' ? logged.said : "Kept");
	if (logged.said[0] == '\0')
		outcome_hint(outcome, ACTION_UNDO, "undoes it");
	urge_free(&logged.urge);
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "Urge",
	.size = sizeof(struct view_urge_more),
	FORM_VIEW_CLASS,
};

static struct view_urge_more *more_new(const struct urge *urge, const char *title)
{
	struct view_urge_more *self = view_new(&class);
	struct form *form = &self->base.form;

	self->id = urge->id;
	form_view_begin(&self->base, title, "save", NULL, save);
	form_add(form, "Set off", "by what: stress, work, boredom", 0, urge->tags);
	form_add(form, "Helped", "a walk, a call, waiting", 0, urge->helped);
	form_add(form, "Note", "", 0, urge->note);
	return self;
}

struct view *view_urge_more_new(const struct urge *urge)
{
	return &more_new(urge, "It is logged. For next time:")->base.view;
}

/* The rest of what is known of an urge; when is what its time begins with. */
static struct view *add_rest(struct view_urge_more *self, const struct urge *urge, const char *when)
{
	struct form *form = &self->base.form;
	char minutes[16] = "";

	if (urge->seconds > 0)
		snprintf(minutes, sizeof(minutes), "%d", (int)((urge->seconds + 30) / 60));
	for (int i = 0; i < URGE_OUTCOME_COUNT; i++)
		self->ends[i] = urge_outcome_words((enum urge_outcome)i);
	form_add_choice(form, "Ended", "Left and Right choose", self->ends, URGE_OUTCOME_COUNT,
			(int)urge->outcome);
	form_add(form, "Minutes", "how long it lasted, such as 11", LASTED_BOX, minutes);
	form_add(form, "When", "15:10, yesterday 23:00", WHEN_BOX, when);
	form->fields[WHEN].offered = true;
	return &self->base.view;
}

struct view *view_urge_edit_new(const struct urge *urge)
{
	struct moment moment = moment_from_utc(urge->utc, urge->utc_offset);
	char iso[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	char when[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE];

	snprintf(when, sizeof(when), "%s %s", day_iso(moment.day, iso),
		 minute_text(moment.minute, time));
	return add_rest(more_new(urge, "Change an urge"), urge, when);
}

struct view *view_urge_past_new(void)
{
	static char none[] = "";
	const struct urge urge = {
		.outcome = URGE_RODE_OUT, .tags = none, .helped = none, .note = none};

	return add_rest(more_new(&urge, "Note an urge that was"), &urge, "");
}
