/* SPDX-License-Identifier: MIT */
/*
 * The last days of one thing in one row, with the cuts of the plan between them: as bars, as digits where only ASCII can be
 * shown, or as words. Values are whole numbers; what they mean is the caller's.
 */
#ifndef SPARK_H
#define SPARK_H

#include "canvas.h"

#include "engine/day.h"

enum {
	SPARK_DAYS = 14,
	SPARK_NONE = -1,
	SPARK_CUTS_MAX = 5,
	SPARK_COLUMNS = SPARK_DAYS + SPARK_CUTS_MAX
};

struct spark {
	struct day first;
	int16_t values[SPARK_DAYS]; /* SPARK_NONE where nothing is known */
	bool cut[SPARK_DAYS];       /* a lower amount began that day */
	int16_t top;                /* drawn at full height */
	int16_t one; /* what is a whole one in digits and words: 100 for hundredths */
};

/* The cuts; more than SPARK_CUTS_MAX are not drawn, for there is one at nearly every place. */
int spark_cuts(const struct spark *spark);

/* Draws it; the columns it takes are returned. */
int spark_draw(const struct spark *spark, struct canvas *canvas, struct rect place);

/* "1 1 2 – 0, cut Tue 17 Nov, 2 1": oldest first; whole numbers; added to out. */
void spark_words(const struct spark *spark, struct str *out);

#endif
