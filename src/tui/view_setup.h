/* SPDX-License-Identifier: MIT */
/*
 * The first questions: what taper is, the safety questions, what is taken and when, and where to go from there. Nothing is kept
 * before all of them are answered.
 */
#ifndef VIEW_SETUP_H
#define VIEW_SETUP_H

#include "view.h"

struct view *view_setup_new(void);

#endif
