/* SPDX-License-Identifier: MIT */
#include "engine/stock.h"

struct stock stock_of(const struct schedule *schedule, struct day from, struct amount stash)
{
	struct stock stock = {.needed = schedule_total(schedule, from)};
	struct day first = schedule_first_day(schedule);
	int64_t left = stash.nano;

	stock.enough = stock.needed.nano <= stash.nano;
	if (stock.enough)
		return stock;
	stock.short_by.nano = stock.needed.nano - stash.nano;
	if (from.n < first.n)
		from = first;
	stock.lasts_to = day_add(from, -1);
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		int32_t past = day_between(level->first, from), days = level->days;
		int64_t covered;

		if (past > 0)
			days -= past;
		if (level->days == LEVEL_OPEN || days <= 0)
			continue;
		covered = left / level->target.nano;
		if (covered < days) {
			stock.lasts_to = day_add(stock.lasts_to, (int32_t)covered);
			break;
		}
		left -= level->target.nano * days;
		stock.lasts_to = day_add(stock.lasts_to, days);
	}
	return stock;
}
