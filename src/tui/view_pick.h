/* SPDX-License-Identifier: MIT */
/* One of a long list: what is typed narrows it. The view under it is told which, as with view_options_new. */
#ifndef VIEW_PICK_H
#define VIEW_PICK_H

#include "view.h"

/* label stands before what is typed, and is static; names are copied. */
struct view *view_pick_new(const char *title, const char *label, const char *const *names,
			   int count, int at);

#endif
