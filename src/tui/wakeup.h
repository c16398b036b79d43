/* SPDX-License-Identifier: MIT */
/*
 * Waiting for input without missing a signal: those that end the program and the one for a new window size are held
 * back except while waiting. Knows no curses.
 */
#ifndef WAKEUP_H
#define WAKEUP_H

#include <signal.h>
#include <stdbool.h>

struct wakeup {
	sigset_t waiting; /* what is held back while waiting */
	sigset_t before;
};

/* Takes the signals over, and gives them back. */
void wakeup_begin(struct wakeup *wakeup);
void wakeup_end(const struct wakeup *wakeup);

enum woken { WOKEN_BY_INPUT, WOKEN_BY_OTHER, WOKEN_BY_NOTHING };

/* Waits until standard input or else another descriptor (-1 for none) has something; by nothing after the timeout or a signal. */
enum woken wakeup_wait(const struct wakeup *wakeup, int timeout_ms, int other_fd);

/* The signal that asked the program to end since wakeup_begin, or 0. */
int wakeup_ended_by(void);

/* After a stop: the size may have changed while only the shell was told so. */
void wakeup_look_again(void);

/* True once after each change of the window's size, which it then gives. */
bool wakeup_resized(int *rows, int *columns);

#endif
