/* SPDX-License-Identifier: MIT */
/*
 * One change of a person's own plan for hard moments, or of the country, remembered so that it can be taken back. The plan is
 * a file: the journal of the log does not know of it.
 */
#ifndef OWN_CHANGE_H
#define OWN_CHANGE_H

#include "view.h"

#include "app/support.h"

enum own_change_kind {
	OWN_UNCHANGED,
	OWN_ADDED,
	OWN_REMOVED,
	OWN_CHANGED,
	OWN_COUNTRY,
	OWN_TAKEN_BACK, /* the last change was undone; there is none before it */
};

struct own_change {
	enum own_change_kind kind;
	struct own_place place;
	struct own_entry before, after;
	char country[SUPPORT_CODE_SIZE]; /* before; "" for none in the settings */
};

/* Each does it, remembers it and says so. On failure nothing was changed, *change too. */
MUST_USE bool own_change_add(struct app *app, const struct own_entry *entry,
			     struct own_change *change, struct outcome *outcome, struct err *err);
MUST_USE bool own_change_remove(struct app *app, const struct own_place *place,
				struct own_change *change, struct outcome *outcome,
				struct err *err);

/* *change holds the place and the entry as it was. */
MUST_USE bool own_change_edit(struct app *app, const struct own_entry *entry,
			      struct own_change *change, struct outcome *outcome, struct err *err);

/* code of NULL takes the country out of the settings; name is how it reads. */
struct country_choice {
	const char *code, *name;
};
MUST_USE bool own_change_country(struct app *app, const struct country_choice *choice,
				 struct own_change *change, struct outcome *outcome,
				 struct err *err);

/* Takes the last one back. ERR_INVALID where the plan was changed elsewhere since; ERR_NOT_FOUND where there is nothing. */
MUST_USE bool own_change_undo(struct app *app, struct own_change *change, struct outcome *outcome,
			      struct err *err);

#endif
