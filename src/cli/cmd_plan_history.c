/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/revising.h"

#include "format.h"
#include "plan_file.h"
#include "plan_request.h"
#include "table.h"

enum { TEXT_AT = 4 };

static const struct option_spec diff_options[] = {
	{OPTION_FROM, 'f', "from", "AMOUNT", "plans by name: amount a day; else your baseline"},
	{OPTION_START, 's', "start", "DATE", "plans by name: their first day"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "plans by name: what your scale can weigh"},
	{.name = NULL},
};

static struct day made_on(const struct session *session, const struct revision *revision)
{
	int16_t offset = clock_offset_at(&session->clock, revision->made_utc);

	return moment_from_utc(revision->made_utc, offset).day;
}

static void history_json(struct session *session, const struct plan_events *events)
{
	struct json json = JSON_INIT;
	char text[MOMENT_TEXT_SIZE];

	json_open_list(&json, NULL);
	for (size_t i = 0; i < events->count; i++) {
		const struct plan_event *event = &events->events[i];
		const struct revision *revision = event->revision;
		int16_t offset = clock_offset_at(&session->clock, revision->made_utc);

		json_open_object(&json, NULL);
		json_int(&json, "number", (int64_t)event->number);
		json_text(&json, "kind", revision_kind_name(revision->kind));
		json_text(&json, "what", event->what);
		json_text(&json, "made", moment_rfc3339(revision->made_utc, offset, text));
		json_day(&json, "from", revision->from);
		json_bool(&json, "in_force", event->in_force);
		json_text(&json, "plan", revision->name);
		if (event->has_last)
			json_day(&json, "last_day", event->last);
		else
			json_null(&json, "last_day");
		json_text(&json, "reason", revision->reason);
		json_text(&json, "acknowledged", revision->acknowledged);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

/* Two lines: what and from when; then the last day as it was planned then, when it was made, and why. */
static void add_event(struct session *session, const struct plan_event *event)
{
	char day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%2zu  %s: %s", event->number, day_full(event->revision->from, day),
		 event->what);
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_reset(&line);
	if (event->has_last)
		str_addf(&line, "last day %s; ", day_long(event->last, day));
	else if (event->open)
		str_add(&line, "no last day until it goes on; ");
	str_addf(&line, "made %s", day_long(made_on(session, event->revision), day));
	if (event->revision->reason[0] != '\0')
		str_addf(&line, "; %s", event->revision->reason);
	looks_wrap(&session->looks, TEXT_AT, line.data, &session->out);
	str_free(&line);
}

static void history_text(struct session *session, const struct plan_events *events)
{
	for (size_t i = 0; i < events->count; i++)
		add_event(session, &events->events[i]);
	if (events->count < 2)
		return;
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0,
		   "'taper plan diff 1 2' says which days two of them plan differently.",
		   &session->out);
}

static bool run_history(struct session *session, struct err *err)
{
	struct plan_events events = PLAN_EVENTS_INIT;

	if (!app_plan_events(session->app, &events, err))
		return false;
	if (session->json)
		history_json(session, &events);
	else
		history_text(session, &events);
	plan_events_free(&events);
	return true;
}

static void side_json(const struct diff_side *side, const char *key, struct json *json)
{
	json_open_object(json, key);
	json_text(json, "name", side->name);
	if (side->has_last) {
		json_day(json, "last_day", side->last);
		json_amount(json, "total", side->total);
	} else {
		json_null(json, "last_day");
		json_null(json, "total");
	}
	json_close_object(json);
}

static void amount_or_null(struct json *json, const char *key, bool any, struct amount amount)
{
	if (any)
		json_amount(json, key, amount);
	else
		json_null(json, key);
}

static void diff_json(struct session *session, const struct plan_diff *diff)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "unit", unit_name(diff->unit));
	side_json(&diff->a, "a", &json);
	side_json(&diff->b, "b", &json);
	json_open_list(&json, "rows");
	for (size_t i = 0; i < diff->count; i++) {
		const struct diff_row *row = &diff->rows[i];

		json_open_object(&json, NULL);
		json_day(&json, "from", row->first);
		if (row->days == LEVEL_OPEN)
			json_null(&json, "days");
		else
			json_int(&json, "days", row->days);
		amount_or_null(&json, "a", row->has_a, row->a);
		amount_or_null(&json, "b", row->has_b, row->b);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_amount(const struct plan_diff *diff, const struct diff_row *row, bool of_a,
		       struct table *table)
{
	bool any = of_a ? row->has_a : row->has_b, alone = row->has_a != row->has_b;
	char text[AMOUNT_TEXT_SIZE];

	if (any)
		table_addf(table, "%s%s", alone ? "from " : "",
			   format_amount(of_a ? row->a : row->b, diff->decimals, diff->unit, text));
	else
		table_add(table, INK_NONE, "no plan");
}

static void add_difference(const struct plan_diff *diff, const struct diff_row *row,
			   const struct looks *looks, struct table *table)
{
	int64_t more = row->b.nano - row->a.nano;
	struct amount size = {.nano = more < 0 ? -more : more};
	char text[AMOUNT_TEXT_SIZE];

	if (!row->has_a || !row->has_b) {
		table_add(table, INK_NONE, "");
		return;
	}
	format_amount(size, diff->decimals, diff->unit, text);
	table_addf(table, "%s%s", more < 0 ? looks_symbol(looks, SYMBOL_MINUS) : "+", text);
}

static void add_rows(const struct plan_diff *diff, const struct looks *looks, struct str *out)
{
	static const struct table_column columns[] = {
		{.head = "From"},
		{.head = "Days", .right = true, .spare = true},
		{.head = "A", .right = true},
		{.head = "B", .right = true},
		{.head = "Change", .right = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < diff->count; i++) {
		const struct diff_row *row = &diff->rows[i];

		table_add(&table, INK_NONE, day_full(row->first, day));
		if (row->days == LEVEL_OPEN)
			table_add(&table, INK_NONE, "");
		else
			table_addf(&table, "%d", row->days);
		add_amount(diff, row, true, &table);
		add_amount(diff, row, false, &table);
		add_difference(diff, row, looks, &table);
	}
	table_draw(&table, looks, 0, out);
	table_free(&table);
}

static void add_side(const struct plan_diff *diff, const struct diff_side *side, const char *letter,
		     const struct looks *looks, struct str *out)
{
	char day[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	str_add(&line, side->name);
	if (side->has_last)
		str_addf(&line, "; last day %s, %s in all", day_full(side->last, day),
			 format_amount(side->total, diff->decimals, diff->unit, amount));
	else if (side->open)
		str_add(&line, "; no last day while on hold");
	looks_fact(looks, letter, line.data, out);
	str_free(&line);
}

static void diff_text(struct session *session, const struct plan_diff *diff)
{
	const struct looks *looks = &session->looks;
	struct str *out = &session->out;

	add_side(diff, &diff->a, "A", looks, out);
	add_side(diff, &diff->b, "B", looks, out);
	str_add_char(out, '\n');
	if (diff->count == 0)
		looks_wrap(looks, 0, "Both plan the same amount on every day.", out);
	else
		add_rows(diff, looks, out);
}

static bool run_diff(struct session *session, struct err *err)
{
	struct diff_request request = {
		.a = session_word(session, 0),
		.b = session_word(session, 1),
		.plans = plan_request_of(session, NULL),
	};
	struct problems problems = PROBLEMS_INIT;
	struct plan_diff diff = PLAN_DIFF_INIT;
	bool done = app_plan_diff(session->app, &request, &diff, &problems, err);

	if (done && session->json)
		diff_json(session, &diff);
	else if (done)
		diff_text(session, &diff);
	plan_diff_free(&diff);
	problems_free(&problems);
	return done;
}

const struct command command_plan_history = {
	.name = "plan history",
	.usage = "",
	.summary = "lists every start and change of a plan, with when, why, and the last day as it "
		   "was planned then",
	.examples = {{"taper plan history", "each with its number, for 'taper plan diff'"},
		     {"taper plan history --json", "the same for a program"}},
	.run = run_history,
};

const struct command command_plan_diff = {
	.name = "plan diff",
	.usage = "A B [--from AMOUNT] [--start DATE] [--measure AMOUNT]",
	.summary = "compares two changes by number, or plans by name or file: only the days they "
		   "plan differently",
	.examples = {{"taper plan diff 1 3", "the plan as it began, and after the third change"},
		     {"taper plan diff gentle steady --from 20g", "two plans, day by day"}},
	.options = diff_options,
	.least_words = 2,
	.most_words = 2,
	.run = run_diff,
};
