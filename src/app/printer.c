/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/transfer.h"

enum { CAN_NOT_RUN = 127 };

/* What lp says goes nowhere: a full screen may be around it. The title tells a shared queue nothing. */
static void run_lp(int input, const char *media)
{
	const char *const words[] = {"lp",       "-s",    "-t",
				     "schedule", "-o",    "cpi=12",
				     "-o",       "lpi=6", media == NULL ? NULL : "-o",
				     media,      NULL};
	int nowhere = open("/dev/null", O_WRONLY);

	if (nowhere < 0 || dup2(input, STDIN_FILENO) < 0 || dup2(nowhere, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0)
		_exit(1);
	signal(SIGPIPE, SIG_DFL);
	execvp(words[0], (char *const *)(uintptr_t)words);
	_exit(errno == ENOENT || errno == EACCES ? CAN_NOT_RUN : 1);
}

static bool feed(int fd, const struct str *text)
{
	size_t at = 0;

	while (at < text->len) {
		ssize_t n = write(fd, text->data + at, text->len - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return true;
}

static bool tell(int status, bool fed, struct err *err)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == CAN_NOT_RUN)
		return err_set(err, ERR_IO,
			       "there is no 'lp' here to print with; write the schedule to a file "
			       "instead, and print that where there is a printer");
	return (fed && WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
	       err_set(err, ERR_IO,
		       "'lp' did not take the schedule; 'lpstat -p' shows the printers there are");
}

bool app_print(const struct str *text, const char *paper, struct err *err)
{
	const char *media = NULL;
	int ends[2], status = -1;
	pid_t child;
	bool fed;

	if (paper != NULL)
		media = strcmp(paper, "letter") == 0 ? "media=letter" : "media=a4";
	if (pipe(ends) != 0)
		return err_set(err, ERR_IO, "nothing can be printed now: %s", strerror(errno));
	child = fork();
	if (child == 0) {
		close(ends[1]);
		run_lp(ends[0], media);
	}
	close(ends[0]);
	fed = child > 0 && feed(ends[1], text);
	close(ends[1]);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return child > 0 ? tell(status, fed, err)
			 : err_set(err, ERR_IO, "nothing can be printed now");
}
