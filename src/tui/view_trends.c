/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/history.h"
#include "base/mem.h"
#include "chart.h"
#include "engine/rolling.h"
#include "trends_page.h"
#include "view_care.h"

struct view_trends {
	struct view view;
	struct trends_page page;
	int period; /* of periods[] */
};

static const struct {
	struct option option;
	const char *words;
	int32_t days; /* 0 for all there are */
} periods[] = {
	{{"4 weeks", "how it goes now"}, "the last 4 weeks", 28},
	{{"3 months", ""}, "the last 3 months", 91},
	{{"a year", ""}, "the last year", 365},
	{{"everything", "from the first entry on"}, "everything logged", 0},
};

enum { PERIOD_COUNT = sizeof(periods) / sizeof(periods[0]) };
enum { WEEKS_DAYS = 14 * 7, PAST_DAYS = 366 };

/* The lines of the chart; a week before the first day counts for its mean too. */
static void fill_lines(struct trends_page *page, const struct history_days *history, size_t skip)
{
	struct day_total *totals = mem_alloc(history->count, sizeof(*totals));
	struct amount *means = mem_alloc(history->count, sizeof(*means));
	bool *known = mem_alloc(history->count, sizeof(*known));

	for (size_t i = 0; i < history->count; i++)
		totals[i] = history->days[i].total;
	rolling_means(totals, history->count, means, known);
	page->days = history->count - skip;
	page->first = history->days[skip].total.day;
	page->means = mem_alloc(page->days, sizeof(*page->means));
	page->planned = mem_alloc(page->days, sizeof(*page->planned));
	for (size_t i = 0; i < page->days; i++) {
		const struct history_day *day = &history->days[skip + i];

		page->means[i] = known[skip + i] ? amount_milli(means[skip + i]) : CHART_NO_DATA;
		page->planned[i] = day->has_target ? amount_milli(day->target) : CHART_NO_DATA;
	}
	free(totals);
	free(means);
	free(known);
}

/* Weeks, or months where weeks would be too many to look at. */
static bool read_spans(struct app *app, struct day first, struct day last, struct trends_page *page,
		       struct err *err)
{
	struct history_request request = {.first = first, .last = last};

	page->by = day_between(first, last) > WEEKS_DAYS ? HISTORY_BY_MONTH : HISTORY_BY_WEEK;
	return app_history_spans(app, &request, page->by, &page->spans, err);
}

/* As many months as the largest screen has room for, from the first entry on. */
static bool read_past(struct app *app, struct day entry, struct day last, struct trends_page *page,
		      struct err *err)
{
	struct day first = day_add(last, -PAST_DAYS);

	if (entry.n > first.n)
		first = entry;
	return app_history_days(app, history_span_begins(HISTORY_BY_MONTH, first), last,
				&page->past, err);
}

/* Complete days, up to yesterday. */
static bool read_page(struct app *app, int period, struct trends_page *page, struct err *err)
{
	struct day yesterday = day_add(app_today_day(app), -1);
	struct day first = yesterday, last, begin, entry;
	struct history_days history = HISTORY_DAYS_INIT;
	struct err why = {.code = ERR_NONE};
	bool any;

	page->period = periods[period].words;
	if (!app_history_range(app, &any, &first, &last, err))
		return false;
	entry = first;
	if (periods[period].days > 0 && day_between(first, yesterday) >= periods[period].days)
		first = day_add(yesterday, 1 - periods[period].days);
	page->any = any && app_stats(app, first, yesterday, &page->stats, &why);
	if (!page->any) {
		if (any && why.code != ERR_NOT_FOUND) {
			*err = why;
			return false;
		}
		snprintf(page->why, sizeof(page->why),
			 "No complete day is logged yet. Trends show from tomorrow on.");
		return true;
	}
	begin = day_add(first, -(ROLLING_DAYS - 1));
	if (!app_history_days(app, begin, yesterday, &history, err))
		return false;
	fill_lines(page, &history, ROLLING_DAYS - 1);
	history_days_free(&history);
	return read_spans(app, first, yesterday, page, err) &&
	       read_past(app, entry, yesterday, page, err);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_trends *self = (struct view_trends *)view;
	struct trends_page page = {
		.any = false, .spans = HISTORY_SPANS_INIT, .past = HISTORY_DAYS_INIT};

	if (!read_page(app, self->period, &page, err)) {
		trends_page_free(&page);
		return false;
	}
	trends_page_free(&self->page);
	self->page = page;
	return true;
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	trends_page_draw(&((const struct view_trends *)view)->page, canvas, area);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	const struct view_trends *self = (const struct view_trends *)view;
	struct option options[PERIOD_COUNT];

	if (action == ACTION_BASELINE)
		return view_baseline_open(app, outcome, err);
	if (action != ACTION_PERIOD)
		return REPLY_IGNORED;
	for (int i = 0; i < PERIOD_COUNT; i++)
		options[i] = periods[i].option;
	outcome->open = view_options_new("Trends of", options, PERIOD_COUNT, self->period);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	struct view_trends *self = (struct view_trends *)view;
	int before = self->period;

	(void)outcome;
	self->period = choice;
	if (load(view, app, err))
		return REPLY_DONE;
	self->period = before;
	return REPLY_FAILED;
}

static void free_trends(struct view *view)
{
	trends_page_free(&((struct view_trends *)view)->page);
}

static const struct view_class class = {
	.title = "Trends",
	.scope = SCOPE_TRENDS,
	.size = sizeof(struct view_trends),
	.load = load,
	.draw = draw,
	.act = act,
	.chosen = chosen,
	.free = free_trends,
};

struct view *view_trends_new(void)
{
	return view_new(&class);
}
