/* SPDX-License-Identifier: MIT */
#include "timer.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "console.h"

enum { MS = 1000 };

static volatile sig_atomic_t broken_off;

static void break_off(int number)
{
	(void)number;
	broken_off = 1;
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * MS + now.tv_nsec / ((long)MS * MS);
}

static void show(const struct timer *timer, int32_t passed)
{
	struct str line = STR_INIT;
	struct err ignored;
	bool gone;

	timer->draw(timer->context, passed, &line);
	if (line.len > 0)
		(void)!console_write(&line, &gone, &ignored);
	str_free(&line);
}

/* True where Enter was pressed, or nothing comes any more. */
static bool line_came(int wait_ms)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	char typed[256];
	ssize_t got;

	if (poll(&input, 1, wait_ms) <= 0)
		return false;
	got = read(STDIN_FILENO, typed, sizeof(typed));
	return got <= 0 || memchr(typed, '\n', (size_t)got) != NULL;
}

int32_t timer_run(struct session *session, const struct timer *timer)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	enum { NUMBERS = sizeof(numbers) / sizeof(numbers[0]) };
	struct sigaction action = {.sa_handler = break_off}, old[NUMBERS];
	int64_t begun = now_ms(), passed = 0;
	struct err ignored;
	bool gone, ended = false;

	(void)!console_write(&session->out, &gone, &ignored);
	str_reset(&session->out);
	sigemptyset(&action.sa_mask);
	broken_off = 0;
	for (int i = 0; i < NUMBERS; i++)
		sigaction(numbers[i], &action, &old[i]);
	while (!broken_off && !ended &&
	       (passed = now_ms() - begun) < (int64_t)timer->seconds * MS) {
		show(timer, (int32_t)(passed / MS));
		ended = line_came(MS - (int)(passed % MS));
	}
	passed = now_ms() - begun;
	for (int i = 0; i < NUMBERS; i++)
		sigaction(numbers[i], &old[i], NULL);
	str_add_char(&session->out, '\n');
	return passed < MS ? 1 : (int32_t)(passed / MS);
}
