/* SPDX-License-Identifier: MIT */
/*
 * The safety questions at a terminal, shared by the commands that ask them.
 */
#ifndef SAFETY_ASK_H
#define SAFETY_ASK_H

#include "app/safety.h"

#include "session.h"

/* The answers as they are given; the ids are borrowed from the book. */
struct safety_given {
	const char *flags[SAFETY_QUESTION_MAX];
	size_t count;
	bool agrees;
};

/* Tells what taper is and is not. */
void safety_ask_consent(struct session *session, const struct safety_book *book);

/* Asks all of them; a yes is followed by why it matters and who helps. False where the input ends. */
MUST_USE bool safety_ask(struct session *session, const struct safety_book *book,
			 struct safety_given *given);

/* Says where the answers leave a plan. */
void safety_ask_tell(struct session *session, const struct app_safety *safety);

#endif
