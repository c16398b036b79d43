/* SPDX-License-Identifier: MIT */
/* A bar that fills up, in one row. */
#ifndef BAR_H
#define BAR_H

#include "canvas.h"

/* Draws value of whole (above 0); what goes beyond the whole is drawn in another way behind it. Nothing where plain. */
void bar_draw(struct canvas *canvas, struct rect place, int ink, int64_t value, int64_t whole);

#endif
