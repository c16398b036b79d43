/* SPDX-License-Identifier: MIT */
/* Finding words in lines that a view makes of its items. Knows text only. */
#ifndef SEEK_H
#define SEEK_H

#include "base/str.h"

#include <stdbool.h>

/* True where a line has every word in it, small and large letters alike. */
bool seek_fits(const char *line, const char *words);

/* Adds what item number i reads as. */
typedef void seek_line(const void *context, int i, struct str *out);

/*
 * The next item that has the words, from behind at on (by 1) or before it (by -1), round the end and at itself last; -1
 * for none.
 */
int seek_item(const char *words, int count, int at, int by, seek_line *line, const void *context);

#endif
