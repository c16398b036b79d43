/* SPDX-License-Identifier: MIT */
/*
 * What is refused before a YAML library sees the text: other encodings, control characters, directives.
 */
#ifndef GUARD_H
#define GUARD_H

#include "base/problems.h"

#include <stdint.h>

/* Bytes of a UTF-8 byte-order mark at the front: 3 or 0. */
size_t guard_mark_size(const char *text, size_t len);

/* False, with the first mistake in problems, where text (without a byte-order mark) is not harmless UTF-8. */
MUST_USE bool guard_text(const char *text, size_t len, struct problems *problems);

/* True for control characters and line breaks other than tab and line feed (carriage return counts as one of them). */
bool guard_control(uint32_t code);

#endif
