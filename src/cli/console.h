/* SPDX-License-Identifier: MIT */
/*
 * The last inch to standard output and standard error. Knows file descriptors and harmless text; nothing of commands.
 */
#ifndef CONSOLE_H
#define CONSOLE_H

#include "base/problems.h"
#include "base/str.h"

/* Writes all of it to standard output. ERR_IO; *gone is true where nobody reads any more (a closed pipe). */
MUST_USE bool console_write(const struct str *out, bool *gone, struct err *err);

/* One line, made harmless, to standard error: "taper: where: text"; where may be NULL. */
void console_tell(const char *where, const char *text);

/* All mistakes of a file to standard error, one a line, each with its place. */
void console_tell_problems(const char *file, const struct problems *problems);

#endif
