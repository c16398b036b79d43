/* SPDX-License-Identifier: MIT */
/*
 * What a keyboard sends, from the words of a script. Knows xterm's sequences, nothing of programs.
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes of one word: "<Enter>", "<Ctrl-C>", "<Click:ROW,COL>" (from 1), "<Paste:WORDS>", or the word's own characters.
 * False when a name in angle brackets is unknown or there is no room.
 */
bool keys_bytes(const char *word, char *out, size_t room, size_t *count);

#endif
