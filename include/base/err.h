/* SPDX-License-Identifier: MIT */
/*
 * The one way to say that something did not work. Knows words and the reaction they ask for; does not
 * know streams, exit statuses or the screen: only the faces show an error.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first)))

/* What the caller should do about it, not what went wrong. */
enum err_code {
	ERR_NONE,
	ERR_USAGE,       /* the command line is not understood */
	ERR_INVALID,     /* a value is out of range or impossible */
	ERR_NOT_FOUND,   /* nothing there; the answer is no */
	ERR_ACKNOWLEDGE, /* a person has to agree first */
	ERR_FORMAT,      /* a file can't be read as what it should be */
	ERR_IO,          /* the system refused: permission, space, a missing folder */
	ERR_STORE,       /* the store is in use, damaged, or from a newer taper */
	ERR_LOCKED,      /* the store is encrypted, and the key is not at hand */
};

/* Filled by the function that failed; untouched by one that did not. Messages: lower case, no full stop. */
struct err {
	enum err_code code;
	char msg[480];
};

/* Sets code and message (cut at a character if longer than msg). Always false, so that callers can return it. */
bool err_set(struct err *err, enum err_code code, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* Puts "outer: " before the message that is there, keeps the code. Always false. */
bool err_wrap(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* "taper: MESSAGE" to standard error, made harmless for a terminal: for where no face is there yet, or any more. */
void err_tell(const struct err *err);

#endif
