/* SPDX-License-Identifier: MIT */
/*
 * How Today looks: the answer first and largest, then the doses of the day, the plan, the last days and a sentence. Draws values it
 * is given; asks nobody.
 */
#ifndef TODAY_DRAW_H
#define TODAY_DRAW_H

#include "aftercare_page.h"
#include "canvas.h"
#include "keymap.h"
#include "list.h"

#include "app/checkin.h"
#include "app/guidance.h"
#include "app/today.h"

/* What there is to show; all borrowed. */
struct today_page {
	const struct today *today;
	bool waits; /* the rest is still asked for: what it could move is not drawn */
	const struct aftercare_shown *after; /* NULL while the last step is ahead */
	const struct app_aftercare *staying; /* at the amount chosen to stay at; NULL while not */
	const struct readiness *readiness;   /* NULL where there is no word on it */
	const struct checkin_week *week;     /* NULL where it can't be told */
	const char *safety;    /* why the safety questions come again; NULL while they do not */
	const char *not_spent; /* "$86", against the days before the plan; NULL for none */
	const char *goal; /* what it is for, " for a week by the sea"; where not_spent is there */
	const struct keymap *keys; /* NULL where no key is named */
};

/* Where its parts go; a part without rows is not drawn. */
struct today_layout {
	bool roomy; /* large digits and air */
	struct rect answer, bar, doses, facts, chart, ready, say;
};

struct today_layout today_layout(const struct today_page *page, struct rect area, bool plain);

void today_draw(const struct today_page *page, const struct list *doses, struct canvas *canvas,
		struct rect area);

#endif
