/* SPDX-License-Identifier: MIT */
/*
 * Text as it will stand on a canvas: harmless, measured in columns, and broken between words. Nothing is copied: a line is the bytes
 * from where it begins. Knows neither cells nor roles.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"

/* Room for a text that is made for one picture, see str_in; few are longer. */
enum { TEXT_ROOM = 512 };

/*
 * The first character of text (not empty) as it is drawn, and its columns; returns its bytes. Here in full, since all of a picture goes
 * through it: nearly all characters are plain ones, for which no table has to be asked.
 */
static inline size_t text_next(const char *text, uint32_t *code, int *width)
{
	size_t bytes = 1;

	*code = (unsigned char)*text;
	*width = 1;
	if (*code < ' ' || *code > '~') {
		bytes = utf8_decode_clean(text, code);
		*width = utf8_char_width(*code);
	}
	return bytes;
}

/* As many of the first len bytes of text as fit into columns, and in *width the columns they take. */
size_t text_fit(const char *text, size_t len, int columns, int *width);

/* Columns the first len bytes of text take. */
int text_width(const char *text, size_t len);

/* Bytes of the first line of text when it is broken to columns; *next is where the following line begins. */
size_t text_break(const char *text, int columns, const char **next);

/* Rows that canvas_wrap would need. */
int text_rows(const char *text, int columns);

#endif
