/* SPDX-License-Identifier: MIT */
#include "urge_timer.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ask.h"
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

/* The line is drawn anew once a second; to a screen reader only the whole minutes are told. */
static void draw(struct session *session, int32_t left)
{
	struct err ignored;
	struct str line = STR_INIT;
	bool gone;

	if (session_has(session, OPTION_PLAIN)) {
		if (left % 60 == 0)
			str_addf(&line, "%d min left\n", left / 60);
	} else {
		str_addf(&line, "\r  %d:%02d left   Enter ends it ", left / 60, left % 60);
	}
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

int32_t urge_timer_run(struct session *session, int32_t minutes)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	enum { NUMBERS = sizeof(numbers) / sizeof(numbers[0]) };
	struct sigaction action = {.sa_handler = break_off}, old[NUMBERS];
	int64_t begun = now_ms(), passed = 0;
	int32_t whole = minutes * 60;
	struct err ignored;
	bool gone, ended = false;

	(void)!console_write(&session->out, &gone, &ignored);
	str_reset(&session->out);
	sigemptyset(&action.sa_mask);
	broken_off = 0;
	for (int i = 0; i < NUMBERS; i++)
		sigaction(numbers[i], &action, &old[i]);
	while (!broken_off && !ended && (passed = now_ms() - begun) < (int64_t)whole * MS) {
		draw(session, whole - (int32_t)(passed / MS));
		ended = line_came(MS - (int)(passed % MS));
	}
	passed = now_ms() - begun;
	for (int i = 0; i < NUMBERS; i++)
		sigaction(numbers[i], &old[i], NULL);
	str_add_char(&session->out, '\n');
	return passed < MS ? 1 : (int32_t)(passed / MS);
}

/* Ctrl-C at the question is no answer, and loses nothing. */
const char *urge_timer_ask(struct session *session)
{
	struct sigaction action = {.sa_handler = break_off}, old;
	struct str answer = STR_INIT;
	const char *outcome = NULL;

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, &old);
	while (outcome == NULL) {
		if (!ask_line(session,
			      "How did it end? r: I rode it out, t: I took some, Enter: "
			      "leave it open.",
			      &answer) ||
		    answer.len == 0)
			outcome = "open";
		else if (answer.data[0] == 'r' || answer.data[0] == 'R')
			outcome = "rode-it-out";
		else if (answer.data[0] == 't' || answer.data[0] == 'T')
			outcome = "took";
	}
	sigaction(SIGINT, &old, NULL);
	str_free(&answer);
	return outcome;
}
