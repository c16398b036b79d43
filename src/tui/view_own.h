/* SPDX-License-Identifier: MIT */
/* The form for one entry of a person's own plan. */
#ifndef VIEW_OWN_H
#define VIEW_OWN_H

#include "own_change.h"

/* A new entry of a part. The change made is put into *change, which outlives the form. */
struct view *view_own_add_new(enum own_part part, struct own_change *change);

/* One that is there; entry is borrowed for the call. */
struct view *view_own_edit_new(const struct own_place *place, const struct own_entry *entry,
			       struct own_change *change);

#endif
