/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/file.h"
#include "app/lock.h"
#include "ask_secret.h"
#include "commands.h"
#include "console.h"
#include "progress.h"

enum { STATUS_OK = 0, STATUS_NO = 1, STATUS_USAGE = 2, STATUS_ACKNOWLEDGE = 3, STATUS_TROUBLE = 4 };

/* The words of the command line that are not read yet. */
struct line {
	size_t count;
	char *const *argv;
};

static int status_of(enum err_code code)
{
	switch (code) {
	case ERR_NONE:
		return STATUS_OK;
	case ERR_NOT_FOUND:
		return STATUS_NO;
	case ERR_USAGE:
	case ERR_INVALID:
	case ERR_FORMAT:
		return STATUS_USAGE;
	case ERR_ACKNOWLEDGE:
		return STATUS_ACKNOWLEDGE;
	case ERR_IO:
	case ERR_STORE:
	case ERR_LOCKED:
		return STATUS_TROUBLE;
	}
	return STATUS_TROUBLE;
}

/* The name of the command as far as it is known, or NULL. */
static const char *name_of(const struct session *session)
{
	if (session->group != NULL)
		return session->group->name;
	return session->command != NULL ? session->command->name : NULL;
}

/* What to do about it, where the message does not say so itself. */
static void add_advice(const struct session *session, struct err *err)
{
	const char *name = name_of(session);
	size_t len = strlen(err->msg);

	if ((err->code != ERR_USAGE && err->code != ERR_INVALID) || strstr(err->msg, "; ") != NULL)
		return;
	snprintf(err->msg + len, sizeof(err->msg) - len, "; see 'taper help%s%s'",
		 name != NULL ? " " : "", name != NULL ? name : "");
}

/* A file or the store names itself in its message; everything else is about the command. */
static const char *place_of(const struct session *session, const struct err *err)
{
	bool names_itself = err->code == ERR_IO || err->code == ERR_STORE ||
			    err->code == ERR_FORMAT || err->code == ERR_LOCKED;

	return names_itself ? NULL : name_of(session);
}

static bool read_words(struct session *session, struct line *line, struct err *err)
{
	const struct command *command = session->command;
	struct option_set set = {
		.own = command->options, .common = common_options, .negates = command->negates};

	if (!options_read(&session->options, set, line->count, line->argv, err))
		return false;
	if (session_has(session, OPTION_HELP))
		return true;
	if (session->options.word_count < command->least_words)
		return err_set(err, ERR_USAGE, "%.*s is missing; usage: taper %s %s",
			       (int)strcspn(command->usage, " "), command->usage, command->name,
			       command->usage);
	if (session->options.word_count > command->most_words)
		return err_set(err, ERR_USAGE, "'%s' is one word too many; usage: taper %s%s%s",
			       session->options.words[command->most_words], command->name,
			       command->usage[0] != '\0' ? " " : "", command->usage);
	return true;
}

/* Passes over the options before the next word; false where one can't be read. */
static bool read_leading(struct session *session, struct line *line, struct err *err)
{
	struct option_set common = {.common = common_options};
	size_t used = 0;

	if (!options_read_leading(&session->options, common, line->count, line->argv, &used, err))
		return false;
	line->argv += used;
	line->count -= used;
	return true;
}

static const char *next_word(struct line *line)
{
	if (line->count == 0)
		return NULL;
	line->count--;
	return *line->argv++;
}

/* Finds the command, whose name may be two words, and leaves in line what follows it. */
static bool read_name(struct session *session, struct line *line, struct err *err)
{
	const char *name;

	if (!read_leading(session, line, err))
		return false;
	name = next_word(line);
	if (name == NULL)
		return true;
	session->group = command_group_find(name);
	if (session->group == NULL)
		return command_find(NULL, name, &session->command, err);
	if (!read_leading(session, line, err))
		return false;
	name = next_word(line);
	session->command = session->group->usual;
	if (name == NULL)
		return true;
	if (!command_find(session->group->name, name, &session->command, err))
		return false;
	session->group = NULL;
	return true;
}

static void add_version(struct session *session)
{
	struct json json = JSON_INIT;

	if (!session->json) {
		str_add(&session->out, "taper " TAPER_VERSION "\n");
		return;
	}
	json_open_object(&json, NULL);
	json_text(&json, "version", TAPER_VERSION);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_help(struct session *session)
{
	if (session->json)
		help_json(session, session->group,
			  session->group != NULL ? NULL : session->command);
	else if (session->group != NULL)
		help_add_group(session->group, &session->looks, &session->out);
	else if (session->command != NULL)
		help_add_command(session->command, &session->looks, &session->out);
	else
		help_add_all(&session->looks, &session->out);
}

/* What a program reads is the same whatever a person likes; what a person types means the same to both. */
static void choose_style(const struct session *session)
{
	struct app_looks looks = app_looks(session->app);
	struct style read = {.typed = looks.style.typed};

	style_choose(session->json ? read : looks.style);
}

static bool run_command(struct session *session, struct err *err)
{
	bool told, done;

	if (session->command->without_app)
		return session->command->run(session, err);
	if (!app_open(session->clock, &session->app, err))
		return false;
	app_ask_key_by(session->app, secret_ask_key, session);
	choose_style(session);
	told = app_warning(session->app) != NULL;
	if (told)
		console_tell(NULL, app_warning(session->app));
	if (session->command->takes_time)
		progress_begin();
	done = session->command->run(session, err);
	progress_end();
	/* What came up on the way, such as a backup that can't be made. */
	if (!told && app_warning(session->app) != NULL)
		console_tell(NULL, app_warning(session->app));
	if (app_paper_note(session->app) != NULL)
		console_tell("pdf", app_paper_note(session->app));
	app_leave(session->app);
	return done;
}

/* All but the printing; what is to be printed is in session->out, also where this is false. */
static bool answer(struct session *session, struct line line, struct err *err)
{
	if (!read_name(session, &line, err))
		return false;
	if (session->command != NULL && !read_words(session, &line, err))
		return false;
	if (!looks_find(session_option(session, OPTION_COLOR), session_has(session, OPTION_PLAIN),
			&session->looks, err))
		return false;
	session->looks.ascii = session->looks.ascii || session_has(session, OPTION_ASCII);
	session->json = session_has(session, OPTION_JSON);
	if (session_has(session, OPTION_HELP)) {
		add_help(session);
		return true;
	}
	if (session_has(session, OPTION_VERSION)) {
		add_version(session);
		return true;
	}
	if (session->command == NULL)
		session->command = &command_today;
	return run_command(session, err);
}

/* A change that is made already is said, so that nobody makes it twice. */
static void add_made(const struct session *session, struct err *err)
{
	size_t len = strlen(err->msg);

	if (session->changed && status_of(err->code) == STATUS_TROUBLE)
		snprintf(err->msg + len, sizeof(err->msg) - len, "; the change itself is made");
}

/* Prints the answer. */
static int print(struct session *session, int status)
{
	struct err err = {.code = ERR_NONE};
	bool gone = false;

	if (console_write(&session->out, &gone, &err))
		return status;
	add_made(session, &err);
	if (!gone)
		console_tell(NULL, err.msg);
	return STATUS_TROUBLE;
}

_Noreturn void cli_run(struct clock clock, int argc, char **argv)
{
	struct session session = {.clock = clock, .options = OPTIONS_INIT, .out = STR_INIT};
	struct line line = {.count = argc > 1 ? (size_t)(argc - 1) : 0, .argv = argv + 1};
	struct err err = {.code = ERR_NONE};
	int status = STATUS_OK;

	/* A reader that went away is an error of the write, not the end of the program. */
	signal(SIGPIPE, SIG_IGN);
	if (!answer(&session, line, &err)) {
		add_advice(&session, &err);
		add_made(&session, &err);
		status = status_of(err.code);
	}
	unseen_end(&session.unseen);
	status = print(&session, status);
	if (err.code != ERR_NONE && !session.gone)
		console_tell(place_of(&session, &err), err.msg);
	options_free(&session.options);
	str_free(&session.out);
	exit(status);
}

bool cli_wants_screen(int argc, char **argv)
{
	struct option_set common = {.common = common_options};
	struct options options = OPTIONS_INIT;
	struct err err;
	size_t used = 0;
	size_t count = argc > 1 ? (size_t)(argc - 1) : 0;
	bool wants = options_read_leading(&options, common, count, argv + 1, &used, &err) &&
		     used == count && !options_has(&options, OPTION_HELP) &&
		     !options_has(&options, OPTION_VERSION) && !options_has(&options, OPTION_JSON);

	options_free(&options);
	return wants;
}
