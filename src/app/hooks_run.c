/* SPDX-License-Identifier: MIT */
#include "hooks_run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "hooks.h"

enum { FILES_MAX = 256, LOOKS_A_SECOND = 20 };

/* The program itself; never returns. */
static void become(const char *path, const char *event, int input)
{
	const char *const words[] = {path, event, NULL};

	setpgid(0, 0);
	if (setenv(HOOK_MARK, event, 1) != 0)
		_exit(1);
	if (dup2(input, STDIN_FILENO) < 0)
		_exit(1);
	close(input);
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

/* What runs it: no terminal, no open file of taper's, and nothing to be heard. Never returns. */
static void stand_by(const char *path, const char *event, const struct str *document)
{
	int ends[2], nowhere;
	pid_t child;

	setsid();
	for (int fd = 0; fd < FILES_MAX; fd++)
		close(fd);
	nowhere = open("/dev/null", O_RDWR);
	if (nowhere != STDIN_FILENO || dup2(nowhere, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0 || pipe(ends) != 0)
		_exit(1);
	signal(SIGPIPE, SIG_IGN);
	child = fork();
	if (child == 0) {
		close(ends[1]);
		become(path, event, ends[0]);
	}
	close(ends[0]);
	/* Non-blocking: one that does not read is not waited for, and a document is smaller than a pipe. */
	if (child > 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
		(void)!write(ends[1], document->data, document->len);
	close(ends[1]);
	if (child > 0)
		watch(child);
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
