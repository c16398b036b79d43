/* SPDX-License-Identifier: MIT */
/*
 * The terminal while something is typed that nobody is to see: from the first question to the last, so that what is typed ahead
 * is not shown either. Knows nothing of what is typed.
 */
#ifndef UNSEEN_H
#define UNSEEN_H

#include <signal.h>
#include <stdbool.h>
#include <termios.h>

struct unseen {
	bool on;
	bool several; /* more is asked for after this: it stays until unseen_end is called by hand */
	struct termios before;
	sigset_t signals;
};

/* From now on nothing typed is shown; keys come one by one, and what would end the program waits. False where there is no terminal. */
bool unseen_begin(struct unseen *unseen);

/* Waits for a key, on a terminal that unseen_begin has; false where the program is told to end instead, which it does at unseen_end. */
bool unseen_wait(void);

/* As it was, without what was typed and not read: it was not meant to be seen. Does nothing where it is so already. */
void unseen_end(struct unseen *unseen);

#endif
