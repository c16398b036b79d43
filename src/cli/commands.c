/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

const struct command *const commands[] = {
	&command_log,
	&command_undo,
	&command_redo,
	&command_edit,
	&command_rm,
	&command_show,
	&command_today,
	&command_checkin,
	&command_urge,
	&command_journal,
	&command_history,
	&command_baseline,
	&command_stats,
	&command_plan_list,
	&command_plan_show,
	&command_plan_preview,
	&command_plan_compare,
	&command_plan_start,
	&command_plan_hold,
	&command_plan_resume,
	&command_plan_slow,
	&command_plan_back,
	&command_plan_replan,
	&command_plan_stop,
	&command_plan_history,
	&command_plan_diff,
	&command_plan_explain,
	&command_plan_verify,
	&command_plan_check,
	&command_guidance_show,
	&command_guidance_list,
	&command_guidance_signals,
	&command_guidance_check,
	&command_guidance_backtest,
	&command_report,
	&command_import,
	&command_export,
	&command_backup,
	&command_restore,
	&command_doctor,
	&command_lock,
	&command_unlock,
	&command_passphrase,
	&command_wipe,
	&command_setup,
	&command_safety,
	&command_self_check,
	&command_config,
	&command_help_now,
	&command_cope,
	&command_support,
	&command_guide,
	&command_completion,
	&command_help,
	&command_complete,
	NULL,
};

const struct command_group command_groups[] = {
	{.name = "plan", .usual = &command_plan_show},
	{.name = "guidance", .usual = &command_guidance_show},
	{.name = NULL},
};

const struct option_spec common_options[] = {
	{OPTION_JSON, 0, "json", NULL, "print one JSON document"},
	{OPTION_COLOR, 0, "color", "WHEN", "auto, always or never; NO_COLOR is honoured"},
	{OPTION_PLAIN, 0, "plain", NULL, "no colour and no drawing, for a screen reader"},
	{OPTION_ASCII, 0, "ascii", NULL, "no symbols beyond ASCII, for an old printer"},
	{OPTION_YES, 'y', "yes", NULL, "ask nothing; take the usual answers"},
	{OPTION_PASSPHRASE_FD, 0, "passphrase-fd", "N",
	 "read the passphrase from the open descriptor N, a line"},
	{OPTION_HELP, 'h', "help", NULL, "print this"},
	{OPTION_VERSION, 'V', "version", NULL, "print the version"},
	{.name = NULL},
};

enum { NAMES_MAX = 64 };

const struct command_group *command_group_find(const char *name)
{
	for (const struct command_group *group = command_groups; group->name != NULL; group++) {
		if (strcmp(group->name, name) == 0)
			return group;
	}
	return NULL;
}

const char *command_name_within(const struct command *command, const char *group)
{
	size_t len = group != NULL ? strlen(group) : 0;

	if (group == NULL)
		return strchr(command->name, ' ') == NULL ? command->name : NULL;
	if (strncmp(command->name, group, len) != 0 || command->name[len] != ' ')
		return NULL;
	return command->name + len + 1;
}

static bool unknown(const char *group, const char *name, struct err *err)
{
	const char *names[NAMES_MAX];
	const char *parent = group != NULL ? group : "";
	const char *blank = group != NULL ? " " : "";
	const char *nearest;
	size_t count = 0;

	for (size_t i = 0; commands[i] != NULL && count < NAMES_MAX; i++) {
		const char *own = command_name_within(commands[i], group);

		if (own != NULL && !commands[i]->hidden)
			names[count++] = own;
	}
	for (size_t i = 0; group == NULL && command_groups[i].name != NULL; i++) {
		if (count < NAMES_MAX)
			names[count++] = command_groups[i].name;
	}
	nearest = str_nearest(name, names, count);
	if (nearest != NULL)
		return err_set(err, ERR_USAGE,
			       "there is no command '%s%s%s'; did you mean 'taper %s%s%s'?", parent,
			       blank, name, parent, blank, nearest);
	return err_set(err, ERR_USAGE, "there is no command '%s%s%s'; see 'taper help%s%s'", parent,
		       blank, name, blank, parent);
}

bool command_find(const char *group, const char *name, const struct command **command,
		  struct err *err)
{
	for (size_t i = 0; commands[i] != NULL; i++) {
		const char *own = command_name_within(commands[i], group);

		if (own != NULL && strcmp(own, name) == 0) {
			*command = commands[i];
			return true;
		}
	}
	return unknown(group, name, err);
}
