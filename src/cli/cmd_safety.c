/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "ask_yes.h"
#include "format.h"
#include "safety_ask.h"

static const char *const gate_words[] = {
	[SAFETY_STOP] = "stop",
	[SAFETY_ASK] = "clinician",
	[SAFETY_NOTE] = "note",
};

static const char *stand_word(enum safety_stand stand)
{
	switch (stand) {
	case SAFETY_FREE:
		return "free";
	case SAFETY_UNASKED:
		return "unasked";
	case SAFETY_OLD:
		return "old";
	case SAFETY_CHANGED:
		return "changed";
	case SAFETY_STOPPED:
		return "stopped";
	case SAFETY_CLINICIAN:
		return "clinician";
	}
	return "";
}

static void add_state_json(struct session *session, const struct app_safety *safety)
{
	struct json json = JSON_INIT;
	struct str text = STR_INIT;

	json_open_object(&json, NULL);
	if (safety->answered)
		json_day(&json, "answered", safety->on);
	else
		json_null(&json, "answered");
	json_text(&json, "stand", stand_word(safety->stand));
	json_bool(&json, "plan_may_begin", safety->stand == SAFETY_FREE);
	json_bool(&json, "clinician_agrees", safety->answers.agrees);
	json_open_list(&json, "flags");
	for (size_t i = 0; i < safety->book.count; i++) {
		if (safety->answers.yes[i])
			json_text(&json, NULL, safety->book.questions[i].id);
	}
	json_close_list(&json);
	app_safety_say(safety, safety->stand, safety->question, &text);
	json_text(&json, "text", text.data);
	json_close_object(&json);
	str_free(&text);
	session_take_json(session, &json);
}

static void add_question_json(const struct safety_question *question, struct json *json)
{
	json_open_object(json, NULL);
	json_text(json, "id", question->id);
	json_text(json, "name", question->name);
	json_text(json, "gate", gate_words[question->gate]);
	json_text(json, "ask", question->ask);
	json_text(json, "why", question->why);
	json_text(json, "whom", question->whom);
	json_open_list(json, "sources");
	for (size_t i = 0; i < question->source_count; i++)
		json_text(json, NULL, question->sources[i]);
	json_close_list(json);
	json_close_object(json);
}

static void add_question(struct session *session, const struct safety_question *question)
{
	struct str line = STR_INIT;

	looks_ink(&session->looks, INK_HEAD, question->id, &session->out);
	str_addf(&session->out, "  (%s)\n", gate_words[question->gate]);
	looks_wrap(&session->looks, 2, question->ask, &session->out);
	str_add(&line, question->why);
	for (size_t i = 0; i < question->source_count; i++)
		str_addf(&line, "%s%s", i == 0 ? " Sources: " : ", ", question->sources[i]);
	str_add(&line, question->source_count > 0 ? "." : "");
	looks_wrap(&session->looks, 4, line.data, &session->out);
	str_free(&line);
}

static void add_list(struct session *session, const struct safety_book *book)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < book->count; i++) {
		add_question_json(&book->questions[i], &json);
		if (!session->json)
			add_question(session, &book->questions[i]);
	}
	json_close_list(&json);
	if (session->json)
		session_take_json(session, &json);
	json_free(&json);
}

static bool show(struct session *session, struct err *err)
{
	struct app_safety safety;

	if (!app_safety(session->app, &safety, err))
		return false;
	if (session->json)
		add_state_json(session, &safety);
	else
		safety_ask_tell(session, &safety);
	return true;
}

static bool answer(struct session *session, const struct safety_reply *reply, struct err *err)
{
	if (!app_safety_answer(session->app, reply, err))
		return false;
	session->changed = true;
	return show(session, err);
}

static bool ask(struct session *session, struct err *err)
{
	struct app_safety safety;
	struct safety_given given;

	if (!app_safety(session->app, &safety, err))
		return false;
	safety_ask_consent(session, &safety.book);
	if (!safety_ask(session, &safety.book, &given))
		return ask_left(err);
	str_add_char(&session->out, '\n');
	return answer(session,
		      &(struct safety_reply){
			      .flags = given.flags, .count = given.count, .agrees = given.agrees},
		      err);
}

static bool run(struct session *session, struct err *err)
{
	bool none = session_has(session, OPTION_NONE);
	size_t count = session->options.word_count;
	struct safety_reply reply = {
		.flags = session->options.words,
		.count = count,
		.agrees = session_has(session, OPTION_AGREES),
	};
	struct app_safety safety;

	reply.keep = reply.agrees && count == 0 && !none;
	if (none && count > 0)
		return err_set(err, ERR_USAGE, "--none says that none applies, and '%s' is one",
			       session->options.words[0]);
	if (session_has(session, OPTION_LIST)) {
		if (!app_safety(session->app, &safety, err))
			return false;
		add_list(session, &safety.book);
		return true;
	}
	if (none || count > 0 || reply.agrees)
		return answer(session, &reply, err);
	return ask_can(session) ? ask(session, err) : show(session, err);
}

static const struct option_spec options[] = {
	{OPTION_NONE, 0, "none", NULL, "none of them applies to you"},
	{OPTION_AGREES, 0, "clinician-agrees", NULL, "a clinician knows of this and agrees"},
	{OPTION_LIST, 0, "list", NULL, "print the questions, their names and why they are asked"},
	{.name = NULL},
};

const struct command command_safety = {
	.name = "safety",
	.usage = "[--none | FLAG...] [--clinician-agrees] [--list]",
	.summary = "the questions that come before a plan: asks them, or takes the answers",
	.more = "At a terminal it asks one by one. In one go, name those that apply to you, or "
		"give "
		"--none. They come again after a year, and when your product changes. Only the "
		"start of a plan depends on them.",
	.examples = {{"taper safety --none", "none of them applies"},
		     {"taper safety pregnant --clinician-agrees",
		      "one does, and your clinician knows and agrees"}},
	.options = options,
	.most_words = WORDS_ANY,
	.run = run,
};
