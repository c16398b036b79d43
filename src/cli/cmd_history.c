/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "history_view.h"
#include "period.h"

static const struct option_spec history_options[] = {
	{OPTION_BY, 'b', "by", "WHAT", "day (the usual), dose, week or month"},
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day; else today"},
	{OPTION_LAST, 'l', "last", "TIME",
	 "so long up to the last day: 30d, 8w, 6m; without it 30 days, 12 weeks or 12 months"},
	{.name = NULL},
};

static bool nothing(bool looked_for, struct err *err)
{
	if (looked_for)
		return err_set(err, ERR_NOT_FOUND, "no dose in those days fits");
	return err_set(err, ERR_NOT_FOUND, "nothing is logged in those days");
}

static bool any_entry(const struct history_days *history)
{
	for (size_t i = 0; i < history->count; i++) {
		if (history->days[i].total.entries > 0 || history->days[i].other_count > 0)
			return true;
	}
	return false;
}

/* Doses all in one unit always leave one to show, so nothing is left out where nothing is found. */
static bool by_day(struct session *session, const struct history_request *request, struct err *err)
{
	struct history_days history = HISTORY_DAYS_INIT, none = HISTORY_DAYS_INIT;
	bool looked_for = request->word_count > 0, found;

	if (looked_for
		    ? !app_history_find_days(session->app, request, &history, err)
		    : !app_history_days(session->app, request->first, request->last, &history, err))
		return false;
	found = any_entry(&history);
	if (found || session->json)
		history_view_days(session, found ? &history : &none, looked_for);
	history_days_free(&history);
	return found || nothing(looked_for, err);
}

static bool by_dose(struct session *session, const struct history_request *request, struct err *err)
{
	bool found = false;

	return history_view_doses(session, request, &found, err) &&
	       (found || nothing(request->word_count > 0, err));
}

static bool by_span(struct session *session, const struct history_request *request,
		    enum history_by by, struct err *err)
{
	struct history_spans history = HISTORY_SPANS_INIT, none = HISTORY_SPANS_INIT;
	bool looked_for = request->word_count > 0, found;

	if (!app_history_spans(session->app, request, by, &history, err))
		return false;
	found = history.left_out > 0;
	for (size_t i = 0; i < history.count; i++)
		found = found || history.spans[i].days > 0 || history.spans[i].doses > 0;
	if (found || session->json)
		history_view_spans(session, found ? &history : &none, by, looked_for);
	history_spans_free(&history);
	return found || nothing(looked_for, err);
}

static bool by_week(struct session *session, const struct history_request *request, struct err *err)
{
	return by_span(session, request, HISTORY_BY_WEEK, err);
}

static bool by_month(struct session *session, const struct history_request *request,
		     struct err *err)
{
	return by_span(session, request, HISTORY_BY_MONTH, err);
}

struct view {
	const char *name;
	bool (*show)(struct session *session, const struct history_request *request,
		     struct err *err);
	const char *last;   /* what is looked at where nothing is said; NULL: 30 days */
	enum history_by by; /* where last is not NULL */
};

static const struct view views[] = {
	{.name = "day", .show = by_day},
	{.name = "dose", .show = by_dose},
	{.name = "week", .show = by_week, .last = "12w", .by = HISTORY_BY_WEEK},
	{.name = "month", .show = by_month, .last = "12m", .by = HISTORY_BY_MONTH},
};

/* Weeks and months that were asked for as such are whole ones, as many as were said. */
static void round_up(const struct view *view, struct period *period)
{
	struct day begins = history_span_begins(view->by, period->first);
	struct day next = history_span_after(view->by, period->first);

	if (period->whole && begins.n != period->first.n && next.n <= period->last.n)
		period->first = next;
}

/*
 * Days before the first entry ever hold nothing to look at; looking for words is looking everywhere. Days that were asked for
 * are shown as asked for, but for whole weeks and months before it.
 */
static bool fit_to_log(struct session *session, const struct view *view, struct period *period,
		       bool everywhere, struct err *err)
{
	struct day first, last;
	bool any = false;

	if (!period->open && view->last == NULL)
		return true;
	if (!app_history_range(session->app, &any, &first, &last, err))
		return false;
	if (!any && view->last != NULL)
		period->first = period->last;
	if (any && !period->open)
		first = history_span_begins(view->by, first);
	if (any && first.n <= period->last.n &&
	    ((everywhere && period->open) || first.n > period->first.n))
		period->first = first;
	return true;
}

static bool read_period(struct session *session, const struct view *view, struct period *period,
			struct err *err)
{
	const char *from = session_option(session, OPTION_FROM);
	const char *last = session_option(session, OPTION_LAST);
	bool open = from == NULL && last == NULL;

	if (!period_read(from, session_option(session, OPTION_TO), open ? view->last : last,
			 app_today_day(session->app), period, err))
		return false;
	if (view->last != NULL)
		round_up(view, period);
	period->open = open;
	return fit_to_log(session, view, period, session->options.word_count > 0, err);
}

static bool run(struct session *session, struct err *err)
{
	const char *by = session_option(session, OPTION_BY);
	struct history_request request = {
		.words = session->options.words,
		.word_count = session->options.word_count,
	};
	struct period period;

	for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++) {
		if (strcmp(by != NULL ? by : "day", views[i].name) != 0)
			continue;
		if (!read_period(session, &views[i], &period, err))
			return false;
		request.first = period.first;
		request.last = period.last;
		return views[i].show(session, &request, err);
	}
	return err_set(err, ERR_USAGE,
		       "there is no history by '%s'; write --by day, dose, week or month", by);
}

const struct command command_history = {
	.name = "history",
	.usage = "[--by day|dose|week|month] [--from DATE] [--to DATE] [--last 30d] [WORD]...",
	.summary = "looks back: what was taken, against the plan of its day; words look for doses",
	.more = "A dose is found where it fits all words: tag:stress, product:leaf, note:call, "
		"'>3g', '>=3', '<1g', '<=1', =2.5, over:3g, under:1g, oct, oct 2026, 2026-10; any "
		"other word is looked for in notes and tags. A minus sign leaves out what fits: "
		"-tag:work. Where no days are said words look through the whole log.",
	.examples = {{"taper history --by week --last 8w", "eight weeks, one row each"},
		     {"taper history --by dose tag:stress over:3g",
		      "every dose above 3 g with that tag, with its id"}},
	.options = history_options,
	.most_words = WORDS_ANY,
	.negates = true,
	.run = run,
};
