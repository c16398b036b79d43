/* SPDX-License-Identifier: MIT */
#include "diary.h"

#include "base/plural.h"

#include "format.h"
#include "table.h"

enum { HUNDREDTHS = 100, DAYS_MAX = 36, RATING_STEP = 50, RECENT_DAYS = 7 };

/* A rating as a bar that grows from 0 to 4. */
static void add_bar(const struct looks *looks, int value, struct str *out)
{
	static const char *const bars[] = {"\u2581", "\u2582", "\u2583", "\u2584",
					   "\u2585", "\u2586", "\u2587", "\u2588"};
	int step = (value * 7 + 2 * HUNDREDTHS) / (4 * HUNDREDTHS);

	if (looks->ascii)
		str_addf(out, "%d", (value + RATING_STEP) / HUNDREDTHS);
	else
		str_add(out, bars[step]);
}

static void add_days(const struct looks *looks, const struct checkin_series *series, int32_t from,
		     const int16_t *values, struct str *out)
{
	for (int32_t i = from; i < series->days; i++) {
		if (values[i] == TREND_NONE)
			str_add(out, looks->ascii ? "." : "\u00b7");
		else
			add_bar(looks, values[i], out);
	}
}

static void add_cuts(const struct checkin_series *series, int32_t from, struct str *out)
{
	size_t cut = 0;

	for (int32_t i = from; i < series->days; i++) {
		while (cut < series->cut_count && series->cuts[cut].at < i)
			cut++;
		str_add(out, cut < series->cut_count && series->cuts[cut].at == i ? "|" : " ");
	}
}

/* The mean of the last days, where any was rated. */
static void add_recent(struct table *table, const struct checkin_series *series,
		       const int16_t *values)
{
	int sum = 0, count = 0;
	char text[AMOUNT_TEXT_SIZE];

	for (int32_t i = series->days - 1; i >= 0 && i >= series->days - RECENT_DAYS; i--) {
		if (values[i] == TREND_NONE)
			continue;
		sum += values[i];
		count++;
	}
	if (count == 0)
		table_add(table, INK_NONE, "");
	else
		table_add(table, INK_NONE, format_ratio(sum, (int64_t)count * HUNDREDTHS, 1, text));
}

static void add_row(struct session *session, struct table *table,
		    const struct checkin_series *series, int32_t from, const char *name,
		    const int16_t *values)
{
	struct str days = STR_INIT;

	table_add(table, INK_NONE, name);
	add_days(&session->looks, series, from, values, &days);
	table_add(table, INK_NONE, days.data);
	add_recent(table, series, values);
	str_free(&days);
}

static void draw_days(struct session *session, const struct checkin_series *series, int32_t from)
{
	static const struct table_column columns[] = {
		{.head = "Item", .shrinks = true},
		{.head = "Day by day"},
		{.head = "Last 7 days", .right = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));
	struct str cuts = STR_INIT;

	if (series->cut_count > 0) {
		add_cuts(series, from, &cuts);
		table_add(&table, INK_DIM, "cuts of the plan");
		table_add(&table, INK_DIM, cuts.data);
		table_add(&table, INK_NONE, "");
	}
	for (size_t i = 0; i < series->item_count; i++) {
		const struct checkin_item *item = &series->items[i];

		if (item->rated > 0)
			add_row(session, &table, series, from, item->name, item->values);
	}
	add_row(session, &table, series, from, "Mean of what was rated", series->means);
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	str_free(&cuts);
}

static void tell_cut(struct session *session, const struct checkin_series *series, size_t i)
{
	struct str line = STR_INIT;

	if (checkin_tell_cut(series, i, &line))
		looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

void diary_trend_text(struct session *session, const struct checkin_series *series)
{
	int32_t from = series->days > DAYS_MAX ? series->days - DAYS_MAX : 0;
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	size_t before;

	str_addf(&session->out,
		 plural_of(series->checked, "%s to %s, %d day with a check-in\n\n",
			   "%s to %s, %d days with a check-in\n\n"),
		 day_full(series->first, first),
		 day_full(day_add(series->first, series->days - 1), last), series->checked);
	if (from > 0)
		str_addf(&session->out, "The last %d of these days:\n\n", DAYS_MAX);
	draw_days(session, series, from);
	str_add_char(&session->out, '\n');
	before = session->out.len;
	for (size_t i = 0; i < series->cut_count; i++)
		tell_cut(session, series, i);
	if (session->out.len > before)
		looks_wrap(&session->looks, 0,
			   "Each compares up to 7 days from the cut with the 3 days before it; a "
			   "cut with too few check-ins around it is left out. Other things change "
			   "in a week too.",
			   &session->out);
	looks_wrap(&session->looks, 0,
		   "0 is none, 4 is extreme. Not a validated scale; it compares you with yourself.",
		   &session->out);
}
