/* SPDX-License-Identifier: MIT */
/* A page of the guide, over all of the screen. */
#ifndef VIEW_GUIDE_H
#define VIEW_GUIDE_H

#include "view.h"

/*
 * The page of that name, or the first where there is none such. With text it begins where that stands in the page, and n looks
 * for words; both are copied, and may be NULL.
 */
struct view *view_guide_page_new(const char *name, const char *text, const char *words);

#endif
