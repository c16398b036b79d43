/* SPDX-License-Identifier: MIT */
/* Where one is in a tool that leads, drawn: the step, and how far it is. Keeps no time. */
#ifndef PACER_DRAW_H
#define PACER_DRAW_H

#include "canvas.h"

#include "engine/pacer.h"

/* Returns the rows it took; nothing where tool is NULL. With room its name and what it may do stand above. */
int pacer_draw(const struct help_tool *tool, int32_t seconds, bool roomy, struct canvas *canvas,
	       struct rect place);

#endif
