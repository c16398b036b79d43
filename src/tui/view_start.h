/* SPDX-License-Identifier: MIT */
/* Where plans begin: an amount a day, a day, what the scale measures, the times, a date to end by, and why. */
#ifndef VIEW_START_H
#define VIEW_START_H

#include "view.h"

#include "app/planning.h"

/* As typed; "" for what is usual. All owned. */
struct start_texts {
	struct str from, start, measure, times, by, why;
};

#define START_TEXTS_INIT                                                                           \
	{                                                                                          \
		.from = STR_INIT, .start = STR_INIT, .measure = STR_INIT, .times = STR_INIT,       \
		.by = STR_INIT, .why = STR_INIT                                                    \
	}

void start_texts_free(struct start_texts *texts);

/* What they ask of a plan; borrowed from the texts and the name. */
struct preview_request start_texts_request(const struct start_texts *texts, const char *plan);

/* What a form begins with: the amount and the day as they are now (offered, not typed). */
struct start_offer {
	const struct plan *plan; /* that is laid out while one types */
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
};

/* The form for them. What is saved goes into texts, which outlive the form. */
struct view *view_start_new(struct start_texts *texts, const struct start_offer *offer);

#endif
