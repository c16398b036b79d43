/* SPDX-License-Identifier: MIT */
/* The last week against the one before, in four lines; shorter where there is little room. Drawn from values; asks nobody. */
#ifndef TRENDS_WORDS_H
#define TRENDS_WORDS_H

#include "canvas.h"

#include "app/stats.h"

enum { TRENDS_WORDS_ROWS = 4 };

void trends_words_draw(const struct stats *stats, struct canvas *canvas, struct rect rest);

/* An amount in the unit of the stats; a part of a whole to tenths, rounded half up. Added to out. */
void trends_amount(const struct stats *stats, struct amount amount, struct str *out);
void trends_rate(int32_t part, int32_t whole, struct str *out);

#endif
