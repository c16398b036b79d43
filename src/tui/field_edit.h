/* SPDX-License-Identifier: MIT */
/* What a key does to the text and the cursor of one field, or to which of its texts is chosen. */
#ifndef FIELD_EDIT_H
#define FIELD_EDIT_H

#include "form.h"

/* Types, edits or moves the cursor; false where the key means nothing here, or goes beyond the first or the last row. */
bool field_edit_key(struct field *field, const struct key *key);

/* A line break at the cursor of a field of several lines; a blank in one of one line. */
void field_edit_break(struct field *field);

#endif
