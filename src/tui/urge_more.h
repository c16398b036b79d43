/* SPDX-License-Identifier: MIT */
/* The form for what set an urge off and what helped, all of it optional. */
#ifndef URGE_MORE_H
#define URGE_MORE_H

#include "view.h"

#include "engine/diary.h"

/* For an urge that is logged; borrowed for the call. */
struct view *view_urge_more_new(const struct urge *urge);

/* The form to change any urge, with how it ended, how long it lasted and when; borrowed for the call. */
struct view *view_urge_edit_new(const struct urge *urge);

/* The same form for one that was not timed. */
struct view *view_urge_past_new(void);

#endif
