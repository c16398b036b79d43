/* SPDX-License-Identifier: MIT */
/* A number drawn large, three rows high, so that the answer is the first thing one sees. */
#ifndef DIGITS_H
#define DIGITS_H

#include "canvas.h"

enum { DIGITS_ROWS = 3 };

/* Columns that a text of digits, dots and colons takes. */
int digits_width(const char *text);

/* Draws it; other characters are left out. */
void digits_draw(struct canvas *canvas, struct rect place, int ink, const char *text);

#endif
