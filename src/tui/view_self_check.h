/* SPDX-License-Identifier: MIT */
/* The self-check, one question a screen. Nothing is stored unless that is asked for at the end. */
#ifndef VIEW_SELF_CHECK_H
#define VIEW_SELF_CHECK_H

#include "view.h"

struct view *view_self_check_new(void);

#endif
