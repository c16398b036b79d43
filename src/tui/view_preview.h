/* SPDX-License-Identifier: MIT */
/* A plan before it begins: its chart, its steps and its cautions; Enter asks whether to start it. */
#ifndef VIEW_PREVIEW_H
#define VIEW_PREVIEW_H

#include "view_start.h"

/* The texts outlive the view; the name is copied. */
struct view *view_preview_new(const struct start_texts *texts, const char *plan);

#endif
