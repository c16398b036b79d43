/* SPDX-License-Identifier: MIT */
/*
 * How Today looks: the answer first and largest, then the doses of the day, the plan, the last days and a sentence. Draws values it
 * is given; asks nobody.
 */
#ifndef TODAY_DRAW_H
#define TODAY_DRAW_H

#include "canvas.h"
#include "list.h"

#include "app/today.h"

/* Where its parts go; a part without rows is not drawn. */
struct today_layout {
	bool roomy; /* large digits and air */
	struct rect answer, bar, doses, facts, chart, say;
};

struct today_layout today_layout(const struct today *today, struct rect area, bool plain);

void today_draw(const struct today *today, const struct list *doses, struct canvas *canvas,
		struct rect area);

#endif
