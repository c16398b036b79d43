/* SPDX-License-Identifier: MIT */
/*
 * What every entry of a person's log has to be: a time taper can count with, texts of a known length.
 */
#ifndef ENGINE_VALID_H
#define ENGINE_VALID_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/* From 1600 to 9999, with an offset there can be. */
MUST_USE bool valid_time(int64_t utc, int16_t utc_offset, struct err *err);

/* At most max bytes of valid UTF-8; a text of NULL becomes "". */
MUST_USE bool valid_text(const char *field, char **text, size_t max, struct err *err);

/* Tags one blank apart, in place ("stress, work" -> "stress work"). */
void valid_tidy_tags(char *tags);

#endif
