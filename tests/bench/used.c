/* SPDX-License-Identifier: MIT */
/*
 * used COMMAND...: runs it, and tells the processor time (ms) and the most memory (KiB) it used as the last line of standard error.
 * A small program of its own, because memory is counted from before a command takes the place of who started it.
 */
#define _DEFAULT_SOURCE 1

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double ms(struct timeval time)
{
	return (double)time.tv_sec * 1000 + (double)time.tv_usec / 1000;
}

int main(int argc, char **argv)
{
	struct rusage used;
	int status = 0;
	pid_t child = argc > 1 ? fork() : -1;

	if (child == 0) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status))
		return 127;
	fprintf(stderr, "\n%.3f %ld\n", ms(used.ru_utime) + ms(used.ru_stime), used.ru_maxrss);
	return WEXITSTATUS(status);
}
