/* SPDX-License-Identifier: MIT */
/*
 * The command table: what there is, in the order help lists it. A new command is one row here and one `struct command` in
 * the file of its group; dispatching, help and suggestions follow from those.
 */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "session.h"

struct example {
	const char *line; /* "taper log 2.5g" */
	const char *says; /* what it does, in a few words */
};

struct command {
	const char *name;    /* "log"; "plan list" belongs to the group "plan" */
	const char *usage;   /* the arguments that follow the name: "AMOUNT [@WHEN]" */
	const char *summary; /* one line */
	const char *more;    /* a paragraph for its own help; NULL for none */
	struct example examples[2];
	const struct option_spec *options; /* NULL for none of its own */
	size_t least_words, most_words;    /* arguments it takes */
	bool without_app;                  /* needs no folders, settings or store */
	bool takes_time;                   /* may be long at work, which is shown */
	bool negates;                      /* -tag:work is an argument of it, not options */
	bool hidden;                       /* for shells, not for people: no list has it */

	/* Adds to session->out; on false, too, what is there is printed before the error. */
	bool (*run)(struct session *session, struct err *err);
};

/* A first word with commands of its own behind it. */
struct command_group {
	const char *name;
	const struct command *usual; /* what the first word alone does */
};

enum { WORDS_ANY = 1000 };

/* Both end with NULL; the groups with a name of NULL. */
extern const struct command *const commands[];
extern const struct command_group command_groups[];

/* The options every command takes; ends with a name of NULL. */
extern const struct option_spec common_options[];

/* The group of that name, or NULL. */
const struct command_group *command_group_find(const char *name);

/* The name of a command within a group (or of one without a group), NULL where it belongs elsewhere. */
const char *command_name_within(const struct command *command, const char *group);

/* The command of a name, after that of a group where group is not NULL. ERR_USAGE suggests the nearest. */
MUST_USE bool command_find(const char *group, const char *name, const struct command **command,
			   struct err *err);

extern const struct command command_log, command_undo, command_redo, command_edit, command_rm,
	command_show, command_today, command_baseline, command_history, command_import,
	command_export, command_plan_list, command_plan_show, command_plan_check,
	command_plan_preview, command_plan_start, command_plan_explain, command_plan_compare,
	command_plan_verify, command_stats, command_backup, command_restore, command_doctor,
	command_help;

extern const struct command command_config, command_safety, command_setup, command_self_check;

extern const struct command command_plan_hold, command_plan_resume, command_plan_slow,
	command_plan_back, command_plan_replan, command_plan_stop, command_plan_history,
	command_plan_diff;

extern const struct command command_guidance_show, command_guidance_list, command_guidance_signals,
	command_guidance_check, command_guidance_backtest, command_report;

extern const struct command command_checkin, command_urge, command_journal;

extern const struct command command_lock, command_unlock, command_passphrase, command_wipe;

extern const struct command command_support, command_guide, command_cope, command_help_now;

extern const struct command command_completion, command_complete;

/* Adds usage, options and examples of a command; or the commands of a group; or all commands. */
void help_add_command(const struct command *command, const struct looks *looks, struct str *out);
void help_add_group(const struct command_group *group, const struct looks *looks, struct str *out);
void help_add_all(const struct looks *looks, struct str *out);

/* The same as one document: a command, or the commands of a group, or where both are NULL all there are. */
void help_json(struct session *session, const struct command_group *group,
	       const struct command *command);

#endif
