/* SPDX-License-Identifier: MIT */
/*
 * Passphrases: typed unseen at a terminal, or read as lines of a descriptor the person names. Never from the environment or the
 * arguments, where others can read them.
 */
#ifndef ASK_SECRET_H
#define ASK_SECRET_H

#include "session.h"

#include "base/secret.h"

/* True where somebody sits at a terminal who can type one. */
bool secret_can_be_asked(const struct session *session);

/*
 * Asks at the terminal, after a line that may be NULL; nothing of what is typed is shown, from then on to unseen_end. ERR_USAGE where
 * it is broken off.
 */
MUST_USE bool secret_ask(struct session *session, const char *before_it, const char *question,
			 struct secret *typed, struct err *err);

/*
 * The next line of the descriptor after --passphrase-fd; *given is false where there is no such option. ERR_USAGE where it can't
 * be read.
 */
MUST_USE bool secret_from_option(const struct session *session, bool *given, struct secret *typed,
				 struct err *err);

/* An app_key_ask for a session: the option, or the terminal, or what to do about it. */
bool secret_ask_key(void *context, const struct secret_wanted *wanted, struct secret *typed,
		    struct err *err);

/* Asks for what opens the log, also while its key is at hand: whoever changes the lock, or how long it is open, has to know it. */
MUST_USE bool secret_prove(struct session *session, struct err *err);

/* A new passphrase, twice at a terminal until both are the same. ERR_USAGE where there is nobody to ask. */
MUST_USE bool secret_ask_new(struct session *session, struct secret *typed, struct err *err);

#endif
