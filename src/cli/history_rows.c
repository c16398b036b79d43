/* SPDX-License-Identifier: MIT */
#include "history_view.h"

#include <string.h>

#include "base/plural.h"

#include "format.h"
#include "table.h"

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

static void others_json(struct json *json, const struct history_day *day)
{
	json_open_list(json, "other");
	for (size_t i = 0; i < day->other_count; i++) {
		const struct history_other *other = &day->others[i];

		json_open_object(json, NULL);
		json_text(json, "product", other->product);
		json_text(json, "unit", unit_name(other->unit));
		json_amount(json, "taken", other->taken);
		json_int(json, "doses", other->doses);
		json_close_object(json);
	}
	json_close_list(json);
}

static void day_json(struct json *json, const struct history_days *history,
		     const struct history_day *day, bool looked_for)
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
	json_text(json, "status", looked_for ? NULL : day_status_name(day->status));
	json_words(json, "tags", history_tags(history, day));
	others_json(json, day);
	if (day->checkin < 0)
		json_null(json, "checkin");
	else
		json_ratio(json, "checkin", day->checkin, 100);
	json_close_object(json);
}

static void days_json(struct session *session, const struct history_days *history, bool looked_for)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < history->count; i++)
		day_json(&json, history, &history->days[i], looked_for);
	json_close_list(&json);
	session_take_json(session, &json);
}

static int widest_decimals(const struct history_days *history)
{
	int decimals = history->decimals;

	for (size_t i = 0; i < history->count; i++)
		decimals = amount_decimals_for(decimals, history->days[i].total.taken);
	return decimals;
}

/* "2 capsules of extract, 1 ml of tincture" */
static void add_others(struct table *table, const struct history_day *day)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str words = STR_INIT;

	for (size_t i = 0; i < day->other_count; i++) {
		const struct history_other *other = &day->others[i];

		str_addf(&words, "%s%s of %s", i > 0 ? ", " : "",
			 format_dose(other->taken, other->unit, text), other->product);
	}
	table_add(table, INK_NONE, words.data);
	str_free(&words);
}

static void add_day_cells(struct table *table, const struct history_days *history,
			  const struct history_day *day, int decimals)
{
	enum unit unit = history->unit;
	char text[AMOUNT_TEXT_SIZE];
	bool any = day->total.entries > 0;

	table_add(table, INK_NONE, day_full(day->total.day, text));
	table_add(table, INK_NONE,
		  any ? amount_fixed_with_unit(day->total.taken, decimals, unit, text) : "");
	table_add(table, INK_NONE,
		  day->has_target ? amount_fixed_with_unit(day->target, decimals, unit, text) : "");
	if (any)
		table_add_number(table, day->total.doses);
	else
		table_add(table, INK_NONE, "");
	if (any || day->other_count == 0)
		table_add(table, status_words[day->status].ink, status_words[day->status].words);
	else
		table_add(table, INK_NONE, "");
	add_others(table, day);
	table_add(table, INK_NONE, history_tags(history, day));
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
	str_addf(&session->out,
		 plural_of((int64_t)history->count, "\n%zu day, %zu with an entry",
			   "\n%zu days, %zu with an entry"),
		 history->count, logged);
	if (counted > 0)
		str_addf(&session->out, "; %zu of %zu at or below plan", at_or_below, counted);
	str_add_char(&session->out, '\n');
	if (history->left_out > 0)
		str_addf(&session->out, "what stands under Besides is not counted in %s\n",
			 unit_many(history->unit));
}

static void add_found_summary(struct session *session, const struct history_days *history)
{
	char text[AMOUNT_TEXT_SIZE];
	struct amount sum = {0};
	struct str line = STR_INIT;
	int64_t entries = 0;

	for (size_t i = 0; i < history->count; i++) {
		entries += history->days[i].total.entries;
		if (sum.nano <= INT64_MAX / 2 - history->days[i].total.taken.nano)
			sum.nano += history->days[i].total.taken.nano;
	}
	str_addf(&line,
		 plural_of((int64_t)history->count,
			   "only doses that fit: %lld on %zu day, %s in all",
			   "only doses that fit: %lld on %zu days, %s in all"),
		 (long long)entries, history->count,
		 format_amount(sum, history->decimals, history->unit, text));
	if (history->left_out > 0)
		str_addf(&line,
			 plural_of((int64_t)history->left_out,
				   "; %zu in another unit is not added up (see --by dose)",
				   "; %zu in another unit are not added up (see --by dose)"),
			 history->left_out);
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

void history_view_days(struct session *session, const struct history_days *history, bool looked_for)
{
	static const struct table_column columns[] = {
		{.head = "Date"},
		{.head = "Taken", .right = true},
		{.head = "Plan", .right = true},
		{.head = "Doses", .right = true, .spare = true},
		{.head = "", .spare = true},
		{.head = "Besides", .shrinks = true},
		{.head = "Tags", .shrinks = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));
	int decimals = widest_decimals(history);

	if (session->json) {
		days_json(session, history, looked_for);
		return;
	}
	for (size_t i = 0; i < history->count; i++)
		add_day_cells(&table, history, &history->days[i], decimals);
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	if (looked_for)
		add_found_summary(session, history);
	else
		add_days_summary(session, history);
}
