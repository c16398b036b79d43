/* SPDX-License-Identifier: MIT */
#include "hooks_run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "hooks.h"

enum { FILES_MAX = 256, LOOKS_A_SECOND = 20, NUMBER_SIZE = 24 };

/* The same watch by a program that has nothing of taper's memory: what the hook's number is, and for how many seconds. */
static const char watcher[] = "while kill -0 \"$1\" 2>/dev/null; do"
			      " [ \"$2\" -gt 0 ] || { kill -s KILL -- \"-$1\"; exit; };"
			      " sleep 1 || exit; set -- \"$1\" \"$(($2 - 1))\"; done";

/* The program itself; never returns. It begins when started is closed: nobody has a copy of taper's memory then. */
static void become(const char *path, const char *event, int input, int started)
{
	const char *const words[] = {path, event, NULL};
	char nothing;

	setpgid(0, 0);
	if (setenv(HOOK_MARK, event, 1) != 0)
		_exit(1);
	if (dup2(input, STDIN_FILENO) < 0)
		_exit(1);
	close(input);
	while (read(started, &nothing, 1) < 0 && errno == EINTR)
		;
	close(started);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	execv(path, (char *const *)(uintptr_t)words);
	_exit(1);
}

/* Until it ends, or its time is over. */
static void watch(pid_t child)
{
	const struct timespec pause = {.tv_nsec = 1000000000 / LOOKS_A_SECOND};

	for (int i = 0; i < HOOK_SECONDS * LOOKS_A_SECOND; i++) {
		if (waitpid(child, NULL, WNOHANG) != 0)
			return;
		nanosleep(&pause, NULL);
	}
	kill(-child, SIGKILL);
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
}

/* Never returns. go is closed by what comes instead of this program, or by hand where nothing does. */
static void turn_into_watcher(pid_t child, int go)
{
	char number[NUMBER_SIZE], seconds[NUMBER_SIZE];

	snprintf(number, sizeof(number), "%ld", (long)child);
	snprintf(seconds, sizeof(seconds), "%d", HOOK_SECONDS);
	execl("/bin/sh", "sh", "-c", watcher, "sh", number, seconds, (char *)NULL);
	close(go);
	watch(child);
	_exit(0);
}

/* What runs it: no terminal, no open file of taper's, and nothing to be heard. Never returns. */
static void stand_by(const char *path, const char *event, const struct str *document)
{
	int ends[2], go[2], nowhere;
	pid_t child;

	setsid();
	for (int fd = 0; fd < FILES_MAX; fd++)
		close(fd);
	nowhere = open("/dev/null", O_RDWR);
	if (nowhere != STDIN_FILENO || dup2(nowhere, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0 || pipe(ends) != 0 || pipe(go) != 0 ||
	    fcntl(go[1], F_SETFD, FD_CLOEXEC) != 0)
		_exit(1);
	signal(SIGPIPE, SIG_IGN);
	child = fork();
	if (child == 0) {
		close(ends[1]);
		close(go[1]);
		become(path, event, ends[0], go[0]);
	}
	close(ends[0]);
	close(go[0]);
	/* Non-blocking: one that does not read is not waited for, and a document is smaller than a pipe. */
	if (child > 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
		(void)!write(ends[1], document->data, document->len);
	close(ends[1]);
	if (child > 0)
		turn_into_watcher(child, go[1]);
	_exit(0);
}

void hooks_run(const char *path, const char *event, const struct str *document)
{
	pid_t first = fork();

	/* Twice, so that nobody has to wait for the second. */
	if (first == 0) {
		if (fork() == 0)
			stand_by(path, event, document);
		_exit(0);
	}
	while (first > 0 && waitpid(first, NULL, 0) < 0 && errno == EINTR)
		;
}
