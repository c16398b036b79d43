/* SPDX-License-Identifier: MIT */
/*
 * Cells a spreadsheet would run as a formula get a leading ' when they are written, and so do those that begin with
 * one; taking one off when reading gives every text back exactly.
 */
#ifndef CSV_GUARD_H
#define CSV_GUARD_H

#include <stdbool.h>

/* True where a cell of this text has to be written with a leading '. */
bool csv_needs_guard(const char *text);

/* The same for text on a page, where a lone dash and a decimal with its sign are no formula. */
bool text_needs_guard(const char *text);

/* True where a cell read begins with a ' that is not its own. */
bool csv_is_guarded(const char *text);

#endif
