/* SPDX-License-Identifier: MIT */
/* The part of the Support screen that is the country's: its lines and the groups, and their sources. */
#ifndef SUPPORT_LINES_H
#define SUPPORT_LINES_H

#include "support_parts.h"

/* Adds them to that column of the page. */
void support_lines_add(struct support_page *page, int column, const struct support_shown *shown,
		       int columns);

/* Adds where the lines and groups come from, and when they were looked at, for a page to read. */
MUST_USE bool support_lines_sources(struct app *app, const struct support_shown *shown,
				    struct str *text, struct err *err);

#endif
