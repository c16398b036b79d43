/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "commands.h"

static void add_options(struct json *json, const struct option_spec *table)
{
	json_open_list(json, "options");
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		char letter[2] = {spec->letter, '\0'};

		json_open_object(json, NULL);
		json_text(json, "name", spec->name);
		json_known(json, "letter", letter);
		json_text(json, "value", spec->value);
		json_text(json, "says", spec->help);
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_command(struct json *json, const struct command *command)
{
	json_open_object(json, NULL);
	json_text(json, "name", command->name);
	json_text(json, "usage", command->usage);
	json_text(json, "says", command->summary);
	json_text(json, "more", command->more);
	json_bool(json, "hidden", command->hidden);
	add_options(json, command->options);
	json_open_list(json, "examples");
	for (size_t i = 0; i < sizeof(command->examples) / sizeof(command->examples[0]); i++) {
		json_open_object(json, NULL);
		json_text(json, "line", command->examples[i].line);
		json_text(json, "says", command->examples[i].says);
		json_close_object(json);
	}
	json_close_list(json);
	json_close_object(json);
}

static bool is_in(const struct command *command, const struct command_group *group)
{
	return group == NULL || command_name_within(command, group->name) != NULL;
}

void help_json(struct session *session, const struct command_group *group,
	       const struct command *command)
{
	struct json json = JSON_INIT;

	if (command != NULL) {
		add_command(&json, command);
		session_take_json(session, &json);
		return;
	}
	json_open_object(&json, NULL);
	json_text(&json, "version", TAPER_VERSION);
	json_open_list(&json, "commands");
	for (size_t i = 0; commands[i] != NULL; i++) {
		if (is_in(commands[i], group))
			add_command(&json, commands[i]);
	}
	json_close_list(&json);
	add_options(&json, common_options);
	json_close_object(&json);
	session_take_json(session, &json);
}
