/* SPDX-License-Identifier: MIT */
/*
 * What must stand in a screen dumped as text, and what must not.
 */
#ifndef DUMP_KIT_H
#define DUMP_KIT_H

#include "base/str.h"

/* Each fails the test, showing all of the dump. */
void dump_has(const struct str *dump, const char *text);
void dump_has_not(const struct str *dump, const char *text);

/* One text stands above another. */
void dump_has_above(const struct str *dump, const char *first, const char *second);

#endif
