/* SPDX-License-Identifier: MIT */
#include "history_view.h"

#include <stdio.h>

#include "base/plural.h"

#include "format.h"
#include "table.h"

static void span_json(struct json *json, const struct history_span *span, bool looked_for)
{
	json_open_object(json, NULL);
	json_day(json, "from", span->first);
	json_day(json, "to", span->last);
	json_int(json, "days", span->days);
	if (span->days > 0 && !looked_for) {
		json_amount(json, "mean", span->mean);
		json_ratio(json, "doses_a_day", span->day_doses, span->days);
	} else {
		json_null(json, "mean");
		json_null(json, "doses_a_day");
	}
	json_amount(json, "total", span->total);
	json_int(json, "doses", span->doses);
	json_int(json, "at_or_below", span->at_or_below);
	json_int(json, "counted", span->counted);
	json_close_object(json);
}

static void spans_json(struct session *session, const struct history_spans *history,
		       bool looked_for)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < history->count; i++)
		span_json(&json, &history->spans[i], looked_for);
	json_close_list(&json);
	session_take_json(session, &json);
}

static const char *name_of(const struct history_span *span, enum history_by by, char *text)
{
	struct civil civil = day_to_civil(span->first);

	if (by == HISTORY_BY_WEEK)
		return day_full(span->first, text);
	snprintf(text, DAY_TEXT_SIZE, "%s %d", month_short(civil.month), civil.year);
	return text;
}

static void add_cells(struct table *table, const struct history_span *span,
		      const struct history_spans *history, enum history_by by, bool looked_for)
{
	char text[AMOUNT_TEXT_SIZE];
	bool any = span->days > 0, means = any && !looked_for;

	table_add(table, INK_NONE, name_of(span, by, text));
	table_addf(table, "%d", span->days);
	table_add(table, INK_NONE,
		  means ? amount_fixed_with_unit(span->mean, history->decimals, history->unit, text)
			: "");
	table_add(table, INK_NONE,
		  any || span->total.nano > 0
			  ? amount_fixed_with_unit(span->total, history->decimals, history->unit,
						   text)
			  : "");
	table_add(table, INK_NONE, means ? format_ratio(span->day_doses, span->days, 1, text) : "");
	if (looked_for)
		table_addf(table, "%d", span->doses);
	else
		table_add(table, INK_NONE, "");
	if (span->counted > 0)
		table_addf(table, "%d of %d", span->at_or_below, span->counted);
	else
		table_add(table, INK_NONE, "");
}

static void add_words(struct session *session, const struct history_spans *history, bool looked_for)
{
	struct str line = STR_INIT;

	if (looked_for)
		str_add(&line, "only doses that fit, and complete days with one");
	else
		str_add(&line, "days with an entry, and means of them");
	if (history->has_today && !looked_for)
		str_add(&line, "; today is not over and counts in the total only");
	if (history->left_out > 0)
		str_addf(&line,
			 plural_of((int64_t)history->left_out,
				   "; %zu in another unit is not added up",
				   "; %zu in another unit are not added up"),
			 history->left_out);
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

void history_view_spans(struct session *session, const struct history_spans *history,
			enum history_by by, bool looked_for)
{
	const struct table_column columns[] = {
		{.head = by == HISTORY_BY_WEEK ? "Week of" : "Month"},
		{.head = "Days", .right = true, .spare = true},
		{.head = "A day", .right = true},
		{.head = "In all", .right = true, .spare = true},
		{.head = "Doses a day", .right = true, .spare = true},
		{.head = "Doses", .right = true, .spare = true},
		{.head = "On plan", .right = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	if (session->json) {
		spans_json(session, history, looked_for);
		return;
	}
	for (size_t i = 0; i < history->count; i++)
		add_cells(&table, &history->spans[i], history, by, looked_for);
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	add_words(session, history, looked_for);
}
