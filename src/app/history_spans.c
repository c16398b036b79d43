/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app_private.h"
#include "base/mem.h"

enum { DAYS_A_WEEK = 7 };

struct day history_span_begins(enum history_by by, struct day day)
{
	struct civil civil = day_to_civil(day);

	if (by == HISTORY_BY_WEEK)
		return day_add(day, -day_weekday(day));
	civil.mday = 1;
	return day_from_civil(civil);
}

struct day history_span_after(enum history_by by, struct day day)
{
	struct day begins = history_span_begins(by, day);

	/* 31 days after the first of any month lie in the next one. */
	return by == HISTORY_BY_WEEK ? day_add(begins, DAYS_A_WEEK)
				     : history_span_begins(by, day_add(begins, 31));
}

void history_spans_free(struct history_spans *history)
{
	free(history->spans);
	*history = (struct history_spans)HISTORY_SPANS_INIT;
}

/* Sums while days are added; they become means at the end. */
struct grouping {
	struct history_spans *spans;
	size_t cap;
	enum history_by by;
	struct day last, today;
	int64_t complete; /* taken on the complete days of the newest span */
};

static void add_to(int64_t *sum, int64_t nano)
{
	if (*sum <= INT64_MAX / 2 - nano)
		*sum += nano;
}

static void end_span(struct grouping *grouping)
{
	struct history_spans *spans = grouping->spans;
	struct history_span *span;
	int64_t step;

	if (spans->spans == NULL)
		return;
	span = &spans->spans[spans->count - 1];
	if (span->days > 0) {
		step = span->days * AMOUNT_MILLI;
		span->mean.nano = (grouping->complete + step / 2) / step * AMOUNT_MILLI;
	}
	grouping->complete = 0;
}

static struct history_span *span_of(struct grouping *grouping, struct day day)
{
	struct history_spans *spans = grouping->spans;
	struct history_span *span = spans->count > 0 ? &spans->spans[spans->count - 1] : NULL;
	struct day last = day_add(history_span_after(grouping->by, day), -1);

	if (span != NULL && day.n <= span->last.n)
		return span;
	end_span(grouping);
	spans->spans =
		mem_grow(spans->spans, &grouping->cap, spans->count + 1, sizeof(*spans->spans));
	span = &spans->spans[spans->count++];
	*span = (struct history_span){.first = day,
				      .last = last.n < grouping->last.n ? last : grouping->last};
	return span;
}

static void add_day(struct grouping *grouping, const struct history_day *day)
{
	struct history_span *span = span_of(grouping, day->total.day);
	bool counted = day->status == DAY_AT_OR_BELOW || day->status == DAY_ABOVE;

	add_to(&span->total.nano, day->total.taken.nano);
	span->doses += day->total.doses;
	span->counted += counted ? 1 : 0;
	span->at_or_below += day->status == DAY_AT_OR_BELOW ? 1 : 0;
	if (day->total.entries == 0)
		return;
	if (day->total.day.n >= grouping->today.n) {
		grouping->spans->has_today = true;
		return;
	}
	span->days++;
	span->day_doses += day->total.doses;
	add_to(&grouping->complete, day->total.taken.nano);
}

bool app_history_spans(struct app *app, const struct history_request *request, enum history_by by,
		       struct history_spans *history, struct err *err)
{
	struct history_spans read = HISTORY_SPANS_INIT;
	struct grouping grouping = {
		.spans = &read, .by = by, .last = request->last, .today = app_today_day(app)};
	struct history_days days;

	if (request->word_count > 0
		    ? !app_history_find_days(app, request, &days, err)
		    : !history_read(app, request->first, request->last, false, &days, err))
		return false;
	for (size_t i = 0; i < days.count; i++)
		add_day(&grouping, &days.days[i]);
	end_span(&grouping);
	for (size_t i = 0; i < read.count; i++) {
		days.decimals = amount_decimals_for(days.decimals, read.spans[i].total);
		if (request->word_count > 0)
			read.spans[i].first = history_span_begins(by, read.spans[i].first);
		if (read.spans[i].first.n < request->first.n)
			read.spans[i].first = request->first;
	}
	read.unit = days.unit;
	read.decimals = days.decimals;
	read.left_out = days.left_out;
	history_days_free(&days);
	*history = read;
	return true;
}
