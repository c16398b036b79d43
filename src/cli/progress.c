/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* for setitimer */

#include "progress.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { TICKS_A_SECOND = 2, DIGITS_MAX = 8 };

#define SAID "\rtaper: at work"
#define BLANK "\r                                \r"

static volatile sig_atomic_t ticks, held;

/* Only what may be called in a handler; how long it takes is told in whole seconds. */
static void tick(int number)
{
	char line[sizeof(SAID) + DIGITS_MAX + sizeof(", s ")] = SAID;
	char digits[DIGITS_MAX];
	size_t len = sizeof(SAID) - 1, count = 0;
	int seconds, kept = errno;

	(void)number;
	if (held != 0)
		return;
	ticks = ticks + 1;
	seconds = (int)ticks / TICKS_A_SECOND;
	if (seconds > 0) {
		for (; seconds > 0 && count < DIGITS_MAX; seconds /= 10)
			digits[count++] = (char)('0' + seconds % 10);
		line[len++] = ',';
		line[len++] = ' ';
		while (count > 0)
			line[len++] = digits[--count];
		line[len++] = ' ';
		line[len++] = 's';
	}
	(void)!write(STDERR_FILENO, line, len);
	errno = kept;
}

static void every(long microseconds)
{
	const struct itimerval timer = {.it_interval = {.tv_usec = microseconds},
					.it_value = {.tv_usec = microseconds}};

	setitimer(ITIMER_REAL, &timer, NULL);
}

void progress_begin(void)
{
	struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART};

	if (!isatty(STDERR_FILENO))
		return;
	ticks = held = 0;
	sigemptyset(&action.sa_mask);
	if (sigaction(SIGALRM, &action, NULL) == 0)
		every(1000000 / TICKS_A_SECOND);
}

void progress_hold(bool hold)
{
	held = hold;
	if (hold && ticks > 0)
		(void)!write(STDERR_FILENO, BLANK, strlen(BLANK));
}

void progress_end(void)
{
	every(0);
	if (ticks > 0)
		(void)!write(STDERR_FILENO, BLANK, strlen(BLANK));
	ticks = 0;
}
