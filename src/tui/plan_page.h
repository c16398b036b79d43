/* SPDX-License-Identifier: MIT */
/*
 * The plan in use as a table and a chart: its steps or its days, the past with what was really taken. Made from values, drawn on a
 * canvas; asks nobody.
 */
#ifndef PLAN_PAGE_H
#define PLAN_PAGE_H

#include "canvas.h"
#include "change_words.h"
#include "list.h"

#include "app/history.h"
#include "app/planning.h"

/* A line of the table: a step or a day. */
struct plan_row {
	int number; /* of the step or the day, from 1 */
	struct day first;
	int32_t days; /* LEVEL_OPEN for the goal */
	const struct level *level;
	int64_t taken;     /* milli-units a day on average; CHART_NO_DATA where nothing is known */
	int32_t with_data; /* complete days that have an entry */
	int32_t at_or_below;
	bool now;
	const struct revision
		*change; /* a line that tells of a change that begins here; borrowed */
};

struct plan_page {
	const struct plan_now *now; /* borrowed */
	struct plan_row *rows;      /* owned */
	size_t count;
	bool by_day;
	bool bare; /* before it begins: no columns for what was taken */
	struct list list;
	int64_t *planned, *taken; /* owned; milli-units a day for the chart */
	size_t days;
	int decimals;
	const struct revision *changes[CHANGES_SHOWN]; /* borrowed; see changes_of */
	size_t change_count;
};

void plan_page_free(struct plan_page *page);

/* Builds the rows and the chart; history is from the first day of the plan on (empty where it has not begun). The cursor is left alone. */
void plan_page_build(struct plan_page *page, const struct plan_now *now,
		     const struct history_days *history, bool by_day);

/* The last day that is planned: above the goal, or before the plan ends as was asked. */
struct day plan_page_last(const struct plan_now *now);

/* Days since the last step, 0 on its first day; -1 while it is ahead. */
int32_t plan_page_goal_days(const struct plan_now *now);

/* The row of a day, not one that tells of a change; the last one for any later day. */
int plan_page_row_of(const struct plan_page *page, struct day day);

/* Where the rows of the table go. */
struct rect plan_page_table(const struct plan_page *page, struct rect area, bool plain);

void plan_page_draw(const struct plan_page *page, struct canvas *canvas, struct rect area);

#endif
