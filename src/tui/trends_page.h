/* SPDX-License-Identifier: MIT */
/* Which way things go: weeks in words and numbers, the mean of a week as a line, hours and weekdays as bars. Drawn from values; asks nobody. */
#ifndef TRENDS_PAGE_H
#define TRENDS_PAGE_H

#include "canvas.h"

#include "app/history.h"
#include "app/stats.h"

struct trends_page {
	const char *period; /* static: "the last 4 weeks" */
	bool any;           /* there is something to show; else why says what is missing */
	char why[240];
	struct stats stats;
	struct day first;
	size_t days;
	int64_t *means, *planned; /* owned; milli-units a day, CHART_NO_DATA where not known */
	enum history_by by;
	struct history_spans spans; /* owned; of the period */
	struct history_days past;   /* owned; the months up to yesterday, whatever the period */
};

void trends_page_free(struct trends_page *page);

void trends_page_draw(const struct trends_page *page, struct canvas *canvas, struct rect area);

#endif
