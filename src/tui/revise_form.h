/* SPDX-License-Identifier: MIT */
/*
 * The few things there are to choose in a change of the plan, as fields, and what they ask for. Knows neither the plan nor
 * what a change would do.
 */
#ifndef REVISE_FORM_H
#define REVISE_FORM_H

#include "form.h"

#include "app/revising.h"

enum { REVISE_CHOICES = 5, REVISE_CHOICE_SIZE = 48 };

struct revise_form {
	enum revision_kind kind;
	struct form form;
	struct field own; /* for a value of one's own, while it is not among the fields; owned */
	bool own_shown;
	char texts[REVISE_CHOICES]
		  [REVISE_CHOICE_SIZE]; /* of the choices, where they have amounts */
	const char *choices[REVISE_CHOICES];
	const char *values[REVISE_CHOICES]; /* what each asks for; NULL for the usual */
	char present[AMOUNT_TEXT_SIZE];
};

/* The fields of a kind of change (any but a start). The form must not be moved in memory afterwards. */
void revise_form_begin(struct revise_form *form, enum revision_kind kind);
void revise_form_free(struct revise_form *form);

/* What the dialog of a kind is called; static. */
const char *revise_form_title(enum revision_kind kind);

/*
 * What a new plan can go on from: today's amount, and what was taken lately, as texts ("16.4 g"; lately NULL where it is not
 * less). The first time the lower one is chosen.
 */
void revise_form_offer(struct revise_form *form, const char *present, const char *lately);

/* A field was changed: shows or hides the one for a value of one's own, and says what can't be read. */
void revise_form_changed(struct revise_form *form, struct day today);

/* True where a field says that it can't be read; *said is which. */
bool revise_form_wrong(const struct revise_form *form, const char **said);

/* What the fields ask for; the texts are borrowed until they change. */
struct revise_request revise_form_request(const struct revise_form *form);

#endif
