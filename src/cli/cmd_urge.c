/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "ask.h"
#include "diary.h"
#include "format.h"
#include "period.h"
#include "table.h"
#include "typed.h"
#include "urge_timer.h"

enum { TIMER_MINUTES = 15 };

static const struct option_spec urge_options[] = {
	{OPTION_TAG, 't', "trigger", "WORD", "what set it off; may be given more than once"},
	{OPTION_HELPED, 0, "helped", "WORDS", "what helped"},
	{OPTION_MINUTES, 'm', "minutes", "N", "how long it lasted"},
	{OPTION_WHEN, 'w', "when", "TIME", "the same as @TIME: when it began"},
	{OPTION_NOTE, 'n', "note", "TEXT", "a note"},
	{OPTION_LIST, 0, "list", NULL, "the urges of the last days"},
	{OPTION_STATS, 0, "stats", NULL, "how many passed, how long they took, what helped"},
	{OPTION_FROM, 'f', "from", "DATE", "with --list or --stats: first day"},
	{OPTION_TO, 0, "to", "DATE", "with --list or --stats: last day; else today"},
	{OPTION_LAST, 'l', "last", "TIME", "with --list or --stats: so long: 30d, 8w, 6m"},
	{.name = NULL},
};

static bool read_days(struct session *session, struct period *period, struct err *err)
{
	return period_read(session_option(session, OPTION_FROM), session_option(session, OPTION_TO),
			   session_option(session, OPTION_LAST), app_today_day(session->app),
			   period, err);
}

static void list_rows(struct session *session, const struct urges *urges)
{
	static const struct table_column columns[] = {
		{.head = "Id", .right = true},
		{.head = "When"},
		{.head = "Lasted", .right = true},
		{.head = "Ended"},
		{.head = "Set off by", .shrinks = true},
		{.head = "Helped", .shrinks = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	for (size_t i = 0; i < urges->count; i++) {
		const struct urge *urge = &urges->items[i];
		struct moment moment = moment_from_utc(urge->utc, urge->utc_offset);
		char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
		struct str lasted = STR_INIT;

		if (urge->seconds > 0)
			diary_add_lasted(urge->seconds, &lasted);
		table_addf(&table, "%lld", (long long)urge->id);
		table_addf(&table, "%s %s", day_full(moment.day, day),
			   minute_text(moment.minute, time));
		table_add(&table, INK_NONE, lasted.data);
		table_add(&table, INK_NONE, urge_outcome_name(urge->outcome));
		table_add(&table, INK_NONE, urge->tags);
		table_add(&table, INK_NONE, urge->helped);
		str_free(&lasted);
	}
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
}

static bool run_list(struct session *session, struct err *err)
{
	struct period period;
	struct urges urges;
	size_t count;

	if (!read_days(session, &period, err) ||
	    !app_urges(session->app, period.first, period.last, &urges, err))
		return false;
	count = urges.count;
	if (session->json) {
		struct json json = JSON_INIT;

		json_open_list(&json, NULL);
		for (size_t i = 0; i < urges.count; i++)
			diary_json_urge(session, &json, NULL, &urges.items[i]);
		json_close_list(&json);
		session_take_json(session, &json);
	} else if (count > 0) {
		list_rows(session, &urges);
	}
	urges_free(&urges);
	return count > 0 || session->json ||
	       err_set(err, ERR_NOT_FOUND, "no urge is logged in those days");
}

/* Without days that are asked for all there are count. */
static bool run_stats(struct session *session, struct err *err)
{
	static const char *const ever = "2000-01-01";
	bool asked = session_has(session, OPTION_FROM) || session_has(session, OPTION_LAST);
	struct urge_stats stats;
	struct period period;
	bool any;

	if (!period_read(asked ? session_option(session, OPTION_FROM) : ever,
			 session_option(session, OPTION_TO), session_option(session, OPTION_LAST),
			 app_today_day(session->app), &period, err) ||
	    !app_urge_stats(session->app, period.first, period.last, &stats, err))
		return false;
	any = stats.total > 0;
	if (any || session->json)
		diary_urge_stats(session, &stats);
	urge_stats_free(&stats);
	return any || session->json ||
	       err_set(err, ERR_NOT_FOUND, "no urge is logged in those days");
}

static bool store_it(struct session *session, const struct urge_request *request, bool plans,
		     struct err *err)
{
	struct urge_logged logged;

	if (!app_urge_log(session->app, request, &logged, err))
		return false;
	diary_say_urge(session, "logged", &logged);
	if (plans)
		diary_add_plans(session, logged.urge.tags);
	urge_free(&logged.urge);
	return true;
}

static bool run_timer(struct session *session, struct urge_request *request, struct err *err)
{
	if (request->when != NULL || request->minutes != NULL)
		return err_set(err, ERR_USAGE,
			       "the timer begins now; for one that is over write 'taper urge "
			       "rode-it-out' or 'taper urge took'");
	looks_wrap(&session->looks, 0,
		   "Many urges rise and fall within minutes to about half an hour; some last "
		   "longer. You need do nothing but wait. Ctrl-C ends the timer, and nothing is "
		   "lost.",
		   &session->out);
	if (request->tags != NULL)
		diary_add_plans(session, request->tags);
	request->seconds = urge_timer_run(session, TIMER_MINUTES);
	request->outcome = urge_timer_ask(session);
	return store_it(session, request, false, err);
}

static bool run_one(struct session *session, const struct typed *typed, struct err *err)
{
	struct urge_request request = {
		.outcome = typed_or_null(&typed->text),
		.when = typed_or_null(&typed->when),
		.minutes = session_option(session, OPTION_MINUTES),
		.tags = typed_tags(session, typed),
		.helped = session_option(session, OPTION_HELPED),
		.note = session_option(session, OPTION_NOTE),
	};

	if (request.outcome != NULL)
		return store_it(session, &request, true, err);
	if (ask_can(session))
		return run_timer(session, &request, err);
	return err_set(err, ERR_USAGE,
		       "how did it end? Write 'taper urge rode-it-out' or 'taper urge took'; the "
		       "timer needs a terminal");
}

static bool run(struct session *session, struct err *err)
{
	struct typed typed = typed_none();
	bool done;

	if (session_has(session, OPTION_LIST))
		return run_list(session, err);
	if (session_has(session, OPTION_STATS))
		return run_stats(session, err);
	done = typed_read(session, 0, &typed, err) && run_one(session, &typed, err);
	typed_free(&typed);
	return done;
}

const struct command command_urge = {
	.name = "urge",
	.usage = "[rode-it-out|took] [-t WORD]... [--helped WORDS] [--minutes N] [@TIME] "
		 "[-n NOTE]",
	.summary = "a quiet timer of 15 minutes for an urge, or notes how one ended",
	.more = "Without a word, at a terminal, the timer runs, and at its end you are asked one "
		"question. With --list or --stats it looks back. 'open' says that you do not want "
		"to say how it ended.",
	.examples = {{"taper urge -t stress", "the timer, with what set it off"},
		     {"taper urge rode-it-out --minutes 11 --helped \"a walk\" @15:20",
		      "one that is over"}},
	.options = urge_options,
	.most_words = WORDS_ANY,
	.run = run,
};
