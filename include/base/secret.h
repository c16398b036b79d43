/* SPDX-License-Identifier: MIT */
/*
 * A few bytes that nobody else is to read: a passphrase as it is typed, a recovery code. They lie in a page of their own that
 * does not go to the swap where the system allows that, nor into a core dump, and are wiped when they are no longer needed.
 * Knows bytes only, nothing of keys.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include "base/err.h"

#include <stddef.h>

enum { SECRET_MAX = 1024 };

struct secret;

/* Which one is to be typed, and why. */
struct secret_wanted {
	const char *path; /* of the file it opens */
	int tries;        /* how often it was wrong before */
	bool changed;     /* the file was open, and somebody else gave it another one since */
};

/* From now on neither the program nor what it starts leaves a core dump. */
void secret_leave_no_core(void);

/* The same, and no other program of the same person may look into it. */
void secret_guard(void);

/*
 * A process that begins by fork finds zeros on the pages of these bytes, which hold nothing else, where the system allows that. So it
 * is with every secret: what has to have one asks for it anew.
 */
void secret_forget_in_children(void *bytes, size_t size);

/* An empty one; guards the program. */
struct secret *secret_new(void);

/* Wipes it; NULL is fine. */
void secret_free(struct secret *secret);

/* False, with nothing added, where it would be longer than SECRET_MAX. */
MUST_USE bool secret_add(struct secret *secret, const char *bytes, size_t len);

/* Cuts to the first len bytes, and wipes the rest. */
void secret_cut(struct secret *secret, size_t len);

/* What is in it, with a zero behind; borrowed until it changes. */
const char *secret_text(const struct secret *secret);
size_t secret_len(const struct secret *secret);

/* True where both hold the same. */
bool secret_same(const struct secret *a, const struct secret *b);

/* Zeros, which no compiler leaves out. */
void secret_wipe(void *bytes, size_t size);

#endif
