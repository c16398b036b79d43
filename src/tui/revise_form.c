/* SPDX-License-Identifier: MIT */
#include "revise_form.h"
#include "engine/day_typed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OWN_COLUMNS = 14, DATE_COLUMNS = 18, CHOICE = 0, OWN = 1 };

static const char own_number[] = "a number of days";
static const char own_part[] = "a part of your own";
static const char own_amount[] = "another amount";

/* What is asked about each kind. */
struct kind_words {
	const char *title;
	const char *label, *hint; /* of the choice; NULL where there is none */
	const char *choices[REVISE_CHOICES];
	const char *values[REVISE_CHOICES];
	int chosen;
	const char *own_label, *own_hint;
	bool has_date;
};

static const struct kind_words kinds[REVISION_KIND_COUNT] = {
	[REVISION_HOLD] = {.title = "Hold the amount",
			   .label = "How long",
			   .hint = "← →  3, 7 or 14 days, until you go on, or a number of your own",
			   .choices = {"3 days", "7 days", "14 days", "until I go on", own_number},
			   .values = {"3", "7", "14", NULL},
			   .chosen = 1,
			   .own_label = "Days",
			   .own_hint = "how many, 1 to 365"},
	[REVISION_RESUME] = {.title = "Go on with the plan"},
	[REVISION_SLOW] = {.title = "Go slower",
			   .label = "Each cut",
			   .hint = "← →  half of each cut, three quarters, or a part of your own",
			   .choices = {"half of it", "three quarters", own_part},
			   .values = {"0.5", "0.75"},
			   .own_label = "Part",
			   .own_hint = "such as 0.6 or 60 %"},
	[REVISION_BACK] = {.title = "One step back"},
	[REVISION_REPLAN] = {.title = "Plan anew",
			     .label = "From",
			     .hint = "← →  what the new plan goes on from",
			     .own_label = "Amount",
			     .own_hint = "not above today's amount",
			     .has_date = true},
	[REVISION_STOP] = {.title = "End the plan"},
};

const char *revise_form_title(enum revision_kind kind)
{
	return kinds[kind].title;
}

static int count_choices(const struct kind_words *words)
{
	int count = 0;

	while (count < REVISE_CHOICES && words->choices[count] != NULL)
		count++;
	return count;
}

static const struct field *choice_in(const struct revise_form *form)
{
	return kinds[form->kind].label != NULL ? &form->form.fields[CHOICE] : NULL;
}

/* The last choice is one's own. */
static bool wants_own(const struct revise_form *form)
{
	const struct field *choice = choice_in(form);

	return choice != NULL && choice->chosen == choice->choice_count - 1;
}

void revise_form_begin(struct revise_form *form, enum revision_kind kind)
{
	const struct kind_words *words = &kinds[kind];
	struct form spare = {.count = 0};

	form->kind = kind;
	if (words->label != NULL) {
		memcpy(form->choices, words->choices, sizeof(form->choices));
		memcpy(form->values, words->values, sizeof(form->values));
		if (words->choices[0] == NULL)
			form->choices[0] = own_amount;
		form_add_choice(&form->form, words->label, words->hint, form->choices,
				words->choices[0] != NULL ? count_choices(words) : 1,
				words->chosen);
		form->own = *form_add(&spare, words->own_label, words->own_hint, OWN_COLUMNS, "");
	}
	if (words->has_date)
		form_add(&form->form, "By", "a last day, such as 2027-06-01; empty: at your pace",
			 DATE_COLUMNS, "");
	form_add(&form->form, "Why", "in your own words, or nothing", 0, "");
}

void revise_form_free(struct revise_form *form)
{
	if (!form->own_shown)
		str_free(&form->own.text);
	form_free(&form->form);
}

/* The field for a value of one's own comes and goes; what was typed into it stays. */
static void show_own(struct revise_form *form, bool shown)
{
	struct form *fields = &form->form;
	size_t behind = (size_t)(fields->count - OWN - (shown ? 0 : 1)) * sizeof(struct field);

	if (shown == form->own_shown)
		return;
	if (shown) {
		memmove(&fields->fields[OWN + 1], &fields->fields[OWN], behind);
		fields->fields[OWN] = form->own;
		fields->count++;
	} else {
		form->own = fields->fields[OWN];
		memmove(&fields->fields[OWN], &fields->fields[OWN + 1], behind);
		fields->count--;
	}
	form->own_shown = shown;
}

static void rewrite(struct field *choice, int count, int chosen)
{
	choice->choice_count = count;
	choice->chosen = chosen;
	str_reset(&choice->text);
	str_add(&choice->text, choice->choices[chosen]);
	choice->columns = REVISE_CHOICE_SIZE - OWN_COLUMNS;
}

void revise_form_offer(struct revise_form *form, const char *present, const char *lately)
{
	struct field *choice = &form->form.fields[CHOICE];
	bool first = choice->choice_count == 1, own = wants_own(form) && !first;
	int count = 0, chosen = choice->chosen;

	snprintf(form->present, sizeof(form->present), "%s", present);
	snprintf(form->texts[count], REVISE_CHOICE_SIZE, "%s, today's amount", present);
	form->values[count] = form->present;
	form->choices[count] = form->texts[count];
	count++;
	if (lately != NULL) {
		snprintf(form->texts[count], REVISE_CHOICE_SIZE, "%s, taken lately", lately);
		form->values[count] = "baseline";
		form->choices[count] = form->texts[count];
		count++;
	}
	form->choices[count] = own_amount;
	form->values[count] = NULL;
	if (first)
		chosen = lately != NULL ? 1 : 0;
	else if (own || chosen > count)
		chosen = own ? count : 0;
	rewrite(choice, count + 1, chosen);
}

static void say(struct field *field, const char *text)
{
	snprintf(field->said, sizeof(field->said), "%.*s", FIELD_SAID_SIZE - 1, text);
}

static void check_date(struct revise_form *form, struct day today)
{
	struct field *by = &form->form.fields[form->form.count - 2];
	struct day day;
	struct err err;

	by->said[0] = '\0';
	if (by->text.len > 0 && !day_read_in(by->text.data, today, DAY_YEAR_AHEAD, &day, &err))
		say(by, err.msg);
}

static void check_own(struct revise_form *form)
{
	struct field *own = &form->form.fields[OWN];
	struct amount amount;
	enum unit unit;
	struct err err;

	own->said[0] = '\0';
	if (own->text.len == 0)
		say(own, own->hint);
	else if (form->kind == REVISION_REPLAN &&
		 !amount_read(own->text.data, &amount, &unit, &err))
		say(own, err.msg);
}

void revise_form_changed(struct revise_form *form, struct day today)
{
	show_own(form, wants_own(form));
	if (form->own_shown)
		check_own(form);
	if (kinds[form->kind].has_date)
		check_date(form, today);
}

bool revise_form_wrong(const struct revise_form *form, const char **said)
{
	for (int i = 0; i < form->form.count; i++) {
		*said = form->form.fields[i].said;
		if ((*said)[0] != '\0')
			return true;
	}
	return false;
}

static const char *or_null(const struct field *field)
{
	return field->text.len > 0 ? field->text.data : NULL;
}

struct revise_request revise_form_request(const struct revise_form *form)
{
	const struct field *fields = form->form.fields, *choice = choice_in(form);
	struct revise_request request = {.kind = form->kind,
					 .reason = or_null(&fields[form->form.count - 1])};
	const char *value = NULL;

	if (choice != NULL)
		value = form->own_shown ? or_null(&fields[OWN]) : form->values[choice->chosen];
	if (form->kind == REVISION_HOLD)
		request.days = value;
	if (form->kind == REVISION_SLOW)
		request.factor = value;
	if (form->kind == REVISION_REPLAN) {
		request.from = value;
		request.by = or_null(&fields[form->form.count - 2]);
	}
	return request;
}
