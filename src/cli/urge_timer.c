/* SPDX-License-Identifier: MIT */
#include "urge_timer.h"

#include <signal.h>

#include "ask.h"
#include "timer.h"

static volatile sig_atomic_t broken_off;

static void break_off(int number)
{
	(void)number;
	broken_off = 1;
}

struct counting {
	const struct session *session;
	int32_t whole;
};

/* The line is drawn anew once a second; to a screen reader only the whole minutes are told. */
static void draw(void *context, int32_t passed, struct str *line)
{
	const struct counting *counting = context;
	int32_t left = counting->whole - passed;

	if (!session_has(counting->session, OPTION_PLAIN))
		str_addf(line, "\r  %d:%02d left   Enter ends it ", left / 60, left % 60);
	else if (left % 60 == 0)
		str_addf(line, "%d min left\n", left / 60);
}

int32_t urge_timer_run(struct session *session, int32_t minutes)
{
	struct counting counting = {.session = session, .whole = minutes * 60};

	return timer_run(
		session,
		&(struct timer){.seconds = counting.whole, .draw = draw, .context = &counting});
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
