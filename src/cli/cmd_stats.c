/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/history.h"

#include "period.h"
#include "stats_view.h"

#define LAST_USUAL "8w"

static const struct option_spec stats_options[] = {
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day; else yesterday"},
	{OPTION_LAST, 'l', "last", "TIME", "so long up to the last day: 8w (the usual), 30d, 6m"},
	{.name = NULL},
};

/* Only complete days say anything, and none of them lies before the first entry. */
static bool read_period(struct session *session, struct period *period, struct err *err)
{
	struct day yesterday = day_add(app_today_day(session->app), -1), first, last;
	const char *from = session_option(session, OPTION_FROM);
	const char *to = session_option(session, OPTION_TO);
	const char *asked = session_option(session, OPTION_LAST);
	char text[DAY_TEXT_SIZE];
	bool any = false;

	if (from == NULL && asked == NULL)
		asked = LAST_USUAL;
	if (!period_read(from, from == NULL && to == NULL ? day_iso(yesterday, text) : to, asked,
			 app_today_day(session->app), period, err) ||
	    !app_history_range(session->app, &any, &first, &last, err))
		return false;
	if (any && first.n > period->first.n && first.n <= period->last.n)
		period->first = first;
	return true;
}

static bool run(struct session *session, struct err *err)
{
	struct period period;
	struct stats stats;

	if (!read_period(session, &period, err) ||
	    !app_stats(session->app, period.first, period.last, &stats, err))
		return false;
	if (session->json)
		stats_view_json(session, &stats);
	else
		stats_view_text(session, &stats);
	return true;
}

const struct command command_stats = {
	.name = "stats",
	.usage = "[--from DATE] [--to DATE] [--last 8w]",
	.summary = "trends: the last 7 days against the 7 before, the plan so far, hours and "
		   "weekdays",
	.examples = {{"taper stats", "the last 8 weeks"},
		     {"taper stats --to 2026-10-31 --json", "as it was then, for a program"}},
	.options = stats_options,
	.run = run,
};
