/* SPDX-License-Identifier: MIT */
/* A page of the guide on a canvas: its text no wider than one reads well, its tables as wide as there is room. */
#ifndef GUIDE_TEXT_H
#define GUIDE_TEXT_H

#include "view.h"

#include "app/guide.h"

/* Lays the page out for so many columns. To be freed with guide_lines_free. */
void guide_text_lay(const struct guide_page *page, int columns, struct guide_lines *lines);

/* Draws the lines, laid out for the area's columns, from top on; the text that begins in line at, -1 for none, is marked. */
void guide_text_draw(const struct guide_lines *lines, int top, int at, struct canvas *canvas,
		     struct rect area);

/* The lines of the text that begins in line at. */
int guide_text_height(const struct guide_lines *lines, int at);

/* The line in which a text of the page begins that was found in it, or the first that has the words; 0 where none is. */
int guide_text_find(const struct guide_lines *lines, const char *text, const char *words);

/* Opens the sources of a page as a page to read. */
enum reply guide_text_open_sources(struct app *app, const struct guide_page *page,
				   struct outcome *outcome, struct err *err);

#endif
