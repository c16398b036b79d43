/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/receipts.h"
#include "base/plural.h"

#include "format.h"
#include "plan_file.h"

enum { MARK_WIDTH = 2, TEXT_AT = 4 };

static const struct option_spec options[] = {
	{OPTION_FROM, 'f', "from", "AMOUNT", "from this amount a day only; else from every one"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "the smallest amount your scale can weigh"},
	{.name = NULL},
};

static int count_held(const struct verified *verified)
{
	int held = 0;

	for (int i = 0; i < PROOF_COUNT; i++)
		held += verified->proofs[i].holds;
	return held;
}

/* "600 starting amounts from 0.1 g to 60 g" */
static void add_range(const struct verified *verified, struct str *out)
{
	char from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE];

	amount_with_unit(verified->from, verified->unit, from);
	if (verified->laid_out == 1)
		str_addf(out, "from %s a day", from);
	else
		str_addf(out, "for %d starting amounts from %s to %s", verified->laid_out, from,
			 amount_with_unit(verified->to, verified->unit, to));
}

/* The rest of a line that has its first two columns, broken below itself. */
static void add_hanging(struct session *session, const char *text)
{
	struct str lines = STR_INIT;

	looks_wrap(&session->looks, TEXT_AT, text, &lines);
	str_add_repeat(&session->out, " ", TEXT_AT - MARK_WIDTH);
	str_add(&session->out, lines.data + TEXT_AT);
	str_free(&lines);
}

static void add_text(struct session *session, const struct verified *verified)
{
	char scale[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	for (int i = 0; i < PROOF_COUNT; i++) {
		const struct proof *proof = &verified->proofs[i];

		looks_ink(&session->looks, proof->holds ? INK_GOOD : INK_WARN,
			  proof->holds ? "ok" : "no", &session->out);
		str_reset(&line);
		str_add(&line, proof_text((enum proof_id)i));
		if (!proof->holds)
			str_addf(&line, ": %s", proof->detail);
		add_hanging(session, line.data);
	}
	str_reset(&line);
	str_addf(&line, "%d of %d true, ", count_held(verified), PROOF_COUNT);
	add_range(verified, &line);
	if (session_word(session, 0) == NULL)
		str_add(&line, ", in the plan in use");
	else
		str_addf(&line, ", in steps of %s",
			 amount_with_unit(verified->measure, verified->unit, scale));
	if (verified->changes > 0)
		str_addf(&line,
			 plural_of(verified->changes, " and its %d change", " and its %d changes"),
			 verified->changes);
	if (verified->stepped_back)
		str_add(&line, "; a step back begins at the level before, as was asked for");
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

static void add_json(struct session *session, const struct verified *verified)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "plan", session_word(session, 0));
	json_bool(&json, "ok", verified->all);
	json_int(&json, "held", count_held(verified));
	json_int(&json, "laid_out", verified->laid_out);
	json_int(&json, "changes", verified->changes);
	json_text(&json, "unit", unit_name(verified->unit));
	json_amount(&json, "measure", verified->measure);
	json_amount(&json, "from", verified->from);
	json_amount(&json, "to", verified->to);
	if (verified->all)
		json_null(&json, "failed_at");
	else
		json_amount(&json, "failed_at", verified->failed_at);
	json_open_list(&json, "proofs");
	for (int i = 0; i < PROOF_COUNT; i++) {
		json_open_object(&json, NULL);
		json_text(&json, "id", proof_name((enum proof_id)i));
		json_bool(&json, "holds", verified->proofs[i].holds);
		json_text(&json, "text", proof_text((enum proof_id)i));
		json_text(&json, "detail", verified->proofs[i].detail);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static bool answer_of(struct session *session, const struct verified *verified, struct err *err)
{
	int failed = PROOF_COUNT - count_held(verified);
	char from[AMOUNT_TEXT_SIZE];

	if (verified->all)
		return true;
	amount_with_unit(verified->failed_at, verified->unit, from);
	if (session_word(session, 0) == NULL)
		return err_set(err, ERR_NOT_FOUND,
			       plural_of(failed,
					 "%d of %d does not hold in the plan in use, begun from %s "
					 "a day; 'taper plan start' lays a plan out anew",
					 "%d of %d do not hold in the plan in use, begun from %s a "
					 "day; 'taper plan start' lays a plan out anew"),
			       failed, PROOF_COUNT, from);
	return err_set(err, ERR_NOT_FOUND,
		       plural_of(failed,
				 "%d of %d does not hold, first from %s a day; don't follow "
				 "this plan as it is",
				 "%d of %d do not hold, first from %s a day; don't follow "
				 "this plan as it is"),
		       failed, PROOF_COUNT, from);
}

static bool run(struct session *session, struct err *err)
{
	struct preview_request request = {.plan = session_word(session, 0),
					  .from = session_option(session, OPTION_FROM),
					  .measure = session_option(session, OPTION_MEASURE)};
	struct problems problems = PROBLEMS_INIT;
	struct verified verified;
	bool done;

	if (request.plan == NULL && (request.from != NULL || request.measure != NULL))
		return err_set(err, ERR_USAGE,
			       "the plan in use has its starting amount and scale already; name a "
			       "plan to prove it with others");
	done = app_plan_verify(session->app, &request, &verified, &problems, err);
	if (!done && request.plan != NULL)
		plan_file_tell(session, request.plan, &problems, err);
	if (done && session->json)
		add_json(session, &verified);
	else if (done)
		add_text(session, &verified);
	if (done)
		done = answer_of(session, &verified, err);
	problems_free(&problems);
	return done;
}

const struct command command_plan_verify = {
	.name = "plan verify",
	.usage = "[NAME|FILE] [--from AMOUNT] [--measure AMOUNT]",
	.summary = "proves a plan from its numbers: parts add up, nothing rises, no gap, no cut "
		   "deeper than asked; without a name the plan in use",
	.examples = {{"taper plan verify", "every proof of the plan in use, from its stored days"},
		     {"taper plan verify mine.yaml",
		      "your own file, from every amount your scale can show up to 60 g"}},
	.options = options,
	.most_words = 1,
	.run = run,
};
