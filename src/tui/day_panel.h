/* SPDX-License-Identifier: MIT */
/* One day in words and its doses below each other: beside a list of days, or as a page. Drawn from values; asks nobody. */
#ifndef DAY_PANEL_H
#define DAY_PANEL_H

#include "canvas.h"
#include "list.h"

#include "app/history.h"

/* What a status is called, and its role; "" where there is nothing to say. */
const char *day_status_text(enum day_status status, int *ink);

/* "14.6 g taken, plan 14.0 g", added to out. */
void day_describe(const struct history_days *days, const struct history_day *day, struct str *out);

/* Date, amounts and status; *rest is what is left below them. */
void day_head_draw(const struct history_days *days, const struct history_day *day,
		   struct canvas *canvas, struct rect *rest);

/* One dose a row or more, as far as there is room. */
void day_doses_draw(const struct history_doses *doses, struct canvas *canvas, struct rect rest);

/* One dose in one row. */
void day_dose_draw(const struct dose *dose, struct canvas *canvas, struct rect line);

#endif
