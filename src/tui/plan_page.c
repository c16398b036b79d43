/* SPDX-License-Identifier: MIT */
#include "plan_page.h"

#include <stdlib.h>

#include "base/mem.h"
#include "chart.h"

void plan_page_free(struct plan_page *page)
{
	free(page->rows);
	free(page->planned);
	free(page->taken);
	page->now = NULL;
	page->rows = NULL;
	page->planned = page->taken = NULL;
	page->count = page->days = 0;
}

struct day plan_page_last(const struct plan_now *now)
{
	return now->stops ? day_add(now->stops_on, -1) : schedule_last_day(&now->schedule);
}

int32_t plan_page_goal_days(const struct plan_now *now)
{
	const struct schedule *schedule = &now->schedule;
	int32_t days = day_between(schedule->levels[schedule->level_count - 1].first, now->today);

	return days < 0 ? -1 : days;
}

static bool is_behind_the_end(const struct plan_page *page, struct day day)
{
	return page->now->stops && day.n >= page->now->stops_on.n;
}

/* What was really taken on the complete days of a row. */
static void fill_taken(struct plan_row *row, const struct history_days *history, struct day today)
{
	int64_t sum = 0;

	row->taken = CHART_NO_DATA;
	for (size_t i = 0; i < history->count; i++) {
		const struct history_day *day = &history->days[i];
		int32_t at = day_between(row->first, day->total.day);

		if (at < 0 || (row->days != LEVEL_OPEN && at >= row->days) ||
		    day->total.day.n >= today.n || day->total.entries == 0)
			continue;
		sum += amount_milli(day->total.taken);
		row->with_data++;
		row->at_or_below += day->status == DAY_AT_OR_BELOW ? 1 : 0;
	}
	if (row->with_data > 0)
		row->taken = (sum + row->with_data / 2) / row->with_data;
}

static void add_row(struct plan_page *page, const struct history_days *history,
		    const struct plan_row *row)
{
	struct plan_row *added = &page->rows[page->count++];
	struct day today = page->now->today;
	int32_t at = day_between(row->first, today);

	*added = *row;
	added->now = at >= 0 && (row->days == LEVEL_OPEN || at < row->days);
	if (at >= 0)
		fill_taken(added, history, today);
	else
		added->taken = CHART_NO_DATA;
}

/* The changes that begin up to a day and have no line yet. */
static void add_changes(struct plan_page *page, struct day until, size_t *at)
{
	const struct schedule *schedule = &page->now->schedule;

	for (; *at < page->change_count && page->changes[*at]->from.n <= until.n; (*at)++) {
		const struct revision *change = page->changes[*at];

		page->rows[page->count++] =
			(struct plan_row){.first = change->from,
					  .days = 1,
					  .level = schedule_at(schedule, change->from),
					  .taken = CHART_NO_DATA,
					  .change = change};
	}
}

static void build_rows(struct plan_page *page, const struct history_days *history)
{
	const struct schedule *schedule = &page->now->schedule;
	size_t changes = 0;
	int number = 0;

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		struct plan_row row = {.first = level->first, .days = level->days, .level = level};

		if (is_behind_the_end(page, row.first))
			break;
		if (!page->by_day || level->days == LEVEL_OPEN) {
			row.number = ++number;
			add_changes(page, row.first, &changes);
			add_row(page, history, &row);
			continue;
		}
		row.days = 1;
		for (int32_t day = 0; day < level->days; day++) {
			row.number = ++number;
			row.first = day_add(level->first, day);
			if (is_behind_the_end(page, row.first))
				break;
			add_changes(page, row.first, &changes);
			add_row(page, history, &row);
		}
	}
	add_changes(page, DAY_NEVER, &changes);
}

static void build_chart(struct plan_page *page, const struct history_days *history)
{
	const struct schedule *schedule = &page->now->schedule;
	struct day first = schedule_first_day(schedule);

	page->planned = mem_alloc(page->days, sizeof(*page->planned));
	page->taken = mem_alloc(page->days, sizeof(*page->taken));
	for (size_t i = 0; i < page->days; i++) {
		struct day day = day_add(first, (int32_t)i);
		const struct level *level =
			is_behind_the_end(page, day) ? NULL : schedule_at(schedule, day);

		page->planned[i] = level != NULL ? amount_milli(level->target) : CHART_NO_DATA;
		page->taken[i] = CHART_NO_DATA;
		if (i < history->count && history->days[i].total.entries > 0 &&
		    history->days[i].total.day.n < page->now->today.n)
			page->taken[i] = amount_milli(history->days[i].total.taken);
	}
}

void plan_page_build(struct plan_page *page, const struct plan_now *now,
		     const struct history_days *history, bool by_day)
{
	const struct schedule *schedule = &now->schedule;
	size_t days = (size_t)schedule_days(schedule) + 1;

	plan_page_free(page);
	page->now = now;
	page->by_day = by_day;
	page->days = days;
	page->decimals = amount_decimals(schedule->measure);
	page->change_count = changes_of(now, page->changes);
	page->rows = mem_alloc((by_day ? days : schedule->level_count) + page->change_count,
			       sizeof(*page->rows));
	build_rows(page, history);
	build_chart(page, history);
	list_resize(&page->list, (int)page->count);
}

int plan_page_row_of(const struct plan_page *page, struct day day)
{
	int found = 0;

	for (size_t i = 0; i < page->count && page->rows[i].first.n <= day.n; i++) {
		if (page->rows[i].change == NULL)
			found = (int)i;
	}
	return found;
}
