/* SPDX-License-Identifier: MIT */
/*
 * The doses of the day on Today, taken and planned, one a row. Draws values it is given; asks nobody.
 */
#ifndef TODAY_DOSES_H
#define TODAY_DOSES_H

#include "today_draw.h"

/* headed: "Doses" stands above them. */
void today_doses_draw(const struct today_page *page, const struct list *doses, bool headed,
		      struct canvas *canvas, struct rect place);

#endif
