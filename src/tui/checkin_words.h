/* SPDX-License-Identifier: MIT */
/* What check-ins and urges say together, as texts for several screens. */
#ifndef CHECKIN_WORDS_H
#define CHECKIN_WORDS_H

#include "canvas.h"

#include "app/checkin.h"
#include "app/urge.h"

struct keymap;

/* What the newest cut that says anything did, added to out; nothing where none does. */
void checkin_words_newest(const struct checkin_series *series, struct str *out);

/* What every cut did and what the urges say together, as prose added to out. */
void checkin_words_all(const struct checkin_series *series, const struct urge_stats *urges,
		       const struct keymap *keys, struct str *out);

/* "better than last week", or what else there is to say of the days; "" without a check-in. */
const char *checkin_words_week(const struct checkin_week *week);

/*
 * "Check-in   ▂▃▅▃▂▂▁ better than last week" in a row, the label so wide where there is room; nothing without a check-in.
 */
void checkin_week_draw(const struct checkin_week *week, struct canvas *canvas, struct rect line,
		       int label);

#endif
