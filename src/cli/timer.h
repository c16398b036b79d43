/* SPDX-License-Identifier: MIT */
/* Time passing at a terminal, told once a second. Knows the terminal's clock and keys; what is told is the caller's. */
#ifndef TIMER_H
#define TIMER_H

#include "session.h"

#include <stdint.h>

struct timer {
	int32_t seconds; /* how long */
	/* Adds what is written at that second; nothing where there is nothing new. */
	void (*draw)(void *context, int32_t passed, struct str *line);
	void *context;
};

/* Runs until it is over, Enter, Ctrl-C or the end of input; gives the seconds it ran, at least 1. */
int32_t timer_run(struct session *session, const struct timer *timer);

#endif
