/* SPDX-License-Identifier: MIT */
/* Trends as numbers: weeks or months in rows, weekdays, and the days as maps. Drawn from values; asks nobody. */
#ifndef TRENDS_SIDE_H
#define TRENDS_SIDE_H

#include "trends_page.h"

enum { TRENDS_SIDE_COLUMNS = 45 };

/* All of it below each other, as far as there is room. */
void trends_side_draw(const struct trends_page *page, struct canvas *canvas, struct rect place);

/* A weekday a row, under a heading. */
void trends_weekdays_draw(const struct stats *stats, struct canvas *canvas, struct rect place);

/* A week or month a line in words, the newest first. */
void trends_spans_say(const struct trends_page *page, struct canvas *canvas, struct rect place);

#endif
