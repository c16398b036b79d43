/* SPDX-License-Identifier: MIT */
/*
 * One change of a person's own plan for hard moments, as a value: it is made on a plan, taken back from it, and written as text.
 * Knows no file and no list of changes.
 */
#ifndef ENGINE_OWN_EDIT_H
#define ENGINE_OWN_EDIT_H

#include "engine/own.h"

enum own_edit_kind { OWN_EDIT_ADD, OWN_EDIT_REMOVE, OWN_EDIT_REPLACE, OWN_EDIT_KINDS };

struct own_edit {
	enum own_edit_kind kind;
	enum own_part part;
	size_t number;                  /* where in its part, from 1; 0 adds at the end */
	struct own_entry before, after; /* an entry that is not there before, or after, is empty */
};

/*
 * Makes the change for the first time: what it finds is filled in, entries as the plan keeps them. Adding to a part there is only one
 * of becomes a replacement. ERR_INVALID and ERR_NOT_FOUND as own_plan_add and own_plan_remove.
 */
MUST_USE bool own_edit_make(struct own_edit *edit, struct own_plan *plan, struct err *err);

/* Makes it once more, or takes it back. ERR_INVALID where the plan is not as the change left it. */
MUST_USE bool own_edit_again(const struct own_edit *edit, bool back, struct own_plan *plan,
			     struct err *err);

/* Adds "add reason: my mornings back", at most most bytes of it. */
void own_edit_words(const struct own_edit *edit, size_t most, struct str *out);

/* As lines of text, added to out, and back; false for what is none. */
void own_edit_write(const struct own_edit *edit, struct str *out);
MUST_USE bool own_edit_read(const char *text, struct own_edit *edit);

#endif
