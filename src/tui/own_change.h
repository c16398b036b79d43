/* SPDX-License-Identifier: MIT */
/*
 * Changes of a person's own plan for hard moments, made and said; undo of the log takes them back. And of the country, which is a
 * setting the log does not know of: it is remembered here.
 */
#ifndef OWN_CHANGE_H
#define OWN_CHANGE_H

#include "view.h"

#include "app/support.h"

/* Whether the country was what changed last, and what it was before; "" for none in the settings. */
struct own_change {
	bool country_set;
	char country[SUPPORT_CODE_SIZE];
};

/* Each does it, says so, and leaves the country be. On failure nothing was changed, *change too. */
MUST_USE bool own_change_add(struct app *app, const struct own_entry *entry,
			     struct own_change *change, struct outcome *outcome, struct err *err);
MUST_USE bool own_change_remove(struct app *app, const struct own_place *place,
				struct own_change *change, struct outcome *outcome,
				struct err *err);
struct own_fill {
	struct own_place place;
	struct own_entry entry;
};
MUST_USE bool own_change_edit(struct app *app, const struct own_fill *fill,
			      struct own_change *change, struct outcome *outcome, struct err *err);

/* code of NULL takes the country out of the settings; name is how it reads. */
struct country_choice {
	const char *code, *name;
};
MUST_USE bool own_change_country(struct app *app, const struct country_choice *choice,
				 struct own_change *change, struct outcome *outcome,
				 struct err *err);

/* Takes the country back to what it was. */
MUST_USE bool own_change_undo(struct app *app, struct own_change *change, struct outcome *outcome,
			      struct err *err);

#endif
