/* SPDX-License-Identifier: MIT */
/* Pictures that no view would draw: text of every width over the edges, grounds, blocks of rows that move. */
#ifndef CANVAS_KIT_H
#define CANVAS_KIT_H

#include "support.h"

struct canvas;

/* One change of a picture, of any kind. */
void random_change(struct random *random, struct canvas *canvas);

#endif
