/* SPDX-License-Identifier: MIT */
/*
 * A question that is answered with yes or no, at a terminal.
 */
#ifndef ASK_YES_H
#define ASK_YES_H

#include "ask.h"

/* Asks until it is a yes or a no; more is told for "?" (NULL: there is nothing more). False where the input ends. */
MUST_USE bool ask_yes(struct session *session, const char *question, const char *more, bool *yes);

/* The error for an input that ended in the middle. Always false. */
bool ask_left(struct err *err);

#endif
