/* SPDX-License-Identifier: MIT */
/* What moved up or down from one picture to the next, so that a terminal can move it too. Knows cells only. */
#ifndef SHIFT_H
#define SHIFT_H

#include "canvas.h"

/* The rows from first to last hold what stood so many rows further down (by > 0) or up; 0 where nothing moved. */
struct shift {
	int first, last, by;
};

/* Both have the same size. */
struct shift shift_find(const struct canvas *was, const struct canvas *now);

/* Moves the rows of a picture likewise; what comes in is blank. */
void shift_apply(struct canvas *canvas, struct shift shift);

#endif
