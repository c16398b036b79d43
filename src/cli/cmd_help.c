/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum { HELP_GAP = 2, HELP_LEFT_MOST = 30 };

/* "  -n, --note TEXT" */
static void add_option_form(const struct option_spec *spec, struct str *out)
{
	if (spec->letter != 0)
		str_addf(out, "-%c, ", spec->letter);
	str_addf(out, "--%s", spec->name);
	if (spec->value != NULL)
		str_addf(out, " %s", spec->value);
}

/* One name and what it is for, the second beginning at the same column in all rows. */
static void add_row(const struct looks *looks, int left, const char *name, const char *says,
		    struct str *out)
{
	struct str text = STR_INIT;
	int width = utf8_width(name);

	looks_wrap(looks, left + 2 * HELP_GAP, says, &text);
	str_add_repeat(out, " ", HELP_GAP);
	str_add(out, name);
	if (width > left) {
		str_add_char(out, '\n');
		str_add(out, text.data);
	} else {
		str_add(out, text.data + HELP_GAP + width);
	}
	str_free(&text);
}

static int widest_option(const struct option_spec *table, int widest)
{
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		struct str form = STR_INIT;
		int width;

		add_option_form(spec, &form);
		width = utf8_width(form.data);
		if (width > widest && width <= HELP_LEFT_MOST)
			widest = width;
		str_free(&form);
	}
	return widest;
}

static void add_options(const struct option_spec *table, int left, const struct looks *looks,
			struct str *out)
{
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		struct str form = STR_INIT;

		add_option_form(spec, &form);
		add_row(looks, left, form.data, spec->help, out);
		str_free(&form);
	}
}

static void add_head(const struct looks *looks, const char *head, struct str *out)
{
	str_add_char(out, '\n');
	looks_ink(looks, INK_HEAD, head, out);
	str_add_char(out, '\n');
}

void help_add_command(const struct command *command, const struct looks *looks, struct str *out)
{
	int left = widest_option(common_options, widest_option(command->options, 0));
	struct str usage = STR_INIT;

	str_addf(&usage, "taper %s%s%s", command->name, command->usage[0] != '\0' ? " " : "",
		 command->usage);
	looks_wrap(looks, 0, usage.data, out);
	str_free(&usage);
	looks_wrap(looks, HELP_GAP, command->summary, out);
	if (command->more != NULL) {
		str_add_char(out, '\n');
		looks_wrap(looks, HELP_GAP, command->more, out);
	}
	if (command->options != NULL) {
		add_head(looks, "Options", out);
		add_options(command->options, left, looks, out);
	}
	add_head(looks, "With every command", out);
	add_options(common_options, left, looks, out);
	add_head(looks, "Examples", out);
	for (size_t i = 0; i < sizeof(command->examples) / sizeof(command->examples[0]); i++) {
		str_addf(out, "  %s\n", command->examples[i].line);
		looks_wrap(looks, 3 * HELP_GAP, command->examples[i].says, out);
	}
}

static int widest_name(const char *prefix)
{
	int widest = 0;

	for (size_t i = 0; commands[i] != NULL; i++) {
		int width = utf8_width(commands[i]->name);

		if (str_starts(commands[i]->name, prefix) && !commands[i]->hidden && width > widest)
			widest = width;
	}
	return widest;
}

static void add_commands(const char *prefix, const struct looks *looks, struct str *out)
{
	int left = widest_name(prefix);

	for (size_t i = 0; commands[i] != NULL; i++) {
		if (str_starts(commands[i]->name, prefix) && !commands[i]->hidden)
			add_row(looks, left, commands[i]->name, commands[i]->summary, out);
	}
}

void help_add_group(const struct command_group *group, const struct looks *looks, struct str *out)
{
	struct str prefix = STR_INIT;

	str_addf(&prefix, "%s ", group->name);
	str_addf(out, "taper %s COMMAND [ARGUMENTS] [--options]\n\n", group->name);
	add_commands(prefix.data, looks, out);
	str_addf(out, "\n'taper %s' alone is 'taper %s'. 'taper help %s COMMAND' says more.\n",
		 group->name, group->usual->name, group->name);
	str_free(&prefix);
}

void help_add_all(const struct looks *looks, struct str *out)
{
	str_add(out, "taper [COMMAND] [ARGUMENTS] [--options]\n");
	looks_wrap(looks, HELP_GAP,
		   "A private planner and diary for using less kratom, or none, at your own pace. "
		   "Without a command it opens the planner.",
		   out);
	add_head(looks, "Commands", out);
	add_commands("", looks, out);
	add_head(looks, "With every command", out);
	add_options(common_options, widest_option(common_options, 0), looks, out);
	str_add(out, "\n'taper help COMMAND' says more about one of them.\n");
}

static bool run(struct session *session, struct err *err)
{
	const char *name = session->options.word_count > 0 ? session->options.words[0] : NULL;
	const char *second = session->options.word_count > 1 ? session->options.words[1] : NULL;
	const struct command_group *group = name != NULL ? command_group_find(name) : NULL;
	const struct command *command = NULL;

	if (name == NULL || (group != NULL && second == NULL)) {
		if (session->json)
			help_json(session, group, NULL);
		else if (group != NULL)
			help_add_group(group, &session->looks, &session->out);
		else
			help_add_all(&session->looks, &session->out);
		return true;
	}
	if (group == NULL && second != NULL)
		return err_set(err, ERR_USAGE, "'%s' is one word too many; usage: taper help %s",
			       second, name);
	if (!command_find(group != NULL ? group->name : NULL, group != NULL ? second : name,
			  &command, err))
		return false;
	if (session->json)
		help_json(session, NULL, command);
	else
		help_add_command(command, &session->looks, &session->out);
	return true;
}

const struct command command_help = {
	.name = "help",
	.usage = "[COMMAND]",
	.summary = "says what a command does, with its options and two examples",
	.examples = {{"taper help log", "usage, options and examples of 'taper log'"},
		     {"taper help plan", "all commands about plans"}},
	.most_words = 2,
	.without_app = true,
	.run = run,
};
