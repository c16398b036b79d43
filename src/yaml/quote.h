/* SPDX-License-Identifier: MIT */
/*
 * Any text as a YAML scalar that reads back as the same text.
 */
#ifndef QUOTE_H
#define QUOTE_H

#include "base/str.h"

/* Adds the text in double quotes, with escapes where they are needed. */
void quote_always(const char *text, struct str *out);

/* Adds the text as it is where it is plain enough in every place, otherwise in double quotes. */
void quote_where_needed(const char *text, struct str *out);

#endif
