/* SPDX-License-Identifier: MIT */
#include "ask_secret.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/utf8.h"
#include "console.h"

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
		if (read(STDIN_FILENO, &key, 1) == 1)
			done = take_key(key, typed, &broken);
		else
			broken = errno != EINTR;
	}
	secret_wipe(&key, sizeof(key));
	return done && !broken;
}

/* Nothing is asked before nothing of the answer is shown any more. */
static bool ask_unseen(const char *before_it, const char *question, struct secret *typed)
{
	struct termios before, unseen;
	sigset_t ends, old;
	bool done = false;

	if (tcgetattr(STDIN_FILENO, &before) != 0)
		return false;
	unseen = before;
	unseen.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	unseen.c_cc[VMIN] = 1;
	unseen.c_cc[VTIME] = 0;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGTSTP);
	sigprocmask(SIG_BLOCK, &ends, &old);
	if (tcsetattr(STDIN_FILENO, TCSADRAIN, &unseen) == 0) {
		if (before_it != NULL)
			say(before_it, '\n');
		say(question, ' ');
		done = read_keys(typed);
		tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	return done;
}

bool secret_ask(const char *before_it, const char *question, struct secret *typed, struct err *err)
{
	bool done = ask_unseen(before_it, question, typed);

	if (write(STDERR_FILENO, "\n", 1) < 0)
		done = false;
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

bool secret_ask_key(void *context, const char *path, int tries, struct secret *typed,
		    struct err *err)
{
	const struct session *session = context;
	bool given = false;

	(void)path;
	if (tries > 0 &&
	    (session_has(session, OPTION_PASSPHRASE_FD) || !secret_can_be_asked(session)))
		return false;
	if (!secret_from_option(session, &given, typed, err))
		return false;
	if (given)
		return true;
	if (!secret_can_be_asked(session))
		return err_set(
			err, ERR_LOCKED,
			"the log is locked; 'taper unlock' at a terminal opens it for a while, "
			"or give the passphrase with --passphrase-fd");
	return secret_ask(tries > 0 ? "wrong passphrase" : NULL, "Passphrase:", typed, err);
}

/* Until both are the same. */
static bool ask_twice(struct secret *typed, struct err *err)
{
	struct secret *again = secret_new();
	bool asked = true, same = false, first = true;

	while (asked && !same) {
		secret_cut(typed, 0);
		secret_cut(again, 0);
		asked = secret_ask(first ? NULL : "these are two different ones",
				   "New passphrase:", typed, err) &&
			secret_ask(NULL, "The same again:", again, err);
		same = asked && secret_same(typed, again);
		first = false;
	}
	secret_free(again);
	return same;
}

bool secret_ask_new(const struct session *session, struct secret *typed, struct err *err)
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
	return ask_twice(typed, err);
}
