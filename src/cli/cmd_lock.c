/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/lock.h"
#include "ask_secret.h"
#include "ask_yes.h"
#include "base/plural.h"
#include "console.h"

enum { MINUTES_USUAL = 15, MINUTES_AN_HOUR = 60, MINUTES_MAX = 7 * 24 * 60 };

static const struct option_spec lock_options[] = {
	{OPTION_OFF, 0, "off", NULL, "take the lock off: the log is a plain file again"},
	{OPTION_CODE, 0, "code", NULL, "make a recovery code and print it, once"},
	{OPTION_LEAVE, 0, "leave-backups", NULL, "leave the backups as they are"},
	{.name = NULL},
};

static const struct option_spec passphrase_options[] = {
	{OPTION_CODE, 0, "code", NULL, "make a recovery code and print it, once"},
	{OPTION_LEAVE, 0, "leave-backups", NULL, "leave the backups as they are"},
	{.name = NULL},
};

static const struct option_spec unlock_options[] = {
	{OPTION_FOR, 0, "for", "TIME", "how long, such as 15m or 2h; 15m where nothing is said"},
	{OPTION_UNTIL_LOGOUT, 0, "until-logout", NULL, "until you log out"},
	{OPTION_UNTIL_LOCKED, 0, "until-locked", NULL, "until 'taper lock', or a restart"},
	{.name = NULL},
};

static const char forgotten[] = "Whoever forgets the passphrase, and has no recovery code, can't "
				"read the log again. Nobody "
				"can help then, and taper neither.";
static const char reach[] = "Out of taper's reach: copies you made yourself, synced folders, "
			    "snapshots, and what a disk keeps "
			    "of files that are gone.";

static void add_line(struct session *session, const char *text)
{
	looks_wrap(&session->looks, 0, text, &session->out);
}

/* A person at a terminal is asked; a script says so with --code. */
static bool wants_code(struct session *session, bool *wants, struct err *err)
{
	*wants = session_has(session, OPTION_CODE);
	if (*wants || !ask_can(session) || session_has(session, OPTION_PASSPHRASE_FD))
		return true;
	return ask_yes(session, "Make a recovery code, to be kept on paper?",
		       "It opens the log where the passphrase is forgotten. It is shown once.",
		       wants) ||
	       ask_left(err);
}

static void tell_json(struct session *session, const struct lock_done *done, bool locked,
		      const struct secret *code)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_bool(&json, "locked", locked);
	json_text(&json, "kept", done->kept);
	json_int(&json, "backups", done->backups);
	json_int(&json, "backups_left", done->left);
	json_bool(&json, "other_name", done->linked);
	json_text(&json, "recovery_code",
		  code != NULL && secret_len(code) > 0 ? secret_text(code) : NULL);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void tell_rest(struct session *session, const struct lock_done *done, bool locked)
{
	struct str line = STR_INIT;

	if (done->kept != NULL) {
		str_addf(&line, "A copy, locked too, is kept as %s", done->kept);
		add_line(session, line.data);
		str_reset(&line);
	}
	if (done->backups > 0) {
		str_addf(&line,
			 locked ? plural_of(done->backups, "%" PRId64 " backup was locked too.",
					    "%" PRId64 " backups were locked too.")
				: plural_of(done->backups, "%" PRId64 " backup was unlocked too.",
					    "%" PRId64 " backups were unlocked too."),
			 done->backups);
		add_line(session, line.data);
		str_reset(&line);
	}
	if (done->left > 0) {
		str_addf(&line,
			 plural_of(done->left,
				   "%" PRId64 " could not be, and stays as before; 'taper doctor'"
				   " tells of them.",
				   "%" PRId64 " could not be, and stay as before; 'taper doctor'"
				   " tells of them."),
			 done->left);
		add_line(session, line.data);
	}
	str_free(&line);
}

static void tell_locked(struct session *session, const struct lock_done *done, const char *first,
			const struct secret *code)
{
	if (session->json) {
		tell_json(session, done, true, code);
		return;
	}
	add_line(session, first);
	tell_rest(session, done, true);
	if (done->linked)
		add_line(session,
			 "The old file has another name, under which it can still be read; taper "
			 "left that one alone.");
	if (code != NULL && secret_len(code) > 0) {
		str_addf(&session->out, "\nYour recovery code, shown this once:\n\n  %s\n\n",
			 secret_text(code));
		add_line(session, "Write it down, and keep it where you keep papers.");
	}
	add_line(session, forgotten);
	add_line(session,
		 "What you export to a file is not locked, and taper asks before it writes one.");
	add_line(session, reach);
}

/* What there is to say before the passphrase is typed. */
static bool show(struct session *session, struct err *err)
{
	bool done = console_write(&session->out, &session->gone, err);

	str_reset(&session->out);
	return done;
}

/* A code that nobody saw is none. */
static bool show_code(struct session *session, const struct secret *code, struct err *err)
{
	struct err why;

	return secret_len(code) == 0 || show(session, &why) ||
	       err_set(err, ERR_IO,
		       "the recovery code can't be shown (%s); 'taper passphrase --code' makes "
		       "another",
		       why.msg);
}

typedef bool lock_verb(struct app *app, const struct lock_asked *asked, struct lock_done *done,
		       struct err *err);

/* A new passphrase, for the first time or in place of another one. */
static bool set_lock(struct session *session, lock_verb *verb, const char *first, struct err *err)
{
	struct secret *typed = secret_new(), *code = secret_new();
	struct lock_asked asked = {.passphrase = typed,
				   .leave_backups = session_has(session, OPTION_LEAVE)};
	struct lock_done done = {.kept = NULL};
	bool wants = false, ok;

	session->unseen.several = true;
	ok = secret_ask_new(session, typed, err) && wants_code(session, &wants, err);

	if (ok) {
		asked.code = wants ? code : NULL;
		ok = verb(session->app, &asked, &done, err);
	}
	if (ok) {
		session->changed = true;
		tell_locked(session, &done, first, code);
		ok = show_code(session, code, err);
	}
	free(done.kept);
	secret_free(typed);
	secret_free(code);
	return ok;
}

static void tell_state(struct session *session, bool forgot)
{
	struct json json = JSON_INIT;

	if (session->json) {
		json_open_object(&json, NULL);
		json_bool(&json, "locked", true);
		json_bool(&json, "key_forgotten", forgot);
		json_close_object(&json);
		session_take_json(session, &json);
		return;
	}
	add_line(session,
		 forgot ? "The log is locked again: its key is forgotten." : "The log is locked.");
}

static bool take_off(struct session *session, struct err *err)
{
	const struct lock_asked asked = {.leave_backups = session_has(session, OPTION_LEAVE)};
	struct lock_done done;

	if (!app_is_locked(session->app))
		return err_set(err, ERR_NOT_FOUND, "the log is not locked");
	session->unseen.several = true;
	if (!secret_prove(session, err) || !app_lock_off(session->app, &asked, &done, err))
		return false;
	session->changed = true;
	if (session->json) {
		tell_json(session, &done, false, NULL);
		return true;
	}
	add_line(session,
		 "The lock is off: the log is a plain file again, which only you can read.");
	tell_rest(session, &done, false);
	return true;
}

static bool run_lock(struct session *session, struct err *err)
{
	if (session_has(session, OPTION_OFF))
		return take_off(session, err);
	if (app_is_locked(session->app)) {
		session->changed = app_forget_key(session->app);
		tell_state(session, session->changed);
		return true;
	}
	if (ask_can(session) && !session_has(session, OPTION_PASSPHRASE_FD)) {
		add_line(session, "The log will be encrypted with a passphrase, and every command "
				  "will need it "
				  "('taper unlock' keeps it open for a while).");
		add_line(session, forgotten);
		if (!show(session, err))
			return false;
	}
	return set_lock(session, app_lock, "The log is locked.", err);
}

static bool run_passphrase(struct session *session, struct err *err)
{
	if (!app_is_locked(session->app))
		return err_set(err, ERR_NOT_FOUND, "the log is not locked; 'taper lock' locks it");
	/* The first line is for the lock there is, the second for the new one. */
	session->unseen.several = true;
	return secret_prove(session, err) &&
	       set_lock(session, app_change_lock,
			"The log has its new passphrase. Copies you made before open with the old "
			"one.",
			err);
}

/* "15m", "2h". */
static bool read_minutes(const char *text, int *minutes, struct err *err)
{
	int number = 0;
	const char *c = text;

	while (*c >= '0' && *c <= '9' && number <= MINUTES_MAX)
		number = number * 10 + (*c++ - '0');
	if (strcmp(c, "h") == 0 && number <= MINUTES_MAX / MINUTES_AN_HOUR)
		number *= MINUTES_AN_HOUR;
	else if (strcmp(c, "m") != 0 && strcmp(c, "min") != 0)
		number = 0;
	*minutes = number;
	return (number > 0 && number <= MINUTES_MAX) ||
	       err_set(err, ERR_USAGE,
		       "--for: '%s' is no time taper can keep a key; say 15m, or 2h, up to a week",
		       text);
}

static bool run_unlock(struct session *session, struct err *err)
{
	const char *asked = session_option(session, OPTION_FOR);
	enum key_stay stay = session_has(session, OPTION_UNTIL_LOCKED)   ? KEY_UNTIL_LOCKED
			     : session_has(session, OPTION_UNTIL_LOGOUT) ? KEY_UNTIL_LOGOUT
									 : KEY_FOR_MINUTES;
	int minutes = MINUTES_USUAL;
	struct json json = JSON_INIT;
	struct str line = STR_INIT;

	if (asked != NULL && !read_minutes(asked, &minutes, err))
		return false;
	if (!app_is_locked(session->app))
		return err_set(err, ERR_NOT_FOUND, "the log is not locked; 'taper lock' locks it");
	if (!secret_prove(session, err) || !app_keep_key(session->app, stay, minutes, err))
		return false;
	session->changed = true;
	if (session->json) {
		json_open_object(&json, NULL);
		json_bool(&json, "open", true);
		if (stay == KEY_FOR_MINUTES)
			json_int(&json, "minutes", minutes);
		json_close_object(&json);
		session_take_json(session, &json);
		return true;
	}
	if (stay == KEY_FOR_MINUTES)
		str_addf(&line,
			 plural_of(minutes, "The log is open for %d minute.",
				   "The log is open for %d minutes."),
			 minutes);
	else
		str_add(&line, stay == KEY_UNTIL_LOGOUT
				       ? "The log is open until you log out."
				       : "The log is open until 'taper lock', or a restart.");
	str_add(&line, " 'taper lock' locks it at once.");
	add_line(session, line.data);
	str_free(&line);
	return true;
}

const struct command command_lock = {
	.name = "lock",
	.usage = "[--off] [--code] [--leave-backups]",
	.summary = "encrypts the log with a passphrase; of a locked one, forgets the key at once",
	.more = "A locked log is never on the disk in a form that can be read, and its backups are "
		"locked "
		"too. A file you export is not: at a terminal taper asks before it writes one, and "
		"a script says --readable. --off asks for the passphrase, also "
		"while the log is open.",
	.examples = {{"taper lock", "asks for a passphrase, and offers a recovery code"},
		     {"taper lock --off", "makes a plain file of it again"}},
	.options = lock_options,
	.takes_time = true,
	.run = run_lock,
};

const struct command command_unlock = {
	.name = "unlock",
	.usage = "[--for TIME] [--until-logout] [--until-locked]",
	.summary = "lets the kernel keep the key of a locked log for a while",
	.more = "The passphrase is asked for each time, also while the log is open.",
	.examples = {{"taper unlock", "no passphrase is asked for in the next 15 minutes"},
		     {"taper unlock --for 2h", "for two hours"}},
	.options = unlock_options,
	.run = run_unlock,
};

const struct command command_passphrase = {
	.name = "passphrase",
	.usage = "[--code] [--leave-backups]",
	.summary = "gives a locked log another passphrase, and its backups with it",
	.more = "The present one, or the recovery code, is asked for first, also while the log is "
		"open. "
		"The code goes with it; a new one is offered.",
	.examples = {{"taper passphrase", "asks for the new one twice"},
		     {"taper passphrase --code", "with a new recovery code"}},
	.options = passphrase_options,
	.takes_time = true,
	.run = run_passphrase,
};
