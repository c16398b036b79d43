/* SPDX-License-Identifier: MIT */
/*
 * Keys named inside texts. A text says "{undo}" for the key of the action of that name, and a person reads the key that
 * does it for them. Knows the action list and the keys, not what they do.
 */
#ifndef KEY_WORDS_H
#define KEY_WORDS_H

#include "canvas.h"
#include "keymap.h"

struct outcome;

/* The first key of an action as a text calls it, "n" or "Enter"; keys of NULL are the list's own. buf holds KEY_TEXT_SIZE. */
const char *key_words_of(const struct keymap *keys, enum action action, char *buf);

/* Adds a text with each {action} as its key. */
void key_words_add(const struct keymap *keys, const char *text, struct str *out);

/* The same on a canvas: in lines broken between words; rows as canvas_wrap and text_rows tell them. */
int key_words_wrap(const struct keymap *keys, struct canvas *canvas, struct rect place, int ink,
		   const char *text);
int key_words_rows(const struct keymap *keys, const char *text, int columns);

/* The key of an action where the eye is; returns the columns it took. And the two keys that answer a question. */
int key_words_key(const struct keymap *keys, struct canvas *canvas, struct rect place,
		  enum action action);
void key_words_answers(const struct keymap *keys, struct canvas *canvas, struct rect line);

/* The same as a message, and as why something did not work (always false). */
void key_words_say(const struct keymap *keys, struct outcome *outcome, const char *text);
bool key_words_err(const struct keymap *keys, struct err *err, enum err_code code,
		   const char *text);

#endif
