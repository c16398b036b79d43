/* SPDX-License-Identifier: MIT */
/* The part of the Support screen that is the country's: its lines and the groups. */
#ifndef SUPPORT_LINES_H
#define SUPPORT_LINES_H

#include "support_page.h"

/* Adds them to that column of the page. */
void support_lines_add(struct support_page *page, int column, const struct support_shown *shown,
		       int columns);

#endif
