/* SPDX-License-Identifier: MIT */
#include "wakeup.h"

#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>

/* What ends the program; its handler touches nothing but the flag. */
static const int ending[] = {SIGTERM, SIGHUP, SIGINT};
static volatile sig_atomic_t ended_by, resized;

static void on_signal(int signal)
{
	ended_by = signal;
}

static void on_resize(int signal)
{
	(void)signal;
	resized = 1;
}

void wakeup_begin(struct wakeup *wakeup)
{
	struct sigaction action = {.sa_handler = on_signal}, window = {.sa_handler = on_resize};
	sigset_t held;

	ended_by = 0;
	resized = 0;
	sigemptyset(&action.sa_mask);
	sigemptyset(&window.sa_mask);
	sigemptyset(&held);
	/* The handler of curses would be noticed only with the next key. */
	sigaction(SIGWINCH, &window, NULL);
	sigaddset(&held, SIGWINCH);
	/* Whoever was stopped finds another picture, and perhaps another size. */
	sigaction(SIGCONT, &window, NULL);
	sigaddset(&held, SIGCONT);
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++) {
		sigaction(ending[i], &action, NULL);
		sigaddset(&held, ending[i]);
	}
	/* Held back except while waiting, so that none can slip in between looking and waiting. */
	sigprocmask(SIG_BLOCK, &held, &wakeup->before);
	wakeup->waiting = wakeup->before;
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		sigdelset(&wakeup->waiting, ending[i]);
	sigdelset(&wakeup->waiting, SIGWINCH);
	sigdelset(&wakeup->waiting, SIGCONT);
}

void wakeup_end(const struct wakeup *wakeup)
{
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		signal(ending[i], SIG_DFL);
	signal(SIGWINCH, SIG_DFL);
	signal(SIGCONT, SIG_DFL);
	sigprocmask(SIG_SETMASK, &wakeup->before, NULL);
}

enum woken wakeup_wait(const struct wakeup *wakeup, int timeout_ms, int other_fd)
{
	struct timespec limit = {.tv_sec = timeout_ms / 1000,
				 .tv_nsec = timeout_ms % 1000 * 1000000L};
	bool other = other_fd >= 0 && other_fd < FD_SETSIZE;
	fd_set input;

	FD_ZERO(&input);
	FD_SET(STDIN_FILENO, &input);
	if (other)
		FD_SET(other_fd, &input);
	if (pselect((other ? other_fd : STDIN_FILENO) + 1, &input, NULL, NULL, &limit,
		    &wakeup->waiting) <= 0)
		return WOKEN_BY_NOTHING;
	return FD_ISSET(STDIN_FILENO, &input) ? WOKEN_BY_INPUT : WOKEN_BY_OTHER;
}

int wakeup_ended_by(void)
{
	return ended_by;
}

void wakeup_look_again(void)
{
	resized = 1;
}

bool wakeup_resized(int *rows, int *columns)
{
	struct winsize size;

	if (resized == 0)
		return false;
	resized = 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
		return false;
	*rows = size.ws_row;
	*columns = size.ws_col;
	return true;
}
