/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/planning.h"
#include "base/utf8.h"

#include "format.h"
#include "plan_file.h"
#include "plan_request.h"

static const struct option_spec show_options[] = {
	{OPTION_STASH, 0, "stash", "AMOUNT", "what you have; says how far it goes"},
	{OPTION_FROM, 'f', "from", "AMOUNT", "with NAME: lays it out from that amount a day"},
	{OPTION_START, 's', "start", "DATE", "with NAME: from that day"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "with NAME: for what your scale can weigh"},
	{OPTION_STEPS, 0, "steps", NULL, "one row a step (the usual)"},
	{OPTION_DAYS, 0, "days", NULL, "one row a day"},
	{.name = NULL},
};

static void in_use_json(struct session *session, const struct plan_now *now,
			const struct plan_view *view)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	plan_view_json(view, session_has(session, OPTION_DAYS), &json);
	json_day(&json, "today", now->today);
	json_text(&json, "reason", now->current->reason);
	json_text(&json, "acknowledged", now->current->acknowledged);
	plan_view_changes_json(now, &json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void in_use_text(struct session *session, const struct plan_view *view)
{
	struct str *out = &session->out;

	plan_view_head(view, &session->looks, out);
	if (session_has(session, OPTION_DAYS))
		plan_view_days(view, &session->looks, out);
	else
		plan_view_steps(view, &session->looks, out);
}

static bool show_in_use(struct session *session, struct err *err)
{
	struct plan_now now = PLAN_NOW_INIT;
	struct plan_view view;

	if (!app_plan_now(session->app, &now, err))
		return false;
	view = (struct plan_view){
		.name = now.current->name,
		.title = now.current->title,
		.reason = now.current->reason,
		.agreed = now.current->acknowledged[0] != '\0',
		.schedule = &now.schedule,
		.pace = &now.pace,
		.factor = now.current->factor,
		.has_today = true,
		.today = now.today,
		.now = &now,
	};
	if (!plan_request_stash(session, now.today, &view, err)) {
		plan_now_free(&now);
		return false;
	}
	plan_view_add_past(&view, &now.course);
	plan_view_add_levels(&view);
	if (session->json)
		in_use_json(session, &now, &view);
	else
		in_use_text(session, &view);
	plan_view_free(&view);
	plan_now_free(&now);
	return true;
}

static void named_json(struct session *session, const struct plan *plan, const char *path)
{
	struct json json = JSON_INIT;
	char text[MOMENT_TEXT_SIZE];

	json_open_object(&json, NULL);
	json_text(&json, "plan", plan->name);
	json_text(&json, "title", plan->title);
	json_text(&json, "summary", plan->summary);
	json_text(&json, "suits", plan->suits);
	json_text(&json, "unit", unit_name(plan->unit));
	json_amount(&json, "measure", plan->measure);
	json_amount(&json, "goal", plan->goal);
	json_amount(&json, "smallest", plan->smallest);
	json_open_list(&json, "slots");
	for (size_t i = 0; i < plan->slot_count; i++) {
		const struct slot *slot = &plan->slots[i];

		json_open_object(&json, NULL);
		json_text(&json, "at", slot->minute < 0 ? NULL : minute_text(slot->minute, text));
		json_text(&json, "name", slot->name);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_open_list(&json, "phases");
	for (size_t i = 0; i < plan->phase_count; i++) {
		struct str words = STR_INIT;

		phase_describe(&plan->phases[i], plan->unit, &words);
		json_text(&json, NULL, words.data);
		str_free(&words);
	}
	json_close_list(&json);
	json_open_list(&json, "sources");
	for (size_t i = 0; i < plan->source_count; i++)
		json_text(&json, NULL, plan->sources[i]);
	json_close_list(&json);
	json_text(&json, "file", path);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_slots(const struct plan *plan, const struct looks *looks, struct str *out)
{
	struct str line = STR_INIT;
	char text[MOMENT_TEXT_SIZE];

	for (size_t i = 0; i < plan->slot_count; i++) {
		const struct slot *slot = &plan->slots[i];

		str_add(&line, i > 0 ? ", " : "");
		if (slot->minute >= 0)
			str_add(&line, minute_text(slot->minute, text));
		if (slot->name[0] != '\0')
			str_addf(&line, "%s%s", slot->minute >= 0 ? " " : "", slot->name);
	}
	looks_fact(looks, "Doses", line.len > 0 ? line.data : "one a day", out);
	str_free(&line);
}

static void named_text(struct session *session, const struct plan *plan, const char *path)
{
	struct str *out = &session->out;
	struct str line = STR_INIT;
	char text[AMOUNT_TEXT_SIZE];

	looks_ink(&session->looks, INK_HEAD, plan->title, out);
	str_add_char(out, '\n');
	if (plan->summary[0] != '\0')
		looks_wrap(&session->looks, 2, plan->summary, out);
	if (plan->suits[0] != '\0')
		looks_wrap(&session->looks, 2, plan->suits, out);
	str_add_char(out, '\n');
	looks_fact(&session->looks, "Plan", plan->name, out);
	looks_fact(&session->looks, "File", path, out);
	looks_fact(&session->looks, "Scale", amount_with_unit(plan->measure, plan->unit, text),
		   out);
	add_slots(plan, &session->looks, out);
	if (plan->smallest.nano > 0)
		looks_fact(&session->looks, "Smallest",
			   amount_with_unit(plan->smallest, plan->unit, text), out);
	for (size_t i = 0; i < plan->phase_count; i++) {
		str_reset(&line);
		phase_describe(&plan->phases[i], plan->unit, &line);
		looks_fact(&session->looks, i == 0 ? "Steps" : "then", line.data, out);
	}
	looks_fact(&session->looks, "Goal", amount_with_unit(plan->goal, plan->unit, text), out);
	str_reset(&line);
	for (size_t i = 0; i < plan->source_count; i++)
		str_addf(&line, "%s%s", i > 0 ? ", " : "", plan->sources[i]);
	if (line.len > 0)
		looks_fact(&session->looks, "Sources", line.data, out);
	str_add(out, "\n'taper plan preview ");
	utf8_add_clean(out, session_word(session, 0));
	str_add(out, " --from AMOUNT' lays it out.\n");
	str_free(&line);
}

static bool show_named(struct session *session, const char *name, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct plan plan = PLAN_INIT;
	struct str path = STR_INIT;
	bool done = app_plan_load(session->app, name, &plan, &path, &problems, err);

	if (!done)
		plan_file_tell(session, name, &problems, err);
	else if (session->json)
		named_json(session, &plan, path.data);
	else
		named_text(session, &plan, path.data);
	plan_free(&plan);
	problems_free(&problems);
	str_free(&path);
	return done;
}

/* Any of these asks for days, and a plan has none before it is laid out. */
static bool wants_layout(const struct session *session)
{
	static const enum option_id ids[] = {OPTION_STASH,   OPTION_FROM,  OPTION_START,
					     OPTION_MEASURE, OPTION_STEPS, OPTION_DAYS};

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		if (session_has(session, ids[i]))
			return true;
	}
	return false;
}

static bool run(struct session *session, struct err *err)
{
	const char *name = session_word(session, 0);

	if (name != NULL && wants_layout(session))
		return plan_request_show(session, name, err);
	if (name != NULL)
		return show_named(session, name, err);
	if (session_has(session, OPTION_FROM) || session_has(session, OPTION_START) ||
	    session_has(session, OPTION_MEASURE))
		return err_set(err, ERR_USAGE,
			       "the plan in use has its amounts and days already; name a plan to "
			       "lay it out from others");
	return show_in_use(session, err);
}

const struct command command_plan_show = {
	.name = "plan show",
	.usage = "[NAME|FILE] [--stash AMOUNT] [--from AMOUNT] [--start DATE] [--steps|--days]",
	.summary = "shows a plan in full; without a name the plan in use as it stands now, the "
		   "past as it was",
	.examples = {{"taper plan show --stash 300g",
		      "every step of the plan in use, and how far 300 g go from today"},
		     {"taper plan show gentle", "how the plan 'gentle' goes, and its sources"}},
	.options = show_options,
	.most_words = 1,
	.run = run,
};
