/* SPDX-License-Identifier: MIT */
/*
 * The quiet timer of an urge, and the one question at its end. Knows the terminal; what is kept of it is the caller's.
 */
#ifndef URGE_TIMER_H
#define URGE_TIMER_H

#include "session.h"

#include <stdint.h>

/* Runs until it is over, Enter, Ctrl-C or the end of input; gives the seconds it ran, at least 1. */
int32_t urge_timer_run(struct session *session, int32_t minutes);

/* Asks how it ended: "rode-it-out", "took", or "open" where there is no answer. */
const char *urge_timer_ask(struct session *session);

#endif
