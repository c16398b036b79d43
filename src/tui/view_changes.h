/* SPDX-License-Identifier: MIT */
/* Every change of the plan, and what two of them plan differently, as pages over a tab. */
#ifndef VIEW_CHANGES_H
#define VIEW_CHANGES_H

#include "view.h"

struct view *view_changes_new(void);

#endif
