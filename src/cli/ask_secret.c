/* SPDX-License-Identifier: MIT */
#include "ask_secret.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/lock.h"
#include "base/utf8.h"
#include "console.h"
#include "progress.h"

enum { KEY_BREAK = 3, KEY_END = 4, KEY_CLEAR = 21, KEY_DELETE = 127, DESCRIPTOR_MAX = 9999 };

bool secret_can_be_asked(const struct session *session)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO) && !session_has(session, OPTION_YES) &&
	       !session_has(session, OPTION_SHORT);
}

static void say(const char *text, char end)
{
	struct str clean = STR_INIT;

	utf8_add_clean(&clean, text);
	str_add_char(&clean, end);
	/* Where even that can't be said, the answer is waited for all the same. */
	if (write(STDERR_FILENO, clean.data, clean.len) < 0)
		errno = 0;
	str_free(&clean);
}

/* Characters go as they came: with all their bytes. */
static void take_back_one(struct secret *typed)
{
	size_t len = secret_len(typed);

	while (len > 0 && ((unsigned char)secret_text(typed)[len - 1] & 0xC0) == 0x80)
		len--;
	secret_cut(typed, len > 0 ? len - 1 : 0);
}

/* True at the end of the line; *broken where it is none. */
static bool take_key(char key, struct secret *typed, bool *broken)
{
	if (key == '\n' || key == '\r')
		return true;
	if (key == KEY_BREAK || (key == KEY_END && secret_len(typed) == 0)) {
		*broken = true;
		return true;
	}
	if (key == KEY_DELETE || key == '\b')
		take_back_one(typed);
	else if (key == KEY_CLEAR)
		secret_cut(typed, 0);
	else if ((unsigned char)key >= ' ' && !secret_add(typed, &key, 1))
		return false;
	return false;
}

/* Key by key, so that the terminal is put right again whatever is pressed. */
static bool read_keys(struct secret *typed)
{
	bool broken = false, done = false;
	char key = '\0';

	while (!done && !broken) {
		if (!unseen_wait())
			broken = true;
		else if (read(STDIN_FILENO, &key, 1) == 1)
			done = take_key(key, typed, &broken);
		else
			broken = errno != EINTR;
	}
	secret_wipe(&key, sizeof(key));
	return done && !broken;
}

bool secret_ask(struct session *session, const char *before_it, const char *question,
		struct secret *typed, struct err *err)
{
	/* Nothing is asked before nothing of the answer is shown any more. */
	bool done = unseen_begin(&session->unseen);

	progress_hold(true);
	if (done && before_it != NULL)
		say(before_it, '\n');
	if (done) {
		say(question, ' ');
		done = read_keys(typed);
	}
	if (write(STDERR_FILENO, "\n", 1) < 0)
		done = false;
	progress_hold(false);
	if (!done)
		unseen_end(&session->unseen);
	return done || err_set(err, ERR_USAGE, "left before the end; nothing was changed");
}

static bool read_number(const char *text, int *number)
{
	*number = 0;
	for (const char *c = text; *c != '\0'; c++) {
		if (*c < '0' || *c > '9' || *number > DESCRIPTOR_MAX)
			return false;
		*number = *number * 10 + (*c - '0');
	}
	return text[0] != '\0';
}

bool secret_from_option(const struct session *session, bool *given, struct secret *typed,
			struct err *err)
{
	const char *option = session_option(session, OPTION_PASSPHRASE_FD);
	ssize_t got = 0;
	char c = '\0';
	int fd;

	*given = option != NULL;
	if (!*given)
		return true;
	if (!read_number(option, &fd))
		return err_set(
			err, ERR_USAGE,
			"--passphrase-fd: '%s' is no descriptor; give the number of one that is "
			"open, such as 3",
			option);
	/* The passphrase is nothing for the programs that are started. */
	if (fd > STDERR_FILENO)
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	/* One byte at a time: the line after it may be somebody else's. */
	while ((got = read(fd, &c, 1)) == 1 && c != '\n') {
		if (!secret_add(typed, &c, 1))
			return err_set(err, ERR_USAGE, "--passphrase-fd: the line is too long");
	}
	if (got < 0)
		return err_set(err, ERR_USAGE, "--passphrase-fd: %d can't be read: %s", fd,
			       strerror(errno));
	if (got == 0 && secret_len(typed) == 0)
		return err_set(err, ERR_USAGE, "--passphrase-fd: there is no line in %d", fd);
	if (secret_len(typed) > 0 && secret_text(typed)[secret_len(typed) - 1] == '\r')
		secret_cut(typed, secret_len(typed) - 1);
	return true;
}

/* The next line, where there is one: a copy may have another lock than the log, and which opens what is found by trying. */
static bool next_line(const struct session *session, const struct secret_wanted *wanted,
		      struct secret *typed, struct err *err)
{
	struct err none;
	bool given, read;

	if (wanted->changed)
		return err_set(err, ERR_LOCKED,
			       "another program just gave the log another passphrase; nothing was "
			       "changed, so begin again with that one");
	read = secret_from_option(session, &given, typed, wanted->tries > 0 ? &none : err);
	if (!read && wanted->tries == 0 && !app_is_log(session->app, wanted->path))
		err_set(err, ERR_LOCKED,
			"'%.300s' has a lock of its own, and there is no line with its passphrase "
			"after --passphrase-fd",
			wanted->path);
	return read;
}

static void say_which(const struct session *session, const struct secret_wanted *wanted,
		      struct str *question)
{
	const char *name = strrchr(wanted->path, '/');

	if (!app_is_log(session->app, wanted->path))
		str_addf(question, "Passphrase of %s:", name != NULL ? name + 1 : wanted->path);
	else
		str_add(question,
			session->unseen.several ? "Passphrase of the log:" : "Passphrase:");
}

static bool ask_at_terminal(struct session *session, const struct secret_wanted *wanted,
			    struct secret *typed, struct err *err)
{
	const char *before_it = wanted->tries > 0 ? "wrong passphrase" : NULL;
	struct str question = STR_INIT;
	bool done;

	if (wanted->tries == 0 && wanted->changed)
		before_it = "Another program just gave the log another passphrase.";
	say_which(session, wanted, &question);
	done = secret_ask(session, before_it, question.data, typed, err);
	str_free(&question);
	return done;
}

bool secret_ask_key(void *context, const struct secret_wanted *wanted, struct secret *typed,
		    struct err *err)
{
	struct session *session = context;

	if (typed == NULL) {
		if (!session->unseen.several)
			unseen_end(&session->unseen);
		return true;
	}
	if (session_has(session, OPTION_PASSPHRASE_FD))
		return next_line(session, wanted, typed, err);
	if (secret_can_be_asked(session))
		return ask_at_terminal(session, wanted, typed, err);
	if (wanted->changed)
		return next_line(session, wanted, typed, err);
	return wanted->tries == 0 &&
	       err_set(err, ERR_LOCKED,
		       "the log is locked; 'taper unlock' at a terminal opens it for a while, "
		       "or give the passphrase with --passphrase-fd");
}

bool secret_prove(struct session *session, struct err *err)
{
	enum { TRIES = 3 };
	struct secret_wanted wanted = {.path = app_watch_path(session->app)};
	struct err why = {.code = ERR_LOCKED};
	struct secret *typed;
	bool proved = false;

	if (!session_has(session, OPTION_PASSPHRASE_FD) && !secret_can_be_asked(session))
		return err_set(err, ERR_LOCKED,
			       "the passphrase is needed for that, also while the log is open; run "
			       "it at a terminal, or give it with --passphrase-fd");
	typed = secret_new();
	for (; wanted.tries < TRIES && !proved; wanted.tries++) {
		secret_cut(typed, 0);
		if (session_has(session, OPTION_PASSPHRASE_FD) && wanted.tries > 0)
			break;
		if (!secret_ask_key(session, &wanted, typed, &why))
			break;
		proved = app_prove_lock(session->app, typed, &why);
		if (!proved && why.code != ERR_LOCKED)
			break;
	}
	secret_free(typed);
	if (!proved)
		*err = why;
	return proved;
}

/* Until both are the same. */
static bool ask_twice(struct session *session, struct secret *typed, struct err *err)
{
	struct secret *again = secret_new();
	bool asked = true, same = false, first = true;

	while (asked && !same) {
		secret_cut(typed, 0);
		secret_cut(again, 0);
		asked = secret_ask(session, first ? NULL : "these are two different ones",
				   "New passphrase:", typed, err) &&
			secret_ask(session, NULL, "The same again:", again, err);
		same = asked && secret_same(typed, again);
		first = false;
	}
	secret_free(again);
	return same;
}

bool secret_ask_new(struct session *session, struct secret *typed, struct err *err)
{
	bool given;

	if (!secret_from_option(session, &given, typed, err))
		return false;
	if (given)
		return true;
	if (!secret_can_be_asked(session))
		return err_set(err, ERR_USAGE,
			       "a passphrase is needed; run it at a terminal, or give it with "
			       "--passphrase-fd");
	return ask_twice(session, typed, err);
}
