/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/revising.h"

#include "console.h"
#include "plan_file.h"
#include "plan_view.h"
#include "revise_view.h"

#define OPTIONS_OF_ALL                                                                             \
	{OPTION_DRY_RUN, 'n', "dry-run", NULL, "show before and after; change nothing"},           \
	{                                                                                          \
		OPTION_REASON, 0, "reason", "TEXT", "why, in your own words"                       \
	}

static const struct option_spec common[] = {
	OPTIONS_OF_ALL,
	{.name = NULL},
};

static const struct option_spec replan_options[] = {
	{OPTION_FROM, 'f', "from", "AMOUNT", "'baseline' or an amount, not above today's target"},
	{OPTION_BY, 'b', "by", "DATE", "reach the goal by then, with the gentlest cuts that do"},
	{OPTION_START, 's', "start", "DATE", "first day; else tomorrow, or today before a dose"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "the smallest amount your scale can weigh"},
	{OPTION_ACKNOWLEDGE, 0, "acknowledge", NULL, "you have read the cautions and agree"},
	OPTIONS_OF_ALL,
	{.name = NULL},
};

static void tell_cautions(const struct session *session, const struct revise_preview *preview)
{
	for (size_t i = 0; i < preview->pace.caution_count; i++) {
		const struct caution *caution = &preview->pace.cautions[i];
		struct str line = STR_INIT;

		str_addf(&line, "%s: %s", plan_view_caution_name(caution, false), caution->text);
		console_tell(session->command->name, line.data);
		str_free(&line);
	}
}

static void show(struct session *session, const struct revise_preview *preview, bool made)
{
	struct json json = JSON_INIT;

	if (!session->json) {
		revise_view_text(preview, made, &session->looks, &session->out);
		return;
	}
	revise_view_json(preview, made, &json);
	session_take_json(session, &json);
}

static bool revise(struct session *session, struct revise_request *request, struct err *err)
{
	bool dry_run = session_has(session, OPTION_DRY_RUN);
	struct revise_preview preview = REVISE_PREVIEW_INIT;
	struct problems problems = PROBLEMS_INIT;
	bool done;

	request->reason = session_option(session, OPTION_REASON);
	if (dry_run)
		done = app_revise_preview(session->app, request, &preview, &problems, err);
	else
		done = app_revise_apply(session->app, request, &preview, &problems, err);
	if (done) {
		session->changed = !dry_run;
		show(session, &preview, !dry_run);
	} else if (err->code == ERR_ACKNOWLEDGE) {
		tell_cautions(session, &preview);
	} else if (request->plan != NULL) {
		plan_file_tell(session, request->plan, &problems, err);
	}
	revise_preview_free(&preview);
	problems_free(&problems);
	return done;
}

static bool run_hold(struct session *session, struct err *err)
{
	struct revise_request request = {.kind = REVISION_HOLD, .days = session_word(session, 0)};

	return revise(session, &request, err);
}

static bool run_resume(struct session *session, struct err *err)
{
	struct revise_request request = {.kind = REVISION_RESUME};

	return revise(session, &request, err);
}

static bool run_slow(struct session *session, struct err *err)
{
	struct revise_request request = {.kind = REVISION_SLOW, .factor = session_word(session, 0)};

	return revise(session, &request, err);
}

static bool run_back(struct session *session, struct err *err)
{
	struct revise_request request = {.kind = REVISION_BACK};

	return revise(session, &request, err);
}

static bool run_replan(struct session *session, struct err *err)
{
	struct revise_request request = {
		.kind = REVISION_REPLAN,
		.plan = session_word(session, 0),
		.from = session_option(session, OPTION_FROM),
		.start = session_option(session, OPTION_START),
		.measure = session_option(session, OPTION_MEASURE),
		.by = session_option(session, OPTION_BY),
		.acknowledge = session_has(session, OPTION_ACKNOWLEDGE),
	};

	return revise(session, &request, err);
}

static bool run_stop(struct session *session, struct err *err)
{
	struct revise_request request = {.kind = REVISION_STOP};

	return revise(session, &request, err);
}

const struct command command_plan_hold = {
	.name = "plan hold",
	.usage = "[DAYS] [--dry-run] [--reason TEXT]",
	.summary = "keeps today's amount for some days more, or until you go on; all later days "
		   "wait as long",
	.examples = {{"taper plan hold 7 --reason 'a bad week'", "seven days more, then on"},
		     {"taper plan hold --dry-run", "what staying here until you go on would mean"}},
	.options = common,
	.most_words = 1,
	.run = run_hold,
};

const struct command command_plan_resume = {
	.name = "plan resume",
	.usage = "[--dry-run] [--reason TEXT]",
	.summary = "ends a hold: the plan goes on tomorrow, or today before a dose",
	.examples = {{"taper plan resume", "goes on where it was"},
		     {"taper plan resume --dry-run", "the next step and the last day if you did"}},
	.options = common,
	.run = run_resume,
};

const struct command command_plan_slow = {
	.name = "plan slow",
	.usage = "[PART] [--dry-run] [--reason TEXT]",
	.summary = "makes the cuts that are left smaller, by half where nothing else is said",
	.examples = {{"taper plan slow", "half of each cut, in the same rhythm"},
		     {"taper plan slow 0.75 --dry-run", "what three quarters would mean"}},
	.options = common,
	.most_words = 1,
	.run = run_slow,
};

const struct command command_plan_back = {
	.name = "plan back",
	.usage = "[--dry-run] [--reason TEXT]",
	.summary = "steps back to the level before this one for 14 days; the cuts after it are "
		   "half as large",
	.examples = {{"taper plan back --reason 'no sleep'", "one level back, never further"},
		     {"taper plan back --dry-run", "what it would mean"}},
	.options = common,
	.run = run_back,
};

const struct command command_plan_replan = {
	.name = "plan replan",
	.usage = "[NAME|FILE] [--from baseline|AMOUNT] [--by DATE] [--start DATE] [--measure "
		 "AMOUNT] "
		 "[--acknowledge] [--dry-run] [--reason TEXT]",
	.summary =
		"goes on with a new plan, or the same one at a new pace, never from more than is "
		"planned now",
	.more = "Without --from it begins from today's target, or from the mean of your last 7 "
		"days "
		"where you took less. Without a name it is the plan in use.",
	.examples = {{"taper plan replan gentle", "another plan from here"},
		     {"taper plan replan --by 2027-12-01 --dry-run",
		      "the same plan with another end"}},
	.options = replan_options,
	.most_words = 1,
	.run = run_replan,
};

const struct command command_plan_stop = {
	.name = "plan stop",
	.usage = "[--dry-run] [--reason TEXT]",
	.summary = "ends the plan in use; its history stays",
	.examples = {{"taper plan stop", "from tomorrow, or today before a dose, there is none"},
		     {"taper undo", "takes it back"}},
	.options = common,
	.run = run_stop,
};
