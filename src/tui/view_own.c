/* SPDX-License-Identifier: MIT */
#include "view_own.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "form_view.h"

struct view_own {
	struct form_view base;
	enum own_part part;
	struct own_place place;    /* number 0: a new one */
	struct own_change *change; /* borrowed */
	int head, detail, text;    /* which field is which; -1 for none */
};

struct labels {
	const char *head, *head_hint, *detail, *detail_hint, *text, *text_hint;
};

static const struct labels labels[] = {
	[OWN_PERSON] = {"Name", "somebody you would call", "Number", "as you dial it", "Note",
			"such as: after six, or what you two agreed"},
	[OWN_CLINICIAN] = {"Name", "a doctor, a nurse, a service", "Number", "as you dial it",
			   "Note", "such as: mornings only"},
	[OWN_REASON] = {.text = "Reason", .text_hint = "one reason, in your own words"},
	[OWN_NOW_GOOD] = {.text = "Good",
			  .text_hint = "what you like about going on as now; it counts too"},
	[OWN_NOW_HARD] = {.text = "Not good",
			  .text_hint = "what it costs you: sleep, money, time, worry"},
	[OWN_CHANGE_GOOD] = {.text = "Good", .text_hint = "what would be better with less"},
	[OWN_CHANGE_HARD] = {.text = "Hard",
			     .text_hint = "what would be hard about it, or what you would miss"},
	[OWN_SIGN] = {.text = "Sign", .text_hint = "such as: I stop answering messages"},
	[OWN_IF_THEN] = {"Tag", "a word you log with, such as stress", "If",
			 "what happens, such as: a call goes badly", "Then",
			 "what you do, such as: walk round the block"},
	[OWN_AVOID] = {.text = "What", .text_hint = "a place, a time of day, a shop"},
	[OWN_ACTIVITY] = {.text = "What", .text_hint = "such as: call Anna, repair the bicycle"},
	[OWN_AFTER] = {.text = "Step",
		       .text_hint = "what you do next, such as: call Anna, then go on from here"},
	[OWN_PRACTICE] = {.head = "Name",
			  .head_hint = "one or two words: walk, breathing",
			  .text = "Note",
			  .text_hint = "such as: ten minutes after breakfast"},
	[OWN_AIM] = {.detail = "By",
		     .detail_hint = "a date, such as 2027-03-01 or +60d",
		     .text = "Where to",
		     .text_hint = "such as: below 5 g, or a trip without a stock"},
	[OWN_REWARD] = {.head = "When",
			.head_hint = "such as: 30 days, or below 10 g",
			.text = "Reward",
			.text_hint = "what you give yourself then"},
	[OWN_SLEEP] = {.text = "What",
		       .text_hint = "such as: up at 7 every day, phone in the hall"},
	[OWN_BREATHING] = {.text = "Way", .text_hint = "left and right choose"},
	[OWN_GOAL] = {.detail = "Cost",
		      .detail_hint = "such as 400, or 400 EUR",
		      .text = "For",
		      .text_hint = "such as: a weekend by the sea"},
};

static_assert(sizeof(labels) / sizeof(labels[0]) == OWN_PART_COUNT, "one row a part");

static const char *const breathing[] = {"sighing", "box", "none"};

enum { WAYS = 3, SHORT = 32 };

static bool take(const struct view_own *self, int field, char *buf, size_t size, struct err *err)
{
	const char *text = field >= 0 ? self->base.form.fields[field].text.data : "";

	return str_copy(buf, size, text) ||
	       err_set(err, ERR_INVALID, "%s is too long; %zu letters are allowed",
		       self->base.form.fields[field].label, size - 1);
}

static bool read_entry(const struct view_own *self, struct own_entry *entry, struct err *err)
{
	*entry = (struct own_entry){.part = self->part};
	return take(self, self->head, entry->head, sizeof(entry->head), err) &&
	       take(self, self->detail, entry->detail, sizeof(entry->detail), err) &&
	       take(self, self->text, entry->text, sizeof(entry->text), err);
}

static bool is_blank(const struct view_own *self, int field)
{
	const char *text = field >= 0 ? self->base.form.fields[field].text.data : "x";

	return text[strspn(text, " ")] == '\0';
}

/* The field that is needed and empty gets the cursor and a word. */
static bool has_needed(struct view_own *self, struct err *err)
{
	const struct own_shape *shape = own_shape(self->part);
	int missing = -1;

	if (shape->text_needed && is_blank(self, self->text))
		missing = self->text;
	if (shape->head_needed && is_blank(self, self->head))
		missing = self->head;
	if (missing < 0)
		return true;
	self->base.form.at = missing;
	form_view_said(&self->base.form.fields[missing], "this is needed");
	return err_set(err, ERR_INVALID, "'%s' is empty", self->base.form.fields[missing].label);
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_own *self = (struct view_own *)form;
	struct own_fill fill = {.place = self->place};
	bool saved;

	if (!has_needed(self, err) || !read_entry(self, &fill.entry, err))
		return REPLY_FAILED;
	saved = self->place.number > 0
			? own_change_edit(app, &fill, self->change, outcome, err)
			: own_change_add(app, &fill.entry, self->change, outcome, err);
	return saved ? REPLY_SAVED : REPLY_FAILED;
}

static const struct view_class class = {
	.title = "My plan",
	.size = sizeof(struct view_own),
	FORM_VIEW_CLASS,
};

static int way_of(const char *text)
{
	for (int i = 0; i < WAYS; i++) {
		if (strcmp(text, breathing[i]) == 0)
			return i;
	}
	return 0;
}

static int add_field(struct form *form, const char *label, const char *hint, int columns,
		     const char *text)
{
	if (label == NULL)
		return -1;
	form_add(form, label, hint, columns, text);
	return form->count - 1;
}

static struct view *begin(const struct own_place *place, const struct own_entry *entry,
			  struct own_change *change)
{
	struct view_own *self = view_new(&class);
	const struct labels *label = &labels[place->part];
	struct form *form = &self->base.form;

	form_view_begin(&self->base, own_shape(place->part)->title, "save", NULL, save);
	self->part = place->part;
	self->place = *place;
	self->change = change;
	self->head = add_field(form, label->head, label->head_hint, SHORT, entry->head);
	self->detail = add_field(form, label->detail, label->detail_hint,
				 place->part == OWN_IF_THEN ? 0 : SHORT, entry->detail);
	if (place->part == OWN_BREATHING) {
		form_add_choice(form, label->text, label->text_hint, breathing, WAYS,
				way_of(entry->text));
		self->text = form->count - 1;
	} else {
		self->text = add_field(form, label->text, label->text_hint, 0, entry->text);
	}
	return &self->base.view;
}

struct view *view_own_add_new(enum own_part part, struct own_change *change)
{
	const struct own_place place = {.part = part};
	const struct own_entry none = {.part = part};

	return begin(&place, &none, change);
}

struct view *view_own_edit_new(const struct own_place *place, const struct own_entry *entry,
			       struct own_change *change)
{
	return begin(place, entry, change);
}
