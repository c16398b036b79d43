/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "base/plural.h"

#include "base/utf8.h"

#include "console.h"
#include "guidance_json.h"

static enum ink ink_of(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_READY:
		return INK_GOOD;
	case VERDICT_GENTLY:
	case VERDICT_HOLD:
		return INK_WARN;
	case VERDICT_UNKNOWN:
	case VERDICT_COUNT:
		return INK_HEAD;
	}
	return INK_NONE;
}

static void add_reason(struct session *session, const struct readiness_reason *reason)
{
	struct str line = STR_INIT;

	str_add_char(&session->out, '\n');
	str_addf(&line, "%s (%s)", reason->because, reason->id);
	looks_wrap(&session->looks, 2, line.data, &session->out);
	str_reset(&line);
	str_addf(&line, "Rule: %s.", reason->rule);
	looks_wrap(&session->looks, 4, line.data, &session->out);
	str_reset(&line);
	str_addf(&line, "Found: %s.", reason->figures);
	looks_wrap(&session->looks, 4, line.data, &session->out);
	str_reset(&line);
	str_addf(&line, "Sources: %s%s.", reason->sources[0] != '\0' ? reason->sources : "",
		 reason->sources[0] != '\0' ? "; the threshold is taper's own setting"
					    : "taper's own setting");
	looks_wrap(&session->looks, 4, line.data, &session->out);
	str_free(&line);
}

static void show_text(struct session *session, const struct readiness *readiness)
{
	struct str *out = &session->out;

	if (readiness->applies) {
		looks_ink(&session->looks, ink_of(readiness->verdict),
			  verdict_title(readiness->verdict), out);
		str_add_char(out, '\n');
	}
	for (size_t i = 0; i < readiness->reason_count; i++) {
		if (!readiness->reasons[i].again)
			add_reason(session, &readiness->reasons[i]);
	}
	if (readiness->reason_count > 0)
		str_add_char(out, '\n');
	looks_wrap(&session->looks, 0, readiness->say, out);
	if (readiness->applies)
		looks_wrap(&session->looks, 0,
			   "taper proposes and never acts. 'taper guidance list' tells the rules, "
			   "'taper guidance backtest' what they would have said so far.",
			   out);
}

static bool run_show(struct session *session, struct err *err)
{
	struct readiness readiness;
	struct json json = JSON_INIT;

	if (!app_readiness(session->app, &readiness, err))
		return false;
	if (session->json) {
		json_readiness(&json, NULL, &readiness);
		session_take_json(session, &json);
	} else {
		show_text(session, &readiness);
	}
	readiness_free(&readiness);
	return true;
}

static void list_text(struct session *session, const struct guidance *guidance)
{
	const struct rules *rules = &guidance->rules;
	struct str line = STR_INIT;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *rule = &rules->items[i];

		looks_ink(&session->looks, INK_HEAD, rule->id, &session->out);
		str_addf(&session->out, "  %s\n", verdict_title(rule->say));
		str_reset(&line);
		rule_describe(rule, &line);
		str_add(&line, ".");
		looks_wrap(&session->looks, 2, line.data, &session->out);
		looks_wrap(&session->looks, 2, rule->because, &session->out);
		str_reset(&line);
		for (size_t s = 0; s < rule->source_count; s++)
			str_addf(&line, "%s%s", s == 0 ? "Sources: " : ", ", rule->sources[s]);
		if (line.len > 0)
			looks_wrap(&session->looks, 2, line.data, &session->out);
		str_add_char(&session->out, '\n');
	}
	str_reset(&line);
	str_addf(&line,
		 "Where no rule speaks it is \"Ready\", once %d of the last %d days have a "
		 "check-in. %s",
		 rules->needs, rules->needs_of, rules->note);
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_reset(&line);
	str_addf(&line, "%s: %s", guidance->own ? "Your own file" : "File", guidance->path);
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

static bool run_list(struct session *session, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct guidance guidance;
	struct json json = JSON_INIT;
	bool done = app_guidance(session->app, NULL, &guidance, &problems, err);

	if (done && session->json) {
		json_guidance(&json, NULL, &guidance);
		session_take_json(session, &json);
	} else if (done) {
		list_text(session, &guidance);
	}
	guidance_free(&guidance);
	problems_free(&problems);
	return done;
}

static const char *const measures[] = {
	[SIGN_POINTS] = "points, 0 to 4", [SIGN_HOURS] = "hours",   [SIGN_DAYS] = "days",
	[SIGN_TIMES] = "a number",        [SIGN_YES] = "yes or no",
};

static void signals_json(struct session *session)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (int i = 0; i < SIGN_KIND_COUNT; i++) {
		const struct sign_info *info = sign_info((enum sign_kind)i);

		json_open_object(&json, NULL);
		json_text(&json, "signal", info->name);
		json_text(&json, "counted_in", measures[info->measure]);
		json_text(&json, "says", info->says);
		json_text(&json, "how", info->how);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

static bool run_signals(struct session *session, struct err *err)
{
	struct str line = STR_INIT;

	(void)err;
	if (session->json) {
		signals_json(session);
		return true;
	}
	for (int i = 0; i < SIGN_KIND_COUNT; i++) {
		const struct sign_info *info = sign_info((enum sign_kind)i);

		looks_ink(&session->looks, INK_HEAD, info->name, &session->out);
		str_addf(&session->out, "  %s\n", measures[info->measure]);
		str_reset(&line);
		str_addf(&line, "%s: %s.", info->says, info->how);
		looks_wrap(&session->looks, 2, line.data, &session->out);
	}
	str_free(&line);
	return true;
}

static void check_json(struct session *session, const char *file, const struct err *err,
		       const struct problems *problems)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "file", file);
	json_bool(&json, "ok", err->code == ERR_NONE);
	json_text(&json, "error", err->code == ERR_NONE ? NULL : err->msg);
	json_open_list(&json, "problems");
	for (size_t i = 0; i < problems->count; i++) {
		json_open_object(&json, NULL);
		json_int(&json, "line", problems->items[i].line);
		json_int(&json, "column", problems->items[i].column);
		json_text(&json, "text", problems->items[i].text);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static bool run_check(struct session *session, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct err found = {.code = ERR_NONE};
	struct guidance guidance;
	bool passes =
		app_guidance(session->app, session_word(session, 0), &guidance, &problems, &found);
	size_t wrong = problems.count + problems.more;

	if (session->json) {
		check_json(session, guidance.path, &found, &problems);
	} else if (passes) {
		utf8_add_clean(&session->out, guidance.path);
		str_addf(&session->out,
			 plural_of((int64_t)guidance.rules.count, ": ok, %zu rule\n",
				   ": ok, %zu rules\n"),
			 guidance.rules.count);
	} else {
		console_tell_problems(guidance.path, &problems);
	}
	if (!passes && wrong == 0)
		*err = found;
	else if (!passes)
		err_set(err, ERR_NOT_FOUND, "the file does not pass; mend what is named above");
	guidance_free(&guidance);
	problems_free(&problems);
	return passes;
}

const struct command command_guidance_show = {
	.name = "guidance show",
	.usage = "",
	.summary = "what the last days say about the next step: ready, go gently, or consider "
		   "holding, with every signal that led there; changes nothing",
	.examples = {{"taper guidance", "the same in fewer letters"},
		     {"taper guidance --json", "the verdict, the rules and the figures"}},
	.run = run_show,
};

const struct command command_guidance_list = {
	.name = "guidance list",
	.usage = "",
	.summary = "the rules behind it, in words",
	.more = "A guidance.yaml in taper's settings folder turns rules off and adds your own; "
		"'man 5 taper-guidance' tells how.",
	.examples = {{"taper guidance list", "every rule and where it comes from"},
		     {"taper guidance list --json", "the same for a program"}},
	.run = run_list,
};

const struct command command_guidance_signals = {
	.name = "guidance signals",
	.usage = "",
	.summary = "the signals a rule can use, and how each comes about",
	.examples = {{"taper guidance signals", "names for a rule of your own"},
		     {"taper guidance signals --json", "the same for a program"}},
	.without_app = true,
	.run = run_signals,
};

const struct command command_guidance_check = {
	.name = "guidance check",
	.usage = "FILE",
	.summary = "names every mistake in a file of rules; changes nothing",
	.examples = {{"taper guidance check guidance.yaml", "'guidance.yaml: ok', or what to mend"},
		     {"taper guidance check ~/.config/taper/guidance.yaml", "your own rules"}},
	.least_words = 1,
	.most_words = 1,
	.run = run_check,
};
