/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/receipts.h"
#include "base/plural.h"
#include "base/utf8.h"

#include "console.h"
#include "format.h"
#include "plan_file.h"
#include "table.h"

void plan_file_tell(struct session *session, const char *name, const struct problems *problems,
		    struct err *err)
{
	struct problems again = PROBLEMS_INIT;
	struct plan plan = PLAN_INIT;
	struct str path = STR_INIT;
	struct err ignored;

	if (problems->count == 0)
		return;
	if (app_plan_load(session->app, name, &plan, &path, &again, &ignored))
		plan_free(&plan);
	if (path.len == 0)
		str_add(&path, name);
	console_tell_problems(path.data, problems);
	err_set(err, ERR_FORMAT,
		"%s: can't be used with these mistakes; mend them, and look with "
		"'taper plan check'",
		path.data);
	problems_free(&again);
	str_free(&path);
}

/* The name of the plan in use, "" where there is none; to be freed. */
static bool name_in_use(struct session *session, struct str *name, struct err *err)
{
	struct plan_now now = PLAN_NOW_INIT;
	struct err none = {.code = ERR_NONE};

	if (app_plan_now(session->app, &now, &none)) {
		str_add(name, now.current->name);
		plan_now_free(&now);
		return true;
	}
	if (none.code == ERR_NOT_FOUND)
		return true;
	*err = none;
	return false;
}

static void list_json(struct session *session, const struct plan_cards *cards, const char *used)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < cards->count; i++) {
		const struct plan_card *card = &cards->cards[i];

		json_open_object(&json, NULL);
		json_text(&json, "name", card->plan.name);
		json_text(&json, "title", card->broken ? NULL : card->plan.title);
		json_text(&json, "summary", card->broken ? NULL : card->plan.summary);
		json_text(&json, "suits", card->broken ? NULL : card->plan.suits);
		json_text(&json, "unit", card->broken ? NULL : unit_name(card->plan.unit));
		json_bool(&json, "own", card->own);
		json_bool(&json, "broken", card->broken);
		json_text(&json, "passed_over", card->passed_over);
		json_bool(&json, "in_use", strcmp(card->plan.name, used) == 0);
		json_text(&json, "file", card->path);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

static void list_text(struct session *session, const struct plan_cards *cards, const char *used)
{
	static const struct table_column columns[] = {
		{.head = "Plan"},
		{.head = "Title", .shrinks = true},
		{.head = "", .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	for (size_t i = 0; i < cards->count; i++) {
		const struct plan_card *card = &cards->cards[i];
		bool in_use = strcmp(card->plan.name, used) == 0;

		table_add(&table, INK_NONE, card->plan.name);
		table_add(&table, card->broken ? INK_WARN : INK_NONE,
			  card->broken ? "has mistakes: 'taper plan check' names them"
				       : card->plan.title);
		if (in_use)
			table_add(&table, INK_GOOD, card->own ? "in use, your own" : "in use");
		else
			table_add(&table, INK_NONE, card->own ? "your own" : "");
	}
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	str_add_char(&session->out, '\n');
	looks_wrap(
		&session->looks, 0,
		"'taper plan show NAME' says how one goes and for whom it is, 'taper plan preview "
		"NAME' lays it out.",
		&session->out);
}

static bool run_list(struct session *session, struct err *err)
{
	struct plan_cards cards = PLAN_CARDS_INIT;
	struct str used = STR_INIT;
	bool done = app_plan_cards(session->app, &cards, err) && name_in_use(session, &used, err);

	if (done && cards.count == 0)
		done = err_set(err, ERR_NOT_FOUND, "there are no plans");
	else if (done && session->json)
		list_json(session, &cards, used.data);
	else if (done)
		list_text(session, &cards, used.data);
	plan_cards_free(&cards);
	str_free(&used);
	return done;
}

static void check_json(struct json *json, const char *file, const struct err *err,
		       const struct problems *problems)
{
	json_open_object(json, NULL);
	json_text(json, "file", file);
	json_bool(json, "ok", err->code == ERR_NONE);
	json_text(json, "error", err->code == ERR_NONE ? NULL : err->msg);
	json_open_list(json, "problems");
	for (size_t i = 0; i < problems->count; i++) {
		json_open_object(json, NULL);
		json_int(json, "line", problems->items[i].line);
		json_int(json, "column", problems->items[i].column);
		json_text(json, "text", problems->items[i].text);
		json_close_object(json);
	}
	json_close_list(json);
	json_close_object(json);
}

struct tally {
	size_t count, wrong, unread;
};

/* A plan with mistakes does not pass; what is no file, or no plan's name, was not looked at. */
static void check_one(struct session *session, const char *name, struct json *json,
		      struct tally *tally)
{
	struct problems problems = PROBLEMS_INIT;
	struct err err = {.code = ERR_NONE};
	struct plan plan = PLAN_INIT;
	struct str path = STR_INIT;
	bool passes = app_plan_load(session->app, name, &plan, &path, &problems, &err);
	const char *file = path.len > 0 ? path.data : name;

	tally->count++;
	if (!passes && problems.count == 0)
		tally->unread++;
	else if (!passes)
		tally->wrong++;
	if (session->json) {
		check_json(json, file, &err, &problems);
	} else if (passes) {
		utf8_add_clean(&session->out, file);
		str_add(&session->out, ": ok\n");
	} else {
		console_tell_problems(file, &problems);
		if (problems.count == 0)
			console_tell(NULL, err.msg);
	}
	plan_free(&plan);
	problems_free(&problems);
	str_free(&path);
}

static bool answer_of(const struct tally *tally, struct err *err)
{
	if (tally->unread > 0 && tally->wrong > 0)
		return err_set(err, ERR_USAGE,
			       plural_of((int64_t)tally->wrong,
					 "%zu of %zu does not pass, and %zu can't be read; mend "
					 "what is named above",
					 "%zu of %zu do not pass, and %zu can't be read; mend what "
					 "is named above"),
			       tally->wrong, tally->count, tally->unread);
	if (tally->unread > 0)
		return err_set(err, ERR_USAGE,
			       "%zu of %zu can't be read; name plan files, or plans of "
			       "'taper plan list'",
			       tally->unread, tally->count);
	if (tally->wrong > 0)
		return err_set(err, ERR_NOT_FOUND,
			       plural_of((int64_t)tally->wrong,
					 "%zu of %zu does not pass; mend what is named above",
					 "%zu of %zu do not pass; mend what is named above"),
			       tally->wrong, tally->count);
	return true;
}

static bool run_check(struct session *session, struct err *err)
{
	struct json json = JSON_INIT;
	struct tally tally = {.count = 0};

	json_open_list(&json, NULL);
	for (size_t i = 0; i < session->options.word_count; i++)
		check_one(session, session_word(session, i), &json, &tally);
	json_close_list(&json);
	if (session->json)
		session_take_json(session, &json);
	json_free(&json);
	return answer_of(&tally, err);
}

static void explain_doses(struct json *json, const struct receipt *receipt)
{
	json_open_list(json, "doses");
	for (size_t i = 0; i < receipt->slot_count; i++)
		json_amount(json, NULL, receipt->doses[i]);
	json_close_list(json);
}

static void explain_json(struct session *session, const struct receipt *receipt)
{
	const struct {
		const char *key;
		struct amount amount;
	} amounts[] = {
		{"target", receipt->target},   {"before", receipt->before},
		{"asked", receipt->asked},     {"ideal", receipt->ideal},
		{"measure", receipt->measure}, {"target_before", receipt->planned_before},
		{"cut", receipt->cut},
	};
	struct json json = JSON_INIT;
	struct str rule = STR_INIT;
	char day[DAY_TEXT_SIZE];

	json_open_object(&json, NULL);
	json_text(&json, "date", day_iso(receipt->day, day));
	json_text(&json, "unit", unit_name(receipt->unit));
	if (receipt->phase > 0) {
		phase_describe(&receipt->rule, receipt->unit, &rule);
		json_int(&json, "phase", receipt->phase);
		json_text(&json, "rule", rule.data);
	} else {
		json_null(&json, "phase");
		json_null(&json, "rule");
	}
	json_factor(&json, "factor", receipt->factor);
	json_text(&json, "change", revision_kind_name(receipt->change));
	json_text(&json, "changed_on", day_iso(receipt->changed, day));
	json_text(&json, "on_hold_since", receipt->held ? day_iso(receipt->held_since, day) : NULL);
	for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++)
		json_amount(&json, amounts[i].key, amounts[i].amount);
	explain_doses(&json, receipt);
	json_close_object(&json);
	session_take_json(session, &json);
	str_free(&rule);
}

static bool run_explain(struct session *session, struct err *err)
{
	struct receipt receipt;

	if (!app_plan_receipt(session->app, session_word(session, 0), &receipt, err))
		return false;
	if (session->json)
		explain_json(session, &receipt);
	else
		receipt_write(&receipt, &session->out);
	return true;
}

const struct command command_plan_list = {
	.name = "plan list",
	.usage = "",
	.summary = "lists the plans there are to choose from, the gentlest first",
	.examples = {{"taper plan list", "names, titles and what each is"},
		     {"taper plan list --json", "the same for a program"}},
	.run = run_list,
};

const struct command command_plan_check = {
	.name = "plan check",
	.usage = "FILE...",
	.summary =
		"names every mistake in plan files, with line, column and what is allowed; changes "
		"nothing",
	.examples = {{"taper plan check mine.yaml", "'mine.yaml: ok', or what to mend"},
		     {"taper plan check plans/*.yaml",
		      "a whole folder; exits 1 if any has a mistake"}},
	.least_words = 1,
	.most_words = WORDS_ANY,
	.run = run_check,
};

const struct command command_plan_explain = {
	.name = "plan explain",
	.usage = "[DATE]",
	.summary = "shows the arithmetic of a day of the plan in use; without a date, of today",
	.examples = {{"taper plan explain", "why today's amount is what it is"},
		     {"taper plan explain 2026-12-24", "the same for that day"}},
	.most_words = 1,
	.run = run_explain,
};
