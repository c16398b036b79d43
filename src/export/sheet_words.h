/* SPDX-License-Identifier: MIT */
/*
 * What every writer of a sheet says in the same words. The texts are as the sheet has them: who writes them makes them
 * harmless for its format.
 */
#ifndef SHEET_WORDS_H
#define SHEET_WORDS_H

#include "export/sheet.h"

/* "08:00 morning", "08:00", "morning" or "dose 2", added to out. */
void sheet_say_slot(const struct sheet *sheet, size_t slot, struct str *out);

/* "Week 3, 15 Dec 2026 – 21 Dec 2026", added to out. */
void sheet_say_week(const struct sheet *sheet, const struct sheet_week *week, struct str *out);

/* "Step: 20.0 → 19.0 g a day, 5 % less", added to out. */
void sheet_say_step(const struct sheet *sheet, const struct level *level, int decimals,
		    struct str *out);

/* "14 × 4.8 g, 14 × 4.7 g", added to out. */
void sheet_say_portions(const struct sheet *sheet, const struct sheet_week *week, int decimals,
			struct str *out);

/* "4.8 + 4.7 + 4.8": the doses of a level, added to out; nothing where only their total is known. */
void sheet_say_doses(const struct schedule *schedule, const struct level *level, int decimals,
		     struct str *out);

/* "From 20 g a day on 1 Dec 2026 in 52 steps to 0 g after 22 Nov 2027.": the chart in words, added to out. */
void sheet_say_way(const struct sheet *sheet, struct str *out);

/* What was taken, exact, or "" where that is not known. buf holds AMOUNT_TEXT_SIZE. Returns buf. */
const char *sheet_taken(const struct sheet_day *day, int decimals, char *buf);

/* "What to weigh", or to set out where the unit is counted: the heading of a sheet for weighing ahead. Static. */
const char *sheet_ahead(const struct sheet *sheet);

/* How to use the sheet: a static paragraph. */
const char *sheet_legend(const struct sheet *sheet);

#endif
