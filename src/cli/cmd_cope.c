/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/cope.h"
#include "engine/pacer.h"

#include "ask.h"
#include "ask_yes.h"
#include "cope_view.h"
#include "diary.h"

static const struct option_spec cope_options[] = {
	{OPTION_HELPED, 0, "helped", NULL, "note that it helped, without going through it"},
	{.name = NULL},
};

static const struct option_spec help_now_options[] = {
	{.name = NULL},
};

static bool note(struct session *session, const struct help_tool *tool, bool helped,
		 struct err *err)
{
	if (!app_cope_note(session->app, tool, helped, err))
		return false;
	session->changed = true;
	str_addf(&session->out, "noted: %s %s\n", tool->name, helped ? "helped" : "was tried");
	return true;
}

/* Led through where there is somebody to lead; what helped is asked once, and no answer is fine. */
static bool open_tool(struct session *session, const struct help_tool *tool,
		      const struct own_plan *plan, struct err *err)
{
	struct str answer = STR_INIT;
	bool done = true;

	if (session_has(session, OPTION_HELPED))
		return note(session, tool, true, err);
	if (session->json) {
		cope_json(session, tool, plan);
		return true;
	}
	if (!ask_can(session)) {
		cope_text(session, tool, plan);
		return true;
	}
	if (pacer_leads(tool) && cope_own_part(tool) == OWN_PART_COUNT)
		cope_lead(session, tool);
	else
		cope_text(session, tool, plan);
	str_add_char(&session->out, '\n');
	if (ask_line(session, "Did it help? y, n, or Enter to leave it:", &answer) &&
	    answer.len > 0 && strchr("yYnN", answer.data[0]) != NULL)
		done = note(session, tool, strchr("yY", answer.data[0]) != NULL, err);
	str_free(&answer);
	return done;
}

static bool keep_thought(struct session *session, const char *const *texts, struct err *err)
{
	struct thought thought = {texts[0], texts[1], texts[2], texts[3], texts[4], texts[5]};
	struct json json = JSON_INIT;
	struct noted noted;

	if (!app_thought_add(session->app, &thought, &noted, err))
		return false;
	session->changed = true;
	if (session->json) {
		diary_json_note(session, &json, NULL, &noted.note);
		session_take_json(session, &json);
	} else {
		str_addf(&session->out,
			 "kept as a note (id %lld); 'taper cope thoughts' shows "
			 "them\n",
			 (long long)noted.note.id);
	}
	note_free(&noted.note);
	return true;
}

static bool ask_thought(struct session *session, struct err *err)
{
	struct str answers[THOUGHT_FIELDS];
	const char *texts[THOUGHT_FIELDS];
	bool done = true;

	looks_wrap(&session->looks, 0,
		   "A thought seen from another side. Enter leaves a line out; Ctrl-C leaves.",
		   &session->out);
	for (int i = 0; i < THOUGHT_FIELDS; i++)
		answers[i] = (struct str)STR_INIT;
	for (int i = 0; i < THOUGHT_FIELDS && done; i++) {
		struct str question = STR_INIT;

		str_addf(&question, "%s:", thought_labels[i]);
		done = ask_line(session, question.data, &answers[i]) || ask_left(err);
		texts[i] = answers[i].data;
		str_free(&question);
	}
	done = done && keep_thought(session, texts, err);
	for (int i = 0; i < THOUGHT_FIELDS; i++)
		str_free(&answers[i]);
	return done;
}

static bool run_thought(struct session *session, struct err *err)
{
	const char *texts[THOUGHT_FIELDS];
	bool any = false;

	for (size_t i = 0; i < THOUGHT_FIELDS; i++) {
		const char *word = session_word(session, i + 1);

		texts[i] = word != NULL ? word : "";
		any = any || word != NULL;
	}
	if (any)
		return keep_thought(session, texts, err);
	if (ask_can(session))
		return ask_thought(session, err);
	return err_set(err, ERR_USAGE,
		       "without a terminal write it as 'taper cope thought WHAT-HAPPENED THOUGHT "
		       "FEELING 0-10 OTHER-VIEW 0-10', each in quotes, \"\" for none");
}

static bool run_thoughts(struct session *session, struct err *err)
{
	struct json json = JSON_INIT;
	struct notes notes;
	size_t count;

	if (!app_thoughts(session->app, &notes, err))
		return false;
	count = notes.count;
	json_open_list(&json, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct note *item = &notes.items[i];
		struct moment moment = moment_from_utc(item->utc, item->utc_offset);
		char day[DAY_TEXT_SIZE];

		diary_json_note(session, &json, NULL, item);
		if (session->json)
			continue;
		str_addf(&session->out, "%s%s (id %lld)\n", i > 0 ? "\n" : "",
			 day_full(moment.day, day), (long long)item->id);
		diary_add_lines(session, 2, strchr(item->text, '\n') + 1, &session->out);
	}
	json_close_list(&json);
	if (session->json)
		session_take_json(session, &json);
	else
		json_free(&json);
	notes_free(&notes);
	return count > 0 || session->json ||
	       err_set(err, ERR_NOT_FOUND, "no thought is written down yet");
}

static bool with_tools(struct session *session, const char *word, struct err *err)
{
	const struct help_tool *tool;
	struct help_now help;
	bool done = true;

	app_help_now(session->app, &help);
	if (help.texts.tool_count == 0)
		done = err_set(err, ERR_IO, "the shipped tools can't be read");
	else if (word == NULL && session->json)
		cope_list_json(session, &help.texts);
	else if (word == NULL)
		cope_list_text(session, &help.texts);
	else
		done = cope_find(&help.texts, word, &tool, err) &&
		       open_tool(session, tool, &help.support.mine.plan, err);
	help_now_free(&help);
	return done;
}

static bool run_cope(struct session *session, struct err *err)
{
	const char *word = session_word(session, 0);
	bool thought = word != NULL && strcmp(word, "thought") == 0;

	if (!thought && session->options.word_count > 1)
		return err_set(err, ERR_USAGE, "'%.40s' is one word too many",
			       session_word(session, 1));
	if (session_has(session, OPTION_HELPED) &&
	    (word == NULL || thought || strcmp(word, "thoughts") == 0))
		return err_set(err, ERR_USAGE,
			       "--helped goes with a tool, as in 'taper cope sighing --helped'");
	if (thought)
		return run_thought(session, err);
	if (word != NULL && strcmp(word, "thoughts") == 0)
		return run_thoughts(session, err);
	return with_tools(session, word, err);
}

const struct command command_cope = {
	.name = "cope",
	.usage = "[TOOL | thought [TEXT...] | thoughts] [--helped]",
	.summary = "tools for a hard moment: breathing, riding an urge out, a thought on paper",
	.more = "At a terminal a tool leads you through it and asks once whether it helped; "
		"elsewhere its steps are printed. What helped stands in Help now from then on. A "
		"thought is kept as a note of the journal.",
	.examples = {{"taper cope sighing", "five minutes of slow sighs"},
		     {"taper cope check", "hungry, angry, lonely, tired: one small step for each"}},
	.options = cope_options,
	.most_words = 1 + THOUGHT_FIELDS,
	.run = run_cope,
};

static bool run_help_now(struct session *session, struct err *err)
{
	struct help_now help;

	(void)err;
	app_help_now(session->app, &help);
	if (session->json)
		help_now_json(session, &help);
	else
		help_now_text(session, &help);
	help_now_free(&help);
	return true;
}

const struct command command_help_now = {
	.name = "help-now",
	.usage = "",
	.summary = "when it is urgent: the number to call, the signs, what to do, tools",
	.more = "The same as ! on the screen. taper cannot call anyone.",
	.examples = {{"taper help-now", "all of it, the emergency number first"},
		     {"taper help-now --json", "the same for another program"}},
	.options = help_now_options,
	.run = run_help_now,
};
