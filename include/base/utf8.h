/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 text from anywhere: decoding, columns on a terminal, cutting, and making it harmless. Widths agree
 * with the C library's wcwidth, which the terminal library uses too; they need LC_CTYPE to be UTF-8.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* The first character of text (not empty) into *code; returns its bytes. Bad bytes count one and give UTF8_REPLACEMENT. */
size_t utf8_decode(const char *text, uint32_t *code);

/* Adds the character code to str as UTF-8. */
void utf8_add(struct str *str, uint32_t code);

/* True where the first len bytes are valid UTF-8 without NUL (controls are allowed). */
bool utf8_valid(const char *text, size_t len);

/* True for characters that move the cursor, turn the direction of text or hide it. */
bool utf8_is_harmful(uint32_t code);

/* Columns one character takes: 0, 1 or 2; 1 for what can't be shown. */
int utf8_char_width(uint32_t code);

/* Bytes at the beginning of text that are printable ASCII: harmless, and a column each. */
size_t utf8_plain(const char *text);

/* Columns the text takes. */
int utf8_width(const char *text);

/* Bytes of text that fit into the given columns, whole characters with their combining marks. */
size_t utf8_fit(const char *text, int columns);

/*
 * Adds text made harmless for a terminal: no escape, control, direction or line-separator characters
 * (each becomes one visible "?"), bad bytes become U+FFFD; a tab or line break becomes one space.
 */
void utf8_add_clean(struct str *str, const char *text);

/* utf8_decode of one character as utf8_add_clean adds it; a line break of two bytes is one. */
size_t utf8_decode_clean(const char *text, uint32_t *code);

/* Adds text cleaned, and cut or filled with spaces to exactly the given columns; a cut ends in "…" (or "." where ascii). */
void utf8_add_padded(struct str *str, const char *text, int columns, bool ascii);

#endif
