/* SPDX-License-Identifier: MIT */
/* Two changes of the plan, or plans there are to choose, compared day by day. */
#ifndef VIEW_DIFF_H
#define VIEW_DIFF_H

#include "view_start.h"

/*
 * Title static; a and b, each the number of a change or the name of a plan, are copied. Where plans begin is what was typed into texts (borrowed
 * for the life of the view; NULL: as usual).
 */
struct view *view_diff_new(const char *title, const char *a, const char *b,
			   const struct start_texts *texts);

#endif
