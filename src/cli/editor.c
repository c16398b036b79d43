/* SPDX-License-Identifier: MIT */
#include "editor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/lock.h"
#include "ask.h"
#include "console.h"

enum { WORDS_MAX = 16, TEXT_MAX = 1024 * 1024, CAN_NOT_RUN = 127, IN_MEMORY = 2 };
#define FILE_NAME "/note.txt"

/* The first place that takes a folder: of this login, in memory, else where temporary files are; of a locked log never there. */
static bool make_folder(const struct session *session, struct str *folder, struct err *err)
{
	const char *const places[] = {getenv("XDG_RUNTIME_DIR"), "/dev/shm", getenv("TMPDIR"),
				      "/tmp"};

	size_t count = sizeof(places) / sizeof(places[0]);
	bool locked = app_is_locked(session->app);

	for (size_t i = 0; i < (locked ? IN_MEMORY : count); i++) {
		if (places[i] == NULL || places[i][0] != '/')
			continue;
		str_reset(folder);
		str_addf(folder, "%s/taper-XXXXXX", places[i]);
		if (mkdtemp(folder->data) != NULL)
			return true;
	}
	str_reset(folder);
	if (locked)
		return err_set(err, ERR_IO,
			       "the log is locked, and there is no place in memory for the "
			       "editor's file; give "
			       "the text with the command");
	return err_set(err, ERR_IO, "no folder can be made for the text: %s", strerror(errno));
}

static void remove_folder(const struct str *folder)
{
	DIR *open_folder = opendir(folder->data);
	const struct dirent *item;

	while (open_folder != NULL && (item = readdir(open_folder)) != NULL) {
		if (strcmp(item->d_name, ".") != 0 && strcmp(item->d_name, "..") != 0)
			unlinkat(dirfd(open_folder), item->d_name, 0);
	}
	if (open_folder != NULL)
		closedir(open_folder);
	rmdir(folder->data);
}

static bool write_text(const char *path, const char *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	size_t len = strlen(text);
	bool done = fd >= 0 && write(fd, text, len) == (ssize_t)len;

	if (fd >= 0 && close(fd) != 0)
		done = false;
	return done || err_set(err, ERR_IO, "'%s' can't be written: %s", path, strerror(errno));
}

/* Beyond the limit one byte more is kept, so that it is seen to be too long. */
static bool read_text(const char *path, struct str *text, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char block[4096];
	ssize_t got = -1;

	while (fd >= 0 && text->len <= TEXT_MAX && (got = read(fd, block, sizeof(block))) > 0)
		str_add_bytes(text, block, (size_t)got);
	if (fd >= 0)
		close(fd);
	if (fd < 0 || got < 0)
		return err_set(err, ERR_IO, "'%s' can't be read: %s", path, strerror(errno));
	if (memchr(text->data, '\0', text->len) != NULL)
		return err_set(err, ERR_INVALID, "the text has a zero byte in it");
	return true;
}

/* "vim -f" is a program and an argument. No shell reads it. */
static void split(char *command, const char *path, const char **words)
{
	size_t count = 0;
	char *at = command;

	while (*at != '\0' && count < WORDS_MAX - 2) {
		at += strspn(at, " \t");
		if (*at == '\0')
			break;
		words[count++] = at;
		at += strcspn(at, " \t");
		if (*at != '\0')
			*at++ = '\0';
	}
	words[count++] = path;
	words[count] = NULL;
}

/* Ctrl-C is the editor's while it runs. */
static int run(const char *const *words)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, old_int, old_quit;
	pid_t child;
	int status = -1;

	sigemptyset(&ignore.sa_mask);
	sigaction(SIGINT, &ignore, &old_int);
	sigaction(SIGQUIT, &ignore, &old_quit);
	child = fork();
	if (child == 0) {
		sigaction(SIGINT, &old_int, NULL);
		sigaction(SIGQUIT, &old_quit, NULL);
		execvp(words[0], (char *const *)(uintptr_t)words);
		_exit(CAN_NOT_RUN);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &old_int, NULL);
	sigaction(SIGQUIT, &old_quit, NULL);
	return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool run_editor(const char *path, struct err *err)
{
	const char *asked = getenv("VISUAL");
	const char *words[WORDS_MAX];
	struct str command = STR_INIT;
	int status;
	bool done = true;

	if (asked == NULL || asked[strspn(asked, " \t")] == '\0')
		asked = getenv("EDITOR");
	if (asked == NULL || asked[strspn(asked, " \t")] == '\0')
		asked = "vi";
	str_add(&command, asked);
	split(command.data, path, words);
	status = run(words);
	if (status == CAN_NOT_RUN)
		done = err_set(err, ERR_IO,
			       "the editor '%.200s' can't be run; set $EDITOR, or give the text",
			       asked);
	else if (status != 0)
		done = err_set(err, ERR_IO,
			       "the editor '%.200s' ended with an error; nothing was "
			       "changed",
			       asked);
	str_free(&command);
	return done;
}

bool editor_edit(struct session *session, const char *text, struct editor_text *written,
		 struct err *err)
{
	struct str path = STR_INIT;
	bool done;

	if (!ask_can(session))
		return err_set(err, ERR_USAGE,
			       "TEXT is missing, and without a terminal no editor can be opened");
	if (!make_folder(session, &written->folder, err))
		return false;
	str_addf(&path, "%s" FILE_NAME, written->folder.data);
	done = write_text(path.data, text, err) && run_editor(path.data, err) &&
	       read_text(path.data, &written->text, err);
	str_free(&path);
	if (!done)
		editor_end(written, true, err);
	return done;
}

void editor_end(struct editor_text *written, bool kept, struct err *err)
{
	if (written->folder.len > 0 && kept)
		remove_folder(&written->folder);
	else if (written->folder.len > 0) {
		struct err why = *err;

		err_set(err, why.code, "%s; what you wrote is in %s" FILE_NAME, why.msg,
			written->folder.data);
	}
	str_free(&written->text);
	str_free(&written->folder);
}
