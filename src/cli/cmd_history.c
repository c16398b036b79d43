/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#include "app/history.h"

#include "format.h"
#include "period.h"
#include "table.h"

static const struct option_spec history_options[] = {
	{OPTION_BY, 'b', "by", "WHAT", "day (the usual) or dose"},
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day; else today"},
	{OPTION_LAST, 'l', "last", "DAYS", "so many days up to the last: 30d (the usual), 4w"},
	{.name = NULL},
};

static const struct {
	const char *words;
	enum ink ink;
} status_words[] = {
	[DAY_AT_OR_BELOW] = {"at or below", INK_GOOD},
	[DAY_ABOVE] = {"above plan", INK_WARN},
	[DAY_NO_DATA] = {"no data", INK_DIM},
	[DAY_NO_PLAN] = {"", INK_NONE},
	[DAY_TODAY] = {"today", INK_NONE},
};

static void day_json(struct json *json, const struct history_day *day)
{
	json_open_object(json, NULL);
	json_day(json, "date", day->total.day);
	if (day->total.entries > 0)
		json_amount(json, "taken", day->total.taken);
	else
		json_null(json, "taken");
	json_int(json, "doses", day->total.doses);
	if (day->has_target)
		json_amount(json, "target", day->target);
	else
		json_null(json, "target");
	json_text(json, "status", day_status_name(day->status));
	json_words(json, "tags", day->tags);
	json_null(json, "checkin");
	json_close_object(json);
}

static void days_json(struct session *session, const struct history_days *history, bool found)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; found && i < history->count; i++)
		day_json(&json, &history->days[i]);
	json_close_list(&json);
	session_take_json(session, &json);
}

static int widest_decimals(const struct history_days *history)
{
	int decimals = history->decimals;

	for (size_t i = 0; i < history->count; i++)
		decimals = format_decimals(history->days[i].total.taken, decimals);
	return decimals;
}

static void add_day_cells(struct table *table, const struct history_day *day, enum unit unit,
			  int decimals)
{
	char text[AMOUNT_TEXT_SIZE];
	bool any = day->total.entries > 0;

	table_add(table, INK_NONE, day_full(day->total.day, text));
	table_add(table, INK_NONE,
		  any ? amount_fixed_with_unit(day->total.taken, decimals, unit, text) : "");
	table_add(table, INK_NONE,
		  day->has_target ? amount_fixed_with_unit(day->target, decimals, unit, text) : "");
	if (any)
		table_addf(table, "%d", day->total.doses);
	else
		table_add(table, INK_NONE, "");
	table_add(table, status_words[day->status].ink, status_words[day->status].words);
	table_add(table, INK_NONE, day->tags);
}

static void add_days_summary(struct session *session, const struct history_days *history)
{
	size_t logged = 0, counted = 0, at_or_below = 0;

	for (size_t i = 0; i < history->count; i++) {
		enum day_status status = history->days[i].status;

		logged += history->days[i].total.entries > 0 ? 1 : 0;
		counted += status == DAY_AT_OR_BELOW || status == DAY_ABOVE ? 1 : 0;
		at_or_below += status == DAY_AT_OR_BELOW ? 1 : 0;
	}
	str_addf(&session->out, "\n%zu %s, %zu with an entry", history->count,
		 history->count == 1 ? "day" : "days", logged);
	if (counted > 0)
		str_addf(&session->out, "; %zu of %zu at or below plan", at_or_below, counted);
	str_add_char(&session->out, '\n');
}

static void days_text(struct session *session, const struct history_days *history)
{
	static const struct table_column columns[] = {
		{.head = "Date"},
		{.head = "Taken", .right = true},
		{.head = "Plan", .right = true},
		{.head = "Doses", .right = true, .spare = true},
		{.head = "", .spare = true},
		{.head = "Tags", .shrinks = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));
	int decimals = widest_decimals(history);

	for (size_t i = 0; i < history->count; i++)
		add_day_cells(&table, &history->days[i], history->unit, decimals);
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	add_days_summary(session, history);
}

static bool any_entry(const struct history_days *history)
{
	for (size_t i = 0; i < history->count; i++) {
		if (history->days[i].total.entries > 0)
			return true;
	}
	return false;
}

static bool by_day(struct session *session, const struct period *period, struct err *err)
{
	struct history_days history = HISTORY_DAYS_INIT;
	bool found;

	if (!app_history_days(session->app, period->first, period->last, &history, err))
		return false;
	found = any_entry(&history);
	if (session->json)
		days_json(session, &history, found);
	else if (found)
		days_text(session, &history);
	history_days_free(&history);
	return found || err_set(err, ERR_NOT_FOUND, "nothing is logged in those days");
}

static void add_dose_cells(struct table *table, const struct dose *dose)
{
	struct moment moment = dose_moment(dose);
	char text[MOMENT_TEXT_SIZE];
	bool leaf = strcmp(dose->product, DOSE_DEFAULT_PRODUCT) == 0;

	table_addf(table, "%lld", (long long)dose->id);
	table_add(table, INK_NONE, day_full(moment.day, text));
	table_add(table, INK_NONE, minute_text(moment.minute, text));
	table_add(table, INK_NONE,
		  dose->amount.nano == 0 ? "none" : format_dose(dose->amount, dose->unit, text));
	table_add(table, INK_NONE, leaf ? "" : dose->product);
	table_add(table, INK_NONE, dose->tags);
	table_add(table, INK_NONE, dose->note);
}

static void doses_text(struct session *session, const struct history_doses *history)
{
	static const struct table_column columns[] = {
		{.head = "Id", .right = true},
		{.head = "Date"},
		{.head = "Time"},
		{.head = "Amount", .right = true},
		{.head = "Product", .shrinks = true, .spare = true},
		{.head = "Tags", .shrinks = true, .spare = true},
		{.head = "Note", .shrinks = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	for (size_t i = 0; i < history->count; i++)
		add_dose_cells(&table, &history->doses[i]);
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
}

static void doses_json(struct session *session, const struct history_doses *history)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < history->count; i++)
		json_dose(&json, NULL, &history->doses[i],
			  app_dose_day(session->app, &history->doses[i]));
	json_close_list(&json);
	session_take_json(session, &json);
}

static bool by_dose(struct session *session, const struct period *period, struct err *err)
{
	struct history_doses history = HISTORY_DOSES_INIT;
	bool found;

	if (!app_history_doses(session->app, period->first, period->last, &history, err))
		return false;
	found = history.count > 0;
	if (session->json)
		doses_json(session, &history);
	else if (found)
		doses_text(session, &history);
	history_doses_free(&history);
	return found || err_set(err, ERR_NOT_FOUND, "nothing is logged in those days");
}

static const struct {
	const char *name;
	bool (*show)(struct session *session, const struct period *period, struct err *err);
} views[] = {
	{"day", by_day},
	{"dose", by_dose},
};

/* Days before the first entry ever hold nothing to look at. */
static bool skip_before_first(struct session *session, struct period *period, struct err *err)
{
	struct day first, last;
	bool any = false;

	if (!period->open)
		return true;
	if (!app_history_range(session->app, &any, &first, &last, err))
		return false;
	if (any && first.n > period->first.n && first.n <= period->last.n)
		period->first = first;
	return true;
}

static bool run(struct session *session, struct err *err)
{
	const char *by = session_option(session, OPTION_BY);
	struct period period;

	if (!period_read(session_option(session, OPTION_FROM), session_option(session, OPTION_TO),
			 session_option(session, OPTION_LAST), app_today_day(session->app), &period,
			 err) ||
	    !skip_before_first(session, &period, err))
		return false;
	for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++) {
		if (by == NULL || strcmp(by, views[i].name) == 0)
			return views[i].show(session, &period, err);
	}
	return err_set(err, ERR_USAGE, "there is no history by '%s'; write --by day or --by dose",
		       by);
}

const struct command command_history = {
	.name = "history",
	.usage = "[--by day|dose] [--from DATE] [--to DATE] [--last 30d]",
	.summary = "looks back: what was taken, against the plan of its day",
	.examples = {{"taper history", "the last 30 days, one row a day"},
		     {"taper history --by dose --last 7d", "every dose of a week, with its id"}},
	.options = history_options,
	.run = run,
};
