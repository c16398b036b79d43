/* SPDX-License-Identifier: MIT */
#include "unseen.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <unistd.h>

enum { LOOK_MS = 200 };

static void block(sigset_t *before)
{
	static const int ends[] = {SIGINT, SIGTERM, SIGTSTP, SIGHUP, SIGQUIT};
	sigset_t all;

	sigemptyset(&all);
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		sigaddset(&all, ends[i]);
	sigprocmask(SIG_BLOCK, &all, before);
}

bool unseen_begin(struct unseen *unseen)
{
	struct termios dark;

	if (unseen->on)
		return true;
	if (tcgetattr(STDIN_FILENO, &unseen->before) != 0)
		return false;
	dark = unseen->before;
	dark.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	dark.c_cc[VMIN] = 1;
	dark.c_cc[VTIME] = 0;
	block(&unseen->signals);
	unseen->on = tcsetattr(STDIN_FILENO, TCSADRAIN, &dark) == 0;
	if (!unseen->on)
		sigprocmask(SIG_SETMASK, &unseen->signals, NULL);
	return unseen->on;
}

bool unseen_wait(void)
{
	static const int endings[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
	struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};
	sigset_t waiting;

	for (;;) {
		int ready = poll(&keys, 1, LOOK_MS);

		/* Whoever was stopped meanwhile waits on. */
		if (ready > 0 || (ready < 0 && errno != EINTR))
			return true;
		if (sigpending(&waiting) != 0)
			continue;
		for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
			if (sigismember(&waiting, endings[i]) == 1)
				return false;
		}
	}
}

void unseen_end(struct unseen *unseen)
{
	unseen->several = false;
	if (!unseen->on)
		return;
	unseen->on = false;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen->before);
	sigprocmask(SIG_SETMASK, &unseen->signals, NULL);
}
