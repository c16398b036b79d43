/* SPDX-License-Identifier: MIT */
#include "plan_view.h"

#include "engine/stock.h"

#include "format.h"

void plan_view_factor(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	char factor[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	if (view->bydate == NULL && view->factor == FACTOR_ONE)
		return;
	str_addf(&line, "%s %s", looks_symbol(looks, SYMBOL_TIMES),
		 format_factor(view->factor, factor));
	if (view->bydate != NULL)
		str_addf(&line, ", to reach %s by %s",
			 format_amount(view->schedule->goal, 0, view->schedule->unit, goal),
			 day_full(view->by, day));
	looks_fact(looks, "All cuts", line.data, out);
	str_free(&line);
}

void plan_view_gentler(const struct bydate *bydate, const struct schedule *schedule,
		       const struct looks *looks, struct str *out)
{
	char factor[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!bydate->beyond_caution)
		return;
	format_amount(schedule->goal, 0, schedule->unit, goal);
	if (bydate->has_gentle)
		str_addf(&line,
			 "gentler: no more than 20 %% in four weeks reaches %s on %s at the "
			 "earliest, with all cuts %s %s",
			 goal, day_full(bydate->gentle_goal, day),
			 looks_symbol(looks, SYMBOL_TIMES),
			 format_factor(bydate->gentle_factor, factor));
	else
		str_addf(&line,
			 "gentler: no later date keeps this plan to 20 %% in four weeks; another "
			 "plan can");
	str_add_char(out, '\n');
	looks_wrap(looks, 0, line.data, out);
	str_free(&line);
}

static void add_how_far(const struct plan_view *view, const struct stock *stock, struct str *line)
{
	const struct schedule *schedule = view->schedule;
	int decimals = amount_decimals(schedule->measure);
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	str_addf(line, "%s: ", format_amount(view->stash, 0, schedule->unit, amount));
	if (stock->enough) {
		format_amount((struct amount){.nano = view->stash.nano - stock->needed.nano},
			      decimals, schedule->unit, amount);
		str_addf(line, "enough; %s would be left", amount);
		return;
	}
	if (stock->lasts_to.n < view->stash_from.n)
		str_addf(line, "less than the first day needs");
	else
		str_addf(line, "lasts through %s", day_full(stock->lasts_to, day));
	str_addf(line, "; order %s more before %s",
		 format_amount(stock->short_by, decimals, schedule->unit, amount),
		 day_full(day_add(stock->lasts_to, 1), day));
}

void plan_view_stash(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	const struct schedule *schedule = view->schedule;
	struct stock stock = stock_of(schedule, view->stash_from, view->stash);
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%s from %s to the last day",
		 format_amount(stock.needed, amount_decimals(schedule->measure), schedule->unit,
			       amount),
		 day_full(view->stash_from, day));
	if (schedule->goal.nano > 0)
		str_addf(&line, "; the %s a day after it are not counted",
			 format_amount(schedule->goal, 0, schedule->unit, amount));
	looks_fact(looks, "Needed", line.data, out);
	str_reset(&line);
	add_how_far(view, &stock, &line);
	looks_fact(looks, "Stash", line.data, out);
	str_free(&line);
}
