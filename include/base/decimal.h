/* SPDX-License-Identifier: MIT */
/*
 * Decimal numbers as exact text, to and from whole numbers of a small part: 2.5 with three places is 2500. Never a float.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/err.h"

#include <stdint.h>

enum { DECIMAL_TEXT_SIZE = 32, DECIMAL_PLACES_MAX = 9 };

/*
 * Reads a number as JSON writes it ("-2.5", "1e3"; no blanks, no plus) with so many places. *exact is false where it has
 * digits beyond them: it is rounded to the nearest, half away from zero. False where the text is no such number or too large.
 */
MUST_USE bool decimal_read(const char *text, int places, int64_t *number, bool *exact);

/* "-2.5": as many decimals as are needed. buf holds DECIMAL_TEXT_SIZE. Returns buf. */
const char *decimal_text(int64_t number, int places, char *buf);

#endif
