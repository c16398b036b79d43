/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "complete.h"

static bool run_completion(struct session *session, struct err *err)
{
	static const char *const shells[] = {"bash", "zsh", "fish"};
	const char *shell = session_word(session, 0);
	const char *script = completion_script(shell);
	const char *nearest = str_nearest(shell, shells, sizeof(shells) / sizeof(shells[0]));
	struct json json = JSON_INIT;

	if (script == NULL && nearest != NULL)
		return err_set(err, ERR_USAGE,
			       "there is no completion for '%.40s'; did you mean '%s'?", shell,
			       nearest);
	if (script == NULL)
		return err_set(err, ERR_USAGE,
			       "there is no completion for '%.40s'; bash, zsh and fish have one",
			       shell);
	if (!session->json) {
		str_add(&session->out, script);
		return true;
	}
	json_open_object(&json, NULL);
	json_text(&json, "shell", shell);
	json_text(&json, "script", script);
	json_close_object(&json);
	session_take_json(session, &json);
	return true;
}

const struct command command_completion = {
	.name = "completion",
	.usage = "bash|zsh|fish",
	.summary = "prints what makes a shell complete taper's commands, options and values",
	.more = "It is installed with taper. Where it is not, or not found: in bash 'eval "
		"\"$(taper "
		"completion bash)\"' in ~/.bashrc; in zsh the same with zsh in ~/.zshrc, after "
		"compinit; in fish 'taper completion fish | source' in "
		"~/.config/fish/config.fish.",
	.examples = {{"eval \"$(taper completion bash)\"", "for this bash, from now on"},
		     {"taper completion fish > ~/.config/fish/completions/taper.fish",
		      "for fish, for good"}},
	.least_words = 1,
	.most_words = 1,
	.without_app = true,
	.run = run_completion,
};

static bool run_complete(struct session *session, struct err *err)
{
	struct offers offers = {.session = session, .typed = "", .json = JSON_INIT};

	(void)err;
	json_open_list(&offers.json, NULL);
	complete_line(&offers, session->options.words, session->options.word_count);
	json_close_list(&offers.json);
	if (session->json)
		session_take_json(session, &offers.json);
	json_free(&offers.json);
	app_close(offers.app);
	return true;
}

const struct command command_complete = {
	.name = "complete",
	.usage = "[--] WORD...",
	.summary = "says what can stand in the place of the last word, for the shells",
	.more = "One offer a line: the word, a tab, and what it means. A line without a word says "
		"that a file can stand there.",
	.examples = {{"taper complete -- plan st", "commands of plan that begin so"},
		     {"taper complete -- export --paper \"\"", "the sizes of paper"}},
	.most_words = WORDS_ANY,
	.without_app = true,
	.hidden = true,
	.run = run_complete,
};
