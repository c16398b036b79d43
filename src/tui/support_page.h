/* SPDX-License-Identifier: MIT */
/*
 * The Support screen as items in one or two columns: the own plan for hard moments, questions to oneself, the country's lines and
 * groups. Knows what is shown and where, not what keys do.
 */
#ifndef SUPPORT_PAGE_H
#define SUPPORT_PAGE_H

#include "support_parts.h"

void support_shown_free(struct support_shown *shown);
void support_page_free(struct support_page *page);

/* Lays out what is shown in an area; cursor is an item, and is in sight afterwards. The second lays out nothing anew where it lies there already. */
void support_page_lay(struct support_page *page, const struct support_shown *shown,
		      struct rect area, int cursor);
void support_page_place(struct support_page *page, const struct support_shown *shown,
			struct rect area, int cursor);

void support_page_draw(const struct support_page *page, const struct support_shown *shown,
		       struct canvas *canvas);

/* What an item reads as: for finding it. */
void support_page_line(const struct support_page *page, int item, struct str *out);

/* The item at a place of the screen, or -1. */
int support_page_at(const struct support_page *page, int row, int column);

#endif
