/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/selfcheck.h"

#include "ask_yes.h"
#include "format.h"

static bool ask(struct session *session, const struct selfcheck_book *book, bool *yes)
{
	struct str question = STR_INIT;
	bool answered = true;

	looks_wrap(&session->looks, 0, book->intro, &session->out);
	str_add_char(&session->out, '\n');
	for (size_t i = 0; i < book->count && answered; i++) {
		str_reset(&question);
		str_addf(&question, "%zu. %s", i + 1, book->questions[i].ask);
		answered = ask_yes(session, question.data, NULL, &yes[i]);
	}
	str_add_char(&session->out, '\n');
	str_free(&question);
	return answered;
}

static void add_json(struct session *session, const struct selfcheck_book *book, const bool *yes,
		     bool stored)
{
	struct selfcheck_result result = selfcheck_of(book, yes);
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_int(&json, "yes", result.yes);
	json_int(&json, "questions", (int64_t)book->count);
	json_text(&json, "text", result.says);
	json_bool(&json, "only_tolerance_and_withdrawal", result.only_bodily);
	json_bool(&json, "stored", stored);
	json_open_list(&json, "answers");
	for (size_t i = 0; i < book->count; i++) {
		json_open_object(&json, NULL);
		json_text(&json, "id", book->questions[i].id);
		json_text(&json, "ask", book->questions[i].ask);
		json_bool(&json, "yes", yes[i]);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_text(struct session *session, const struct selfcheck_book *book, const bool *yes)
{
	struct selfcheck_result result = selfcheck_of(book, yes);
	struct str line = STR_INIT;

	str_addf(&line, "%d of %zu were a yes", result.yes, book->count);
	looks_ink(&session->looks, INK_HEAD, line.data, &session->out);
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, result.says, &session->out);
	looks_wrap(&session->looks, 0, book->always, &session->out);
	str_reset(&line);
	for (size_t i = 0; i < book->source_count; i++)
		str_addf(&line, "%s%s", i == 0 ? "Sources: " : ", ", book->sources[i]);
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

static bool give(struct session *session, const struct selfcheck_book *book, const bool *yes,
		 struct err *err)
{
	bool store = session_has(session, OPTION_STORE);

	if (store && !app_selfcheck_store(session->app, book, yes, err))
		return false;
	session->changed = session->changed || store;
	if (session->json) {
		add_json(session, book, yes, store);
		return true;
	}
	add_text(session, book, yes);
	if (store)
		str_add(&session->out,
			"Your answers are kept; 'taper undo' takes them out again.\n");
	return true;
}

/* Without a terminal: what was kept, or the questions themselves. */
static bool show(struct session *session, const struct selfcheck_book *book, struct err *err)
{
	bool yes[SELFCHECK_MAX] = {false};
	char text[DAY_TEXT_SIZE];
	struct day day;
	struct err none;

	if (app_selfcheck_last(session->app, book, yes, &day, &none)) {
		if (!session->json)
			str_addf(&session->out, "As you answered on %s:\n", day_full(day, text));
		if (session->json)
			add_json(session, book, yes, true);
		else
			add_text(session, book, yes);
		return true;
	}
	if (none.code != ERR_NOT_FOUND) {
		*err = none;
		return false;
	}
	looks_wrap(&session->looks, 0, book->intro, &session->out);
	for (size_t i = 0; i < book->count; i++) {
		str_addf(&session->out, "%3zu. ", i + 1);
		str_add(&session->out, book->questions[i].ask);
		str_add_char(&session->out, '\n');
	}
	return err_set(err, ERR_USAGE,
		       "here is no terminal to answer at; give --answers with y or n for each of "
		       "the %zu questions",
		       book->count);
}

static bool run(struct session *session, struct err *err)
{
	const char *answers = session_option(session, OPTION_ANSWERS);
	bool yes[SELFCHECK_MAX] = {false};
	struct selfcheck_book book;

	if (!app_selfcheck(session->app, &book, err))
		return false;
	if (answers != NULL)
		return selfcheck_read(&book, answers, yes, err) && give(session, &book, yes, err);
	if (!ask_can(session))
		return show(session, &book, err);
	if (!ask(session, &book, yes))
		return ask_left(err);
	return give(session, &book, yes, err);
}

static const struct option_spec options[] = {
	{OPTION_ANSWERS, 0, "answers", "YN", "the answers in their order: yynnnnnnnyy"},
	{OPTION_STORE, 0, "store", NULL, "keep the answers in your log; otherwise nothing is kept"},
	{.name = NULL},
};

const struct command command_self_check = {
	.name = "self-check",
	.usage = "[--answers YN] [--store]",
	.summary =
		"eleven questions to yourself about kratom; no diagnosis, and not kept unless you "
		"ask",
	.examples = {{"taper self-check", "asks them one by one"},
		     {"taper self-check --answers nnnnnnnnnyy", "the same from a script"}},
	.options = options,
	.run = run,
};
