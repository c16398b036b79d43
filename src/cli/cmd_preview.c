/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <limits.h>

#include "base/plural.h"

#include "console.h"
#include "format.h"
#include "plan_file.h"
#include "plan_request.h"

static const struct option_spec preview_options[] = {
	{OPTION_FROM, 'f', "from", "AMOUNT", "amount a day to begin from; else your baseline"},
	{OPTION_START, 's', "start", "DATE", "first day; else tomorrow, or today before a dose"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "the smallest amount your scale can weigh"},
	{OPTION_BY, 'b', "by", "DATE", "reach the goal by then, with the gentlest cuts that do"},
	{OPTION_TIMES, 0, "times", "TIMES", "when you take your doses: 08:00,13:00,18:00"},
	{OPTION_STASH, 0, "stash", "AMOUNT", "what you have; says how far it goes"},
	{OPTION_STEPS, 0, "steps", NULL, "one row a step (the usual)"},
	{OPTION_DAYS, 0, "days", NULL, "one row a day"},
	{.name = NULL},
};

static const struct option_spec start_options[] = {
	{OPTION_FROM, 'f', "from", "AMOUNT", "amount a day to begin from; else your baseline"},
	{OPTION_START, 's', "start", "DATE", "first day; else tomorrow, or today before a dose"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "the smallest amount your scale can weigh"},
	{OPTION_BY, 'b', "by", "DATE", "reach the goal by then, with the gentlest cuts that do"},
	{OPTION_TIMES, 0, "times", "TIMES", "when you take your doses: 08:00,13:00,18:00"},
	{OPTION_ACKNOWLEDGE, 0, "acknowledge", NULL, "you have read the cautions and agree"},
	{OPTION_REASON, 0, "reason", "TEXT", "why now, in your own words"},
	{.name = NULL},
};

static bool run_preview(struct session *session, struct err *err)
{
	return plan_request_show(session, session_word(session, 0), err);
}

static void start_json(struct session *session, const struct plan_view *view)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	plan_view_json(view, false, &json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void say_started(struct session *session, const struct preview *preview,
			const struct plan_view *view)
{
	const struct schedule *schedule = &preview->schedule;
	int decimals = amount_decimals(schedule->measure);
	char day[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	char amount[AMOUNT_TEXT_SIZE], from[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	format_amount(schedule->levels[0].target, decimals, schedule->unit, amount);
	format_amount(schedule->from, decimals, schedule->unit, from);
	str_addf(&line, "%s begins %s with %s a day, from %s.", preview->plan.title,
		 day_full(schedule_first_day(schedule), day), amount, from);
	if (schedule_days(schedule) > 0)
		str_addf(&line,
			 plural_of(schedule_days(schedule), " Its last day is %s, %d day in all.",
				   " Its last day is %s, %d days in all."),
			 day_full(schedule_last_day(schedule), last), schedule_days(schedule));
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
	plan_view_factor(view, &session->looks, &session->out);
	plan_view_above(preview, &session->looks, &session->out);
	plan_view_cautions(&preview->pace, true, &session->looks, &session->out);
	if (preview->has_bydate)
		plan_view_gentler(&preview->bydate, schedule, &session->looks, &session->out);
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, plan_start_notice(), &session->out);
	looks_wrap(&session->looks, 0, plan_start_mind(), &session->out);
	looks_wrap(&session->looks, 0,
		   "'taper plan show' has every step, 'taper export txt' a schedule to print, "
		   "'taper undo' takes it back.",
		   &session->out);
}

static void tell_cautions(const struct session *session, const struct preview *preview)
{
	const struct pace *pace = &preview->pace;
	struct looks one_line = session->looks;
	struct str gentler = STR_INIT;

	one_line.width = INT_MAX;

	for (size_t i = 0; i < pace->caution_count; i++) {
		const struct caution *caution = &pace->cautions[i];
		struct str line = STR_INIT;

		str_addf(&line, "%s: %s", plan_view_caution_name(caution, false), caution->text);
		console_tell(session->command->name, line.data);
		str_free(&line);
	}
	if (preview->has_bydate)
		plan_view_gentler(&preview->bydate, &preview->schedule, &one_line, &gentler);
	if (gentler.len > 0) {
		str_cut(&gentler, gentler.len - 1);
		console_tell(session->command->name, gentler.data + 1);
	}
	str_free(&gentler);
}

static bool run_start(struct session *session, struct err *err)
{
	struct preview_request request = plan_request_of(session, session_word(session, 0));
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	bool done = app_plan_start(session->app, &request, &preview, &problems, err);

	if (done) {
		struct plan_view view = plan_request_view(session, &preview);

		session->changed = true;
		if (session->json)
			start_json(session, &view);
		else
			say_started(session, &preview, &view);
		plan_view_free(&view);
	} else if (err->code == ERR_ACKNOWLEDGE) {
		tell_cautions(session, &preview);
	} else {
		plan_file_tell(session, request.plan, &problems, err);
	}
	preview_free(&preview);
	problems_free(&problems);
	return done;
}

const struct command command_plan_preview = {
	.name = "plan preview",
	.usage = "NAME|FILE [--from AMOUNT] [--start DATE] [--by DATE] [--measure AMOUNT] "
		 "[--times TIMES] [--stash AMOUNT] [--steps|--days]",
	.summary = "lays a whole plan out from an amount and a day; changes nothing",
	.examples = {{"taper plan preview steady --from 20g --start 2026-12-01",
		      "every step from 20 g a day"},
		     {"taper plan preview mine.yaml --by 2027-06-01 --stash 300g",
		      "your own file from your baseline, done by June, and how far 300 g go"}},
	.options = preview_options,
	.least_words = 1,
	.most_words = 1,
	.run = run_preview,
};

const struct command command_plan_start = {
	.name = "plan start",
	.usage = "NAME|FILE [--from AMOUNT] [--start DATE] [--by DATE] [--measure AMOUNT] "
		 "[--times TIMES] [--acknowledge] [--reason TEXT]",
	.summary = "makes a plan the one in use; 'taper undo' takes it back",
	.examples = {{"taper plan start steady", "from your baseline, tomorrow or today"},
		     {"taper plan start brisk --from 20g --acknowledge",
		      "having read its cautions and agreed"}},
	.options = start_options,
	.least_words = 1,
	.most_words = 1,
	.run = run_start,
};
