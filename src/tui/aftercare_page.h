/* SPDX-License-Identifier: MIT */
/*
 * What Today is once the last step is behind: the days since, what was reached, when to check in, the own early signs, and the
 * way back. Asks the app once, draws values; the doses of the day are drawn where it leaves room for them.
 */
#ifndef AFTERCARE_PAGE_H
#define AFTERCARE_PAGE_H

#include "canvas.h"

#include "app/aftercare.h"

struct aftercare_shown {
	struct app_aftercare after;
	struct str words; /* owned; prose below the answer */
	struct str say;   /* owned */
};

/* *shown is freed and filled anew; off where the last step is ahead, the plan stays at an amount, or it can't be told. */
void aftercare_load(struct aftercare_shown *shown, struct app *app, const struct today *today);
void aftercare_free(struct aftercare_shown *shown);

/* True where it takes Today's place. */
bool aftercare_shows(const struct aftercare_shown *shown);

/* What there is to say while somebody stays at an amount they chose, which changes Today little; else NULL. Borrowed. */
const struct app_aftercare *aftercare_stays(const struct aftercare_shown *shown);

/* Where the doses of today go; without rows where there are none. */
struct rect aftercare_doses(const struct aftercare_shown *shown, size_t dose_count,
			    struct rect area, bool plain);

void aftercare_draw(const struct aftercare_shown *shown, size_t dose_count, struct canvas *canvas,
		    struct rect area);

#endif
