/* SPDX-License-Identifier: MIT */
/*
 * Another program run for what it makes of what it is fed. No shell, no terminal; both its streams are read as it writes them, so that
 * nobody waits for the other.
 */
#ifndef APP_HELPER_H
#define APP_HELPER_H

#include "base/str.h"

/* The exit status of a file that turned out to be no program. */
enum { HELPER_CAN_NOT_RUN = 126, HELPER_SAID_MAX = 2048 };

/*
 * Runs the program of an absolute path without words; what it writes is added to output, and to said what it says on standard error,
 * as far as that is not too long. *status is how it ended. ERR_NOT_FOUND where there is no such program, ERR_IO for other trouble.
 */
MUST_USE bool helper_run(const char *path, const struct str *input, struct str *output,
			 struct str *said, int *status, struct err *err);

#endif
