/* SPDX-License-Identifier: MIT */
/*
 * Questions at a terminal, one line each. Without a terminal, or with --yes or --json, nobody is asked.
 */
#ifndef ASK_H
#define ASK_H

#include "session.h"

/* True where there is somebody to ask. */
bool ask_can(const struct session *session);

/*
 * Prints what there is so far and the question, and reads one line without its end. False where there is none: end of input,
 * or it was broken off.
 */
MUST_USE bool ask_line(struct session *session, const char *question, struct str *answer);

#endif
